// One whole release, made up, from the directory to the approval: what vectors are computed from and tests tamper with.

import {
  type CircleId,
  type CutId,
  type Day,
  type Directory,
  defaultPolicy,
  type GrantHash,
  type LedgerHead,
  type PermissionId,
  type RandomId,
  releaseChecks,
  type StaffId,
  type StatementOf,
  type StoryId,
  type TextDigest,
} from "@ownwords/consent";
import { statementDigest } from "../identities.ts";
import type { Seed, SigningPair } from "../keys.ts";
import { cutKeys, levelOf, type StoryKeys, storyKeys } from "../open/account.ts";
import { fixedBytes, fixedId, fixedSealing, fixedSigning } from "./fixed.ts";

const day = (date: string) => date as Day;

const person = (name: string, roles: Directory["staff"][number]["roles"], circles: CircleId[] = []) => ({
  id: fixedId<StaffId>(name),
  verifyKey: fixedSigning(name).verifyKey,
  sealingKey: fixedSealing(name).sealingKey,
  roles,
  circles,
  termsUntil: day("2026-12-31"),
});

const supportId = () => fixedId<CircleId>("support circle");
const audienceId = () => fixedId<CircleId>("audience");

export const exampleDirectory = (): Directory => ({
  v: 1,
  serial: 7,
  validUntil: day("2026-05-30"),
  salt: fixedId("salt"),
  policy: defaultPolicy,
  circles: [
    {
      id: supportId(),
      kind: "support",
      organisation: "Support team",
      purpose: null,
      epoch: 1,
      sealingKey: fixedSealing("support circle").sealingKey,
    },
    {
      id: audienceId(),
      kind: "audience",
      organisation: "Riverside practice",
      purpose: "live-training",
      epoch: 2,
      sealingKey: fixedSealing("audience").sealingKey,
    },
  ],
  staff: [
    person("checker", ["support"], [supportId()]),
    person("approver", ["support"], [supportId()]),
    person("trainer", ["trainer"], [audienceId()]),
  ],
  redactorKey: fixedSigning("redactor").verifyKey,
  ledgerKey: fixedSigning("ledger").verifyKey,
  notices: [{ id: fixedId("notice"), hash: fixedId("notice text", 32), language: "en" }],
});

export const exampleStory = (): StoryKeys =>
  storyKeys(levelOf(fixedBytes("account root", 32) as Seed), fixedId("story salt"));

export const exampleCut = () => cutKeys(exampleStory(), fixedId("cut salt"));

/** Keys by the names of those who hold them. */
export const exampleSigning = (): Record<"story" | "cut" | "checker" | "approver", SigningPair> => ({
  story: exampleStory().signing,
  cut: exampleCut().signing,
  checker: fixedSigning("checker"),
  approver: fixedSigning("approver"),
});

const statement = <T extends string>(type: T, date: string) =>
  ({ v: 1, type, id: fixedId<RandomId>(type + date), day: day(date) }) as const;

/** The statements of one release, before anybody signs: a whole day between her answers, seven before the approval. */
export function exampleStatements() {
  const story: StoryId = exampleStory().id;
  const cut: CutId = exampleCut().id;
  const notice = {
    id: fixedId<RandomId>("notice"),
    hash: fixedId<TextDigest>("notice text", 32),
    language: "en",
  } as const;
  const seen = fixedId<LedgerHead>("seen", 32);
  const words = { digest: fixedId<TextDigest>("cut text", 32), card: fixedId<TextDigest>("card text", 32) };
  const review = fixedId<TextDigest>("checked text", 32);
  const audience = { permission: fixedId<PermissionId>("permission"), circle: audienceId(), epoch: 2 };
  const release = { text: fixedId<GrantHash>("text grant", 32), card: fixedId<GrantHash>("card grant", 32) };

  const sent: StatementOf<"sent"> = {
    ...statement("sent", "2026-02-27"),
    story,
    digest: fixedId<TextDigest>("sent text", 32),
    mode: "service",
    redactorKey: fixedId<RandomId>("redactor week"),
    alone: true,
    notice,
  };
  const checked: StatementOf<"checked"> = {
    ...statement("checked", "2026-03-01"),
    story,
    parent: fixedId<TextDigest>("redacted text", 32),
    digest: review,
    changes: [{ id: fixedId<RandomId>("change"), code: "names-a-place" }],
    by: fixedId<StaffId>("checker"),
  };
  const agreed: StatementOf<"agreed"> = {
    ...statement("agreed", "2026-03-02"),
    story,
    cut,
    cutKey: exampleCut().signing.verifyKey,
    ...words,
    parent: review,
    seen,
    notice,
  };
  const until = day("2027-03-05");
  const answer = { cut, ...words, ...audience, until, copies: false, alone: true, seen, notice };
  const first: StatementOf<"answered"> = { ...statement("answered", "2026-03-03"), ...answer, answer: "yes-once" };
  const second: StatementOf<"answered"> = {
    ...statement("answered", "2026-03-05"),
    ...answer,
    answer: "yes",
    first: statementDigest(first),
    release,
  };
  const approved: StatementOf<"approved"> = {
    ...statement("approved", "2026-03-13"),
    cut,
    ...words,
    ...audience,
    second: statementDigest(second),
    checks: releaseChecks,
    release,
    by: fixedId<StaffId>("approver"),
  };
  return { sent, checked, agreed, first, second, approved };
}
