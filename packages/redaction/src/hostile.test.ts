import { describe, expect, test } from "vitest";
import { findIdentifiers, redactText } from "./index.ts";
import { longestPassage, windowsOf } from "./windows.ts";

// What would be quadratic or worse takes minutes at these lengths; what is linear takes a moment. No clock is compared.
const length = 50_000;
const units = [
  "a",
  "A",
  "Ab ",
  "1",
  "1 ",
  "1-",
  "1.",
  "1,",
  "a1",
  "a@",
  "@",
  "a.",
  "www.",
  "http://",
  "[",
  "[]",
  "(",
  "((",
  "'",
  "a'",
  "t'",
  "-",
  "–",
  "£1,",
  "a/1/",
  "Of The ",
  "House ",
  "Dr ",
  "my sister ",
  "called ",
  "twenty ",
  "double ",
  "\n",
  "Ab\n",
  "\0",
  "\ud800",
  "\udc00",
  "😀",
  "\u200b",
  "\u202e",
  "\u0301",
  "[my sister] ",
  "Salt & ",
];

describe("inputs that are made to be slow or to break", () => {
  test.each(units)(
    "a long run of %j is read and redacted",
    (unit) => {
      const text = unit.repeat(Math.ceil(length / unit.length));
      const findings = findIdentifiers(text);
      expect(redactText(text, findings).replacements.length).toBeLessThanOrEqual(findings.length);
    },
    60_000,
  );

  test("a line of 10 MB is read, and the name at its end is found", () => {
    const text = `${"a".repeat(10_000_000)} and I met Dr Appleyard`;
    const found = findIdentifiers(text);
    expect(found.map((one) => text.slice(one.start, one.end))).toEqual(["Dr Appleyard"]);
  }, 120_000);

  test("many different names are learnt without comparing each with each", () => {
    const name = (i: number) => `X${[...i.toString(36)].map((c) => (c >= "a" ? c : "qwrtzpsdfg"[Number(c)])).join("")}`;
    const text = Array.from({ length: 12_000 }, (_, i) => `I met ${name(i * 7919 + 46_656)} again.`).join("\n");
    expect(findIdentifiers(text).length).toBeGreaterThan(5_000);
  }, 120_000);
});

describe("passages", () => {
  test("are bounded, follow each other without a gap, and cut no pair in two", () => {
    for (const text of [
      "",
      "a".repeat(longestPassage),
      "a".repeat(longestPassage + 1),
      "😀".repeat(longestPassage),
      `a${"😀".repeat(longestPassage)}`,
      "word ".repeat(20_000),
    ]) {
      let at = 0;
      for (const { start, end } of windowsOf(text)) {
        expect(start).toBe(at);
        expect(end - start).toBeLessThanOrEqual(longestPassage);
        expect(text.slice(start, end).isWellFormed()).toBe(true);
        at = end;
      }
      expect(at).toBe(text.length);
    }
  });

  test("a name in one passage is found in every other", () => {
    const filler = "It rained and we drank tea by the window. ".repeat(900);
    const text = `My sister Oluwadara came. ${filler} So oluwadara stayed.`;
    const found = findIdentifiers(text).filter((one) => one.label === "PERSON");
    expect(found.map((one) => one.entity)).toEqual([1, 1]);
    expect(found.at(-1)!.start).toBe(text.lastIndexOf("oluwadara"));
  });
});
