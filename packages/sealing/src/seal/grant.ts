import type { GrantHash, SealingKey, TextDigest } from "@ownwords/consent";
import { bytesOf, concatenated } from "../bytes.ts";
import { type GrantFor, grantHash } from "../identities.ts";
import type { TextKey } from "../keys.ts";
import { sealBox } from "./sealed-box.ts";

/** `K ‖ digest`: what a grant holds. */
export const grantContent = (key: TextKey, digest: TextDigest): Uint8Array => concatenated(key, bytesOf(digest, 32));

/**
 * Grants the key of a text to one recipient, as a sealed box. A box says nothing about who sealed it: whoever opens it
 * compares key and digest with a signed statement.
 * @returns base64url
 */
export const grantTo = (key: TextKey, digest: TextDigest, recipient: SealingKey): string =>
  sealBox(grantContent(key, digest), recipient);

/**
 * The release grant: sealed to the audience, and that box sealed to the support circle, so that nobody of the audience
 * opens anything before the approver has taken the outer lock off.
 * @returns the outer box, which is all that leaves her device, and the hash of the inner one, which she signs
 */
export function lockTwice(
  key: TextKey,
  about: GrantFor,
  circleKey: SealingKey,
  supportKey: SealingKey,
): { readonly outer: string; readonly innerHash: GrantHash } {
  const inner = grantTo(key, about.text, circleKey);
  return { outer: sealBox(bytesOf(inner), supportKey), innerHash: grantHash(about, inner) };
}
