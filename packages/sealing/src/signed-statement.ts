// A statement with its signatures. Keys never come along: whoever verifies knows whose they must be.

import {
  isStatement,
  type Signer,
  type Statement,
  statementTypes,
  type Verified,
  type VerifyKey,
} from "@ownwords/consent";
import { fromBase64url } from "./bytes.ts";
import { canonical } from "./canonical.ts";
import { framed, hash } from "./hash.ts";
import { recentNames } from "./recent.ts";
import { sodium } from "./sodium.ts";

export type Signed<S extends Statement = Statement> = {
  readonly statement: S;
  /** Base64url; for "story+cut" the story's first. */
  readonly signatures: readonly string[];
};

const signersOf: Record<Signer, number> = { story: 1, cut: 1, "story+cut": 2, redactor: 1, staff: 1 };

/** How many keys sign a statement of this type. */
export const signerCount = (statement: Statement): number => signersOf[statementTypes[statement.type].signedBy];

/** The bytes that are signed. */
export const statementMessage = (statement: Statement): Uint8Array => framed("statement", canonical(statement));

/** Does this signature (base64url) of this key stand over these bytes? */
export function isSignedBy(message: Uint8Array, signature: unknown, key: VerifyKey): boolean {
  const signatureBytes = fromBase64url(signature, 64);
  const keyBytes = fromBase64url(key, 32);
  if (!signatureBytes || !keyBytes) return false;
  return sodium.crypto_sign_verify_detached(signatureBytes, message, keyBytes);
}

/**
 * Signatures that were found valid, by what was signed, with what, by whom: a repeated check costs a hash and not a curve
 * operation. Only validity is remembered, which cannot change; whether something may be opened is decided each time.
 */
const foundValid = recentNames(4096);

/**
 * Verifies shape and signatures of a statement.
 * @param signed as it came over the wire
 * @param keys from a verified source, in the order of the signatures (for "story+cut": story, cut)
 * @returns the statement, or undefined when anything is wrong
 */
export function verifyStatement<S extends Statement>(
  signed: Signed<S>,
  keys: readonly VerifyKey[],
): Verified<S> | undefined {
  const { statement, signatures } = signed ?? {};
  if (!isStatement(statement) || !Array.isArray(signatures)) return undefined;
  const count = signerCount(statement);
  if (signatures.length !== count || keys.length !== count) return undefined;
  if (!signatures.every((signature) => typeof signature === "string")) return undefined;
  const message = statementMessage(statement);
  const name = hash("found-valid", message, ...signatures, ...keys);
  if (!foundValid.has(name)) {
    if (!signatures.every((signature, at) => isSignedBy(message, signature, keys[at]!))) return undefined;
    foundValid.add(name);
  }
  return statement as Verified<S>;
}
