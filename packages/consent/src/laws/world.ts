// The small world in which the laws are checked: one synthetic story, two cuts, two audiences, a few people of the charity.
// Ids are readable names in the right shape. "Today" is always the same day: the past moves away from it instead.

import type { Circle, Directory, StaffEntry } from "../directory.ts";
import type { Actor, Context } from "../guards.ts";
import type { CircleId, CutId, Day, LedgerHead, PermissionId, StaffId, StoryId, TextDigest, Verified } from "../ids.ts";
import { defaultPolicy, type Policy } from "../policy.ts";
import type { Today } from "../state.ts";
import type { StatementOf, StatementType } from "../statements.ts";

/** Base64url of 16 and of 32 bytes that starts with a readable name. */
export const bytes16 = <T extends string>(name: string): T => name.padEnd(22, "A") as T;
export const bytes32 = <T extends string>(name: string): T => name.padEnd(43, "A") as T;

const firstMidnight = Date.UTC(2026, 5, 10);
const named = new Map<number, Day>();
/** The day that is so many days from today. */
export function dayAt(offset: number): Day {
  const known = named.get(offset) ?? (new Date(firstMidnight + offset * 86_400_000).toISOString().slice(0, 10) as Day);
  named.set(offset, known);
  return known;
}
export const today: Today = { n: 100, date: dayAt(0) };

/** As short as the laws allow, so that every wait and every end is within reach. */
export const policy: Policy = {
  ...defaultPolicy,
  secondVisitDaysBetween: 1,
  holdDaysBetween: 1,
  eraseDelayDays: 1,
  firstYesLapseDays: 3,
  permissionMonths: 1,
  draftRetentionMonths: 0,
};

export const story: StoryId = bytes32("story");
/** The version in force is always called `text`; a new one becomes it, and what cuts were made of before is `older`. */
export const text: TextDigest = bytes32("text");
export const newerText: TextDigest = bytes32("newer");
export const olderText: TextDigest = bytes32("older");
export const head: LedgerHead = bytes32("head");
export const oldHead: LedgerHead = bytes32("head-before");

export type Cut = { readonly id: CutId; readonly digest: TextDigest; readonly card: TextDigest };
const cutNamed = (name: string): Cut => ({
  id: bytes32(`cut-${name}`),
  digest: bytes32(`words-${name}`),
  card: bytes32(`card-${name}`),
});
export const cuts = [cutNamed("1"), cutNamed("2")] as const;

const circleNamed = (name: string, organisation: string, rest: Partial<Circle>): Circle => ({
  id: bytes16(`circle-${name}`),
  kind: "audience",
  organisation,
  purpose: "live-training",
  epoch: 1,
  sealingKey: bytes32(`sealing-${name}`),
  ...rest,
});
export const circles = [
  circleNamed("1", "First Practice", {}),
  circleNamed("2", "Second Practice", { purpose: "e-learning" }),
] as const;
export const supportCircle = circleNamed("support", "The charity", { kind: "support", purpose: null });

const person = (name: string, roles: StaffEntry["roles"], inCircles: readonly CircleId[] = []): StaffEntry => ({
  id: bytes16(name),
  verifyKey: bytes32(`verify-${name}`),
  sealingKey: bytes32(`sealing-${name}`),
  roles,
  circles: inCircles,
  termsUntil: dayAt(300),
});
export const workers = [
  person("worker-a", ["support"], [supportCircle.id]),
  person("worker-b", ["support"], [supportCircle.id]),
] as const;
export const trainers = [
  person("trainer-1", ["trainer"], [circles[0].id]),
  person("trainer-2", ["trainer"], [circles[1].id]),
] as const;
export const safeguardingLead = person("safeguarding-lead", ["safeguarding"]);
export const dataProtectionLead = person("data-protection-lead", ["data-protection"]);
export const steward = person("steward", ["steward"]);
const staff = [...workers, ...trainers, safeguardingLead, dataProtectionLead, steward];

export const directory: Directory = {
  v: 1,
  serial: 1,
  validUntil: dayAt(90),
  salt: bytes16("salt"),
  policy,
  circles: [...circles, supportCircle],
  staff,
  redactorKey: bytes32("redactor"),
  ledgerKey: bytes32("ledger"),
  notices: [{ id: bytes16("notice"), hash: bytes32("notice"), language: "en" }],
};
export const context: Context = { today, directory, redactorKeys: [bytes16("key-of-the-week")] };

export const author: Actor = { roles: ["author"] };
export const redactor: Actor = { roles: ["redactor"] };
export const service: Actor = { roles: ["service"] };
export const actorOf = (entry: StaffEntry): Actor => ({ roles: entry.roles, staff: entry });
export const everybody: readonly Actor[] = [author, redactor, service, ...staff.map(actorOf)];
export const nameOf = (actor: Actor): string => actor.staff?.id.replace(/A+$/, "") ?? actor.roles[0]!;

/** Verified by saying so: who makes these stands for signatures that hold. */
export const signed = <T extends StatementType>(type: T, fields: object): Verified<StatementOf<T>> =>
  ({ v: 1, type, id: bytes16("id"), day: today.date, ...fields }) as unknown as Verified<StatementOf<T>>;

export const notice = directory.notices[0]!;

/** One place for an answer: a cut × a circle, and the name of the permission that is live there. */
export type Slot = {
  readonly permission: PermissionId;
  readonly cut: Cut;
  readonly circle: Circle;
  readonly name: string;
};
export const slotOf = (cut: 0 | 1, circle: 0 | 1): Slot => ({
  permission: bytes16(`permission-${cut + 1}-${circle + 1}`),
  cut: cuts[cut],
  circle: circles[circle],
  name: `${cut + 1}-${circle + 1}`,
});
export const slots = [slotOf(0, 0), slotOf(0, 1), slotOf(1, 0), slotOf(1, 1)] as const;

export const otherWorker = (id: StaffId): StaffId => (id === workers[0].id ? workers[1].id : workers[0].id);
