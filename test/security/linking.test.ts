// Two cuts of one story, two released cuts of different stories: a trainer who looks at all that he is given, and asks for
// more, cannot tell which are which.

import { createTrainer } from "@ownwords/client";
import type { CutId, LedgerHead, PermissionId, StatementOf } from "@ownwords/consent";
import { daysAfter, releaseChecks, sessionTerms } from "@ownwords/consent";
import { type LedgerEntry, ledgerHead, type Signed, statementDigest } from "@ownwords/sealing";
import { newId } from "@ownwords/sealing/open";
import { afterAll, beforeAll, expect, it } from "vitest";
import { agreeAll, agreeTo, approve, openAs, storyInReview } from "../journeys/release.ts";
import { createWorld, until, type World } from "../journeys/world.ts";
import { type AuthorHands, authorHands, bare, type StaffHands, signedAs, staffHands } from "./hands.ts";
import { expectProblem, expectYes } from "./raw.ts";
import { bytes } from "./samples.ts";

type Answered = StatementOf<"answered">;
type Release = {
  permission: PermissionId;
  chain: {
    cutKey: string;
    first: Signed<Answered>;
    second: Signed<Answered>;
    approved: Signed<StatementOf<"approved">>;
  };
  card: unknown;
};
type Released = { cut: CutId; permission: PermissionId; given: Release; opened: object };

let world: World;
let trainer: StaffHands;
let hers: AuthorHands;
let ann: Awaited<ReturnType<typeof storyInReview>>;
/** Two cuts of Ann's, and one of Bea's. */
let released: [Released, Released, Released];
const circle = () => world.circle("riversideTraining");

beforeAll(async () => {
  world = await createWorld();
  trainer = await staffHands(world, "trainer-riverside");
  ann = await storyInReview(world);
  const bea = await storyInReview(world);
  await agreeAll(ann.story);
  await agreeAll(bea.story);
  const { document } = await ann.story.proposal();
  const [one, two] = document.paragraphs.map(({ id }) => id);
  const cuts = [
    { story: ann.story, ...(await agreeTo(ann.story, { paragraphs: [one!] })) },
    { story: ann.story, ...(await agreeTo(ann.story, { paragraphs: [two!] })) },
    {
      story: bea.story,
      ...(await agreeTo(bea.story, { paragraphs: [(await bea.story.proposal()).document.paragraphs[0]!.id] })),
    },
  ];
  const lastDay = await world.dayIn(300);
  const permissions: PermissionId[] = [];
  // One after the other, as she would: each answer to Ann's story names the head that the answer before it made.
  for (const { story, cut } of cuts)
    permissions.push(await story.answer("yes-once", { cut, circle: circle(), until: lastDay }));
  await world.days(2);
  for (const [at, { story }] of cuts.entries()) await story.confirm(permissions[at]!, { until: lastDay });
  await world.days(8);
  const approver = await world.support("support-2");
  for (const [at, { story }] of cuts.entries()) {
    const permission = permissions[at]!;
    await until("the last check", async () => (await story.state()).permissions[permission]?.stage === "in-check");
    await approve(approver, permission);
  }
  hers = await authorHands(world, ann.words);
  const { releases } = expectYes<{ releases: Release[] }>(await trainer.call("/v1/catalogue", {}));
  const given = (permission: PermissionId) => releases.find((each) => each.permission === permission)!;
  released = (await Promise.all(
    cuts.map(async ({ cut }, at) => {
      const found = { cut, permission: permissions[at]!, given: given(permissions[at]!) };
      return { ...found, opened: expectYes<object>(await trainer.call("/v1/open", await opening(found))) };
    }),
  )) as typeof released;
});
afterAll(() => world.close());

async function opening({ cut, permission, given }: Omit<Released, "opened">, fields: object = {}) {
  const day = await world.today();
  const said = {
    cut,
    permission,
    digest: given.chain.second.statement.digest,
    approval: statementDigest(given.chain.approved.statement),
    view: newId(),
    session: { purpose: "live-training", day, facilitator: trainer.id, debrief: trainer.id },
    terms: sessionTerms,
    by: trainer.id,
    ...fields,
  };
  return bare(signedAs("opened", day, said as never, trainer.secret));
}

it("what an opening gives is the release and its words, and nothing of any ledger", async () => {
  for (const { opened } of released) {
    expect(Object.keys(opened).sort()).toEqual(["release", "text"]);
    expect(JSON.stringify(opened)).not.toMatch(/"(acted|head|seq|outcome|seenNonce)"/);
  }
  expect(await openAs(world, "trainer-riverside", released[0].permission)).toBeDefined();
  // The client of today reads it as well.
  expect(await createTrainer(await world.session("trainer-riverside")).catalogue()).toHaveLength(3);
});

it("a refusal to a trainer carries no head, and is the same for every cut", async () => {
  const day = await world.today();
  const answers = [];
  for (const each of released) {
    const { second } = each.given.chain;
    const { cut, digest, card: cardDigest, epoch } = second.statement;
    const common = { cut, permission: each.permission, digest, by: trainer.id };
    const approved = {
      ...common,
      card: cardDigest,
      circle: circle(),
      epoch,
      second: statementDigest(second.statement),
      checks: releaseChecks,
      release: second.statement.release!,
    };
    const asked = [
      ["/v1/act", bare(signedAs("returned", day, { ...common, reason: "words-do-not-match" }, trainer.secret))],
      ["/v1/act", bare(signedAs("approved", day, approved, trainer.secret))],
      ["/v1/act", await opening(each)],
      ["/v1/open", await opening(each, { terms: [] })],
      ["/v1/open", await opening(each, { digest: bytes(32) })],
      ["/v1/open", await opening(each, { day: daysAfter(day, -1) })],
      ["/v1/release", { permission: each.permission }],
    ] as const;
    const said = [];
    for (const [path, body] of asked) said.push((await trainer.call(path, body)).text);
    answers.push(said);
  }
  for (const text of answers[0]!) {
    expect(text).toContain("urn:ownwords:problem");
    expect(JSON.parse(text)).not.toHaveProperty("head");
  }
  expect(answers[1]).toEqual(answers[0]);
  expect(answers[2]).toEqual(answers[0]);
});

it("an answer of before is given only to who could have asked", async () => {
  for (const { given } of released)
    for (const signed of [given.chain.first, given.chain.second, given.chain.approved]) {
      const details = expectProblem(await trainer.act(bare(signed)), "not-yours-to-do");
      expect(details).not.toHaveProperty("head");
    }
  const { approved } = released[0].given.chain;
  const approver = await staffHands(world, "support-2");
  const colleague = await staffHands(world, "support-1");
  expectProblem(await colleague.act(bare(approved)), "not-yours-to-do");
  expectProblem(await colleague.act(bare(released[0].given.chain.second)), "not-yours-to-do");
  expect(expectYes(await approver.act(bare(approved))).outcome).toBe("repeated");
  expect(expectYes(await hers.act(bare(released[0].given.chain.second))).outcome).toBe("repeated");
});

/** Of which answers the heads that they name follow from each other: what a reader of two cuts could compute. */
function linked(answers: readonly Answered[], seenOf: (answer: Answered) => LedgerHead): string[] {
  const links: string[] = [];
  for (const from of answers)
    for (const kind of ["answerYesOnce", "confirm"] as const)
      for (let seq = 1; seq < 60; seq++) {
        const entry = { seq, day: from.day, role: "author", organisation: "Riverside practice", kind } as const;
        const head = ledgerHead(seenOf(from), { ...entry, statement: statementDigest(from) } as LedgerEntry);
        for (const to of answers) if (seenOf(to) === head) links.push(`${from.cut} ${to.cut}`);
      }
  return links;
}

it("her answers name heads that follow from each other, and nobody who reads them can see it", async () => {
  const answers = released.flatMap(({ given }) => [given.chain.first.statement, given.chain.second.statement]);
  const { ledger } = await hers.found(ann.story.id);
  const inPlain = (answer: Answered): LedgerHead => {
    const at = ledger.findIndex(({ statement }) => statement === statementDigest(answer));
    return at > 0 ? ledger[at - 1]!.head : answer.seen;
  };
  // In plain they link her two cuts, and no others: so the test would see it.
  const [one, two] = released;
  expect(new Set(linked(answers, inPlain))).toEqual(new Set([`${one.cut} ${two.cut}`, `${two.cut} ${one.cut}`]));
  expect(linked(answers, ({ seen }) => seen)).toEqual([]);
  expect(new Set(answers.map(({ seen }) => seen)).size).toBe(answers.length);
});

const valuesIn = (value: unknown): string[] =>
  typeof value === "string"
    ? [value]
    : typeof value === "object" && value !== null
      ? Object.values(value).flatMap(valuesIn)
      : [];

it("two cuts of one story share nothing that two cuts of two stories do not share", async () => {
  const [one, two, other] = released.map(
    ({ given, opened }) => new Set(valuesIn([given, opened]).filter((value) => value.length >= 16)),
  ) as [Set<string>, Set<string>, Set<string>];
  const shared = [...one].filter((value) => two.has(value)).sort();
  expect(shared).toEqual([...one].filter((value) => other.has(value)).sort());
  expect(shared).toContain(circle());
});

it("what a trainer is given names no story, no head and no text but the cuts", async () => {
  const { state, keys, ledger, cutSalts, statements } = await hers.found(ann.story.id);
  const given = [
    JSON.stringify(released),
    ...(await Promise.all(["catalogue", "circles", "directory"].map((path) => trainer.call(`/v1/${path}`, {})))).map(
      ({ text }) => text,
    ),
  ].join();
  const isGiven = (digest: string) => given.includes(digest);
  const { rows } = await world.database.owner.query("select work_id::text as work from story where id = $1", [
    ann.story.id,
  ]);
  const hidden = [
    ann.story.id,
    keys.verify,
    keys.sealing,
    hers.account.signing.verifyKey,
    rows[0].work,
    ...ledger.map(({ head }) => head),
    ...cutSalts.map(({ salt }) => salt),
    ...state.texts.filter(({ kind }) => kind !== "cut" && kind !== "card").map(({ digest }) => digest),
    ...(statements as unknown as Signed[])
      .filter(({ statement }) => !["answered", "approved", "opened"].includes(statement.type))
      .map(({ statement }) => statementDigest(statement)),
  ];
  expect(hidden.length).toBeGreaterThan(25);
  expect(hidden.filter(isGiven)).toEqual([]);
});
