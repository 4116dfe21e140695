// Which word of the list may have been meant by what was typed.

import { passWords } from "../words/list.ts";

/** Is the one the other after at most one letter added, left out, changed, or swapped with its neighbour? */
export function isOneEditAway(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
  if (short.slice(at + 1) === long.slice(at + 1)) return true;
  const swapped = long[at + 1] === short[at] && long[at] === short[at + 1];
  return swapped && short.slice(at + 2) === long.slice(at + 2);
}

/** No two words share their first four letters, so these are enough to name one. */
export const enoughLetters = 4;

/**
 * Words that are one slip away: of the whole word, of its first four letters where no more was typed, or any ending after
 * the first four letters.
 */
export const nearWords = (typed: string): string[] =>
  passWords.filter((word) => {
    const start = word.slice(0, enoughLetters);
    return (
      isOneEditAway(typed, word) ||
      (typed.length <= enoughLetters + 1 && isOneEditAway(typed, start)) ||
      (typed.length > enoughLetters && typed.startsWith(start))
    );
  });
