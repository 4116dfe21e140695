import type { CutId, GrantHash, StoryId, TextDigest, TextKind } from "@ownwords/consent";
import { fromBase64url, toBase64url } from "../bytes.ts";
import { type GrantFor, grantHash } from "../identities.ts";
import type { SealingPair, TextKey } from "../keys.ts";
import { unpadded } from "../padding.ts";
import { associatedData, keyTagOf } from "../seal/seal-text.ts";
import { openBox } from "../seal/sealed-box.ts";
import { matchesSealed, readSealedText, type SealedText } from "../sealed-text.ts";
import { sodium } from "../sodium.ts";
import { readCanonical } from "./read-canonical.ts";

/** @returns the key of a text and the digest of the text that it is for; undefined where the box is not for this pair */
export function openGrant(
  box: string,
  pair: SealingPair,
): { readonly key: TextKey; readonly digest: TextDigest } | undefined {
  const content = openBox(box, pair);
  if (content?.length !== 64) return undefined;
  return { key: content.slice(0, 32) as TextKey, digest: toBase64url(content.subarray(32)) as TextDigest };
}

export const openFaults = ["shape", "about", "digest", "key", "ciphertext", "padding", "not-canonical"] as const;
export type OpenFault = (typeof openFaults)[number];

/**
 * Of which story or cut a text has to be, and what kind: without it, somebody's text could be put under the story of
 * somebody else, and be sealed anew to her.
 */
export type About = { readonly of: StoryId | CutId; readonly kinds: readonly TextKind[] };

/**
 * Opens a sealed text.
 * @param expected the digest that a verified statement names, never the one that came with the grant: anybody can make a
 * grant. Digest and key tag are checked before anything is decrypted.
 */
export function openText(
  sealed: SealedText,
  key: TextKey,
  expected: TextDigest,
  about: About,
): { readonly ok: true; readonly document: unknown } | { readonly ok: false; readonly fault: OpenFault } {
  const refused = (fault: OpenFault) => ({ ok: false, fault }) as const;
  const read = readSealedText(sealed);
  if (!read.ok) return refused("shape");
  if (read.text.header.of !== about.of || !about.kinds.includes(read.text.header.kind)) return refused("about");
  const { header, ciphertext } = read.text;
  if (!matchesSealed(read.text, expected)) return refused("digest");
  if (keyTagOf(key) !== header.keyTag) return refused("key");
  let plaintext: Uint8Array;
  try {
    plaintext = sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(
      null,
      fromBase64url(ciphertext)!,
      associatedData(header),
      fromBase64url(header.nonce, 24)!,
      key,
    );
  } catch {
    return refused("ciphertext");
  }
  const bytes = unpadded(plaintext);
  if (!bytes) return refused("padding");
  const found = readCanonical(bytes);
  return found ? { ok: true, document: found.value } : refused("not-canonical");
}

/**
 * The approver's act: takes the support circle's lock off a release grant.
 * @param about the release that it is for
 * @param expected the hash that she signed with her second yes
 * @returns the inner box, base64url; undefined where it is not the one that she signed
 */
export function takeOuterLockOff(
  outer: string,
  support: SealingPair,
  about: GrantFor,
  expected: GrantHash,
): string | undefined {
  const content = openBox(outer, support);
  if (!content) return undefined;
  const inner = toBase64url(content);
  return grantHash(about, inner) === expected ? inner : undefined;
}
