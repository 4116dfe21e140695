import { expect, test } from "vitest";
import { type Passage, tokensOf } from "../passage.ts";
import { grammarVotes } from "./votes.ts";

const passage = (text: string, loud = false): Passage => ({
  text,
  tokens: tokensOf(text),
  flat: loud,
  loud,
  small: new Set(),
});
const votes = (text: string) =>
  grammarVotes.find(passage(text)).map((one) => [one.label, text.slice(one.start, one.end)]);

test("a name that only the sentence shows gets a vote, at its place in the text", () => {
  const text =
    "It rained. We drank tea. Then Mr Brannagh Oldacre arrived with a cake, don't you know. It rained again, and Mr Oldacre left.";
  expect(votes(text)).toContainEqual(["PERSON", "Mr Brannagh Oldacre"]);
  expect(votes(text)).toContainEqual(["PERSON", "Mr Oldacre"]);
});

test("sentences in which nothing is open are not asked about, nor is anything that is not prose", () => {
  expect(votes("I went home on Monday and drank tea.")).toEqual([]);
  expect(votes(`Then ${"Zzzz".repeat(200)} Oldacre came.`)).toEqual([]);
  expect(grammarVotes.find(passage("THEN MR OLDACRE CAME", true))).toEqual([]);
});
