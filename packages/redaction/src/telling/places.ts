import type { Candidate, Recogniser } from "../candidate.ts";
import type { Tier } from "../finding.ts";
import { isFirstName, wordKind } from "../grammar/lexicon.ts";
import { follows, type Passage } from "../passage.ts";
import { seasons, weekdays } from "../words/calendar.ts";
import { groups } from "../words/groups.ts";
import { kinship, roles } from "../words/kinship.ts";
import { neverNames, wordyTowns } from "../words/ordinary.ts";
import { organisationSuffixes } from "../words/organisations.ts";
import { streets } from "../words/streets.ts";
import { livingWords, placeBefore } from "../words/talk.ts";

const features = new Set(
  "district valley island islands isle forest moor moors fells hills beach bay downs village park common".split(" "),
);
const road = /^[ma]\d{1,3}$/;

/** "lived in X", "moved to X", "from X", roads with a number, "Salt Valley". */
export const places: Recogniser = {
  name: "places",
  find(passage) {
    const { tokens } = passage;
    const found: Candidate[] = [];
    const add = (first: number, last: number, tier: Tier, confidence: number, source: string) =>
      found.push({ start: tokens[first]!.start, end: tokens[last]!.baseEnd, label: "PLACE", tier, confidence, source });
    for (let i = 0; i < tokens.length; i += 1) {
      const token = tokens[i]!;
      if (tokens[i - 1]?.fold === "the" && road.test(token.base)) add(i, i, "consider", 0.7, "road");
      if (
        features.has(token.base) &&
        token.cap &&
        !passage.flat &&
        tokens[i - 1]?.cap &&
        follows(token) &&
        !isPlain(passage, i - 1)
      ) {
        add(i - 1, i, "hide", 0.7, "place-feature");
      }
      const next = tokens[i + 1];
      if (token.letters && next !== undefined && follows(next) && (token.cap || passage.flat)) {
        const pair = wordKind(`${token.base} ${next.base}`);
        if (pair === "country") add(i, i + 1, "consider", 0.75, "country");
        if (pair === "place") add(i, i + 1, "hide", 0.8, "place-word");
      }
      if (passage.flat) flatPlace(passage, i, add);
      else if (token.saying === false && wordKind(token.base) === "country" && token.cap)
        add(i, i, "consider", 0.7, "country");
    }
    return found;
  },
};

type Add = (first: number, last: number, tier: Tier, confidence: number, source: string) => void;

/** Without capitals: a word that nobody knows behind "moved to" or "near", or a town that the word list has. */
function flatPlace(passage: Passage, i: number, add: Add): void {
  const { tokens } = passage;
  const token = tokens[i]!;
  const kind = wordKind(token.base);
  if (token.saying || isPlain(passage, i)) return;
  const before = tokens[i - 1];
  const cued = before !== undefined && token.gap === " " && placeBefore.has(before.fold);
  const living = cued && livingWords.has(tokens[i - 2]?.fold ?? "");
  const near = cued && /^(?:near|outside|in|from|fae|frae|at)$/.test(before.fold);
  if (kind === "place") {
    add(i, i, "hide", living || cued ? 0.8 : 0.6, "place-word");
    return;
  }
  if (kind === "country") {
    add(i, i, "consider", 0.7, "country");
    return;
  }
  // "up mexborough way", "over brandon way".
  if (cued && tokens[i + 1]?.fold === "way" && kind === "unknown") {
    add(i, i, "hide", 0.7, "place-context");
    return;
  }
  const next = tokens[i + 1];
  if (next && follows(next) && (organisationSuffixes.has(next.base) || streets.has(next.base))) return;
  if (living) {
    add(i, i, "hide", kind === "unknown" ? 0.6 : 0.5, "place-context");
    return;
  }
  if (near && kind === "unknown" && token.base.length > 4)
    add(
      i,
      i,
      /^(?:in|at)$/.test(before.fold) ? "consider" : "hide",
      /^(?:in|at)$/.test(before.fold) ? 0.4 : 0.5,
      "place-context",
    );
}

/** True where a word cannot be a place's name. */
function isPlain({ tokens, flat }: Passage, i: number): boolean {
  const token = tokens[i]!;
  if (!token.letters || token.digits || token.base.length < 3) return true;
  const word = token.base;
  const kind = wordKind(word);
  if (kind === "function" || neverNames.has(word) || groups.has(word) || kinship.has(word) || roles.has(word))
    return true;
  if (weekdays.has(word) || seasons.has(word) || isFirstName(word)) return true;
  return flat && kind === "ordinary" && !wordyTowns.has(word);
}
