import { expect, test } from "vitest";
import { deniedByTheme, isDenied } from "./denied.ts";

test.each(["abuse", "victim", "slave", "weapon", "skill", "spices", "snow", "bedroom", "ruby", "grape", "coconut"])(
  "%s is denied, in itself or by a part that would be noticed",
  (word) => {
    expect(isDenied(word)).toBe(true);
  },
);

test.each(["lantern", "basket", "meadow", "branch", "buffalo", "clock", "armchair"])("%s is not", (word) => {
  expect(isDenied(word)).toBe(false);
});

test("every entry is a word with at most a star at each end", () => {
  const entries = Object.values(deniedByTheme).flatMap((text) => text.trim().split(/\s+/));
  expect(entries.filter((entry) => !/^\*?[a-z]+\*?$/.test(entry))).toEqual([]);
});
