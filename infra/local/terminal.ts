/**
 * Says on standard error what went wrong. Faults of ours have a code, and a message that says what to do.
 * @returns the exit code
 */
export function reportFault(error: unknown): number {
  const coded = error instanceof Error && "code" in error && typeof error.code === "string";
  if (coded && error.constructor !== Error) console.error(`${error.message}\n(${error.code})`);
  else if (coded) console.error(`Something is wrong: ${error.code}. ${hint(String(error.code))}`);
  else console.error(error);
  return 1;
}

const hint = (code: string): string =>
  code === "EACCES" || code === "EPERM" || code === "EROFS"
    ? "This folder may not be written to: check its rights, or set OWNWORDS_FOLDER to one of your own."
    : code === "ECONNREFUSED" || code === "ENOTFOUND"
      ? "The database cannot be reached: check DATABASE_URL."
      : code === "28P01"
        ? "The database refuses the password."
        : code === "ENOSPC"
          ? "The disk is full."
          : "";
