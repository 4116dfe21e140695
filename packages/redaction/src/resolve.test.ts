import { expect, test } from "vitest";
import type { Candidate } from "./candidate.ts";
import { resolve, thresholdsOf } from "./resolve.ts";

const text = "Bristol City Council wrote";
const at = (words: string, rest: Partial<Candidate> & Pick<Candidate, "label" | "confidence">): Candidate => {
  const start = text.indexOf(words);
  return { start, end: start + words.length, tier: "hide", source: `${rest.label}-${words}`, ...rest };
};
const settled = (...candidates: Candidate[]) =>
  resolve(text, candidates, thresholdsOf()).map((one) => [one.label, text.slice(one.start, one.end), one.tier]);

test("the surer and longer wins, and what it does not cover stays found", () => {
  expect(
    settled(
      at("Bristol", { label: "PLACE", confidence: 0.8 }),
      at("Bristol City Council", { label: "ORG", confidence: 0.9 }),
    ),
  ).toEqual([["ORG", "Bristol City Council", "hide"]]);
  expect(
    settled(
      at("Bristol City", { label: "PLACE", confidence: 0.9 }),
      at("City Council", { label: "JOB", confidence: 0.6 }),
    ),
  ).toEqual([
    ["PLACE", "Bristol City", "hide"],
    ["JOB", "Council", "hide"],
  ]);
});

test("two views of one name are one name", () => {
  expect(
    settled(
      at("Bristol City", { label: "ORG", confidence: 0.9 }),
      at("City Council", { label: "ORG", confidence: 0.8 }),
    ),
  ).toEqual([["ORG", "Bristol City Council", "hide"]]);
});

test("two doubtful voices make one sure one, an echo adds nothing", () => {
  const weak = at("Bristol", { label: "PLACE", confidence: 0.4 });
  expect(settled(weak)).toEqual([["PLACE", "Bristol", "consider"]]);
  expect(settled(weak, { ...weak, source: "another" })).toEqual([["PLACE", "Bristol", "hide"]]);
  expect(settled(weak, { ...weak, source: "echo" })).toEqual([["PLACE", "Bristol", "consider"]]);
});

test("the knob stays within its ends, whatever it is set to", () => {
  expect(thresholdsOf(Number.NaN)).toEqual(thresholdsOf(0.5));
  expect(thresholdsOf(-3)).toEqual(thresholdsOf(0));
  expect(thresholdsOf(9).hide).toBeGreaterThan(0);
});
