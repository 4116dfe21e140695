// Are these her own words, but for what is marked as changed? The same question at the desk, on her device and at the last
// check. It needs no diff: a change may stand for anything, everything else has to be there to the letter, in its order.

import {
  type CutDocument,
  type OwnDocument,
  type RandomId,
  type Run,
  type StoryDocument,
  wordsOf,
} from "@ownwords/consent";

/** A piece of the text that was there before: words, or a change that was there already. */
type Piece = { readonly words: string } | { readonly change: RandomId };

/** Private-use characters stand around the id of an earlier change, so that no words match across it. */
const flat = (pieces: readonly Piece[]): string =>
  pieces.map((piece) => ("words" in piece ? piece.words : `\uE000${piece.change}\uE001`)).join("");
const reserved = /[\uE000\uE001]/;
/** An earlier change, as `TakenOut.before` holds it: its id. */
export const earlierChange = /\uE000([A-Za-z0-9_-]+)\uE001/g;

export type Place = "title" | "lesson" | RandomId;
/** Where words were changed without saying so. */
export type Departure = { readonly place: Place; readonly kind: "undeclared" | "missing" | "added" | "no-risk-code" };

/** What a change took out of the text before: a span of it, UTF-16. */
export type TakenOut = { readonly place: Place; readonly change: RandomId; readonly before: string };

/**
 * Aligns runs with what stood there before: the first fit from the left, which finds one whenever there is one.
 * @returns what each change took out; undefined when words differ outside the changes
 */
function align(before: string, runs: readonly Run[]): { change: RandomId; before: string }[] | undefined {
  const kept: string[] = [""];
  const changes: RandomId[] = [];
  for (const run of runs) {
    if ("words" in run) kept[kept.length - 1] += run.words;
    else {
      changes.push(run.change);
      kept.push("");
    }
  }
  if (kept.some((words) => reserved.test(words))) return undefined;
  if (changes.length === 0) return before === kept[0] ? [] : undefined;
  if (!before.startsWith(kept[0]!)) return undefined;
  const taken: { change: RandomId; before: string }[] = [];
  let at = kept[0]!.length;
  for (const [index, change] of changes.entries()) {
    const words = kept[index + 1]!;
    const isLast = index === changes.length - 1;
    const found = isLast ? before.length - words.length : before.indexOf(words, at);
    if (found < at || (isLast && !before.endsWith(words))) return undefined;
    taken.push({ change, before: before.slice(at, found) });
    at = found + words.length;
  }
  return taken;
}

type Fields = ReadonlyMap<Place, readonly Piece[]>;

/** Her own document, or an earlier version with changes, field by field. */
function fieldsOf(document: OwnDocument | StoryDocument): Fields {
  const pieces = (field: string | readonly Run[]): Piece[] =>
    typeof field === "string"
      ? [{ words: field }]
      : field.map((run) => ("words" in run ? { words: run.words } : { change: run.change }));
  return new Map<Place, Piece[]>([
    ["title", pieces(document.title)],
    ...document.paragraphs.map((paragraph): [Place, Piece[]] => [
      paragraph.id,
      pieces("runs" in paragraph ? paragraph.runs : paragraph.words),
    ]),
    ["lesson", pieces(document.lesson)],
  ]);
}

/**
 * Compares a proposed version with what stood there before.
 * @returns every departure from her words that is not declared as a change with a risk code, and what the changes took out
 */
export function compare(
  before: OwnDocument | StoryDocument,
  proposed: StoryDocument,
): { readonly departures: readonly Departure[]; readonly taken: readonly TakenOut[] } {
  const fields = fieldsOf(before);
  const declared = new Set(proposed.changes.map(({ id }) => id));
  const departures: Departure[] = [];
  const taken: TakenOut[] = [];
  const seen: Place[] = [];
  const look = (place: Place, runs: readonly Run[]) => {
    seen.push(place);
    const pieces = fields.get(place);
    if (!pieces) return departures.push({ place, kind: "added" });
    if (runs.some((run) => "change" in run && !declared.has(run.change)))
      departures.push({ place, kind: "no-risk-code" });
    if (pieces.some((piece) => "words" in piece && reserved.test(piece.words)))
      return departures.push({ place, kind: "undeclared" });
    const aligned = align(flat(pieces), runs);
    if (!aligned) return departures.push({ place, kind: "undeclared" });
    return taken.push(...aligned.map((each) => ({ place, ...each })));
  };
  look("title", proposed.title);
  for (const { id, runs } of proposed.paragraphs) look(id, runs);
  look("lesson", proposed.lesson);
  for (const place of fields.keys()) if (!seen.includes(place)) departures.push({ place, kind: "missing" });
  const order = [...fields.keys()].filter((place) => seen.includes(place));
  const known = seen.filter((place) => fields.has(place));
  const moved = known.find((place, index) => place !== order[index]);
  if (moved !== undefined) departures.push({ place: moved, kind: "undeclared" });
  return { departures, taken };
}

/**
 * Is a cut made only of whole paragraphs of the checked version, unchanged and in their order?
 * @returns where it is not; empty when every word stands there
 */
export function cutDepartures(checked: StoryDocument, cut: CutDocument): readonly Departure["kind"][] {
  const departures: Departure["kind"][] = [];
  if (cut.title !== "" && cut.title !== wordsOf(checked.title)) departures.push("undeclared");
  if (cut.lesson !== "" && cut.lesson !== wordsOf(checked.lesson)) departures.push("undeclared");
  let at = 0;
  const paragraphs = checked.paragraphs.map(({ runs }) => wordsOf(runs));
  for (const { words } of cut.paragraphs) {
    const found = paragraphs.indexOf(words, at);
    if (found < 0) departures.push("undeclared");
    else at = found + 1;
  }
  return departures;
}
