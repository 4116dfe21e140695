import type { Day, LedgerHead, StoryId } from "@ownwords/consent";
import { beforeAll, expect, test } from "vitest";
import { type ChainedEntry, firstHead, type LedgerEntry, ledgerHead, verifyLedger } from "./ledger.ts";
import { ready } from "./sodium.ts";
import { fixedId } from "./vectors/fixed.ts";

let story: StoryId;
let chain: ChainedEntry[];
beforeAll(async () => {
  await ready();
  story = fixedId("story", 32);
  let head = firstHead(story);
  chain = ["sent", "redacted", "checked", "decided"].map((kind, at) => {
    const entry: LedgerEntry = { seq: at + 1, day: "2026-03-01" as Day, role: "author", kind, organisation: "A" };
    head = ledgerHead(head, entry);
    return { entry, head };
  });
});

test("a whole chain verifies, and an empty one stands at its start", () => {
  expect(verifyLedger(story, chain)).toEqual({ ok: true, head: chain[3]!.head });
  expect(verifyLedger(story, [])).toEqual({ ok: true, head: firstHead(story) });
});

const changed = (at: number, change: object): ChainedEntry[] =>
  chain.with(at, { ...chain[at]!, entry: { ...chain[at]!.entry, ...change } as LedgerEntry });

test.each<[string, () => ChainedEntry[], number, string]>([
  ["a changed kind", () => changed(1, { kind: "recused" }), 2, "head"],
  ["a changed day", () => changed(2, { day: "2026-03-02" }), 3, "head"],
  ["a changed role", () => changed(0, { role: "support" }), 1, "head"],
  ["a changed organisation", () => changed(0, { organisation: "B" }), 1, "head"],
  ["a statement put in", () => changed(3, { statement: fixedId("x", 32) }), 4, "head"],
  ["a changed head", () => chain.with(1, { ...chain[1]!, head: fixedId<LedgerHead>("x", 32) }), 2, "head"],
  ["an entry taken out", () => chain.toSpliced(1, 1), 2, "sequence"],
  ["an entry twice", () => chain.toSpliced(1, 0, chain[0]!), 2, "sequence"],
  ["two swapped", () => [chain[0]!, chain[2]!, chain[1]!, chain[3]!], 2, "sequence"],
  ["an unknown field", () => changed(1, { name: "x" }), 2, "entry"],
  ["an unknown role", () => changed(1, { role: "guest" }), 2, "entry"],
  ["text that is ill-formed", () => changed(1, { organisation: "\ud800" }), 2, "entry"],
])("%s is found where it is", (_name, entries, at, fault) => {
  expect(verifyLedger(story, entries())).toEqual({ ok: false, at, fault });
});

test("a chain is of one story only", () => {
  expect(verifyLedger(fixedId("another story", 32), chain)).toEqual({ ok: false, at: 1, fault: "head" });
});
