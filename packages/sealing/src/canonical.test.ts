import fc from "fast-check";
import { expect, test } from "vitest";
import { canonical } from "./canonical.ts";

const json = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    fc.constant(null),
    fc.boolean(),
    fc.maxSafeInteger(),
    fc.string({ unit: "grapheme" }),
    fc.array(tie("value")),
    fc.dictionary(fc.string({ unit: "grapheme" }), tie("value"), { noNullPrototype: true }),
  ),
})).value;

const reversed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, inner]) => [name, reversed(inner)]),
  );
};

test("reading it back and writing it again changes nothing", () => {
  fc.assert(fc.property(json, (value) => canonical(JSON.parse(canonical(value))) === canonical(value)));
});

test("the order in which fields were set does not show", () => {
  fc.assert(fc.property(json, (value) => canonical(reversed(value)) === canonical(value)));
});

test("it is JSON of the same value", () => {
  fc.assert(
    fc.property(json, (value) => {
      expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test("names are sorted by UTF-16 code units and control characters are escaped as RFC 8785 shows", () => {
  expect(
    canonical({
      "\u20ac": "Euro Sign",
      "\r": "Carriage Return",
      "\ufb33": "Hebrew Letter Dalet With Dagesh",
      "1": "One",
      "\ud83d\ude00": "Emoji: Grinning Face",
      "\u0080": "Control",
      "\u00f6": "Latin Small Letter O With Diaeresis",
    }),
  ).toBe(
    '{"\\r":"Carriage Return","1":"One","\u0080":"Control","ö":"Latin Small Letter O With Diaeresis",' +
      '"€":"Euro Sign","😀":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}',
  );
  expect(canonical('\u000f\n"\\/')).toBe('"\\u000f\\n\\"\\\\/"');
});

test.each([
  ["undefined", undefined],
  ["a field that is undefined", { a: undefined }],
  ["a fraction", 0.5],
  ["an integer that is not safe", 2 ** 53],
  ["NaN", Number.NaN],
  ["a bigint", 1n],
  ["a function", () => 1],
  ["a date", new Date(0)],
  ["bytes", new Uint8Array(2)],
  ["a hole", new Array(2)],
  ["nesting without end", JSON.parse(`${"[".repeat(5000)}${"]".repeat(5000)}`)],
])("%s is refused", (_name, value) => {
  expect(() => canonical(value)).toThrow(expect.objectContaining({ code: "not-json" }));
});

test.each([["\ud800"], [{ "\udc00": 1 }], [["a\ud83d"]]])("a lone surrogate is refused: %j", (value) => {
  expect(() => canonical(value)).toThrow(expect.objectContaining({ code: "ill-formed-text" }));
});
