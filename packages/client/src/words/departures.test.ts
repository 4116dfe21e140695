import type { OwnDocument, RandomId, Run, StoryDocument } from "@ownwords/consent";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compare, cutDepartures } from "./departures.ts";

// Synthetic words.
const id = (name: string) => name.padEnd(22, "A") as RandomId;
const own = (words: string, title = ""): OwnDocument => ({
  v: 1,
  title,
  paragraphs: [{ id: id("p"), words }],
  lesson: "",
  hide: [],
});
const change = (name: string, shown = "[something]"): Run => ({ change: id(name), shown });
const proposed = (runs: readonly Run[], ...declared: string[]): StoryDocument => ({
  v: 1,
  title: [],
  paragraphs: [{ id: id("p"), runs }],
  lesson: [],
  changes: declared.map((name) => ({ id: id(name), code: "names-a-person", label: "PERSON" })),
});

describe("what a change took out", () => {
  it.each<[string, Run[], string[]]>([
    ["Kerry sat by the window.", [change("a"), { words: " sat by the window." }], ["Kerry"]],
    ["I sat with Kerry", [{ words: "I sat with " }, change("a")], ["Kerry"]],
    ["Kerry and Kerry sat", [change("a"), { words: " and " }, change("b"), { words: " sat" }], ["Kerry", "Kerry"]],
    ["Kerry", [change("a")], ["Kerry"]],
    ["ab", [change("a"), change("b")], ["", "ab"]],
  ])("is found beside her words: %s", (before, runs, taken) => {
    const found = compare(own(before), proposed(runs, "a", "b"));
    expect(found.departures).toEqual([]);
    expect(found.taken.map((each) => each.before)).toEqual(taken);
  });
});

describe("words that were changed without saying so", () => {
  it.each<[string, string, Run[]]>([
    ["a comma", "I sat by the window", [{ words: "I sat, by the window" }]],
    ["a capital", "i sat by the window", [{ words: "I sat by the window" }]],
    ["a word before a change", "so I sat with Kerry", [{ words: "I sat with " }, change("a")]],
    ["a word after a change", "Kerry sat down there", [change("a"), { words: " sat there" }]],
    ["an order", "one two three", [{ words: "two " }, change("a"), { words: "one" }]],
    ["an end", "I sat by the window.", [{ words: "I sat by the window" }]],
  ])("are found: %s", (_, before, runs) => {
    expect(compare(own(before), proposed(runs, "a")).departures).toEqual([{ place: id("p"), kind: "undeclared" }]);
  });

  it("are found where a paragraph went, came, or stands twice", () => {
    const two: OwnDocument = {
      ...own("one"),
      paragraphs: [
        { id: id("p"), words: "one" },
        { id: id("q"), words: "two" },
      ],
    };
    const kinds = (paragraphs: StoryDocument["paragraphs"]) =>
      compare(two, { ...proposed([]), paragraphs }).departures.map(({ kind }) => kind);
    const p = { id: id("p"), runs: [{ words: "one" }] };
    const q = { id: id("q"), runs: [{ words: "two" }] };
    expect(kinds([p, q])).toEqual([]);
    expect(kinds([p])).toEqual(["missing"]);
    expect(kinds([p, q, { id: id("r"), runs: [{ words: "three" }] }])).toEqual(["added"]);
    expect(kinds([q, p])).toContain("undeclared");
    expect(kinds([p, p, q])).toContain("undeclared");
  });

  it("are found where a change has no risk code", () => {
    expect(compare(own("Kerry sat"), proposed([change("a"), { words: " sat" }])).departures).toEqual([
      { place: id("p"), kind: "no-risk-code" },
    ]);
  });

  it("cannot hide behind the characters that mark earlier changes", () => {
    const before = proposed([change("a"), { words: " sat" }], "a");
    const forged = proposed([{ words: `\uE000${id("a")}\uE001 sat` }], "a");
    expect(compare(before, forged).departures).toEqual([{ place: id("p"), kind: "undeclared" }]);
  });
});

describe("whatever is marked as changed, and nothing else", () => {
  const words = fc.array(fc.constantFrom("a ", "b ", "ab ", "ba ", "."), { minLength: 1, maxLength: 12 });
  it("fits always, and stops fitting when a word of hers is touched", () => {
    fc.assert(
      fc.property(words, fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }), (parts, hidden) => {
        const runs = parts.map((part, at): Run => (hidden[at] ? change(`c${at}`) : { words: part }));
        const names = parts.map((_, at) => `c${at}`);
        expect(compare(own(parts.join("")), proposed(runs, ...names)).departures).toEqual([]);
        const touched = runs.map((run): Run => ("words" in run ? { words: `${run.words}!` } : run));
        const isTouched = runs.some((run) => "words" in run);
        expect(compare(own(parts.join("")), proposed(touched, ...names)).departures.length > 0).toBe(isTouched);
      }),
    );
  });
});

describe("a cut", () => {
  const checked: StoryDocument = {
    ...proposed([]),
    title: [{ words: "A title" }],
    paragraphs: [
      { id: id("p"), runs: [{ words: "I sat with " }, change("a", "[my sister]")] },
      { id: id("q"), runs: [{ words: "Nobody hurried." }] },
    ],
  };
  const cut = (...words: string[]) =>
    ({ v: 1, title: "", lesson: "", paragraphs: words.map((each) => ({ id: id(each), words: each })) }) as const;
  it.each([
    ["all of it", ["I sat with [my sister]", "Nobody hurried."], 0],
    ["a part", ["Nobody hurried."], 0],
    ["another order", ["Nobody hurried.", "I sat with [my sister]"], 1],
    ["twice the same", ["Nobody hurried.", "Nobody hurried."], 1],
    ["half a paragraph", ["I sat with"], 1],
    ["words that nobody checked", ["I sat with Kerry"], 1],
  ])("of %s", (_, words, departures) => expect(cutDepartures(checked, cut(...words))).toHaveLength(departures));

  it("of another title", () => {
    expect(cutDepartures(checked, { ...cut(), title: "Another" })).toEqual(["undeclared"]);
    expect(cutDepartures(checked, { ...cut(), title: "A title" })).toEqual([]);
  });
});
