import { ourBrackets, tokensOf } from "./passage.ts";

/** What the capitals of a whole text are worth. */
export type Casing = {
  add(passage: string): void;
  settle(): { flat: boolean; loud: boolean; small: ReadonlySet<string> };
};

const sentenceStart = /(?:^|[.!?…]["'”’)]?\s+|\n\s*)["'“‘(]?$/;
/** Brackets that stand for something without a letter at its beginning say nothing about capitals. */
const forNumbers = /number|address|date|registration|account|amount|spring|summer|autumn|winter|\d/;

/** No story has more different words; a text that is made of them shall not fill the memory. */
const mostWords = 50_000;

/**
 * Counts how a text uses capitals; "i" beside "I" tells most, since nobody hides an "I". A bracket that the engine wrote
 * has the capital of the word that it replaced and counts for it, so that redacting does not change the answer.
 */
export function createCasing(): Casing {
  const small = new Set<string>();
  const seen = { smallI: 0, bigI: 0, starts: 0, bigStarts: 0, words: 0, shouted: 0 };
  return {
    add(passage) {
      const tokens = tokensOf(passage);
      tokens.forEach((token, index) => {
        if (!token.letters) return;
        const initial = tokens[index + 1]?.gap.startsWith(".") && token.fold === "i";
        if (/^i(?:'|$)/.test(token.fold) && !initial) {
          if (token.cap) seen.bigI += 1;
          else seen.smallI += 1;
        }
        if (token.fold.length < 2) return;
        seen.words += 1;
        if (!token.cap && small.size < mostWords) small.add(token.base);
        if (token.upper) seen.shouted += 1;
        if (sentenceStart.test(passage.slice(Math.max(0, token.start - 6), token.start))) countStart(token.cap);
      });
      for (const { start, end } of ourBrackets(passage)) {
        const shown = passage.slice(start + 1, end - 1);
        if (forNumbers.test(shown) || !sentenceStart.test(passage.slice(Math.max(0, start - 6), start))) continue;
        countStart(/^\p{Lu}/u.test(shown));
      }
    },
    settle() {
      const loud = seen.words >= 6 && seen.shouted > seen.words * 0.6;
      const few = seen.starts > 0 && seen.bigStarts < seen.starts * 0.4;
      const flat = seen.smallI + seen.bigI > 0 ? seen.smallI > seen.bigI : few;
      return { flat: flat || loud, loud, small };
    },
  };
  function countStart(big: boolean): void {
    seen.starts += 1;
    if (big) seen.bigStarts += 1;
  }
}
