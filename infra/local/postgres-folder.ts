// The data folder: whether one is there and whole, and how a new one is made. Nothing here removes a folder that was
// there before, broken or not: it may hold the only copy of somebody's stories.
import { createHash, randomUUID } from "node:crypto";
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { SYSTEM_FOLDER } from "./postgres-binaries.ts";
import { LocalPostgresError, systemCode } from "./postgres-errors.ts";
import { canEnter, runAs, type ServerUser, serverUserFor } from "./postgres-user.ts";

const MAJOR_VERSION = "18";

/** A folder without one of these was not made to its end, or has lost something since. */
const ESSENTIAL = ["PG_VERSION", "global/pg_control", "base/1", "pg_wal", "pg_xact", "postgresql.conf", "pg_hba.conf"];

/**
 * The folder to ask for where `preferred` is wanted: itself, or, where we are root and a private folder above it keeps
 * the system user out (a checkout in root's home), one of the same name every time under /var/lib/ownwords.
 */
export function reachableDataDir(preferred: string): string {
  if (process.getuid!() !== 0) return preferred;
  let above = dirname(preferred);
  while (!existsSync(above)) above = dirname(above);
  if (canEnter(serverUserFor(preferred), above)) return preferred;
  return join(SYSTEM_FOLDER, `data-${createHash("sha256").update(preferred).digest("hex").slice(0, 12)}`);
}

/** True where a database is there, false where one can be made. Throws `postgres-folder-…`. */
export function holdsDatabase(dataDir: string): boolean {
  const entries = entriesOf(dataDir);
  if (entries.length === 0) return false;
  const missing = ESSENTIAL.filter((entry) => !existsSync(join(dataDir, entry)));
  if (missing.length === ESSENTIAL.length) {
    throw new LocalPostgresError(
      "postgres-folder-not-ours",
      `${dataDir} holds other files and no database. Choose a folder that is new or empty.`,
    );
  }
  if (missing.length > 0) throw brokenFolder(dataDir, `${missing.join(", ")} missing`);
  const version = readFileSync(join(dataDir, "PG_VERSION"), "utf8").trim();
  if (version !== MAJOR_VERSION) {
    throw brokenFolder(dataDir, `PG_VERSION does not say ${MAJOR_VERSION}, the version that runs here`);
  }
  return true;
}

/**
 * Makes a database folder, with a superuser `postgres`. It appears under its name when it is complete, so that a first
 * start that is killed leaves no half of one.
 */
export function makeDatabase(dataDir: string, binaries: string, user: ServerUser, password: string): void {
  const unfinished = `${dataDir}.unfinished-${randomUUID()}`;
  const passwordFile = `${unfinished}.password`;
  try {
    mkdirSync(unfinished, { mode: 0o700 });
    writeFileSync(passwordFile, `${password}\n`, { mode: 0o600, flag: "wx" });
    if (user.uid !== undefined && user.gid !== undefined) {
      chownSync(unfinished, user.uid, user.gid);
      chownSync(passwordFile, user.uid, user.gid);
    }
    const initdb = runAs(user, join(binaries, "initdb"), [
      `--pgdata=${unfinished}`,
      "--username=postgres",
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      "--locale=C",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
    ]);
    if (initdb.status !== 0) {
      throw new LocalPostgresError(
        "postgres-did-not-start",
        `The database folder ${dataDir} could not be made. PostgreSQL says:\n${initdb.stderr.trim()}`,
        { cause: initdb.error },
      );
    }
    renameSync(unfinished, dataDir);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    const madeMeanwhile = systemCode(error) === "ENOTEMPTY" && holdsDatabase(dataDir);
    if (!madeMeanwhile) throw noRight(error, dataDir);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** Makes the folders above, and checks that the server will get through them. Throws `postgres-no-right`. */
export function makeWay(dataDir: string): void {
  try {
    mkdirSync(dirname(dataDir), { recursive: true });
  } catch (error) {
    throw noRight(error, dataDir);
  }
}

/** Throws `postgres-no-right` where a folder above keeps the server's user out. */
export function refuseUnreachable(dataDir: string, user: ServerUser): void {
  if (user.uid === undefined || canEnter(user, dirname(dataDir))) return;
  throw new LocalPostgresError(
    "postgres-no-right",
    `The system user that runs PostgreSQL may not enter ${dirname(dataDir)}. ` +
      `Choose a folder that everybody may enter, such as one in ${SYSTEM_FOLDER}, or run the command as a normal user.`,
  );
}

export function brokenFolder(dataDir: string, what: string): LocalPostgresError {
  return new LocalPostgresError(
    "postgres-folder-broken",
    `The database folder ${dataDir} is damaged (${what}). Nothing in it was changed. ` +
      "Restore it from a backup, or move it away and start again with an empty database.",
  );
}

function entriesOf(dataDir: string): string[] {
  try {
    return readdirSync(dataDir);
  } catch (error) {
    if (systemCode(error) === "ENOENT") return [];
    if (systemCode(error) !== "ENOTDIR") throw noRight(error, dataDir);
    throw new LocalPostgresError("postgres-folder-not-ours", `${dataDir} is a file. Choose a folder.`);
  }
}

function noRight(error: unknown, dataDir: string): unknown {
  if (!["EACCES", "EPERM", "EROFS", "EBUSY"].includes(systemCode(error) ?? "")) return error;
  return new LocalPostgresError(
    "postgres-no-right",
    `The database folder ${dataDir} could not be made or read. Make the folder above it yours, or choose another one.`,
    { cause: error },
  );
}
