import { expect, test } from "vitest";
import { isFirstName, wordKind } from "./lexicon.ts";

test("the grammar's word list has the shape that is read here", () => {
  expect(["sarah", "bristol", "poland", "walked", "the"].map(wordKind)).toEqual([
    "first-name",
    "place",
    "country",
    "ordinary",
    "function",
  ]);
});

test("inflected and common words are words, names that are words are words until something says otherwise", () => {
  expect(["kettles", "complaints", "complaining", "isolation", "hope", "grace", "reading"].map(wordKind)).toEqual(
    Array(7).fill("ordinary"),
  );
  expect(isFirstName("hope")).toBe(false);
});

test("what no list has is unknown, also what objects have by nature", () => {
  expect(["oluwadara", "brimblewick", "constructor", "__proto__", "toString".toLowerCase()].map(wordKind)).toEqual(
    Array(5).fill("unknown"),
  );
});
