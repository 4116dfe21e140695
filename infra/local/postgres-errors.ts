/** What can go wrong with the local PostgreSQL, one code for each thing that a person can do about it. */
export type LocalPostgresErrorCode =
  | "postgres-port-taken"
  | "postgres-folder-broken"
  | "postgres-folder-not-ours"
  | "postgres-no-right"
  | "postgres-platform-unsupported"
  | "postgres-did-not-start";

/** The message is for whoever sits at the terminal: what is wrong, then what to do. */
export class LocalPostgresError extends Error {
  override readonly name = "LocalPostgresError";
  readonly code: LocalPostgresErrorCode;

  constructor(code: LocalPostgresErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** The `code` of a failed system call, such as EACCES. */
export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}
