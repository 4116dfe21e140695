const messages = {
  "database-away": "The database cannot be reached.",
  "migration-changed": "A migration that already ran was changed. Put the file back as it was and add a new one.",
  "schema-is-newer": "The database was migrated by a newer version of Ownwords. Use that version, or restore a backup.",
  "move-not-allowed": "The database role of this process may not make this move.",
  "rights-missing": "The database role of this process lacks a right that it needs. Run the migrations again.",
} as const;

/** A fault of the store. Its message is fixed and holds nothing of anybody's. */
export class StoreError extends Error {
  readonly code: keyof typeof messages;
  readonly retryable: boolean;

  constructor(code: keyof typeof messages, cause?: unknown) {
    super(messages[code], { cause });
    this.name = "StoreError";
    this.code = code;
    this.retryable = code === "database-away";
  }
}

/** PostgreSQL's code of an error, or Node's, or "unknown". */
export const codeOf = (error: unknown): string =>
  typeof error === "object" && error !== null && "code" in error ? String(error.code) : "unknown";

const away = /^(08|57P0|53)|^(ECONNREFUSED|ECONNRESET|EPIPE|ENOTFOUND|ETIMEDOUT|unknown)$/;

/** Turns what `pg` throws into a coded error; anything that is no fault of the database stays as it is. */
export function storeErrorOf(error: unknown): unknown {
  const code = codeOf(error);
  if (code === "42501")
    return new StoreError(
      String((error as Error).message) === "move-not-allowed" ? "move-not-allowed" : "rights-missing",
      error,
    );
  const timedOut = error instanceof Error && /timeout|terminated|not queryable/i.test(error.message);
  return away.test(code) && (code !== "unknown" || timedOut) ? new StoreError("database-away", error) : error;
}
