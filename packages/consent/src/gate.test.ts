import { describe, expect, it } from "vitest";
import { decide } from "./decide.ts";
import { closedReasons, type Evidence, mayOpen, type Opening } from "./gate.ts";
import type { Act } from "./guards.ts";
import { toOpen, walk } from "./laws/walk.ts";
import * as world from "./laws/world.ts";
import { releaseChecks, sessionTerms } from "./risk-codes.ts";
import type { CutState, PermissionState, StoryState } from "./state.ts";

const [slot, , , other] = world.slots;
const id = slot.permission;
const state = walk(toOpen);
const permission = state.permissions[id]!;
const cut = state.cuts[slot.cut.id]!;
const trainer = world.trainers[0];
const words = { cut: slot.cut.id, digest: cut.digest, card: cut.card };
const audience = { permission: id, circle: permission.circle, epoch: permission.epoch };

const evidence: Evidence = {
  agreed: world.signed("agreed", { ...words, story: world.story, parent: cut.parent }),
  first: world.signed("answered", {
    ...words,
    ...audience,
    answer: "yes-once",
    until: permission.endsOn,
    day: world.dayAt(-5),
  }),
  second: world.signed("answered", {
    ...words,
    ...audience,
    answer: "yes",
    first: permission.first,
    until: permission.endsOn,
    release: permission.release,
    day: world.dayAt(-3),
  }),
  checked: world.signed("checked", { story: world.story, digest: cut.parent, by: world.workers[0].id }),
  approved: world.signed("approved", {
    ...words,
    ...audience,
    second: permission.second,
    checks: releaseChecks,
    release: permission.release,
    by: world.workers[1].id,
  }),
};
const opening: Opening = {
  state,
  permission: id,
  evidence,
  opener: trainer,
  session: { purpose: "live-training", day: world.today.date, facilitator: trainer.id, debrief: trainer.id },
  terms: sessionTerms,
  directory: world.directory,
  today: world.today,
};

const saying = <K extends keyof Evidence>(name: K, fields: object) => ({
  evidence: { ...evidence, [name]: { ...evidence[name], ...fields } },
});
const inState = (fields: Partial<StoryState>) => ({ state: { ...state, ...fields } });
const ofCut = (fields: Partial<CutState>) => inState({ cuts: { ...state.cuts, [slot.cut.id]: { ...cut, ...fields } } });
const ofPermission = (fields: Partial<PermissionState>) =>
  inState({ permissions: { ...state.permissions, [id]: { ...permission, ...fields } } });
const ofSession = (fields: object) => ({ session: { ...opening.session, ...fields } });
const under = (policy: object) => ({ directory: { ...world.directory, policy: { ...world.policy, ...policy } } });

/** Each reason, alone, and every way to cause it. */
const ways: Record<(typeof closedReasons)[number], readonly Partial<Opening>[]> = {
  "no-such-permission": [{ permission: other.permission }, inState({ cuts: {} }), inState({ permissions: {} })],
  "story-is-leaving": [inState({ stage: "leaving" }), inState({ stage: "erased" })],
  "cut-is-not-agreed": [ofCut({ stage: "retired" })],
  "permission-is-not-open": (
    ["no", "not-now", "yes-once", "holding", "in-check", "returned", "withdrawn", "lapsed", "expired"] as const
  ).map((stage) => ofPermission({ stage })),
  paused: (["hers", "support", "incident", "weak-proof", "restore"] as const).flatMap((reason) =>
    [null, id, slot.cut.id].map((target) => inState({ pauses: [{ reason, target }] })),
  ),
  held: [inState({ holds: ["safety"] }), inState({ holds: ["legal"] })],
  "past-its-day": [ofPermission({ endsOn: world.dayAt(-1) })],
  "words-differ": [
    saying("agreed", { digest: other.cut.digest }),
    saying("agreed", { card: other.cut.card }),
    saying("agreed", { cut: other.cut.id }),
    saying("agreed", { parent: world.olderText }),
    saying("agreed", { story: world.bytes32("another-story") }),
  ],
  "not-answered-twice": [
    ...(["first", "second"] as const).flatMap((which) => [
      saying(which, { digest: other.cut.digest }),
      saying(which, { card: other.cut.card }),
      saying(which, { cut: other.cut.id }),
      saying(which, { permission: other.permission }),
      saying(which, { circle: other.circle.id }),
      saying(which, { epoch: 2 }),
      saying(which, { answer: "no" }),
    ]),
    saying("first", { answer: "yes" }),
    saying("second", { answer: "yes-once" }),
    saying("second", { first: world.bytes32("another-first") }),
    saying("second", { first: undefined }),
    saying("second", { until: world.dayAt(-1) }),
    saying("second", { until: undefined }),
    // A whole day lies between the two days on which she signed.
    ...[-5, -4, -6, -30].map((day) => saying("second", { day: world.dayAt(day) })),
    saying("first", { day: world.dayAt(-4) }),
    under({ secondVisitDaysBetween: 2 }),
  ],
  "not-checked": [
    saying("checked", { digest: world.olderText }),
    saying("checked", { story: world.bytes32("another-story") }),
    saying("checked", { by: world.dataProtectionLead.id }),
    ofCut({ checkedBy: world.dataProtectionLead.id }),
  ],
  "not-approved": [
    saying("approved", { digest: other.cut.digest }),
    saying("approved", { card: other.cut.card }),
    saying("approved", { cut: other.cut.id }),
    saying("approved", { permission: other.permission }),
    saying("approved", { circle: other.circle.id }),
    saying("approved", { epoch: 2 }),
    saying("approved", { second: world.bytes32("another-yes") }),
    saying("approved", { release: { ...permission.release, text: world.bytes32("another-key") } }),
    saying("approved", { release: { ...permission.release, card: world.bytes32("another-key") } }),
    saying("second", { release: undefined }),
    ...releaseChecks.map((check) => saying("approved", { checks: releaseChecks.filter((one) => one !== check) })),
  ],
  "same-person": [saying("approved", { by: world.workers[0].id })],
  "not-a-member": [
    { opener: { ...trainer, circles: [] } },
    { opener: { ...trainer, circles: world.trainers[1].circles } },
    { opener: { ...trainer, roles: ["support"] } },
    { opener: { ...trainer, roles: [] } },
  ],
  "terms-are-over": [{ opener: { ...trainer, termsUntil: world.dayAt(-1) } }],
  "other-purpose": [
    ofSession({ purpose: "e-learning" }),
    under({ purposes: ["e-learning"] }),
    { directory: { ...world.directory, circles: [{ ...world.circles[0], purpose: null }] } },
  ],
  "session-is-not-today": [ofSession({ day: world.dayAt(-1) }), ofSession({ day: world.dayAt(1) })],
  "terms-not-accepted": sessionTerms.map((term) => ({ terms: sessionTerms.filter((one) => one !== term) })),
};

describe("the gate", () => {
  it("opens when everything is as it should be", () => {
    expect(mayOpen(opening)).toEqual({ open: true });
  });
  it.each(closedReasons)("closes for one reason alone: %s", (reason) => {
    expect(ways[reason].length).toBeGreaterThan(0);
    for (const way of ways[reason]) expect(mayOpen({ ...opening, ...way })).toEqual({ open: false, reasons: [reason] });
  });
  it("names every reason at once", () => {
    const worst = {
      ...opening,
      ...inState({ stage: "leaving", holds: ["legal"], pauses: [{ reason: "hers", target: null }] }),
      terms: [],
    };
    expect(mayOpen(worst)).toEqual({
      open: false,
      reasons: ["story-is-leaving", "paused", "held", "terms-not-accepted"],
    });
  });
  it("is open on the last day of everything, and closed on the next", () => {
    const last = { ...ofPermission({ endsOn: world.today.date }), ...saying("second", { until: world.today.date }) };
    const opener = { ...trainer, termsUntil: world.today.date };
    expect(mayOpen({ ...opening, ...last, opener }).open).toBe(true);
    const tomorrow = { ...world.today, date: world.dayAt(1) };
    expect(mayOpen({ ...opening, ...last, opener, today: tomorrow, ...ofSession({ day: tomorrow.date }) })).toEqual({
      open: false,
      reasons: ["past-its-day", "not-answered-twice", "terms-are-over"],
    });
  });
  it("goes by the calendar alone, however few days were recorded", () => {
    const tomorrow = { n: world.today.n, date: world.dayAt(1) };
    const way = {
      ...ofPermission({ endsOn: world.today.date }),
      today: tomorrow,
      ...ofSession({ day: tomorrow.date }),
    };
    expect(mayOpen({ ...opening, ...way })).toEqual({ open: false, reasons: ["past-its-day"] });
  });
  it("lets the checker approve where one person does it all", () => {
    expect(
      mayOpen({ ...opening, ...saying("approved", { by: world.workers[0].id }), ...under({ twoPeople: false }) }),
    ).toEqual({
      open: true,
    });
  });
  it("closes when its circle is no longer in the directory", () => {
    const circles = [world.circles[1], world.supportCircle];
    const answer = mayOpen({ ...opening, directory: { ...world.directory, circles } });
    expect(answer).toEqual({ open: false, reasons: ["not-a-member", "other-purpose"] });
  });
  it("is not closed by a pause of something else", () => {
    const elsewhere = [other.permission, other.cut.id].map((target) => ({ reason: "hers", target }) as const);
    expect(mayOpen({ ...opening, ...inState({ pauses: elsewhere }) }).open).toBe(true);
  });
});

describe("an opening", () => {
  const opened = (fields: object = {}) =>
    world.signed("opened", {
      cut: slot.cut.id,
      permission: id,
      digest: cut.digest,
      approval: permission.approval,
      view: world.bytes16("view"),
      session: opening.session,
      terms: sessionTerms,
      by: trainer.id,
      ...fields,
    });
  const act = (fields: Partial<Act> = {}): Act => ({
    by: world.actorOf(trainer),
    statement: opened(),
    statementDigest: world.bytes32("opened"),
    texts: [],
    grants: [],
    evidence,
    ...fields,
  });
  const opens = (fields?: Partial<Act>, at = state) => decide(at, "open", act(fields), world.context);

  it("is an entry of its own, and makes nothing that she signed out of date", () => {
    const decision = opens();
    if (!decision.ok) throw new Error(decision.refusal);
    expect(decision.anchors).toBe(false);
    expect(decision.entry).toEqual({
      seq: state.seq + 1,
      day: world.today.date,
      role: "trainer",
      kind: "open",
      organisation: "First Practice",
      statement: world.bytes32("opened"),
    });
    expect(decision.next).toEqual({ ...state, seq: state.seq + 1 });
  });
  it.each([
    ["without evidence", { evidence: undefined as never }, "not-approved"],
    ["resting on another approval", { statement: opened({ approval: world.bytes32("another") }) }, "not-approved"],
    ["of another cut", { statement: opened({ cut: other.cut.id }) }, "no-such-permission"],
    ["of other words", { statement: opened({ digest: other.cut.digest }) }, "words-differ"],
    ["of an unknown permission", { statement: opened({ permission: other.permission }) }, "no-such-permission"],
    [
      "for another session",
      { statement: opened({ session: { ...opening.session, purpose: "quotes" } }) },
      "other-purpose",
    ],
    ["without the terms", { statement: opened({ terms: [] }) }, "terms-not-accepted"],
    ["with evidence that does not fit", { evidence: { ...evidence, first: evidence.second } }, "not-answered-twice"],
  ])("is not available %s, and says why beside the one refusal", (_, fields, reason) => {
    expect(opens(fields)).toEqual({ ok: false, refusal: "not-available", reasons: [reason] });
  });
  it("is not available under a pause", () => {
    expect(opens({}, { ...state, pauses: [{ reason: "hers", target: null }] })).toEqual({
      ok: false,
      refusal: "not-available",
      reasons: ["paused"],
    });
  });
  it("is not for a worker, an author, or another person's signature", () => {
    const wrong: Partial<Act>[] = [
      { by: world.actorOf(world.workers[0]) },
      { by: world.author },
      { by: world.actorOf(world.trainers[1]) },
      { by: { roles: ["trainer"], staff: { ...trainer, termsUntil: world.dayAt(-1) } } },
    ];
    for (const fields of wrong) expect(opens(fields)).toEqual({ ok: false, refusal: "not-yours-to-do" });
  });
});
