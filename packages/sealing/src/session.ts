import type { VerifyKey } from "@ownwords/consent";
import { bytesOf, fromBase64url } from "./bytes.ts";
import { framed } from "./hash.ts";
import { isSignedBy } from "./signed-statement.ts";

/** Bytes of a sign-in challenge: random, one use. */
export const challengeBytes = 32;

/**
 * The bytes that are signed to sign in. The origin is among them, so that a look-alike site cannot pass a challenge on.
 * @param challenge 32 bytes, base64url
 * @throws SealingError `not-bytes`
 */
export const sessionMessage = (origin: string, challenge: string): Uint8Array =>
  framed("session", origin, bytesOf(challenge, challengeBytes));

/** Did the holder of this key answer this challenge for this origin? */
export function verifySession(answer: {
  readonly origin: string;
  readonly challenge: string;
  readonly key: VerifyKey;
  readonly signature: string;
}): boolean {
  if (!fromBase64url(answer.challenge, challengeBytes)) return false;
  return isSignedBy(sessionMessage(answer.origin, answer.challenge), answer.signature, answer.key);
}
