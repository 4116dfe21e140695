// A sealed text as it travels and is stored: a header that everybody can read, and a ciphertext.

import { type CutId, type StoryId, type TextDigest, type TextKind, textKinds } from "@ownwords/consent";
import { bytesOf, fromBase64url } from "./bytes.ts";
import { canonical } from "./canonical.ts";
import { hash } from "./hash.ts";
import { isPaddedLength, mostPadded } from "./padding.ts";

/** Which side made the text. */
export const textProducers = ["author", "redactor", "support"] as const;
export type TextProducer = (typeof textProducers)[number];

/** What trainers are given. It names the cut, never the story, its versions or its parent. */
export type CutTextKind = "cut" | "card";

type CommonHeader = {
  readonly v: 1;
  readonly producer: TextProducer;
  /** `H("keytag", K)`: with it the digest commits to the key, which XChaCha20-Poly1305 alone does not. */
  readonly keyTag: string;
  readonly nonce: string;
};
export type StoryTextHeader = CommonHeader & {
  readonly kind: Exclude<TextKind, CutTextKind>;
  readonly of: StoryId;
  readonly versionNo?: number;
  readonly parentDigest?: TextDigest;
};
export type CutTextHeader = CommonHeader & { readonly kind: CutTextKind; readonly of: CutId };
export type TextHeader = StoryTextHeader | CutTextHeader;

export type SealedText = { readonly header: TextHeader; readonly ciphertext: string };

export const sealedTextFaults = ["shape", "header", "cut-header", "length"] as const;
export type SealedTextFault = (typeof sealedTextFaults)[number];

/** Bytes that Poly1305 adds. */
export const tagBytes = 16;

const plainFields = new Set(["v", "kind", "of", "producer", "keyTag", "nonce"]);
const storyFields = new Set([...plainFields, "versionNo", "parentDigest"]);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const isCutKind = (kind: unknown): kind is CutTextKind => kind === "cut" || kind === "card";

function headerFault(header: Record<string, unknown>): SealedTextFault | undefined {
  const fits =
    header.v === 1 &&
    textKinds.some((kind) => kind === header.kind) &&
    textProducers.some((producer) => producer === header.producer) &&
    fromBase64url(header.of, 32) &&
    fromBase64url(header.keyTag, 32) &&
    fromBase64url(header.nonce, 24) &&
    Object.keys(header).every((name) => storyFields.has(name));
  if (!fits) return "header";
  if (isCutKind(header.kind))
    return Object.keys(header).every((name) => plainFields.has(name)) ? undefined : "cut-header";
  const { versionNo, parentDigest } = header;
  const numbered = !("versionNo" in header) || (Number.isSafeInteger(versionNo) && (versionNo as number) >= 0);
  return numbered && (!("parentDigest" in header) || fromBase64url(parentDigest, 32)) ? undefined : "header";
}

/**
 * Checks the shape and the size of a sealed text: what can be checked without a key.
 * @param value anything at all, for example parsed JSON
 * @param limits `mostBytes`: the longest padded plaintext, where less than the general 1 MiB is expected
 */
export function readSealedText(
  value: unknown,
  limits: { readonly mostBytes?: number } = {},
): { readonly ok: true; readonly text: SealedText } | { readonly ok: false; readonly fault: SealedTextFault } {
  if (!isRecord(value) || !isRecord(value.header) || typeof value.ciphertext !== "string")
    return { ok: false, fault: "shape" };
  if (Object.keys(value).length !== 2) return { ok: false, fault: "shape" };
  const fault = headerFault(value.header);
  if (fault) return { ok: false, fault };
  const most = Math.min(limits.mostBytes ?? mostPadded, mostPadded) + tagBytes;
  // Measured before it is decoded, so that a huge string costs nothing.
  if (value.ciphertext.length > Math.ceil((most * 4) / 3)) return { ok: false, fault: "length" };
  const ciphertext = fromBase64url(value.ciphertext);
  if (!ciphertext) return { ok: false, fault: "shape" };
  if (ciphertext.length > most || !isPaddedLength(ciphertext.length - tagBytes)) return { ok: false, fault: "length" };
  return { ok: true, text: value as SealedText };
}

/** `H("text", header, ciphertext)`: commits to every byte and, through the key tag, to the key. */
export const textDigest = ({ header, ciphertext }: SealedText): TextDigest =>
  hash("text", canonical(header), bytesOf(ciphertext)) as TextDigest;

/** Is this the very text that a statement speaks of? */
export const matchesSealed = (text: SealedText, expected: TextDigest): boolean => textDigest(text) === expected;
