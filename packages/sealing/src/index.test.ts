import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** Every file of ours that an entry reaches, by its imports. */
function reached(entry: URL, found = new Set<string>()): Set<string> {
  if (found.has(entry.href)) return found;
  found.add(entry.href);
  for (const [, path] of readFileSync(entry, "utf8").matchAll(/^(?:import|export|\}).* from "(\.[^"]+)";$/gm))
    reached(new URL(path!, entry), found);
  return found;
}

const roomsOf = (entry: string) => {
  const files = [...reached(new URL(entry, import.meta.url))];
  return new Set(files.map((file) => /\/src\/(\w+)\//.exec(file)?.[1]).filter(Boolean));
};

test("what everybody may import reaches nothing that seals or opens", () => {
  expect([...roomsOf("./index.ts")]).toEqual([]);
});

test("what seals reaches nothing that opens", () => {
  expect([...roomsOf("./seal.ts")]).toEqual(["seal"]);
});

test("what opens reaches the words and nothing that is only for vectors", () => {
  expect([...roomsOf("./open.ts")].sort()).toEqual(["open", "seal", "words"]);
});
