// The laws of consent.md, on every state that any sequence of attempts reaches in a small world (`laws/worlds.ts`).

import { describe, expect, it } from "vitest";
import { actionNames } from "./actions.ts";
import { type Explored, explore } from "./laws/explore.ts";
import { type Law, laws } from "./laws/laws.ts";
import * as worlds from "./laws/worlds.ts";
import { permissionStages, textStages } from "./machines.ts";
import { isStatement } from "./statements.ts";

const explored = Object.entries(worlds.all).map(([name, world]) => [name, explore(world)] as const);
const reachedAnywhere = new Set(explored.flatMap(([, { reached }]) => [...reached]));

describe.each(explored)("in the world of %s", (_, { states, tried, broken }: Explored) => {
  describe(`${states} states, ${tried} acts tried in them`, () => {
    it.each(Object.entries(laws) as [Law, string][])("%s: %s", (law) => {
      expect(broken.get(law) ?? "kept").toBe("kept");
    });
  });
});

describe("the laws hold not because nothing happens", () => {
  it("every stage of the text is reached", () => {
    expect(textStages.filter((stage) => !reachedAnywhere.has(stage))).toEqual([]);
  });
  it("every stage of a permission is reached, and an open gate", () => {
    expect([...permissionStages, "the gate is open"].filter((stage) => !reachedAnywhere.has(stage))).toEqual([]);
  });
  it("every action is accepted somewhere, but opening, which the gate's own tests try", () => {
    expect(actionNames.filter((name) => !reachedAnywhere.has(`does ${name}`))).toEqual(["open"]);
  });
  it("the gate opens in every world that has answers", () => {
    const closed = explored.filter(([, { reached }]) => !reached.has("the gate is open")).map(([name]) => name);
    expect(closed).toEqual(["her text under holds"]);
  });
  it("what is said is well-formed, unless it is tried because it is not", () => {
    const said = Object.values(worlds.all)
      .flatMap(({ attempts }) => attempts)
      .filter(({ wrong, act }) => !wrong && act.statement);
    expect(said.filter(({ act }) => !isStatement(act.statement)).map(({ label }) => label)).toEqual([]);
  });
});
