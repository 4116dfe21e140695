import type { CutId, StoryId, TextDigest } from "@ownwords/consent";
import { toBase64url, utf8 } from "../bytes.ts";
import { canonical } from "../canonical.ts";
import { SealingError } from "../errors.ts";
import { hash } from "../hash.ts";
import type { TextKey } from "../keys.ts";
import { padded } from "../padding.ts";
import {
  type CutTextKind,
  isCutKind,
  type SealedText,
  type StoryTextHeader,
  type TextHeader,
  type TextProducer,
  textDigest,
} from "../sealed-text.ts";
import { sodium } from "../sodium.ts";

/** What is sealed, and what everybody may read about it. */
export type ToSeal = {
  readonly document: unknown;
  readonly producer: TextProducer;
} & (
  | {
      readonly kind: StoryTextHeader["kind"];
      readonly of: StoryId;
      readonly versionNo?: number;
      readonly parentDigest?: TextDigest;
    }
  | { readonly kind: CutTextKind; readonly of: CutId }
);

export type SealedNow = { readonly sealed: SealedText; readonly digest: TextDigest; readonly key: TextKey };

/** `H("keytag", K)`. */
export const keyTagOf = (key: TextKey): string => hash("keytag", key);

/** The header is the associated data: a ciphertext opens under no other. */
export const associatedData = (header: TextHeader): Uint8Array => utf8(canonical(header));

/** Seals with a key and a nonce that are given, for the published vectors; everybody else takes `sealText`. */
export function sealWith(toSeal: ToSeal, key: TextKey, nonce: Uint8Array): SealedNow {
  const { document, ...about } = toSeal;
  if (isCutKind(about.kind) && ("versionNo" in about || "parentDigest" in about))
    throw new SealingError("header-not-allowed");
  const header = { v: 1, ...about, keyTag: keyTagOf(key), nonce: toBase64url(nonce) } as TextHeader;
  const plaintext = padded(utf8(canonical(document)));
  if (!plaintext) throw new SealingError("text-too-long");
  const ciphertext = sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(
    plaintext,
    associatedData(header),
    null,
    nonce,
    key,
  );
  const sealed = { header, ciphertext: toBase64url(ciphertext) };
  return { sealed, digest: textDigest(sealed), key };
}

/**
 * Seals a document under a fresh key. Who can open it is decided by who is granted the key.
 * @throws SealingError `text-too-long` at 1 MiB of canonical JSON, `header-not-allowed`, `not-json`, `ill-formed-text`
 */
export const sealText = (toSeal: ToSeal): SealedNow =>
  sealWith(toSeal, sodium.randombytes_buf(32) as TextKey, sodium.randombytes_buf(24));
