import { describe, expect, test } from "vitest";
import { isOneEditAway } from "../open/near-words.ts";
import { isDenied } from "./denied.ts";
import { homophoneGroups } from "./homophones.ts";
import { passWords } from "./list.ts";
import { soundCode } from "./sound.ts";

/** Pairs of words that give the same answer, as text, so that a failure names them. */
const pairsAlikeBy = (answer: (word: string) => string): string[] => {
  const firstWith = new Map<string, string>();
  return passWords.flatMap((word) => {
    const first = firstWith.get(answer(word));
    firstWith.set(answer(word), first ?? word);
    return first === undefined ? [] : [`${first}, ${word}`];
  });
};

const pairsWhere = (bad: (a: string, b: string) => boolean): string[] =>
  passWords.flatMap((a, at) => passWords.slice(at + 1).flatMap((b) => (bad(a, b) ? [`${a}, ${b}`] : [])));

describe("the list of pass words", () => {
  test("has 2,048 words, eleven bits each", () => {
    expect(passWords).toHaveLength(2048);
  });

  test("is sorted and has no word twice", () => {
    expect(passWords).toEqual([...new Set(passWords)].sort());
  });

  test("has words of three to eight plain lower-case letters", () => {
    expect(passWords.filter((word) => !/^[a-z]{3,8}$/.test(word))).toEqual([]);
  });

  test("tells every word by its first four letters", () => {
    expect(pairsAlikeBy((word) => word.slice(0, 4))).toEqual([]);
  });

  test("has no word that is how another one begins", () => {
    expect(pairsWhere((a, b) => b.startsWith(a))).toEqual([]);
  });

  test("has no two words that sound alike", () => {
    expect(pairsAlikeBy(soundCode)).toEqual([]);
  });

  test("has no two words that are one typing slip apart", () => {
    expect(pairsWhere(isOneEditAway)).toEqual([]);
  });

  test("has no word beside its plural", () => {
    const plurals = (word: string): string[] => [
      `${word}s`,
      `${word}es`,
      word.replace(/y$/, "ies"),
      word.replace(/fe?$/, "ves"),
    ];
    const others = (word: string): string[] => plurals(word).filter((plural) => plural !== word);
    expect(passWords.filter((word) => others(word).some((plural) => passWords.includes(plural)))).toEqual([]);
  });

  test("has nothing in it that is on the deny list", () => {
    expect(passWords.filter(isDenied)).toEqual([]);
  });

  test("has no word that is spelt in another way when it means something else", () => {
    const homophones = new Set(homophoneGroups.flat());
    expect(passWords.filter((word) => homophones.has(word))).toEqual([]);
  });
});
