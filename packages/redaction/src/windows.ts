import type { Span } from "./finding.ts";

/** Passages are bounded, so that memory is flat and no recogniser can be made to work on a very long line. */
export const longestPassage = 16_384;

/** Cuts a text into passages: at an empty line, a line, a sentence or a space, in this order of liking. */
export function* windowsOf(text: string): Generator<Span> {
  let start = 0;
  while (start < text.length) {
    const end = cutAfter(text, start);
    yield { start, end };
    start = end;
  }
}

function cutAfter(text: string, start: number): number {
  const limit = start + longestPassage;
  if (limit >= text.length) return text.length;
  const floor = start + longestPassage / 2;
  for (const mark of ["\n\n", "\n", ". ", " "]) {
    const at = text.lastIndexOf(mark, limit - mark.length);
    if (at >= floor) return at + mark.length;
  }
  return splitsPair(text, limit) ? limit - 1 : limit;
}

/** True where `at` lies between the two halves of a surrogate pair. */
export function splitsPair(text: string, at: number): boolean {
  return at > 0 && at < text.length && isHigh(text.charCodeAt(at - 1)) && isLow(text.charCodeAt(at));
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;
