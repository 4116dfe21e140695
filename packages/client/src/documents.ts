// From one kind of document to the next, on her device.

import {
  type CutDocument,
  type DraftDocument,
  mostCharacters,
  type OwnDocument,
  type RandomId,
  type Run,
  type StoryDocument,
  wordsOf,
} from "@ownwords/consent";
import { newId } from "@ownwords/sealing/open";
import { ClientError } from "./wire.ts";

/** A draft from plain text: a blank line ends a paragraph. */
export function draftOf(text: string, { title = "", lesson = "", hide = [] as readonly string[] } = {}): DraftDocument {
  const paragraphs = text
    .toWellFormed()
    .replaceAll("\r\n", "\n")
    .split(/\n[ \t]*\n+/)
    .map((words) => words.trim())
    .filter((words) => words !== "")
    .map((words) => ({ id: newId() as RandomId, words }));
  return { v: 1, title, paragraphs, lesson, hide, neverShare: [] };
}

/** @throws ClientError `too-long` */
export function assertFits(document: OwnDocument): void {
  const length = [document.title, document.lesson, ...document.paragraphs.map(({ words }) => words)].join("").length;
  if (length > mostCharacters) throw new ClientError("too-long");
}

/**
 * What is sent: the draft without the passages that she never shares. They do not leave it.
 * @throws ClientError `marks-are-wrong` when a mark does not fit its paragraph: rather nothing than a passage too much
 */
export function toSend({ neverShare, ...own }: DraftDocument): OwnDocument {
  const known = new Map(own.paragraphs.map(({ id, words }) => [id, words.length]));
  const isSound = neverShare.every(
    ({ paragraph, start, end }) =>
      Number.isInteger(start) &&
      Number.isInteger(end) &&
      0 <= start &&
      start <= end &&
      end <= (known.get(paragraph) ?? -1),
  );
  if (!isSound) throw new ClientError("marks-are-wrong");
  const paragraphs = own.paragraphs.map(({ id, words }) => {
    const marks = neverShare.filter(({ paragraph }) => paragraph === id).sort((a, b) => a.start - b.start);
    let kept = "";
    let at = 0;
    for (const { start, end } of marks) {
      if (start > at) kept += words.slice(at, start);
      at = Math.max(at, end);
    }
    return { id, words: kept + words.slice(at) };
  });
  return { ...own, paragraphs: paragraphs.filter(({ words }) => words.trim() !== "") };
}

/** What she does about one change. A cut drops the paragraph that it stands in; in a title or lesson, that field. */
export type Choice =
  | { readonly change: RandomId; readonly choice: "agree" | "cut" }
  | { readonly change: RandomId; readonly choice: "own"; readonly words: string };

/** The document with her own words in the place of changes. The changes that are left stay as they are. */
export function withOwnWords(document: StoryDocument, choices: readonly Choice[]): StoryDocument {
  const own = new Map(choices.flatMap((each) => (each.choice === "own" ? [[each.change, each.words] as const] : [])));
  const replaced = (runs: readonly Run[]): Run[] =>
    runs.map((run) => ("change" in run && own.has(run.change) ? { words: own.get(run.change)! } : run));
  return {
    ...document,
    title: replaced(document.title),
    lesson: replaced(document.lesson),
    paragraphs: document.paragraphs.map(({ id, runs }) => ({ id, runs: replaced(runs) })),
    changes: document.changes.filter(({ id }) => !own.has(id)),
  };
}

/** Which paragraphs a cut takes: all that may be shared when left out. */
export type Selection = {
  readonly paragraphs?: readonly RandomId[];
  readonly withTitle?: boolean;
  readonly withLesson?: boolean;
};

/** The cut: whole paragraphs of the checked version, renumbered, without reasons, so that an omission does not show. */
export function cutOf(document: StoryDocument, cutChanges: readonly RandomId[], selection: Selection): CutDocument {
  const dropped = (runs: readonly Run[]) => runs.some((run) => "change" in run && cutChanges.includes(run.change));
  const { paragraphs, withTitle = true, withLesson = true } = selection;
  return {
    v: 1,
    title: withTitle && !dropped(document.title) ? wordsOf(document.title) : "",
    paragraphs: document.paragraphs
      .filter(({ id, runs }) => !dropped(runs) && (paragraphs?.includes(id) ?? true))
      .map(({ runs }) => ({ id: newId(), words: wordsOf(runs) })),
    lesson: withLesson && !dropped(document.lesson) ? wordsOf(document.lesson) : "",
  };
}
