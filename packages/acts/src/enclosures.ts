import type { Grant, Statement, TextRef } from "@ownwords/consent";
import { fromBase64url, readSealedText, type SealedText, textDigest } from "@ownwords/sealing";
import type { Enclosed } from "@ownwords/store";

/** What comes along with a statement, as the wire has it. */
export type Enclosures = {
  readonly texts: readonly unknown[];
  readonly grants: readonly (Grant & { readonly box: string; readonly key: string | null })[];
};

export type ReadEnclosures = { readonly refs: readonly TextRef[]; readonly texts: Enclosed["texts"] };

/**
 * Checks every sealed text as far as it can be checked without a key: whole, padded, and of the story or cut that the
 * statement speaks of.
 * @returns undefined when one is not
 */
export function readEnclosures(statement: Statement, enclosures: Enclosures): ReadEnclosures | undefined {
  if (!enclosures.grants.every(({ box }) => fromBase64url(box))) return undefined;
  const said = statement as { story?: string; cut?: string };
  const read = enclosures.texts.map((given) => {
    const found = readSealedText(given);
    if (!found.ok) return undefined;
    const { header, ciphertext } = found.text as SealedText;
    const of = header.kind === "cut" || header.kind === "card" ? said.cut : said.story;
    if (header.of !== of || header.kind === "draft") return undefined;
    const digest = textDigest(found.text);
    return {
      ref: { digest, kind: header.kind },
      text: { digest, kind: header.kind, header, ciphertext: Buffer.from(fromBase64url(ciphertext)!) },
    };
  });
  if (read.some((found) => found === undefined)) return undefined;
  return { refs: read.map((found) => found!.ref), texts: read.map((found) => found!.text) };
}
