import { foldWord, type Passage } from "../passage.ts";

const reach = 40;

/** The last few words before `at`, folded. */
export function wordsBefore(passage: Passage, at: number): ReadonlySet<string> {
  const before = passage.text.slice(Math.max(0, at - reach), at);
  return new Set(before.split(/[\s:,;"“”()=#]+/).map((word) => foldWord(word).replace(/\.$/, "")));
}

/** True where one of `words` stands among the last few words before `at`. */
export function cueBefore(passage: Passage, at: number, words: ReadonlySet<string>): boolean {
  return anyOf(wordsBefore(passage, at), words);
}

/** True where two sets share a word. */
export function anyOf(some: ReadonlySet<string>, words: ReadonlySet<string>): boolean {
  for (const word of some) if (words.has(word)) return true;
  return false;
}
