import { describe, expect, it } from "vitest";
import type { Context } from "./guards.ts";
import { aDayLaterIn } from "./laws/settle.ts";
import { toAgreed, toCheck, toHolding, toOpen, toReview, toYesOnce, walk } from "./laws/walk.ts";
import { context, dayAt, slots, today } from "./laws/world.ts";
import type { StoryState } from "./state.ts";
import { ownActions, workDue } from "./work-due.ts";

const [{ permission }] = slots;
const due = (state: StoryState, at: Context = context) => workDue(state, at).map(({ action }) => action);
const under = (policy: object): Context => ({
  ...context,
  directory: { ...context.directory, policy: { ...context.directory.policy, ...policy } },
});
/** So many recorded days on; the calendar goes on as far. */
const on = (days: number, at: Context = context): Context => ({
  ...at,
  today: { n: today.n + days, date: dayAt(days) },
});
const row = (state: StoryState, fields: object): StoryState => ({
  ...state,
  permissions: { ...state.permissions, [permission]: { ...state.permissions[permission]!, ...fields } },
});

describe("what the service does by itself", () => {
  it("is every row that says when, done by the worker whose move it is", () => {
    expect(ownActions).toEqual(["erase", "lapseDraft", "claim", "reclaim", "fail", "elapse", "lapse", "expire"]);
  });
  it("is nothing where a person is waited for", () => {
    for (const state of [walk(toReview), walk(toAgreed), walk(toYesOnce), walk(toCheck), walk(toOpen)])
      expect(due(state)).toEqual([]);
  });
  it("comes with the act and the decision that carry it out", () => {
    const [work, ...rest] = workDue(walk(["author: sent"]), context);
    expect(rest).toEqual([]);
    expect(work!.act).toEqual({
      by: { roles: ["redactor"] },
      statement: null,
      statementDigest: null,
      texts: [],
      grants: [],
    });
    expect(work!.decision.next.stage).toBe("redacting");
    expect(work!.decision.entry).toMatchObject({ kind: "claim", role: "redactor" });
  });
});

describe("redacting", () => {
  const sent = walk(["author: sent"]);
  const claimed = walk(["author: sent", "redactor: claim"]);
  const leaseOver = (attempts: number): StoryState => ({ ...claimed, attempts, leaseOver: true });
  it("is claimed at once", () => expect(due(sent)).toEqual(["claim"]));
  it("is left alone while its lease runs", () => expect(due({ ...claimed, attempts: 3 })).toEqual([]));
  it("is claimed again when the lease is over, under the next number", () => {
    const [work] = workDue(leaseOver(1), context);
    expect(work!.action).toBe("reclaim");
    expect(work!.decision.next).toMatchObject({ claim: claimed.claim + 1, attempts: 2, leaseOver: false });
  });
  it("is given to a person after the third attempt", () => {
    expect([1, 2, 3, 4].map((attempts) => due(leaseOver(attempts)))).toEqual([
      ["reclaim"],
      ["reclaim"],
      ["fail"],
      ["fail"],
    ]);
    expect(workDue(leaseOver(3), context)[0]!.decision.next.stage).toBe("needs-person");
  });
  it("begins anew when a person sends it back", () => {
    const again = walk(["worker-a: retried"], { ...leaseOver(3), stage: "needs-person" });
    expect(again).toMatchObject({ stage: "sent", attempts: 0 });
    expect(due(again)).toEqual(["claim"]);
  });
});

describe("a hold", () => {
  const holding = walk(toHolding);
  it.each([1, 7])("of %i whole days ends on its day, and not before", (holdDaysBetween) => {
    const policy = under({ holdDaysBetween });
    const days = Array.from({ length: holdDaysBetween + 2 }, (_, day) => due(holding, on(day, policy)));
    expect(days).toEqual([...Array.from({ length: holdDaysBetween + 1 }, () => []), ["elapse"]]);
  });
  it("counts recorded days, however far the calendar jumps", () => {
    expect(due(holding, { ...context, today: { n: today.n + 1, date: dayAt(15) } })).toEqual([]);
  });
  it("does not end under a pause or a hold of another kind, nor after the permission's day", () => {
    expect(due({ ...holding, pauses: [{ reason: "support", target: null }] }, on(2))).toEqual([]);
    expect(due({ ...holding, holds: ["safety"] }, on(2))).toEqual([]);
    expect(due(row(holding, { endsOn: dayAt(1) }), on(2))).toEqual(["expire"]);
  });
});

describe("ends", () => {
  it("of a first yes come the day after it lapses, and lapse is their name", () => {
    const once = walk(toYesOnce);
    const { endsOn } = once.permissions[permission]!;
    expect(endsOn).toBe(dayAt(3));
    expect([3, 4].map((days) => due(once, on(days)))).toEqual([[], ["lapse"]]);
  });
  it.each([
    ["holding", toHolding],
    ["in-check", toCheck],
    ["open", toOpen],
  ] as const)("of a permission that is %s come the day after its last", (_, path) => {
    const state = row(walk(path), { endsOn: dayAt(0), since: today.n });
    expect([0, 1].map((days) => due(state, on(days)))).toEqual([[], ["expire"]]);
  });
  it("go by the calendar, even if no day was recorded meanwhile", () => {
    const state = row(walk(toOpen), { endsOn: dayAt(0) });
    expect(due(state, { ...context, today: { n: today.n, date: dayAt(1) } })).toEqual(["expire"]);
  });
  it("come under pauses and holds too, and take the keys along", () => {
    const state = row(walk(toOpen), { endsOn: dayAt(0) });
    const stopped: StoryState = { ...state, pauses: [{ reason: "hers", target: null }], holds: ["legal", "safety"] };
    const [work] = workDue(stopped, on(1));
    expect(work!.action).toBe("expire");
    expect(work!.decision.next.grants.filter(({ to }) => to === "circle")).toEqual([]);
  });
});

describe("erasing", () => {
  const leaving = walk([...toOpen, "author: stopped-erase"]);
  it.each([0, 1, 7])("waits for %i whole days in between", (eraseDelayDays) => {
    const policy = under({ eraseDelayDays });
    const days = Array.from({ length: eraseDelayDays + 2 }, (_, day) => due(leaving, on(day, policy)));
    expect(days).toEqual([...Array.from({ length: eraseDelayDays + 1 }, () => []), ["erase"]]);
  });
  it("counts recorded days", () => {
    expect(due(leaving, { ...context, today: { n: today.n + 1, date: dayAt(30) } })).toEqual([]);
  });
  it("does not come under a legal hold, and comes under a safety hold", () => {
    expect(due({ ...leaving, holds: ["legal"] }, on(30))).toEqual([]);
    expect(due({ ...leaving, holds: ["safety"] }, on(30))).toEqual(["erase"]);
  });
  it("does not come once she keeps it", () => {
    expect(due(walk(["author: kept"], leaving), on(30))).toEqual([]);
  });
  it("does not start again when she asks again", () => {
    expect(due(walk(["author: stopped-erase"], aDayLaterIn(leaving, 1)), on(1))).toEqual(["erase"]);
  });
});

describe("a draft that nobody visits", () => {
  const draft = walk([]);
  const policy = under({ draftRetentionMonths: 24 });
  it("is erased after 24 months of 31 recorded days, and not before", () => {
    expect(due(draft, on(24 * 31, policy))).toEqual([]);
    expect(due(draft, on(24 * 31 + 1, policy))).toEqual(["lapseDraft"]);
  });
  it("is counted from her last visit", () => {
    expect(due({ ...draft, since: today.n + 100 }, on(24 * 31 + 1, policy))).toEqual([]);
  });
  it("stays under a legal hold", () => {
    expect(due({ ...draft, holds: ["legal"] }, on(24 * 31 + 1, policy))).toEqual([]);
  });
  it("is left alone once it was sent", () => {
    expect(due(walk(toReview), on(24 * 31 + 1, policy))).toEqual([]);
  });
});
