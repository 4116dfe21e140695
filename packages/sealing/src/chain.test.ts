import type { CircleId, Day, Directory, GrantHash, StaffId, Statement, TextDigest, VerifyKey } from "@ownwords/consent";
import { defaultPolicy, releaseChecks } from "@ownwords/consent";
import { beforeAll, describe, expect, test } from "vitest";
import { type Chain, type ChainFault, type ChainFor, chainFaults, verifyChain } from "./chain.ts";
import type { VerifiedDirectory } from "./directory.ts";
import { statementDigest } from "./identities.ts";
import { sign } from "./open/sign.ts";
import type { Signed } from "./signed-statement.ts";
import { ready } from "./sodium.ts";
import { exampleDirectory, exampleSigning, exampleStatements, exampleStory } from "./vectors/example.ts";
import { fixedId, fixedSigning } from "./vectors/fixed.ts";

type Statements = ReturnType<typeof exampleStatements>;
type Keys = ReturnType<typeof exampleSigning>;

let keys: Keys;
beforeAll(async () => {
  await ready();
  keys = exampleSigning();
});

const today = "2026-03-20" as Day;
const directory = (change: Partial<Directory> = {}) => ({ ...exampleDirectory(), ...change }) as VerifiedDirectory;

/** With some fields changed; `undefined` takes one out. */
const changed = <S extends Statement>(said: S, change: object = {}): S =>
  JSON.parse(JSON.stringify({ ...said, ...change }));

/** Everything that is changed here is signed again by its own signer, with the digests that follow made to fit. */
function chainOf(change: (statements: Statements) => Partial<Record<keyof Statements, object>> = () => ({})): Chain {
  const said = exampleStatements();
  const changes = change(said);
  const first = changed(said.first, changes.first);
  const second = changed(said.second, { first: statementDigest(first), ...changes.second });
  const approved = changed(said.approved, { second: statementDigest(second), ...changes.approved });
  return {
    cutKey: keys.cut.verifyKey,
    first: sign(first, keys.cut.secret),
    second: sign(second, keys.cut.secret),
    approved: sign(approved, keys.approver.secret),
    parent: {
      storyKey: keys.story.verifyKey,
      storySealingKey: exampleStory().sealing.sealingKey,
      agreed: sign(changed(said.agreed, changes.agreed), keys.story.secret, keys.cut.secret),
      checked: sign(changed(said.checked, changes.checked), keys.checker.secret),
      sent: sign(changed(said.sent, changes.sent), keys.story.secret),
    },
  };
}

const allWho: readonly ChainFor[] = ["trainer", "approver", "gate"];
const faultsOf = (chain: Chain, under = directory(), day = today) =>
  allWho.map((who) => {
    const found = verifyChain(under, chain, who, day);
    return found.ok ? "fits" : found.fault;
  });

describe("a release that fits together", () => {
  test("verifies for the gate, with everything in it", () => {
    const found = verifyChain(directory(), chainOf(), "gate", today);
    const { sent, checked, agreed, first, second, approved } = exampleStatements();
    expect(found).toEqual({
      ok: true,
      chain: {
        cut: first.cut,
        circle: directory().circles[1],
        first,
        second,
        approved,
        parent: { agreed, checked, sent },
      },
    });
  });

  test("verifies for a trainer without its parent, and does not show one", () => {
    const { parent: _, ...chain } = chainOf();
    expect(verifyChain(directory(), chain, "trainer", today).ok).toBe(true);
    const found = verifyChain(directory(), chainOf(), "trainer", today);
    expect(found.ok && found.chain.parent).toBe(undefined);
  });

  test("verifies for an approver before there is an approval", () => {
    const { approved: _, ...chain } = chainOf();
    expect(verifyChain(directory(), chain, "approver", today).ok).toBe(true);
  });

  test("needs no `sent`", () => {
    const chain = chainOf();
    const { sent: _, ...parent } = chain.parent!;
    expect(faultsOf({ ...chain, parent })).toEqual(["fits", "fits", "fits"]);
  });

  test("verifies up to and including its last day", () => {
    const until = "2026-05-01" as Day;
    const chain = chainOf(() => ({ second: { until } }));
    expect(faultsOf(chain, directory(), until)).toEqual(["fits", "fits", "fits"]);
    expect(faultsOf(chain, directory(), "2026-05-02" as Day)).toEqual(Array(3).fill("until-passed"));
  });

  test("lets her allow less on her second visit", () => {
    expect(faultsOf(chainOf(() => ({ first: { copies: true } })))).toEqual(["fits", "fits", "fits"]);
  });
});

const text = (name: string) => fixedId<TextDigest>(name, 32);
const other = () => fixedSigning("somebody else");

type Row = readonly [name: string, tampered: () => Chain, trainer: string, approver: string, gate: string];
const row = (name: string, tampered: () => Chain, fault: ChainFault): Row => [name, tampered, fault, fault, fault];
const approvedRow = (name: string, tampered: () => Chain, fault: ChainFault): Row => [
  name,
  tampered,
  fault,
  "fits",
  fault,
];
const parentRow = (name: string, tampered: () => Chain, fault: ChainFault): Row => [
  name,
  tampered,
  "fits",
  fault,
  fault,
];

const withParent = (change: (parent: NonNullable<Chain["parent"]>) => object): Chain => {
  const chain = chainOf();
  return { ...chain, parent: { ...chain.parent!, ...change(chain.parent!) } };
};
/** The same statement, changed, under the signature that it had. */
const unsigned = <S extends Statement>(signed: Signed<S>, change: object): Signed<S> => ({
  ...signed,
  statement: { ...signed.statement, ...change },
});

const rows: Row[] = [
  row("a cut key that is none", () => ({ ...chainOf(), cutKey: "" as VerifyKey }), "cut-key"),
  row("another cut key", () => ({ ...chainOf(), cutKey: other().verifyKey }), "first-signature"),
  row(
    "a first answer changed after signing",
    () => {
      const chain = chainOf();
      return { ...chain, first: unsigned(chain.first, { copies: true }) };
    },
    "first-signature",
  ),
  row(
    "a second answer changed after signing",
    () => {
      const chain = chainOf();
      return { ...chain, second: unsigned(chain.second, { copies: true }) };
    },
    "second-signature",
  ),
  row(
    "a statement of another type as first answer",
    () => ({ ...chainOf(), first: chainOf().approved as never }),
    "first-signature",
  ),
  row("a first answer of another cut", () => chainOf(() => ({ first: { cut: text("x") } })), "first-cut"),
  row("a second answer of another cut", () => chainOf(() => ({ second: { cut: text("x") } })), "second-cut"),
  row("a first answer that is no yes", () => chainOf(() => ({ first: { answer: "not-now" } })), "first-answer"),
  row("a second answer that is no", () => chainOf(() => ({ second: { answer: "no" } })), "second-answer"),
  row("a first yes twice", () => chainOf(() => ({ second: { answer: "yes-once" } })), "second-answer"),
  row("a second yes to another first", () => chainOf(() => ({ second: { first: text("x") } })), "second-first"),
  row("another permission", () => chainOf(() => ({ second: { permission: fixedId("x") } })), "second-permission"),
  row("other words", () => chainOf(() => ({ second: { digest: text("x") } })), "second-digest"),
  row("another card", () => chainOf(() => ({ second: { card: text("x") } })), "second-card"),
  row("another circle", () => chainOf(() => ({ second: { circle: fixedId("x") } })), "second-circle"),
  row("another epoch", () => chainOf(() => ({ second: { epoch: 1 } })), "second-epoch"),
  row("copies allowed once only", () => chainOf(() => ({ second: { copies: true } })), "copies-said-once"),
  row("two answers on neighbouring days", () => chainOf(() => ({ second: { day: "2026-03-04" } })), "too-soon"),
  row(
    "a second yes without the hash of its grant",
    () => chainOf(() => ({ second: { release: undefined } })),
    "release-missing",
  ),
  row("a yes without an end", () => chainOf(() => ({ second: { until: undefined } })), "until-missing"),
  row(
    "a yes that lasts too long",
    () => chainOf(() => ({ first: { until: "2027-03-06" }, second: { until: "2027-03-06" } })),
    "until-too-long",
  ),
  row(
    "a second yes that lasts longer than the first said",
    () => chainOf(() => ({ first: { until: "2027-03-04" } })),
    "until-longer",
  ),
  row("a first yes without an end", () => chainOf(() => ({ first: { until: undefined } })), "until-longer"),
  row("a yes that is over", () => chainOf(() => ({ second: { until: "2026-03-19" } })), "until-passed"),
  row(
    "a circle that nobody knows",
    () => {
      const circle = fixedId<CircleId>("x");
      return chainOf(() => ({ first: { circle }, second: { circle }, approved: { circle } }));
    },
    "circle-unknown",
  ),
  row(
    "the support circle as audience",
    () => {
      const circle = fixedId<CircleId>("support circle");
      return chainOf(() => ({ first: { circle }, second: { circle }, approved: { circle } }));
    },
    "circle-unknown",
  ),
  row(
    "an epoch that has not begun",
    () => chainOf(() => ({ first: { epoch: 3 }, second: { epoch: 3 }, approved: { epoch: 3 } })),
    "circle-epoch",
  ),
  [
    "an epoch that is over, for what is newly shared",
    () => chainOf(() => ({ first: { epoch: 1 }, second: { epoch: 1 }, approved: { epoch: 1 } })),
    "fits",
    "circle-epoch",
    "fits",
  ],

  approvedRow(
    "no approval",
    () => {
      const { approved: _, ...chain } = chainOf();
      return chain;
    },
    "approved-missing",
  ),
  approvedRow(
    "an approval by nobody of the directory",
    () => chainOf(() => ({ approved: { by: fixedId("x") } })),
    "approver-unknown",
  ),
  approvedRow(
    "an approval in somebody else's name",
    () => chainOf(() => ({ approved: { by: fixedId<StaffId>("checker") } })),
    "approved-signature",
  ),
  approvedRow(
    "an approval changed after signing",
    () => {
      const chain = chainOf();
      return { ...chain, approved: unsigned(chain.approved!, { day: "2026-03-14" }) };
    },
    "approved-signature",
  ),
  approvedRow(
    "an approval by a trainer",
    () => {
      const chain = chainOf();
      const said = { ...chain.approved!.statement, by: fixedId<StaffId>("trainer") };
      return { ...chain, approved: sign(said, fixedSigning("trainer").secret) };
    },
    "approver-role",
  ),
  approvedRow(
    "an approval after the approver's terms",
    () => chainOf(() => ({ approved: { day: "2027-01-01" } })),
    "approver-terms",
  ),
  approvedRow("an approval of another cut", () => chainOf(() => ({ approved: { cut: text("x") } })), "approved-cut"),
  approvedRow(
    "an approval of another answer",
    () => chainOf(() => ({ approved: { second: text("x") } })),
    "approved-second",
  ),
  approvedRow(
    "an approval of another permission",
    () => chainOf(() => ({ approved: { permission: fixedId("x") } })),
    "approved-permission",
  ),
  approvedRow(
    "an approval of other words",
    () => chainOf(() => ({ approved: { digest: text("x") } })),
    "approved-digest",
  ),
  approvedRow("an approval of another card", () => chainOf(() => ({ approved: { card: text("x") } })), "approved-card"),
  approvedRow(
    "an approval for another circle",
    () => chainOf(() => ({ approved: { circle: fixedId("x") } })),
    "approved-circle",
  ),
  approvedRow("an approval for another epoch", () => chainOf(() => ({ approved: { epoch: 1 } })), "approved-epoch"),
  approvedRow(
    "another grant of the text",
    () =>
      chainOf(({ approved: { release } }) => ({
        approved: { release: { ...release, text: fixedId<GrantHash>("x", 32) } },
      })),
    "approved-release",
  ),
  approvedRow(
    "another grant of the card",
    () =>
      chainOf(({ approved: { release } }) => ({
        approved: { release: { ...release, card: fixedId<GrantHash>("x", 32) } },
      })),
    "approved-release",
  ),
  ...releaseChecks.map((missing) =>
    approvedRow(
      `no word about ${missing}`,
      () => chainOf(() => ({ approved: { checks: releaseChecks.filter((check) => check !== missing) } })),
      "approved-checks",
    ),
  ),
  approvedRow("an approval within the hold", () => chainOf(() => ({ approved: { day: "2026-03-12" } })), "hold"),

  parentRow(
    "no parent",
    () => {
      const { parent: _, ...chain } = chainOf();
      return chain;
    },
    "parent-missing",
  ),
  parentRow("a story key that is none", () => withParent(() => ({ storyKey: "" })), "story-keys"),
  parentRow("another story key", () => withParent(() => ({ storyKey: other().verifyKey })), "agreed-signature"),
  parentRow("another sealing key", () => withParent(() => ({ storySealingKey: fixedId("x", 32) })), "agreed-story"),
  parentRow("another story", () => chainOf(() => ({ agreed: { story: text("x") } })), "agreed-story"),
  parentRow(
    "an agreement signed by the story alone",
    () =>
      withParent(({ agreed }) => ({ agreed: { ...agreed, signatures: [agreed.signatures[0], agreed.signatures[0]] } })),
    "agreed-signature",
  ),
  parentRow("an agreement that names another cut", () => chainOf(() => ({ agreed: { cut: text("x") } })), "agreed-cut"),
  parentRow(
    "an agreement that names another key",
    () => chainOf(() => ({ agreed: { cutKey: other().verifyKey } })),
    "agreed-cut",
  ),
  parentRow("an agreement to other words", () => chainOf(() => ({ agreed: { digest: text("x") } })), "agreed-digest"),
  parentRow("an agreement to another card", () => chainOf(() => ({ agreed: { card: text("x") } })), "agreed-card"),
  parentRow("no review", () => withParent(() => ({ checked: undefined })), "checked-missing"),
  parentRow(
    "a review by nobody of the directory",
    () => chainOf(() => ({ checked: { by: fixedId("x") } })),
    "checker-unknown",
  ),
  parentRow(
    "a review in somebody else's name",
    () => chainOf(() => ({ checked: { by: fixedId<StaffId>("trainer") } })),
    "checked-signature",
  ),
  parentRow(
    "a review by a trainer",
    () =>
      withParent(({ checked }) => ({
        checked: sign({ ...checked!.statement, by: fixedId<StaffId>("trainer") }, fixedSigning("trainer").secret),
      })),
    "checker-role",
  ),
  parentRow(
    "a review after the checker's terms",
    () => chainOf(() => ({ checked: { day: "2027-01-01" } })),
    "checker-terms",
  ),
  parentRow("a review of another story", () => chainOf(() => ({ checked: { story: text("x") } })), "checked-story"),
  parentRow("a review of another text", () => chainOf(() => ({ checked: { digest: text("x") } })), "checked-digest"),
  parentRow(
    "an agreement to part of another text",
    () => chainOf(() => ({ agreed: { parent: text("x") } })),
    "checked-digest",
  ),
  parentRow(
    "a story that somebody else sent",
    () => withParent(({ sent }) => ({ sent: sign(sent!.statement, other().secret) })),
    "sent-signature",
  ),
  parentRow("another story that was sent", () => chainOf(() => ({ sent: { story: text("x") } })), "sent-story"),
  [
    "an approval by the checker",
    () => {
      const chain = chainOf();
      const said = { ...chain.approved!.statement, by: fixedId<StaffId>("checker") };
      return { ...chain, approved: sign(said, keys.checker.secret) };
    },
    "fits",
    "fits",
    "same-person",
  ],
];

describe("one thing that does not fit is found", () => {
  test.each(rows)("%s", (_name, tampered, ...expected) => {
    expect(faultsOf(tampered())).toEqual(expected);
  });

  test("a directory whose last day is over", () => {
    expect(faultsOf(chainOf(), directory({ validUntil: "2026-03-19" as Day }))).toEqual(
      Array(3).fill("directory-expired"),
    );
  });

  test("a purpose that the policy has dropped", () => {
    const policy = { ...defaultPolicy, purposes: ["research"] as const };
    expect(faultsOf(chainOf(), directory({ policy }))).toEqual(Array(3).fill("circle-purpose"));
  });

  test("an approver who looks before the hold is over", () => {
    expect(faultsOf(chainOf(), directory(), "2026-03-12" as Day)[1]).toBe("hold");
    expect(faultsOf(chainOf(), directory(), "2026-03-13" as Day)[1]).toBe("fits");
  });

  test("every fault there is has been seen", () => {
    const seen = new Set(rows.flatMap(([, , ...faults]) => faults));
    const seenAbove = ["directory-expired", "circle-purpose"];
    expect(chainFaults.filter((fault) => !seen.has(fault) && !seenAbove.includes(fault))).toEqual([]);
  });
});

test("one person may do both where the policy does not ask for two", () => {
  const chain = chainOf();
  const said = { ...chain.approved!.statement, by: fixedId<StaffId>("checker") };
  const alone = { ...chain, approved: sign(said, keys.checker.secret) };
  expect(faultsOf(alone, directory({ policy: { ...defaultPolicy, twoPeople: false } }))[2]).toBe("fits");
});
