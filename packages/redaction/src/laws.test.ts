import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { type Finding, findIdentifiers, redactText, type Style } from "./index.ts";

// Hundreds of texts each; a busy machine gets the time that it needs.
vi.setConfig({ testTimeout: 60_000 });

const junk = [
  "\u0000",
  "\ud800",
  "\udc00",
  "😀",
  "\u200b",
  "\u202e",
  "\u0301",
  "[",
  "]",
  "@",
  "'",
  "’",
  "\n",
  "\r\n",
  "…",
  "٣",
  "ﬁ",
  "İ",
];
// Synthetic and gentle: pieces that the engine reacts to, in any order.
const pieces = [
  "my sister called Jo",
  "our shaz",
  "Dr Appleyard",
  "Colette Brannock",
  "Colete",
  "in Larkborough",
  "moved to wombley",
  "12 Saltmarsh Road",
  "on 3 May 2014",
  "born 12/03/1984",
  "aged 7",
  "when i was nineteen",
  "07700 900123",
  "at Fernhill Surgery",
  "jo@post.example",
  "I",
  "i",
  "said",
  "and then",
  "a",
  "An",
  "my",
  "Hope",
  "hope",
  "£40",
  "[my sister]",
  "[Dr A]",
  "Deaf",
  "I was a teaching assistant",
];
const story = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...pieces) },
      fc.constantFrom(...junk),
      fc.string({ unit: "binary", maxLength: 6 }),
    ),
    { maxLength: 25 },
  )
  .chain((parts) =>
    fc
      .array(fc.constantFrom(" ", ", ", ". ", "\n", "", "-"), { minLength: parts.length, maxLength: parts.length })
      .map((gaps) => parts.map((part, i) => part + gaps[i]).join("")),
  );
const options = fc.record(
  {
    recall: fc.oneof(fc.double(), fc.constantFrom(0, 0.5, 1)),
    ownWords: fc.array(fc.constantFrom("hope", "Jo", "😀", "", "and then", "\ud800")),
    protectedWords: fc.array(fc.constantFrom("Fernhill", "said")),
    penNames: fc.array(fc.constantFrom("Wren", "Jo")),
    neverShare: fc.array(
      fc.record({
        start: fc.oneof(fc.integer({ min: -5, max: 200 }), fc.double()),
        end: fc.oneof(fc.integer({ min: -5, max: 200 }), fc.double()),
      }),
    ),
  },
  { requiredKeys: [] },
);
const styles: Style[] = ["bracketed", "pen-names", "vaguer"];

/** Valid offsets, in order, none over another, none through a surrogate pair. */
function expectSound(text: string, spans: readonly { start: number; end: number }[]) {
  let before = 0;
  for (const { start, end } of spans) {
    expect(Number.isInteger(start) && Number.isInteger(end)).toBe(true);
    expect(start).toBeGreaterThanOrEqual(before);
    expect(end).toBeGreaterThan(start);
    expect(end).toBeLessThanOrEqual(text.length);
    for (const at of [start, end]) {
      if (at > 0 && at < text.length)
        expect(
          text.charCodeAt(at) >= 0xdc00 &&
            text.charCodeAt(at) <= 0xdfff &&
            text.charCodeAt(at - 1) >= 0xd800 &&
            text.charCodeAt(at - 1) <= 0xdbff,
        ).toBe(false);
    }
    before = end;
  }
}

describe("findIdentifiers, whatever it is given", () => {
  test("gives valid offsets, in order, that neither overlap nor cut a character in two", () => {
    fc.assert(
      fc.property(story, options, (text, given) => {
        const found = findIdentifiers(text, given);
        expectSound(text, found);
        for (const one of found) {
          expect(one.confidence).toBeGreaterThan(0);
          expect(one.confidence).toBeLessThanOrEqual(1);
          expect(one.source.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("numbers entities from 1 without a gap, in order of first mention", () => {
    fc.assert(
      fc.property(story, (text) => {
        let highest = 0;
        for (const { entity } of findIdentifiers(text)) {
          expect(entity).toBeGreaterThanOrEqual(1);
          expect(entity).toBeLessThanOrEqual(highest + 1);
          highest = Math.max(highest, entity);
        }
      }),
    );
  });

  test("gives the same findings for the same text", () => {
    fc.assert(
      fc.property(story, options, (text, given) => {
        expect(findIdentifiers(text, given)).toEqual(findIdentifiers(text, given));
      }),
      { numRuns: 50 },
    );
  });

  test("covers every passage that is never to be shared, to the last unit", () => {
    fc.assert(
      fc.property(story, fc.nat(100), fc.nat(100), (text, a, b) => {
        const [start, end] = [Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)];
        const covered = new Set<number>();
        for (const one of findIdentifiers(text, { neverShare: [{ start, end }] }))
          if (one.tier === "hide") for (let at = one.start; at < one.end; at += 1) covered.add(at);
        for (let at = start; at < end; at += 1) expect(covered.has(at)).toBe(true);
      }),
    );
  });

  test("hides no less when the knob is turned towards recall", () => {
    const hidden = (text: string, recall: number) =>
      findIdentifiers(text, { recall }).filter((one) => one.tier === "hide").length;
    fc.assert(
      fc.property(fc.constantFrom(...pieces), (text) => {
        expect(hidden(text, 0.9)).toBeGreaterThanOrEqual(hidden(text, 0.3));
      }),
    );
  });
});

describe("redactText, whatever it is given", () => {
  test("replaces exactly what it says it replaced, and leaves the rest as it was", () => {
    fc.assert(
      fc.property(story, options, fc.constantFrom(...styles), fc.boolean(), (text, given, style, consider) => {
        const done = redactText(text, findIdentifiers(text, given), { style, consider, penNames: ["Wren"] });
        expectSound(text, done.replacements);
        let original = "";
        let from = 0;
        let to = 0;
        for (const one of done.replacements) {
          expect(done.text.slice(one.at, one.at + one.shown.length)).toBe(one.shown);
          expect(done.text.slice(to, one.at)).toBe(text.slice(from, one.start));
          original += text.slice(from, one.end);
          [from, to] = [one.end, one.at + one.shown.length];
        }
        expect(done.text.slice(to)).toBe(text.slice(from));
        expect(original + text.slice(from)).toBe(text);
      }),
      { numRuns: 300 },
    );
  });

  test("takes any findings, sound or not", () => {
    const odd = fc.record({
      start: fc.oneof(fc.integer({ min: -10, max: 60 }), fc.double()),
      end: fc.oneof(fc.integer({ min: -10, max: 60 }), fc.double()),
      label: fc.constantFrom("PERSON" as const, "DATE" as const, "AGE" as const, "ID" as const),
      tier: fc.constant("hide" as const),
      confidence: fc.constant(1),
      entity: fc.integer(),
      reason: fc.constant("names-a-person" as const),
      source: fc.constant<string[]>(["test"]),
    });
    fc.assert(
      fc.property(story, fc.array(odd), (text, findings: Finding[]) => {
        expectSound(text, redactText(text, findings).replacements);
      }),
    );
  });

  test("finds nothing left to hide in what it redacted", () => {
    const sentence = fc.constantFrom(
      "My sister Jo came to see me. ",
      "I told our Shaz about it. ",
      "Dr Appleyard at Fernhill Surgery listened. ",
      "Colette Brannock made tea, and Colette sat down. ",
      "We moved to Larkborough on 3 May 2014. ",
      "I rang 07700 900123 and wrote to jo@post.example. ",
      "I live at 12 Saltmarsh Road, LB4 7QT. ",
      "A nurse called Priya held the door. ",
      "It was a good day. ",
      "Nathan, my eldest, was nine. ",
      "I went to the Kettle & Thread on Mondays. ",
      "My key worker was Joanne. ",
    );
    fc.assert(
      fc.property(
        fc.array(sentence, { maxLength: 12 }),
        fc.constantFrom(...styles),
        fc.boolean(),
        fc.boolean(),
        (parts, style, consider, lower) => {
          const text = lower ? parts.join("").toLowerCase() : parts.join("");
          const penNames = ["Wren", "Linnet Moor"];
          const done = redactText(text, findIdentifiers(text, { penNames }), { style, consider, penNames });
          const left = findIdentifiers(done.text, { penNames }).filter((one) => one.tier === "hide");
          expect(left.map((one) => done.text.slice(one.start, one.end))).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });
});
