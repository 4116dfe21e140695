import { describe, expect, it } from "vitest";
import { type ActionName, actionNames, actionOf } from "./actions.ts";
import { actionFor, type Decision, decide } from "./decide.ts";
import type { Act, Context } from "./guards.ts";
import type { Attempt } from "./laws/attempt.ts";
import { attemptNamed, toAgreed, toCheck, toHolding, toOpen, toReview, toYesOnce, walk } from "./laws/walk.ts";
import * as world from "./laws/world.ts";
import { context, dayAt, signed, slots, story, today, workers } from "./laws/world.ts";
import { textStages } from "./machines.ts";
import type { StoryState } from "./state.ts";
import { type Statement, type StatementType, statementTypes } from "./statements.ts";

const [one, two] = slots;
const yes = "permission-1-1";
const lead = world.actorOf(world.dataProtectionLead);

type Change = (act: Act) => Partial<Act>;
/** An attempt as the explorations make it, or with something about it changed. */
function tries(state: StoryState, label: string, change: Change = () => ({}), at: Context = context): Decision {
  const attempt: Attempt = attemptNamed(label);
  return decide(state, attempt.rowAt[state.stage], { ...attempt.act, ...change(attempt.act) }, at);
}
const saying =
  (fields: object): Change =>
  (act) => ({ statement: { ...act.statement, ...fields } as Act["statement"] });
const says = (state: StoryState, by: Act["by"], statement: Act["statement"]): Decision =>
  decide(
    state,
    actionFor(state, statement as Statement)!,
    { by, statement, statementDigest: world.bytes32("said"), texts: [], grants: [] },
    context,
  );
const under = (directory: Partial<Context["directory"]>): Context => ({
  ...context,
  directory: { ...context.directory, ...directory },
});
const refused = (refusal: string) => ({ ok: false, refusal });
const nextOf = (decision: Decision): StoryState => {
  if (!decision.ok) throw new Error(decision.refusal);
  return decision.next;
};
const stop = (what: string, fields: object = { scope: "everything" }) => signed("stopped", { story, what, ...fields });
const otherCircles = world.directory.circles.filter(({ id }) => id !== one.circle.id);

describe("a statement", () => {
  const statements = Object.keys(statementTypes) as StatementType[];
  it.each(actionNames)("that %s does not take is refused by it, and so is none where it takes one", (name) => {
    const row = actionOf(name);
    // Everybody at once, so that nothing is refused for who asks.
    const by = { roles: world.everybody.flatMap(({ roles }) => roles), staff: workers[0] };
    const act = (statement: Act["statement"]): Act => ({
      by,
      statement,
      statementDigest: null,
      texts: [],
      grants: [],
    });
    for (const type of statements.filter((other) => other !== row.statement))
      expect(decide(walk(toOpen), name, act(signed(type, {}) as Act["statement"]), context)).toEqual(
        refused("statement-does-not-fit"),
      );
    if (row.statement)
      expect(decide(walk(toOpen), name, act(null), context)).toEqual(refused("statement-does-not-fit"));
    for (const field of Object.keys(row.where ?? {}))
      expect(
        decide(walk(toOpen), name, act(signed(row.statement!, { [field]: "another" }) as Act["statement"]), context),
      ).toEqual(refused("statement-does-not-fit"));
  });
  it("about another story is refused", () => {
    const elsewhere = saying({ story: world.bytes32("elsewhere") });
    expect(tries(walk(toOpen), "author: take-back-everything", elsewhere)).toEqual(refused("statement-does-not-fit"));
    expect(tries({ ...walk(toOpen), holds: ["legal"] }, "data-protection-lead: lift-legal", elsewhere)).toEqual(
      refused("statement-does-not-fit"),
    );
  });
  it("names a notice of the directory, by its id, its hash and its language", () => {
    const state = walk([...toYesOnce, "a day", "a day"]);
    for (const other of [{ id: world.bytes16("x") }, { hash: world.bytes32("x") }, { language: "cy" }])
      expect(tries(state, `author: second-${yes}`, saying({ notice: { ...world.notice, ...other } }))).toEqual(
        refused("unknown-notice"),
      );
    expect(tries(state, `author: second-${yes}`, undefined, under({ notices: [] }))).toEqual(refused("unknown-notice"));
  });
  it.each(["support", "trainer", "data-protection", "safeguarding", "steward"] as const)(
    "or a reading by somebody of %s whom the directory does not list is refused, and throws nothing",
    (role) => {
      for (const name of actionNames.filter((one) => actionOf(one).by?.includes(role))) {
        const act: Act = { by: { roles: [role] }, statement: null, statementDigest: null, texts: [], grants: [] };
        expect(decide(walk(toOpen), name, act, context)).toEqual(refused("not-yours-to-do"));
      }
    },
  );
});

describe("the day of a signature", () => {
  const open = walk(toOpen);
  it.each([
    "author: take-back-everything",
    "author: pause-everything",
    "author: stopped-erase",
    "worker-a: paused-support",
    "data-protection-lead: paused-incident",
    "data-protection-lead: set-legal",
    "safeguarding-lead: set-safety",
    "data-protection-lead: erased",
    "worker-a: recused",
  ])("%s counts if it was signed today or yesterday, and on no other day", (label) => {
    const on = (days: number) => tries(open, label, saying({ day: dayAt(days) }));
    expect([0, -1].map((days) => on(days).ok)).toEqual([true, true]);
    for (const days of [-2, 1]) expect(on(days)).toEqual(refused("signed-on-another-day"));
  });
  it.each([
    ["author: resume-everything", { ...open, pauses: [{ reason: "hers", target: null }] }],
    ["worker-b: lifted-support", { ...open, pauses: [{ reason: "support", target: null }] }],
    ["data-protection-lead: lift-legal", { ...open, holds: ["legal"] }],
    ["author: kept", walk(["author: stopped-erase"], open)],
    [`author: second-${yes}`, walk([...toYesOnce, "a day", "a day"])],
    [`worker-b: approved-${yes}-worker-b`, walk(toCheck)],
    [`author: no-${yes}`, open],
  ] as const)("%s counts on its day alone", (label, state) => {
    expect(tries(state as StoryState, label).ok).toBe(true);
    for (const days of [-1, 1])
      expect(tries(state as StoryState, label, saying({ day: dayAt(days) }))).toEqual(refused("signed-on-another-day"));
  });
  it("is of the calendar, not of the days that were recorded", () => {
    const tomorrow = { ...context, today: { n: today.n, date: dayAt(1) } };
    const nextWeek = { ...context, today: { n: today.n + 1, date: dayAt(7) } };
    expect(tries(open, "author: pause-everything", undefined, tomorrow).ok).toBe(true);
    expect(tries(open, "author: pause-everything", undefined, nextWeek)).toEqual(refused("signed-on-another-day"));
  });
});

describe("what comes along", () => {
  it("is each text once: two cuts and no card are refused", () => {
    const twice: Change = ({ texts }) => ({ texts: [texts[0]!, texts[0]!] });
    expect(tries(walk(toReview), "author: agreed-cut-1", twice)).toEqual(refused("attachments-do-not-fit"));
  });
});

describe("asking to erase", () => {
  it("is of everything, and names nothing else", () => {
    for (const fields of [
      { scope: "permission", permission: one.permission },
      { scope: "cut", cut: one.cut.id },
    ])
      expect(tries(walk(toOpen), "author: stopped-erase", saying(fields))).toEqual(refused("statement-does-not-fit"));
    for (const state of [walk([]), walk(toOpen)])
      for (const fields of [{ cut: one.cut.id }, { permission: one.permission }])
        expect(tries(state, "author: stopped-erase", saying(fields))).toEqual(refused("statement-does-not-fit"));
  });
  it("is hers to sign and hers to hand in", () => {
    expect(says(walk(["author: sent"]), lead, stop("erase"))).toEqual(refused("not-yours-to-do"));
  });
  it("is refused to the lead while it is a draft, of which nobody but she knows", () => {
    expect(says(walk([]), lead, signed("erased", { story, by: lead.staff!.id }))).toEqual(refused("wrong-stage"));
  });
  it("finds its work done only where it is done", () => {
    const act = attemptNamed("author: stopped-erase").act;
    const at = (name: ActionName) =>
      textStages.filter((stage) => decide({ ...walk(toReview), stage, before: "sent" }, name, act, context).ok);
    expect(at("discard")).toEqual(["draft"]);
    expect(at("leave").sort()).toEqual(textStages.filter((stage) => stage !== "draft" && stage !== "erased").sort());
  });
  it("again does not move the day, nor what she would keep", () => {
    const leaving = walk(["author: stopped-erase", "a day"], walk(toOpen));
    const next = nextOf(tries(leaving, "author: stopped-erase"));
    expect(next).toEqual({ ...leaving, seq: leaving.seq + 1 });
  });
});

describe("a target", () => {
  it.each(["take-back", "pause"])("that does not fit the scope is refused to her %s", (what) => {
    for (const fields of [
      { scope: "everything", cut: one.cut.id },
      { scope: "everything", permission: one.permission },
      { scope: "cut" },
      { scope: "permission" },
      { scope: "cut", cut: one.cut.id, permission: one.permission },
      { scope: "permission", cut: one.cut.id, permission: one.permission },
    ])
      expect(says(walk(toOpen), world.author, stop(what, fields))).toEqual(refused("statement-does-not-fit"));
    expect(says(walk(toOpen), world.author, stop(what, { scope: "cut", permission: one.permission }))).toEqual(
      refused("unknown-cut"),
    );
  });
});

describe("the second yes", () => {
  const state = walk([...toYesOnce, "a day", "a day"]);
  const { until } = state.permissions[one.permission]!;
  const second = (fields: object, from = state) => tries(from, `author: second-${yes}`, saying(fields));
  it("repeats the day of the first, or names an earlier one", () => {
    const on = (days: number) => nextOf(second({ until: dayAt(days) })).permissions[one.permission]!;
    expect(until! < dayAt(20)).toBe(true);
    expect(nextOf(second({ until })).permissions[one.permission]).toMatchObject({ until, endsOn: until });
    expect(on(3)).toMatchObject({ until: dayAt(3), endsOn: dayAt(3) });
    for (const days of [19, 20, 29]) expect(second({ until: dayAt(days) })).toEqual(refused("until-is-not-allowed"));
  });
  it("is refused where the first named no day", () => {
    const permissions = { [one.permission]: { ...state.permissions[one.permission]!, until: null } };
    expect(second({ until }, { ...state, permissions })).toEqual(refused("until-is-not-allowed"));
  });
  it("allows copies only if the first did, and may leave them out", () => {
    expect(second({ until, copies: true })).toEqual(refused("not-more-than-the-first"));
    const permissions = { [one.permission]: { ...state.permissions[one.permission]!, copies: true } };
    for (const copies of [true, false])
      expect(nextOf(second({ until, copies }, { ...state, permissions })).permissions[one.permission]!.copies).toBe(
        copies,
      );
  });
});

describe("a circle", () => {
  const newer = under({ circles: [...otherCircles, { ...one.circle, epoch: 2 }] });
  const gone = under({ circles: otherCircles });
  const notOffered = under({ policy: { ...world.policy, purposes: ["e-learning"] } });
  const charitys = under({ circles: [...otherCircles, { ...one.circle, kind: "support" }] });
  const waysToGo: [string, Context][] = [
    ["has a newer epoch", newer],
    ["is gone", gone],
    ["has a purpose that is not offered", notOffered],
    ["is the charity's own", charitys],
  ];
  const said: [string, StoryState][] = [
    [`author: first-${yes}`, walk(toAgreed)],
    [`author: second-${yes}`, walk([...toYesOnce, "a day", "a day"])],
    [`worker-b: approved-${yes}-worker-b`, walk(toCheck)],
  ];
  describe.each(said)("in %s", (label, state) => {
    it("is one that the directory offers", () => expect(tries(state, label).ok).toBe(true));
    it.each(waysToGo)("is refused when it %s", (_, at) => {
      expect(tries(state, label, undefined, at)).toEqual(refused("unknown-circle"));
    });
  });
  it.each(waysToGo)("to which she says no may be one that %s: what she allowed there ends", (_, at) => {
    for (const answer of ["no", "not-now"]) {
      const { permissions } = nextOf(tries(walk(toOpen), `author: ${answer}-${yes}`, undefined, at));
      expect(permissions[one.permission]!.stage).toBe("withdrawn");
    }
  });
});

describe("lifting", () => {
  const open = walk(toOpen);
  const later = { anchor: world.bytes32("head-after") } as Partial<StoryState>;
  it.each([
    ["worker-b: lifted-support", { pauses: [{ reason: "support", target: null }] }],
    ["data-protection-lead: lifted-incident", { pauses: [{ reason: "incident", target: null }] }],
    ["data-protection-lead: lifted-restore", { pauses: [{ reason: "restore", target: null }] }],
    ["author: resume-everything", { pauses: [{ reason: "hers", target: null }] }],
    ["data-protection-lead: lift-legal", { holds: ["legal"] }],
    ["safeguarding-lead: lift-safety", { holds: ["safety"] }],
  ] as [string, Partial<StoryState>][])("%s lifts only what it had seen", (label, fields) => {
    const state = { ...open, ...fields };
    const next = nextOf(tries(state, label));
    expect([next.pauses, next.holds]).toEqual([[], []]);
    const stood = [...state.pauses.map(({ reason }) => reason), ...state.holds];
    expect(actionOf(attemptNamed(label).rowAt[state.stage]).lifts).toEqual(expect.arrayContaining(stood));
    expect(tries({ ...state, ...later }, label)).toEqual(refused("something-came-since"));
    expect(tries(state, label, saying({ seen: undefined }))).toEqual(refused("something-came-since"));
  });
  it.each(["data-protection-lead: set-legal", "safeguarding-lead: set-safety"])("%s sees nothing first", (label) => {
    expect(tries({ ...open, ...later }, label).ok).toBe(true);
  });
  it("one hold leaves the other", () => {
    const both: StoryState = { ...open, holds: ["safety", "legal"] };
    expect(nextOf(tries(both, "data-protection-lead: lift-legal")).holds).toEqual(["safety"]);
    expect(nextOf(tries(both, "safeguarding-lead: lift-safety")).holds).toEqual(["legal"]);
  });
  it("is not for a recused worker, nor is sending a text back to the redactor", () => {
    const recused = [workers[0].id, workers[1].id];
    const paused: StoryState = { ...open, recused, pauses: [{ reason: "support", target: null }] };
    expect(tries(paused, "worker-b: lifted-support")).toEqual(refused("recused"));
    const stuck: StoryState = { ...walk(["author: sent"]), stage: "needs-person", recused };
    expect(tries(stuck, "worker-a: retried")).toEqual(refused("recused"));
    expect(tries({ ...stuck, recused: [] }, "worker-a: retried").ok).toBe(true);
  });
  it("starts the hold again only of what was paused", () => {
    const holding = walk(toHolding).permissions[one.permission]!;
    const long = { ...holding, since: today.n - 5 };
    const state: StoryState = {
      ...walk(toHolding),
      permissions: { [one.permission]: long, [two.permission]: { ...long, circle: two.circle.id } },
      pauses: [{ reason: "hers", target: two.permission }],
    };
    const resumed = signed("resumed", {
      story,
      scope: "permission",
      permission: two.permission,
      seen: world.head,
    });
    const { permissions } = nextOf(says(state, world.author, resumed));
    expect(permissions[one.permission]!.since).toBe(today.n - 5);
    expect(permissions[two.permission]!.since).toBe(today.n);
  });
  it("everything lifts all of hers and every weak-proof one, and no other", () => {
    const hers = (["hers", "weak-proof"] as const).flatMap((reason) =>
      [null, one.cut.id, one.permission].map((target) => ({ reason, target })),
    );
    const others = (["support", "incident", "restore"] as const).map((reason) => ({ reason, target: null }));
    const state: StoryState = { ...open, pauses: [...hers, ...others] };
    expect(nextOf(tries(state, "author: resume-everything")).pauses).toEqual(others);
    const some = nextOf(tries(state, "author: resume-cut-1")).pauses;
    expect(some).toEqual([...hers.filter(({ target }) => target !== one.cut.id), ...others]);
  });
});

describe("what makes that out of date which she signed", () => {
  const anchors = (state: StoryState, label: string) => {
    const decision = tries(state, label);
    if (!decision.ok) throw new Error(decision.refusal);
    return decision.anchors;
  };
  it.each([
    "author: take-back-everything",
    `author: take-back-${yes}`,
    "author: take-back-cut-1",
    "author: stopped-erase",
    "data-protection-lead: erased",
    "worker-a: recused",
  ])("is %s, and not the same once more", (label) => {
    const open = walk(toOpen);
    expect(anchors(open, label)).toBe(true);
    const after = nextOf(tries(open, label));
    expect(anchors(after, label)).toBe(false);
  });
  it.each([
    "author: pause-everything",
    "author: pause-cut-1",
    "worker-a: paused-support",
    "worker-a: paused-weak-proof",
    "data-protection-lead: paused-incident",
    "data-protection-lead: set-legal",
    "safeguarding-lead: set-safety",
  ])("is %s, each time: an older lift is not to undo the newer one", (label) => {
    const open = walk(toOpen);
    expect(anchors(open, label)).toBe(true);
    expect(anchors(nextOf(tries(open, label)), label)).toBe(true);
  });
  it.each(["worker-a: read", `worker-b: approved-${yes}-worker-b`])("may be %s", (label) => {
    expect(anchors(walk(toCheck), label)).toBe(label.includes("approved"));
  });
});

describe("the redaction worker", () => {
  const claimed: StoryState = { ...walk(["author: sent", "redactor: claim"]), claim: 2, attempts: 2 };
  it("gives a text to a person under its own claim, and under no other", () => {
    const refuse = (unfit: number | undefined) =>
      decide(claimed, "refuse", { ...attemptNamed("redactor: refuse").act, ...{ unfit: unfit as number } }, context);
    expect(nextOf(refuse(2)).stage).toBe("needs-person");
    for (const unfit of [0, 1, 3, undefined]) expect(refuse(unfit)).toEqual(refused("not-your-claim"));
  });
});

describe("reading a release", () => {
  const reads = (state: StoryState, permission = one.permission) =>
    decide(state, "readRelease", { ...attemptNamed("worker-a: read").act, permission }, context);
  it("is for a worker while it waits for the last check, and no reading makes anything out of date", () => {
    expect(reads(walk(toCheck))).toMatchObject({ ok: true, anchors: false });
    expect(reads({ ...walk(toCheck), recused: [workers[0].id] })).toEqual(refused("recused"));
    expect(reads(walk(toCheck), two.permission)).toEqual(refused("unknown-permission"));
  });
  it("comes not before the hold is over, nor after the approval", () => {
    expect(reads(walk(toHolding))).toEqual(refused("not-due"));
    for (const path of [toYesOnce, toOpen]) expect(reads(walk(path))).toEqual(refused("unknown-permission"));
  });
});
