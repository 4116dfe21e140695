// Making and reading the eight words. Reading forgives how they are typed, and never guesses: what it would change is
// offered back, and she confirms it.

import { SealingError } from "../errors.ts";
import { sodium } from "../sodium.ts";
import { passWords } from "../words/list.ts";
import { entropyBytes, isPassWord, isPhrase, wordCount, wordsOf } from "./checksum.ts";
import { enoughLetters, nearWords } from "./near-words.ts";

export const passWordFaults = ["too-few", "too-many", "unknown-word", "checksum"] as const;
export type PassWordFault = (typeof passWordFaults)[number];

export type WordsRead =
  | { readonly ok: true; readonly words: readonly string[] }
  | {
      readonly ok: false;
      readonly fault: PassWordFault;
      /** The first word that is not on the list, counted from 0. */
      readonly at?: number;
      /** Whole phrases that are near and whose checksum is right, to be offered for confirmation. */
      readonly suggestions: readonly (readonly string[])[];
    };

/** Eight fresh words. */
export const makePassWords = (): string[] => wordsOf(sodium.randombytes_buf(entropyBytes));

/**
 * Completes a word while it is typed.
 * @param prefix a whole word of the list, or four letters or more of one
 */
export function completeWord(prefix: string): string | undefined {
  const typed = prefix.toLowerCase();
  if (isPassWord(typed)) return typed;
  return typed.length < enoughLetters ? undefined : passWords.find((word) => word.startsWith(typed));
}

/** More phrases than this are not tried: three words or more that are not on the list are typed again. */
const mostTried = 4096;

/** Every phrase that takes one choice for each word. */
function phrases(choices: readonly (readonly string[])[]): string[][] {
  if (choices.reduce((product, { length }) => product * length, 1) > mostTried) return [];
  return choices.reduce<string[][]>(
    (begun, words) => begun.flatMap((phrase) => words.map((word) => [...phrase, word])),
    [[]],
  );
}

/** What was typed, as words of letters: any case, width and separator, numbering too. */
const typedWords = (text: string): string[] =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .match(/\p{L}+/gu) ?? [];

/**
 * Reads eight words as somebody typed or pasted them: any case, spaces, hyphens, commas, line breaks; four letters stand
 * for a word.
 */
export function readPassWords(text: string): WordsRead {
  const typed = typedWords(text);
  if (typed.length !== wordCount)
    return { ok: false, fault: typed.length < wordCount ? "too-few" : "too-many", suggestions: [] };

  const words = typed.map(completeWord);
  const at = words.indexOf(undefined);
  if (at !== -1) {
    const choices = words.map((word, index) => (word ? [word] : nearWords(typed[index]!)));
    return { ok: false, fault: "unknown-word", at, suggestions: phrases(choices).filter(isPhrase) };
  }

  const known = words as string[];
  if (isPhrase(known)) return { ok: true, words: known };
  const oneReplaced = typed.flatMap((word, index) => nearWords(word).map((near) => known.with(index, near)));
  return { ok: false, fault: "checksum", suggestions: oneReplaced.filter(isPhrase) };
}

/**
 * The one spelling that keys are derived from.
 * @throws SealingError `not-pass-words`
 */
export function phraseOf(words: readonly string[]): string {
  if (!isPhrase(words)) throw new SealingError("not-pass-words");
  return words.join(" ");
}
