import { wordKind } from "../grammar/lexicon.ts";
import { follows, type Passage, type Token } from "../passage.ts";
import { kinship, roles } from "../words/kinship.ts";
import { neverNames, wordyNames } from "../words/ordinary.ts";
import { titles } from "../words/titles.ts";

/** How sure a word looks as (part of) a name where one is expected. */
export type NameLook = "capital" | "known" | "unknown" | "none";

const particles = new Set([
  "de",
  "van",
  "der",
  "von",
  "al",
  "el",
  "bin",
  "ibn",
  "la",
  "le",
  "da",
  "di",
  "ap",
  "ferch",
  "o",
  "mc",
  "mac",
]);

/** Judges one word at a place where a name is expected. `none` for everything that is surely a word. */
export function nameLook(passage: Passage, at: number): NameLook {
  const token = passage.tokens[at];
  if (token === undefined || !token.letters || token.saying || token.base.length > 40) return "none";
  if (token.digits && !/^\p{L}+$/u.test(token.base)) return "none";
  const kind = wordKind(token.base);
  if (isWordyName(token) && !passage.loud) return "capital";
  if (kind === "function" || neverNames.has(token.base)) return "none";
  if (token.cap && !passage.loud) return token.base.length === 1 && token.gap.includes("'") ? "none" : "capital";
  if (kind === "first-name" || wordyNames.has(token.base)) return "known";
  if (kind === "ordinary" || kinship.has(token.base) || roles.has(token.base) || titles.has(token.base)) return "none";
  return "unknown";
}

/** The last token of a name that begins at `at`: as many capitals as follow, or one word and a surname in flat text. */
export function nameEnd(passage: Passage, at: number): number {
  const { tokens } = passage;
  let last = at;
  while (last < at + 5) {
    // A possessive ends a name: "Jo's Mum".
    if (tokens[last]!.base !== tokens[last]!.fold) break;
    const next = tokens[last + 1];
    const initial = tokens[last]!.base.length === 1 && next?.gap === ". ";
    if (!follows(next) && !initial) break;
    const step = particles.has(next!.fold) && follows(tokens[last + 2]) ? 2 : 1;
    const look = nameLook(passage, last + step);
    const goesOn = (look === "capital" && !next!.starts) || (passage.flat && isFlatSurname(passage, last + step));
    if (!goesOn) break;
    last += step;
  }
  return last;
}

/** In text without capitals a second name has to be one that is no word. */
function isFlatSurname({ tokens }: Passage, at: number): boolean {
  const token = tokens[at];
  if (token === undefined || token.base.length < 3) return false;
  const kind = wordKind(token.base);
  return kind === "first-name" || kind === "last-name";
}

/** "Will" and "May" with a capital in the middle of a sentence: more than the grammar words that they are. */
export const isWordyName = (token: Token): boolean =>
  token.cap && !token.upper && !token.starts && wordyNames.has(token.base);
