// A text that she alone makes and reads: a draft. Its key comes from her story's seed and the nonce, so that a draft that
// opens is a draft that she wrote. (A sealed box says nothing about who made it, and no statement speaks of a draft.)

import type { TextDigest } from "@ownwords/consent";
import { fromBase64url } from "../bytes.ts";
import { framed } from "../hash.ts";
import type { TextKey } from "../keys.ts";
import { type SealedNow, sealWith } from "../seal/seal-text.ts";
import type { SealedText } from "../sealed-text.ts";
import { sodium } from "../sodium.ts";
import type { StoryKeys } from "./account.ts";
import { openText } from "./open-text.ts";

/** Keyed BLAKE2b over the nonce, under the seed that no other key shows. */
export const ownTextKey = (story: StoryKeys, nonce: Uint8Array): TextKey =>
  sodium.crypto_generichash(32, framed("own-text", nonce), story.below) as TextKey;

/** Seals a draft. @throws SealingError `text-too-long`, `not-json`, `ill-formed-text` */
export function sealOwnText(document: unknown, story: StoryKeys): SealedNow {
  const nonce = sodium.randombytes_buf(24);
  return sealWith({ document, kind: "draft", of: story.id, producer: "author" }, ownTextKey(story, nonce), nonce);
}

/** Opens a draft, if it is hers: a text that somebody else sealed to her has another key. */
export function openOwnText(sealed: SealedText, story: StoryKeys, expected: TextDigest): ReturnType<typeof openText> {
  const nonce = fromBase64url(sealed.header.nonce, 24);
  return nonce
    ? openText(sealed, ownTextKey(story, nonce), expected, { of: story.id, kinds: ["draft"] })
    : { ok: false, fault: "shape" };
}
