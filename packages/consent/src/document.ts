// What is sealed: her story as a document. No service process but the redaction worker ever sees one.

import type { RandomId } from "./ids.ts";
import type { RiskCode } from "./risk-codes.ts";

/** What she writes, and what she sends to be redacted: plain words. */
export type OwnDocument = {
  readonly v: 1;
  readonly title: string;
  readonly paragraphs: readonly { readonly id: RandomId; readonly words: string }[];
  /** "What I want you to learn." */
  readonly lesson: string;
  /** Words of her own list that are to be hidden wherever they stand. Seen by the engine alone. */
  readonly hide: readonly string[];
};

/** A draft has marks that never leave it: passages that she will not share. Offsets in UTF-16 units. */
export type DraftDocument = OwnDocument & {
  readonly neverShare: readonly { readonly paragraph: RandomId; readonly start: number; readonly end: number }[];
};

/**
 * Words that stand as she wrote them (perhaps with a question to her and the team), or a change: what is shown in place of
 * what was taken out.
 */
export type Run =
  | { readonly words: string; readonly consider?: RiskCode }
  | { readonly change: RandomId; readonly shown: string };

export type Paragraph = { readonly id: RandomId; readonly runs: readonly Run[] };

/** Why a change is proposed, and of what kind it is. Never what stood there before. */
export type Change = { readonly id: RandomId; readonly code: RiskCode; readonly label: string };

/** What the desk and she read together: redacted, checked, revised. */
export type StoryDocument = {
  readonly v: 1;
  readonly title: readonly Run[];
  readonly paragraphs: readonly Paragraph[];
  readonly lesson: readonly Run[];
  readonly changes: readonly Change[];
};

/** What a trainer opens. Plain words, renumbered, without reasons, so that an omission does not show. */
export type CutDocument = {
  readonly v: 1;
  readonly title: string;
  readonly paragraphs: readonly { readonly id: RandomId; readonly words: string }[];
  readonly lesson: string;
};

/** All that the catalogue shows of a cut. */
export type CardDocument = { readonly v: 1; readonly contentNote: string; readonly themes: readonly string[] };

/** The longest a story can be, in characters (UTF-16 units) over all its fields. */
export const mostCharacters = 100_000;

/** The kinds of sealed texts. */
export const textKinds = ["draft", "sent", "redacted", "checked", "revised", "cut", "card"] as const;
export type TextKind = (typeof textKinds)[number];

/** The words that a reader sees. */
export const wordsOf = (runs: readonly Run[]): string =>
  runs.map((run) => ("words" in run ? run.words : run.shown)).join("");
