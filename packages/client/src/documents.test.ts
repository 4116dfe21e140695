import type { DraftDocument, RandomId, StoryDocument } from "@ownwords/consent";
import { ready } from "@ownwords/sealing";
import { beforeAll, describe, expect, it } from "vitest";
import { assertFits, cutOf, draftOf, toSend, withOwnWords } from "./documents.ts";

beforeAll(ready);

// Synthetic words.
const marked = (words: string, ...marks: [number, number][]): DraftDocument => {
  const draft = draftOf(words);
  const paragraph = draft.paragraphs[0]!.id;
  return { ...draft, neverShare: marks.map(([start, end]) => ({ paragraph, start, end })) };
};

describe("passages that she never shares", () => {
  it.each<[string, [number, number][], string]>([
    ["one", [[2, 4]], "abefgh"],
    [
      "two",
      [
        [6, 8],
        [0, 2],
      ],
      "cdef",
    ],
    [
      "two that overlap",
      [
        [1, 5],
        [3, 6],
      ],
      "agh",
    ],
    [
      "one within another",
      [
        [1, 6],
        [2, 3],
      ],
      "agh",
    ],
    [
      "the same twice",
      [
        [1, 3],
        [1, 3],
      ],
      "adefgh",
    ],
    ["nothing", [[3, 3]], "abcdefgh"],
  ])("are left out, and nothing else: %s", (_, marks, left) => {
    expect(toSend(marked("abcdefgh", ...marks)).paragraphs.map(({ words }) => words)).toEqual([left]);
  });

  it("take their paragraph with them when nothing is left", () => {
    expect(toSend(marked("abc", [0, 3])).paragraphs).toEqual([]);
  });

  it.each<[string, [number, number]]>([
    ["backwards", [4, 2]],
    ["before the beginning", [-1, 2]],
    ["past the end", [0, 9]],
    ["in halves", [0.5, 2]],
  ])("send nothing when a mark is wrong: %s", (_, mark) => {
    expect(() => toSend(marked("abcdefgh", mark))).toThrowError(expect.objectContaining({ code: "marks-are-wrong" }));
  });

  it("send nothing when a mark is of no paragraph", () => {
    const draft = { ...draftOf("abc"), neverShare: [{ paragraph: "x".repeat(22) as RandomId, start: 0, end: 1 }] };
    expect(() => toSend(draft)).toThrowError(expect.objectContaining({ code: "marks-are-wrong" }));
  });
});

describe("a draft", () => {
  it("has a paragraph for each piece between blank lines, with random ids", () => {
    const { paragraphs } = draftOf("one\r\nstill one\r\n\r\n  \n\ntwo\n");
    expect(paragraphs.map(({ words }) => words)).toEqual(["one\nstill one", "two"]);
    expect(new Set(paragraphs.map(({ id }) => id)).size).toBe(2);
  });

  it.each([
    [100_000, true],
    [100_001, false],
  ])("of %i characters: %s", (length, fits) => {
    const check = () => assertFits(draftOf("a".repeat(length)));
    if (fits) expect(check).not.toThrow();
    else expect(check).toThrowError(expect.objectContaining({ code: "too-long" }));
  });
});

const id = (name: string) => name.padEnd(22, "A") as RandomId;
const checked: StoryDocument = {
  v: 1,
  title: [{ change: id("t"), shown: "[a title]" }],
  paragraphs: [
    { id: id("p"), runs: [{ words: "I sat with " }, { change: id("a"), shown: "[my sister]" }] },
    { id: id("q"), runs: [{ words: "Nobody hurried." }] },
  ],
  lesson: [],
  changes: ["t", "a"].map((name) => ({ id: id(name), code: "names-a-person", label: "PERSON" })),
};

describe("what she does about a change", () => {
  it("own words stand in its place, and it is no change any more", () => {
    const revised = withOwnWords(checked, [{ change: id("a"), choice: "own", words: "somebody" }]);
    expect(revised.paragraphs[0]?.runs).toEqual([{ words: "I sat with " }, { words: "somebody" }]);
    expect(revised.changes.map((each) => each.id)).toEqual([id("t")]);
  });

  it("a cut part drops its paragraph, or its title, and says nothing of it", () => {
    const cut = cutOf(checked, [id("a"), id("t")], {});
    expect(cut).toMatchObject({ title: "", paragraphs: [{ words: "Nobody hurried." }] });
    expect(cut.paragraphs[0]?.id).not.toBe(id("q"));
  });

  it("a part is what she chose", () => {
    const cut = cutOf(checked, [], { paragraphs: [id("p")], withTitle: false });
    expect(cut).toMatchObject({ title: "", paragraphs: [{ words: "I sat with [my sister]" }] });
  });
});
