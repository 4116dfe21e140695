import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { ready } from "../sodium.ts";
import { passWords } from "../words/list.ts";
import { isPhrase, wordsOf } from "./checksum.ts";
import { isOneEditAway, nearWords } from "./near-words.ts";
import { completeWord, makePassWords, phraseOf, readPassWords } from "./pass-words.ts";

beforeAll(ready);

const entropy = fc.uint8Array({ minLength: 10, maxLength: 10 });
const phrase = entropy.map((bytes) => ({ bytes, words: () => wordsOf(bytes) }));

test("eight words hold 80 bits: other bits, other words", () => {
  fc.assert(
    fc.property(entropy, entropy, (one, other) => {
      const same = Buffer.compare(one, other) === 0;
      expect(wordsOf(one).join(" ") === wordsOf(other).join(" ")).toBe(same);
      expect(isPhrase(wordsOf(one))).toBe(true);
    }),
  );
});

test("fresh words are eight, from the list, and new each time", () => {
  const phrases = Array.from({ length: 50 }, makePassWords);
  for (const words of phrases) expect(words.filter((word) => passWords.includes(word))).toHaveLength(8);
  expect(new Set(phrases.map(String)).size).toBe(50);
});

describe("reading is forgiving", () => {
  const spellings: Record<string, (words: string[]) => string> = {
    "capital letters": (words) => words.join(" ").toUpperCase(),
    hyphens: (words) => words.join("-"),
    commas: (words) => words.join(", "),
    "line breaks and white space": (words) => `\n\t${words.join(" \r\n ")}  `,
    "a numbered list": (words) => words.map((word, at) => `${at + 1}. ${word}`).join("\n"),
    "four letters a word": (words) => words.map((word) => word.slice(0, 4)).join(" "),
    "full-width letters": (words) =>
      words.join(" ").replace(/[a-z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)),
  };
  test.each(Object.keys(spellings))("of %s", (name) => {
    fc.assert(
      fc.property(phrase, ({ words }) => {
        expect(readPassWords(spellings[name]!(words()))).toEqual({ ok: true, words: words() });
      }),
    );
  });
});

test.each([
  ["nothing", 0, "too-few"],
  ["seven words", 7, "too-few"],
  ["nine words", 9, "too-many"],
])("%s is said to be so", (_name, count, fault) => {
  const words = Array.from({ length: count }, () => passWords[5]!);
  expect(readPassWords(words.join(" "))).toEqual({ ok: false, fault, suggestions: [] });
});

describe("a slip is offered back and never taken by itself", () => {
  /** One letter changed into something that is no word. */
  const misspelt = (word: string) => `${word.slice(0, -1)}q`;

  test("a word that is not on the list", () => {
    fc.assert(
      fc.property(phrase, fc.nat(7), ({ words }, at) => {
        const right = words();
        fc.pre(completeWord(misspelt(right[at]!)) === undefined);
        const read = readPassWords(right.with(at, misspelt(right[at]!)).join(" "));
        expect(read).toMatchObject({ ok: false, fault: "unknown-word", at });
        expect(read.ok ? [] : read.suggestions).toContainEqual(right);
      }),
    );
  });

  test("a word whose first four letters are right", () => {
    const right = wordsOf(new Uint8Array(10).fill(90));
    const read = readPassWords(right.with(3, `${right[3]!.slice(0, 4)}qqqq`).join(" "));
    expect(read).toMatchObject({ ok: false, fault: "unknown-word", at: 3 });
    expect(read.ok ? [] : read.suggestions).toContainEqual(right);
  });

  test("two words that are not on the list", () => {
    const right = wordsOf(new Uint8Array(10).fill(90));
    const read = readPassWords(right.with(2, misspelt(right[2]!)).with(6, misspelt(right[6]!)).join(" "));
    expect(read).toMatchObject({ ok: false, fault: "unknown-word", at: 2 });
    expect(read.ok ? [] : read.suggestions).toContainEqual(right);
  });

  test("one slip never makes another word of the list", () => {
    const pairs = passWords.flatMap((word) => passWords.filter((near) => near > word && isOneEditAway(word, near)));
    expect(pairs).toEqual([]);
  });

  test("something that is near to nothing gives no suggestion", () => {
    const words = Array<string>(8).fill("qqqqqqqqqqqq");
    expect(readPassWords(words.join(" "))).toEqual({ ok: false, fault: "unknown-word", at: 0, suggestions: [] });
  });

  test("every suggestion is a phrase whose checksum is right", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...passWords), { minLength: 8, maxLength: 8 }), (words) => {
        const read = readPassWords(words.join(" "));
        if (!read.ok) expect(read.suggestions.every(isPhrase)).toBe(true);
      }),
    );
  });
});

test("the checksum finds a wrong word in about 255 of 256 cases", () => {
  const right = wordsOf(new Uint8Array(10).fill(42));
  const wrong = right.flatMap((word, at) =>
    passWords.filter((other) => other !== word).map((other) => right.with(at, other)),
  );
  const missed = wrong.filter(isPhrase).length / wrong.length;
  expect(wrong).toHaveLength(8 * 2047);
  // Of 16,376 phrases 64 are expected to pass, with a standard deviation of 8.
  expect(missed).toBeGreaterThan(0.5 / 256);
  expect(missed).toBeLessThan(1.5 / 256);
});

test("a word completes from four letters, a shorter one only when it is whole", () => {
  for (const word of passWords) {
    expect(completeWord(word.slice(0, 4))).toBe(word);
    expect(completeWord(word.toUpperCase())).toBe(word);
  }
  expect(completeWord("")).toBeUndefined();
  expect(completeWord("zzzz")).toBeUndefined();
  expect(completeWord(passWords.find((word) => word.length > 4)?.slice(0, 2) ?? "b")).toBeUndefined();
});

test.each([
  ["river", "river", true],
  ["river", "rive", true],
  ["river", "rivers", true],
  ["river", "rover", true],
  ["river", "rievr", true],
  ["river", "rvrie", false],
  ["river", "rvier", true],
  ["river", "rivre", true],
  ["river", "iver", true],
  ["river", "revir", false],
  ["river", "riv", false],
  ["", "a", true],
])("%s and %s are one edit apart: %s", (one, other, expected) => {
  expect(isOneEditAway(one, other)).toBe(expected);
  expect(isOneEditAway(other, one)).toBe(expected);
});

test("a slip within four letters that stand for a long word is near to it", () => {
  const long = passWords.toSorted((one, other) => other.length - one.length)[0]!;
  expect(nearWords(`${long.slice(0, 3)}q`)).toContain(long);
});

test("keys are derived from eight right words only", () => {
  const words = makePassWords();
  expect(phraseOf(words)).toBe(words.join(" "));
  for (const wrong of [words.slice(1), [...words, words[0]!], words.map((word) => word.toUpperCase()), []])
    expect(() => phraseOf(wrong)).toThrow(expect.objectContaining({ code: "not-pass-words" }));
});
