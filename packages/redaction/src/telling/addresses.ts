import type { Candidate, Recogniser } from "../candidate.ts";
import { wordKind } from "../grammar/lexicon.ts";
import { follows, type Passage, type Token } from "../passage.ts";
import { functionWords } from "../words/ordinary.ts";
import { streets, sureStreets } from "../words/streets.ts";

const noName = new Set(
  "main high busy quiet long little side back front back old new next same whole other one-way dead country dirt narrow wide our your their my his her this that every cobbled leafy rough dark wet bumpy winding first second last rocky right wrong car public local big wooden garden school shop bus".split(
    " ",
  ),
);
const parts = new Set("flat apartment apt room unit block house number no".split(" "));

/** Streets with or without a number, flats, and numbered places in other shapes: "3 Tai Bach". */
export const addresses: Recogniser = {
  name: "addresses",
  find(passage) {
    const found: Candidate[] = [];
    const add = (first: number, last: number, confidence: number) =>
      found.push({
        start: passage.tokens[first]!.start,
        end: passage.tokens[last]!.baseEnd,
        label: "ADDRESS",
        tier: "hide",
        confidence,
        source: "street",
      });
    for (let i = 0; i < passage.tokens.length; i += 1) {
      const street = byStreet(passage, i);
      if (street) add(street.first, street.last, street.confidence);
      const numbered = byNumber(passage, i);
      if (numbered) add(numbered.first, numbered.last, numbered.confidence);
    }
    return found;
  },
};

type Run = { first: number; last: number; confidence: number };

function byStreet({ tokens, flat, loud }: Passage, at: number): Run | undefined {
  const suffix = tokens[at]!;
  if (!streets.has(suffix.base) || at === 0) return undefined;
  const big = suffix.cap && !loud;
  let first = at;
  while (at - first < 3 && follows(tokens[first]) && !tokens[first]!.starts) {
    const before = tokens[first - 1]!;
    if (before.digits || functionWords.has(before.fold) || (big && !before.cap) || (!big && !flat && !before.cap))
      break;
    if (noName.has(before.base) && !(big && before.cap)) break;
    first -= 1;
  }
  if (first === at) return undefined;
  const numbered = withNumber(tokens, first);
  if (numbered < first) return { first: numbered, last: at, confidence: 0.92 };
  const strange = tokens.slice(first, at).some((token) => wordKind(token.base) !== "ordinary");
  const cue = /^(?:on|in|off|down|up|along|round|from|to|at|near|the|of|by)$/.test(tokens[first - 1]?.fold ?? "");
  if (big)
    return sureStreets.has(suffix.base)
      ? { first, last: at, confidence: 0.85 }
      : cue && strange
        ? { first, last: at, confidence: 0.7 }
        : undefined;
  const sure = sureStreets.has(suffix.base);
  return sure && cue && strange && tokens[first - 1]!.fold !== "the"
    ? { first: at - 1, last: at, confidence: 0.65 }
    : undefined;
}

/** "3 Tai Bach", "Flat 2, 118 Saltgate", "flat 2". */
function byNumber({ tokens, loud }: Passage, i: number): Run | undefined {
  const number = tokens[i]!;
  if (!/^\d{1,4}[a-z]?$/.test(number.base) || /[£$€]$/.test(number.gap)) return undefined;
  const first = withNumber(tokens, i + 1);
  const partOnly = first < i && parts.has(tokens[first]!.fold);
  let last = i;
  while (
    !loud &&
    last < i + 4 &&
    isNameWord(tokens[last + 1]) &&
    tokens[last + 1]!.gap === " " &&
    !tokens[last + 1]!.starts
  )
    last += 1;
  const names = tokens.slice(i + 1, last + 1);
  const strange = names.some((token) => wordKind(token.base) === "unknown" || wordKind(token.base) === "place");
  if (partOnly && names.length > 0) return { first, last, confidence: 0.85 };
  if (partOnly && /^(?:flat|apartment|apt)$/.test(tokens[first]!.fold)) return { first, last: i, confidence: 0.6 };
  return names.length >= 2 && strange ? { first: i, last, confidence: 0.85 } : undefined;
}

/** Takes in "12" and "Flat 3," that stand before token `first`. */
function withNumber(tokens: readonly Token[], first: number): number {
  let at = first;
  if (/^\d{1,4}[a-z]?$/.test(tokens[at - 1]?.base ?? "") && /^[ ,]{1,2}$/.test(tokens[at]?.gap ?? " ")) at -= 1;
  if (at === first) return first;
  if (parts.has(tokens[at - 1]?.fold ?? "") && tokens[at]!.gap === " ") at -= 1;
  const flatNumber = /^\d{1,3}[a-z]?$/.test(tokens[at - 1]?.base ?? "") && parts.has(tokens[at - 2]?.fold ?? "");
  return flatNumber && /^,? $/.test(tokens[at]!.gap) ? at - 2 : at;
}

const isNameWord = (token: Token | undefined): boolean => token?.cap === true && !functionWords.has(token.fold);
