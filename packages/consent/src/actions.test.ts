import { describe, expect, it } from "vitest";
import { type ActionName, actionNames, actionOf } from "./actions.ts";
import { actionFor, rolesOf } from "./decide.ts";
import { freshStory } from "./laws/explore.ts";
import { toReview, walk } from "./laws/walk.ts";
import { dataProtectionLead, signed, story } from "./laws/world.ts";
import {
  cutMachine,
  type Move,
  permissionMachine,
  roles,
  type TextStage,
  textMachine,
  textStages,
} from "./machines.ts";
import type { StoryState } from "./state.ts";
import { fieldsOf, type Statement, type StatementType, statementTypes } from "./statements.ts";

const rows = actionNames.map((name) => [name, actionOf(name)] as const);
const at = (stage: TextStage) => ({ ...freshStory.state, stage }) as StoryState;
const stop = (what: string) => signed("stopped", { story, what, scope: "everything" }) as Statement;

describe("the table of actions", () => {
  it.each(actionNames)("names who may %s", (name) => {
    expect(rolesOf(name).length).toBeGreaterThan(0);
    expect(roles).toEqual(expect.arrayContaining([...rolesOf(name)]));
  });
  it.each(Object.keys(statementTypes) as StatementType[])("has a row for the statement %s", (type) => {
    expect(rows.some(([, row]) => row.statement === type)).toBe(true);
  });
  it.each(rows.filter(([, row]) => row.where))("asks in %s for values that its statement can have", (_, row) => {
    const fields = fieldsOf(row.statement!) as Record<string, { oneOf: readonly string[] }>;
    for (const [name, wanted] of Object.entries(row.where!))
      expect(fields[name]!.oneOf).toEqual(expect.arrayContaining([wanted].flat()));
  });
  it("takes every code of every statement that is told apart by one", () => {
    for (const [type, field] of [
      ["sent", "mode"],
      ["answered", "answer"],
      ["stopped", "what"],
      ["paused", "reason"],
      ["lifted", "reason"],
      ["held", "hold"],
    ] as const) {
      const { oneOf } = (fieldsOf(type) as Record<string, { oneOf: readonly string[] }>)[field]!;
      const taken = oneOf.filter(
        (code) => actionFor(at("author-review"), { type, [field]: code } as never) !== undefined,
      );
      expect(taken).toEqual(oneOf);
    }
  });
  it("moves everything that the machines can move, but what stops of hers end by the way", () => {
    const moved = rows.flatMap(([, { text, cut, permission }]) => [text, cut, permission]).filter(Boolean);
    const moves = [textMachine, cutMachine, permissionMachine].flatMap((machine) =>
      Object.keys(machine as Record<string, Move>),
    );
    expect(moves.filter((move) => !moved.includes(move as never)).sort()).toEqual(["retire", "takeBack"]);
  });
  it("lets nothing that she stops wait for anything, and carries nothing with it", () => {
    for (const [, row] of rows.filter(([, { statement }]) => statement === "stopped")) {
      expect(row.stop).toBe(true);
      expect(row.forward ?? row.carries ?? row.due).toBeUndefined();
    }
  });
  it("opens, approves and answers yes only where holds are heeded", () => {
    const forward: ActionName[] = ["agree", "answerYesOnce", "confirm", "elapse", "approve", "check"];
    expect(forward.filter((name) => !actionOf(name).forward)).toEqual([]);
  });
  it("destroys nothing but where a legal hold is heeded", () => {
    const destroying = rows.filter(([, { text }]) => text && textMachine[text].to === "erased");
    expect(destroying.map(([name]) => name).sort()).toEqual(["discard", "erase", "lapseDraft"]);
    expect(destroying.filter(([, { destroys }]) => !destroys)).toEqual([]);
  });
});

describe("which action a statement asks for", () => {
  it("erases a draft at once, and marks what was sent", () => {
    const answers = textStages.map((stage) => [stage, actionFor(at(stage), stop("erase"))]);
    expect(Object.fromEntries(answers)).toEqual({
      draft: "discard",
      sent: "leave",
      redacting: "leave",
      "needs-person": "leave",
      "team-review": "leave",
      "author-review": "leave",
      leaving: "leave",
      erased: "leave",
    });
  });
  it("does not depend on the stage for the other stops", () => {
    for (const stage of textStages) {
      expect(actionFor(at(stage), stop("take-back"))).toBe("takeBack");
      expect(actionFor(at(stage), stop("pause"))).toBe("pause");
    }
  });
  it("tells a sending to the redactor from one that her device redacted", () => {
    const sent = (mode: string) => signed("sent", { story, mode }) as Statement;
    expect(actionFor(at("draft"), sent("service"))).toBe("send");
    expect(actionFor(at("draft"), sent("device"))).toBe("sendRedacted");
    expect(actionFor(at("needs-person"), sent("device"))).toBe("sendRedacted");
  });
  it("answers nothing for a code that no row takes", () => {
    expect(actionFor(walk(toReview), { type: "stopped", what: "forget" } as never)).toBeUndefined();
  });
  it("tells the lead's erasure from hers", () => {
    const erased = signed("erased", { story, by: dataProtectionLead.id }) as Statement;
    expect(actionFor(at("author-review"), erased)).toBe("leadErase");
  });
});
