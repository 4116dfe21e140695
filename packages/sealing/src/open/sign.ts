import { type Day, type Directory, isStatement, type Statement } from "@ownwords/consent";
import { toBase64url } from "../bytes.ts";
import { directoryMessage, type StewardSignature } from "../directory.ts";
import { SealingError } from "../errors.ts";
import type { SealingPair, SigningPair, SigningSecret } from "../keys.ts";
import { lastDayOfWeek, type RedactorKey, redactorKeyMessage } from "../redactor-key.ts";
import { sessionMessage } from "../session.ts";
import { type Signed, signerCount, statementMessage } from "../signed-statement.ts";
import { sodium } from "../sodium.ts";
import { newCircle, newId } from "./fresh.ts";

export const signatureOver = (message: Uint8Array, secret: SigningSecret): string =>
  toBase64url(sodium.crypto_sign_detached(message, secret));

/**
 * Signs a statement.
 * @param secrets one, or for "story+cut" the story's and then the cut's
 * @throws SealingError `not-a-statement`
 */
export function sign<S extends Statement>(statement: S, ...secrets: readonly SigningSecret[]): Signed<S> {
  if (!isStatement(statement) || secrets.length !== signerCount(statement)) throw new SealingError("not-a-statement");
  const message = statementMessage(statement);
  return { statement, signatures: secrets.map((secret) => signatureOver(message, secret)) };
}

/** Answers a sign-in challenge (32 bytes, base64url) for this origin and no other. */
export const signSession = (origin: string, challenge: string, secret: SigningSecret): string =>
  signatureOver(sessionMessage(origin, challenge), secret);

/** One steward's signature under a directory. */
export const signDirectory = (directory: Directory, { verifyKey, secret }: SigningPair): StewardSignature => ({
  steward: verifyKey,
  signature: signatureOver(directoryMessage(directory), secret),
});

/**
 * A fresh sealing pair for the week that begins on a day, its public half signed by the redactor. The secret half is
 * destroyed two days after the week.
 */
export function newRedactorWeek(
  redactor: SigningSecret,
  from: Day,
): { readonly public: RedactorKey; readonly pair: SealingPair } {
  const pair = newCircle();
  const key = { id: newId(), sealingKey: pair.sealingKey, from, until: lastDayOfWeek(from) };
  return { public: { ...key, signature: signatureOver(redactorKeyMessage(key), redactor) }, pair };
}
