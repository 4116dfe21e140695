import { describe, expect, it } from "vitest";
import {
  cutMachine,
  cutStages,
  isLive,
  type Move,
  permissionMachine,
  permissionStages,
  roles,
  textMachine,
  textStages,
} from "./machines.ts";

const machines: [string, Record<string, Move>, string, readonly string[], readonly string[]][] = [
  ["text", textMachine, "draft", textStages, ["erased"]],
  ["cut", cutMachine, "none", ["none", ...cutStages], ["retired"]],
  [
    "permission",
    permissionMachine,
    "none",
    ["none", ...permissionStages],
    ["no", "not-now", "returned", "withdrawn", "lapsed", "expired"],
  ],
];

describe.each(machines)("the machine of a %s", (_, machine, start, stages, final) => {
  const moves = Object.values(machine);
  const from = (stage: string) => moves.filter((move) => move.from.includes(stage));
  /** `before` is wherever a story left from. */
  const next = (stage: string) =>
    from(stage).flatMap(({ to }) => (to === "before" ? (machine.leave?.from ?? []) : [to]));

  it("reaches every stage", () => {
    const reached = new Set([start]);
    for (const stage of reached) for (const to of next(stage)) reached.add(to);
    expect([...reached].sort()).toEqual([...stages].sort());
  });
  it("ends only where it should", () => {
    expect(stages.filter((stage) => from(stage).length === 0).sort()).toEqual([...final].sort());
  });
  it("names who may, for every move", () => {
    for (const { by } of moves) {
      expect(by.length).toBeGreaterThan(0);
      expect(roles).toEqual(expect.arrayContaining([...by]));
    }
  });
  it("has no move from or to a stage that is not one", () => {
    for (const move of moves)
      for (const stage of [...move.from, move.to].filter((name) => name !== "before")) expect(stages).toContain(stage);
  });
});

it("takes a permission back from every stage in which it is live, and from no other", () => {
  expect(permissionStages.filter(isLive)).toEqual(["yes-once", "holding", "in-check", "open"]);
});
it("opens a permission by one move, which is an approval out of the check", () => {
  expect(Object.entries(permissionMachine).filter(([, { to }]) => to === "open")).toEqual([
    ["approve", { from: ["in-check"], to: "open", by: ["support"] }],
  ]);
});
