import { describe, expect, it } from "vitest";
import { type Action, type ActionName, actionNames, actionOf } from "./actions.ts";
import { actionFor, rolesOf } from "./decide.ts";
import { guards } from "./guards.ts";
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
import { pauseReasons, type StoryState } from "./state.ts";
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
    for (const [type, field, rest] of [
      ["sent", "mode"],
      ["answered", "answer"],
      ["stopped", "what", { scope: "everything" }],
      ["paused", "reason"],
      ["lifted", "reason"],
      ["held", "hold", { does: "set" }],
      ["held", "does", { hold: "safety" }],
      ["held", "does", { hold: "legal" }],
    ] as const) {
      const { oneOf } = (fieldsOf(type) as Record<string, { oneOf: readonly string[] }>)[field]!;
      const taken = oneOf.filter(
        (code) => actionFor(at("author-review"), { type, [field]: code, ...rest } as never) !== undefined,
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
  it("undoes, and says yes, only to somebody who has seen the last that came", () => {
    const sees = rows.filter(([, { statement }]) => statement && Object.hasOwn(fieldsOf(statement), "seen"));
    const blind = rows.filter(([, { needs }]) => !needs?.includes(guards.nothingCameSince)).map(([name]) => name);
    expect(sees.map(([name]) => name).filter((name) => blind.includes(name))).toEqual(["answerNo", "answerNotNow"]);
    for (const name of ["resume", "supportLift", "leadLift", "safetyRelease", "legalRelease", "keep"] as const)
      expect(blind).not.toContain(name);
  });
  it("keeps whoever may know her from everything that the desk does with her story, but stopping it", () => {
    const desk = rows.filter(([name, row]) => rolesOf(name).includes("support") && !row.stop);
    const heeds = ({ needs = [] }: Action) =>
      needs.includes(guards.notRecused) || needs.includes(guards.theDeskMayRead);
    expect(desk.filter(([, row]) => !heeds(row)).map(([name]) => name)).toEqual([]);
  });
  it("lifts every pause and every hold, each by one row", () => {
    const lifted = rows.flatMap(([, { lifts = [] }]) => lifts);
    expect([...lifted].sort()).toEqual([...pauseReasons, "safety", "legal"].sort());
  });
  it("takes these, and no others, for stops", () => {
    expect(rows.filter(([, { stop }]) => stop).map(([name]) => name)).toEqual([
      "leave",
      "discard",
      "recuse",
      "takeBack",
      "pause",
      "supportPause",
      "incidentPause",
      "safetyHold",
      "legalHold",
      "leadErase",
    ]);
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
  it("tells a hold that is set from one that is lifted, and knows no third", () => {
    const held = (hold: string, does: string) =>
      actionFor(at("sent"), signed("held", { story, hold, does }) as Statement);
    expect(["set", "lift", "on"].map((does) => held("safety", does))).toEqual([
      "safetyHold",
      "safetyRelease",
      undefined,
    ]);
    expect(["set", "lift", "on"].map((does) => held("legal", does))).toEqual(["legalHold", "legalRelease", undefined]);
  });
  it("erases everything, or nothing: no row takes the erasure of a part", () => {
    for (const stage of textStages)
      for (const scope of ["cut", "permission"])
        expect(actionFor(at(stage), signed("stopped", { story, what: "erase", scope }) as Statement)).toBeUndefined();
  });
  it("tells the lead's erasure from hers", () => {
    const erased = signed("erased", { story, by: dataProtectionLead.id }) as Statement;
    expect(actionFor(at("author-review"), erased)).toBe("leadErase");
  });
});
