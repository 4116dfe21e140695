// PostgreSQL refuses to run as root. Where we are root, the server runs as the owner of its folder, and a new folder
// belongs to the system user `postgres`, which is made if it is missing.
import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import { LocalPostgresError } from "./postgres-errors.ts";

/** Whom the server runs as; empty where that is whoever we are. Can be spread into the options of `spawn`. */
export type ServerUser = { uid?: number; gid?: number };

/**
 * The user for the server of this folder, which may not exist yet.
 * Throws `postgres-folder-not-ours` and `postgres-no-right`.
 */
export function serverUserFor(dataDir: string): ServerUser {
  const owner = statSync(dataDir, { throwIfNoEntry: false });
  const me = process.getuid!();
  if (me !== 0) {
    if (owner && owner.uid !== me) throw belongsToSomebodyElse(dataDir, owner.uid);
    return {};
  }
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return systemUser();
}

/** True where this user may enter the folder, through every folder above it. */
export function canEnter(user: ServerUser, folder: string): boolean {
  return runAs(user, "test", ["-x", folder]).status === 0;
}

/** Runs a command to its end as that user, in a folder that everybody may enter, and keeps what it says. */
export function runAs(user: ServerUser, command: string, args: string[]) {
  return spawnSync(command, args, { ...user, cwd: "/", env: SERVER_ENV, encoding: "utf8" });
}

/** No locale and no time zone of the person's, and none of the PG* settings that a server would listen to. */
export const SERVER_ENV = { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" };

function systemUser(): ServerUser {
  const existing = idsOf("postgres");
  if (existing) return existing;
  spawnSync("useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", "postgres"]);
  const made = idsOf("postgres");
  if (made) return made;
  throw new LocalPostgresError(
    "postgres-no-right",
    "PostgreSQL does not run as root, and the system user postgres could not be made. " +
      "Run the command as a normal user, or make the user postgres.",
  );
}

function idsOf(name: string): Required<ServerUser> | undefined {
  const uid = spawnSync("id", ["-u", name], { encoding: "utf8" });
  const gid = spawnSync("id", ["-g", name], { encoding: "utf8" });
  return uid.status === 0 && gid.status === 0 ? { uid: Number(uid.stdout), gid: Number(gid.stdout) } : undefined;
}

function belongsToSomebodyElse(dataDir: string, uid: number): LocalPostgresError {
  return new LocalPostgresError(
    "postgres-folder-not-ours",
    `The database folder ${dataDir} belongs to another user (number ${uid}). ` +
      "Run the command as that user, or choose another folder.",
  );
}
