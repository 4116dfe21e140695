// Small sealed boxes that are no grants: what somebody keeps for herself, and a circle's secret for its members.

import type { SealingKey } from "@ownwords/consent";
import { concatenated, utf8 } from "../bytes.ts";
import { canonical } from "../canonical.ts";
import { SealingError } from "../errors.ts";
import { framed } from "../hash.ts";
import type { OpeningSecret, SealingPair } from "../keys.ts";
import { padded, unpadded } from "../padding.ts";
import { openBox, sealBox } from "../seal/sealed-box.ts";
import { sodium } from "../sodium.ts";
import { sealingPairOf } from "./fresh.ts";
import { readCanonical } from "./read-canonical.ts";

/** The tag goes in front of the content, so that a box of one use is never taken for one of another. */
const tagged = (tag: string, content: Uint8Array): Uint8Array => concatenated(framed(tag), content);

function untagged(tag: string, bytes: Uint8Array | undefined): Uint8Array | undefined {
  const front = framed(tag);
  if (!bytes || bytes.length < front.length) return undefined;
  return sodium.memcmp(bytes.subarray(0, front.length), front) ? bytes.subarray(front.length) : undefined;
}

/** What a box of `sealToSelf` holds. */
export function ownContent(value: unknown): Uint8Array {
  const content = padded(tagged("own", utf8(canonical(value))));
  if (!content) throw new SealingError("text-too-long");
  return content;
}

/** What a box of `sealSecretTo` holds. */
export const circleSecretContent = (secret: OpeningSecret): Uint8Array => tagged("circle-secret", secret);

/**
 * Seals something small to oneself: settings, the list of drafts. Padded like a text.
 * @param key the account's own sealing key. It is told to nobody, so that nobody else can make such a box
 * @throws SealingError `text-too-long`, `not-json`, `ill-formed-text`
 */
export const sealToSelf = (value: unknown, key: SealingKey): string => sealBox(ownContent(value), key);

/** @returns undefined where the box is not for this pair, or is no box of `sealToSelf` */
export function openOwn(box: string, pair: SealingPair): { readonly value: unknown } | undefined {
  const content = openBox(box, pair);
  const json = untagged("own", content && unpadded(content));
  return json && readCanonical(json);
}

/** Seals a circle's secret to one of its members. */
export const sealSecretTo = (secret: OpeningSecret, member: SealingKey): string =>
  sealBox(circleSecretContent(secret), member);

/**
 * Opens a circle's secret.
 * @returns the pair that it makes. A box does not say who sealed it: for the epoch of today, compare the pair's public key
 * with the directory's
 */
export function openSecret(box: string, member: SealingPair): SealingPair | undefined {
  const secret = untagged("circle-secret", openBox(box, member));
  return secret?.length === 32 ? sealingPairOf(secret.slice() as OpeningSecret) : undefined;
}
