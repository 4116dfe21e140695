import { expect, test } from "vitest";
import { recentNames } from "./recent.ts";

test("as many names as may be are remembered, and the oldest is forgotten first", () => {
  const recent = recentNames(2);
  for (const name of ["a", "b", "b"]) recent.add(name);
  expect(["a", "b", "c"].map(recent.has)).toEqual([true, true, false]);
  recent.add("c");
  expect(["a", "b", "c"].map(recent.has)).toEqual([false, true, true]);
});
