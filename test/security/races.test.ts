// Many at once: of what excludes each other one wins, a stop always does, and the ledger is one chain afterwards. At the
// end, what the staff's database role can do by itself, and whom it deceives.

import { draftOf } from "@ownwords/client";
import {
  type CutId,
  type Day,
  type PermissionId,
  type StatementOf,
  type StoryState,
  sessionTerms,
  type TextDigest,
} from "@ownwords/consent";
import { hash } from "@ownwords/sealing";
import { type CutKeys, newId, newSalt, type StoryKeys, signSession } from "@ownwords/sealing/open";
import { grantTo, sealText } from "@ownwords/sealing/seal";
import { query } from "@ownwords/store";
import { afterAll, beforeAll, expect, it } from "vitest";
import { agreeAll, agreeTo, approve, openAs, storyInReview, yesTwice } from "../journeys/release.ts";
import { createWorld, type World } from "../journeys/world.ts";
import { type AuthorHands, authorHands, bare, type StaffHands, signedAs, staffHands } from "./hands.ts";
import { type Answer, codeOf, expectProblem, expectYes, postJson } from "./raw.ts";
import { blinded } from "./release-acts.ts";
import { bytes } from "./samples.ts";

let world: World;
let ann: Awaited<ReturnType<typeof storyInReview>>;
let hers: AuthorHands;
let keys: StoryKeys;
let cut: CutId;
let lastDay: Day;
let notice: StatementOf<"sent">["notice"];
let support: StaffHands;
const entries = async () =>
  (
    await query<{ count: number }>(
      world.database.owner,
      "select count(*)::int as count from ledger_entry where story_id = $1",
      [keys.id],
    )
  )[0]!.count;
const times = <T>(count: number, make: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at));
const done = (answers: readonly Answer[]) => answers.filter(({ status }) => status === 200);
const refusedWith = (answers: readonly Answer[]) => new Set(answers.filter(({ status }) => status !== 200).map(codeOf));
const chainHolds = async () => expect((await ann.story.history()).verified).toBe(true);

beforeAll(async () => {
  world = await createWorld();
  notice = world.trial.signed.directory.notices[0] as never;
  ann = await storyInReview(world);
  await agreeAll(ann.story);
  hers = await authorHands(world, ann.words);
  keys = await hers.keysOf(ann.story.id);
  ({ cut } = await agreeTo(ann.story));
  lastDay = await world.dayIn(300);
  support = await staffHands(world, "support-1");
});
afterAll(() => world.close());

/** A draft, sealed to her, to come after another. */
function draftBody(own: StoryKeys, previous: TextDigest | null) {
  const text = sealText({ document: { v: 1 }, kind: "draft", of: own.id, producer: "author" });
  return {
    story: own.id,
    verifyKey: own.signing.verifyKey,
    sealingKey: own.sealing.sealingKey,
    salt: newSalt(),
    sealed: text.sealed,
    box: grantTo(text.key, text.digest, own.sealing.sealingKey),
    previous,
  };
}

it("of twenty drafts after the same draft one is saved, and of a new story one first draft", async () => {
  const { words, space } = await world.newSpace();
  const story = await space.newStory();
  await story.saveDraft(draftOf("A synthetic line."));
  const hands = await authorHands(world, words);
  const own = await hands.keysOf(story.id);
  const previous = (await hands.state(own.id)).texts[0]!.digest;
  const save = () => hands.call("/v1/save-draft", draftBody(own, previous));
  const answers = await Promise.all(times(20, save));
  expect(done(answers)).toHaveLength(1);
  expect(refusedWith(answers)).toEqual(new Set(["draft-moved-on"]));
  const { texts, grants } = await hands.state(own.id);
  expect(texts).toHaveLength(1);
  expect(grants).toHaveLength(1);
  expect(texts[0]!.digest).toBe(JSON.parse(done(answers)[0]!.text).digest);
});

it("of an erasure and ten drafts at once nothing is left", async () => {
  const { space, words } = await world.newSpace();
  const story = await space.newStory();
  await story.saveDraft(draftOf("A synthetic line."));
  const hands = await authorHands(world, words);
  const own = await hands.keysOf(story.id);
  const { digest } = (await hands.state(own.id)).texts[0]!;
  const save = () => hands.call("/v1/save-draft", draftBody(own, digest));
  const said = { story: own.id, what: "erase", scope: "everything" } as const;
  const erase = bare(signedAs("stopped", await world.today(), said, own.signing.secret));
  const [erased, ...saved] = await Promise.all([hands.act(erase), ...times(10, save)]);
  expect(expectYes(erased!).outcome).toBe("done");
  for (const answer of saved)
    if (answer.status !== 200) expectProblem(answer, "draft-moved-on", "draft-is-closed", "something-came-since");
  expectProblem(await hands.call("/v1/save-draft", draftBody(own, null)), "draft-is-closed");
  const { stage, texts, grants } = await hands.state(own.id);
  expect([stage, texts, grants]).toEqual(["erased", [], []]);
  const rows = await query(world.database.owner, "select from text_version where story_id = $1", [own.id]);
  expect(rows).toHaveLength(0);
});

it("a challenge that is answered twenty times at once signs in once", async () => {
  const { challenge } = expectYes<{ challenge: string }>(await postJson(`${world.urls.intake}/v1/challenge`, {}));
  const { verifyKey: key, secret } = hers.account.signing;
  const signature = signSession(world.deployment.origins.author, challenge, secret);
  const answers = await Promise.all(
    times(20, () => postJson(`${world.urls.intake}/v1/sign-in`, { key, challenge, signature })),
  );
  expect(done(answers)).toHaveLength(1);
  expect(refusedWith(answers)).toEqual(new Set(["challenge-is-over"]));
});

it("the same statement twenty times at once is done once", async () => {
  const before = await entries();
  const body = bare(
    signedAs(
      "stopped",
      await world.today(),
      { story: keys.id, what: "pause", scope: "everything" },
      keys.signing.secret,
    ),
  );
  const answers = await Promise.all(times(20, () => hers.act(body)));
  const outcomes = answers.map((answer) => expectYes(answer).outcome).sort();
  expect(outcomes).toEqual(["done", ...times(19, () => "repeated")]);
  expect(new Set(answers.map(({ text }) => JSON.parse(text).head)).size).toBe(1);
  expect(await entries()).toBe(before + 1);
  await ann.story.resume();
  await chainHolds();
});

/** A first yes, as her device would make it. */
function answer(own: CutKeys, permission: PermissionId, { cuts, anchor }: StoryState, day: Day) {
  const { seen, seenNonce } = blinded(anchor);
  const said = {
    cut,
    permission,
    digest: cuts[cut]!.digest,
    card: cuts[cut]!.card,
    circle: world.circle("hillsideTraining"),
    epoch: 1,
    answer: "yes-once",
    until: lastDay,
    copies: false,
    alone: true,
    seen,
    notice,
  } as const;
  return { ...bare(signedAs("answered", day, said, own.signing.secret)), seenNonce };
}

it("of twenty first yeses to the same head one is taken", async () => {
  const before = await entries();
  const state = await hers.state(keys.id);
  const own = await hers.cutKeysOf(keys, cut);
  const day = await world.today();
  const first = () => answer(own, newId<PermissionId>(), state, day);
  const answers = await Promise.all(times(20, () => hers.act(first())));
  expect(done(answers)).toHaveLength(1);
  expect([...refusedWith(answers)].every((code) => code === "something-came-since" || code === "already-live")).toBe(
    true,
  );
  expect(await entries()).toBe(before + 1);
  expect(Object.keys((await hers.state(keys.id)).permissions)).toHaveLength(1);
  await chainHolds();
});

it("a take-back succeeds whatever else comes at once, and what comes with it does not undo it", async () => {
  const day = await world.today();
  const state = await hers.state(keys.id);
  const own = await hers.cutKeysOf(keys, cut);
  const [permission] = Object.keys(state.permissions) as PermissionId[];
  const takeBack = bare(
    signedAs("stopped", day, { story: keys.id, what: "take-back", scope: "everything" }, keys.signing.secret),
  );
  const paused = () =>
    support.act(bare(signedAs("paused", day, { story: keys.id, reason: "support", by: support.id }, support.secret)));
  const lifted = (seen = state.anchor) =>
    support.act(
      bare(signedAs("lifted", day, { story: keys.id, reason: "support", seen, by: support.id }, support.secret)),
    );
  const again = () => hers.act(answer(own, permission!, state, day));
  const reading = () => support.call("/v1/read", { story: keys.id });
  const others = times(5, () => [paused(), lifted(), again(), reading()]).flat();
  const [stopped, ...rest] = await Promise.all([hers.act(takeBack), ...others]);
  expect(expectYes(stopped!).outcome).toBe("done");
  for (const answer of rest) if (answer.status !== 200) expectProblem(answer, codeOf(answer) as never);
  expect((await hers.state(keys.id)).permissions[permission!]!.stage).toBe("withdrawn");
  expectYes(await lifted((await hers.state(keys.id)).anchor));
  await chainHolds();
});

/** A trainer's declared session, signed. */
const opening = async (trainer: StaffHands, permission: PermissionId, purpose: "live-training" | "e-learning") => {
  const state = await hers.state(keys.id);
  const approval = state.permissions[permission]!.approval!;
  const day = await world.today();
  const session = { purpose, day, facilitator: trainer.id, debrief: trainer.id };
  const said = {
    cut,
    permission,
    digest: state.cuts[cut]!.digest,
    approval,
    session,
    terms: sessionTerms,
    by: trainer.id,
  };
  return () => trainer.call("/v1/open", bare(signedAs("opened", day, { ...said, view: newId() }, trainer.secret)));
};

it("openings and a take-back at once: each that opened is in her history, and afterwards nothing opens", async () => {
  const permission = await yesTwice(world, ann.story, cut, world.circle("riversideTraining"));
  const approver = await staffHands(world, "support-2");
  const desk = await world.support("support-2");
  // Two approvals at once, the same person in two windows: one counts.
  const approvals = await Promise.allSettled(times(4, () => approve(desk, permission)));
  expect(approvals.filter(({ status }) => status === "fulfilled")).toHaveLength(1);

  const trainer = await staffHands(world, "trainer-riverside");
  const open = await opening(trainer, permission, "live-training");
  const day = await world.today();
  const takeBack = bare(
    signedAs(
      "stopped",
      day,
      { story: keys.id, what: "take-back", scope: "permission", permission },
      keys.signing.secret,
    ),
  );
  expectYes(await open());
  const [stopped, ...answers] = await Promise.all([hers.act(takeBack), ...times(19, open)]);
  expect(expectYes(stopped!).outcome).toBe("done");
  for (const answer of answers) if (answer.status !== 200) expectProblem(answer, "not-available");
  expectProblem(await open(), "not-available");
  expectProblem(await approver.call("/v1/release", { permission }), "unknown-permission");
  const { verified, lines } = await ann.story.history();
  expect(verified).toBe(true);
  expect(lines.filter(({ what }) => what === "open").length).toBeGreaterThanOrEqual(1 + done(answers).length);
  expect((await hers.state(keys.id)).grants.filter(({ to }) => to === "circle")).toEqual([]);
});

it("what the staff's database role writes without a signature opens for no trainer, and shows in her history", async () => {
  const permission = await yesTwice(world, ann.story, cut, world.circle("riversideElearning"));
  expect((await ann.story.history()).verified).toBe(true);
  const staffRole = world.database.as("staff");
  const { cuts: _c, permissions, texts: _t, grants, leaseOver: _l, ...story } = await hers.state(keys.id);
  const outer = await query<{ text: string; box: string }>(
    staffRole,
    "select text, box from key_grant where permission_id = $1",
    [permission],
  );
  expect(outer).toHaveLength(2);
  const digest = hash("statement", "nobody signed this");
  const forged = {
    story: { ...story, head: hash("ledger", "forged") },
    expected: story.seq,
    today: (await query<{ n: number }>(staffRole, "select n from today()"))[0]!.n,
    cuts: [],
    permissions: [{ id: permission, ...permissions[permission], stage: "open", approval: digest }],
    texts: [],
    dropTexts: [],
    dropGrants: grants.filter(({ lock }) => lock === "outer"),
    grants: outer.map(({ text, box }) => ({ text, to: "circle", lock: "inner", permission, key: "1", box })),
    statement: { digest, type: "approved", body: `{"type":"approved"}`, signatures: [bytes(64)] },
    entry: { day: await world.today(), role: "support", kind: "approve" },
    leaseSeconds: 1,
  };
  // The desk's role may write an approval: whether it is one, her signatures and the approver's say.
  const applied = await query<{ applied: { outcome: string } }>(staffRole, "select apply($1, '{}') as applied", [
    JSON.stringify(forged),
  ]);
  expect(applied[0]!.applied.outcome).toBe("done");
  expect((await hers.state(keys.id)).permissions[permission]!.stage).toBe("open");

  const trainer = await staffHands(world, "trainer-riverside");
  const open = await opening(trainer, permission, "e-learning");
  expectProblem(await open(), "not-available");
  expect(await openAs(world, "trainer-riverside", permission, "e-learning")).toBeUndefined();
  expect((await ann.story.history()).verified).toBe(false);
});
