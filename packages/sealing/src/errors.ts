// What goes wrong only when a caller breaks an invariant. Expected outcomes (a wrong key, a bad signature) are results.

const messages = {
  "ill-formed-text": "A string holds a lone surrogate.",
  "not-json":
    "A value has no canonical JSON: only null, booleans, safe integers, strings, arrays and plain objects do.",
  "not-bytes": "A byte string is not base64url of the expected length.",
  "not-a-statement": "What is to be signed is not a statement, or has another number of signers.",
  "not-pass-words": "The words are not eight pass words with their checksum.",
  "header-not-allowed": "A cut or a card may not carry a version number or a parent.",
  "text-too-long": "The document is longer than a sealed text can be.",
  "no-such-key": "A public key is not one that can be sealed to.",
} as const;

export type SealingErrorCode = keyof typeof messages;

/** A broken invariant. The message is fixed by the code and holds nothing of a user's. */
export class SealingError extends Error {
  override readonly name = "SealingError";
  readonly retryable = false;
  readonly code: SealingErrorCode;

  constructor(code: SealingErrorCode) {
    super(messages[code]);
    this.code = code;
  }
}
