import { expect, test } from "vitest";
import { createNameIndex } from "./similar.ts";

test("names of five letters and more are found one letter away: left out, added, changed, swapped", () => {
  const index = createNameIndex();
  index.add("colette");
  expect(["colete", "collette", "colexte", "calette", "coeltte"].map((word) => index.near(word))).toEqual(
    Array(5).fill("colette"),
  );
  expect(["coloured", "toilette", "omelette", "violet"].map((word) => index.near(word))).toEqual(
    Array(4).fill(undefined),
  );
});

test("short names are found by their sound alone", () => {
  const index = createNameIndex();
  index.add("kath");
  index.add("mcalister");
  expect(index.near("cath")).toBe("kath");
  expect(index.near("bath")).toBeUndefined();
  expect(index.near("macallister")).toBe("mcalister");
});
