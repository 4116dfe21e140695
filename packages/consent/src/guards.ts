// The preconditions that the table of actions names. Each answers a coded refusal, or nothing when it holds.

import { monthsAfter } from "./days.ts";
import { circleOf, type Directory, type StaffEntry } from "./directory.ts";
import { type Evidence, type GateAnswer, mayOpen } from "./gate.ts";
import type { CutId, LedgerHead, PermissionId, RandomId, StatementDigest, Verified } from "./ids.ts";
import { isLive, type Role } from "./machines.ts";
import { releaseChecks } from "./risk-codes.ts";
import {
  type CutState,
  type Grant,
  isPaused,
  type PermissionState,
  type StoryState,
  type TextRef,
  type Today,
  wholeDaysBetween,
} from "./state.ts";
import type { Statement } from "./statements.ts";

export const refusals = [
  "not-yours-to-do",
  "wrong-stage",
  "something-came-since",
  "signed-on-another-day",
  "nothing-is-left",
  "statement-does-not-fit",
  "unknown-notice",
  "held",
  "paused",
  "parent-is-not-in-force",
  "attachments-do-not-fit",
  "redactor-key-is-over",
  "not-your-claim",
  "not-due",
  "attempts-are-left",
  "attempts-are-used-up",
  "not-fit-to-read",
  "recused",
  "changes-repeat",
  "changes-are-not-decided",
  "unknown-cut",
  "unknown-permission",
  "unknown-circle",
  "words-differ",
  "already-live",
  "until-is-not-allowed",
  "not-more-than-the-first",
  "past-its-day",
  "too-early",
  "same-person",
  "checklist-is-not-whole",
  "release-differs",
  "already-exists",
  "not-available",
] as const;
export type Refusal = (typeof refusals)[number];

/** Who asks: what the session or the process is, and the directory's entry of a person. */
export type Actor = { readonly roles: readonly Role[]; readonly staff?: StaffEntry };

/** What is the same for every story: the day, and what the directory says today. */
export type Context = {
  readonly today: Today;
  readonly directory: Directory;
  /** Redactor sealing keys that something can still be sent to. */
  readonly redactorKeys: readonly RandomId[];
};

/** What is asked for, verified, with the sealed texts and keys that come along (their bytes stay outside). */
export type Act = {
  readonly by: Actor;
  readonly statement: Verified<Statement> | null;
  readonly statementDigest: StatementDigest | null;
  readonly texts: readonly TextRef[];
  readonly grants: readonly Grant[];
  /** Which permission, where the service acts by itself. */
  readonly permission?: PermissionId;
  /** The redaction worker's word, with the number of its claim, that the engine cannot serve this text. */
  readonly unfit?: number;
  /** The head that the signer saw, where the statement holds it blinded. */
  readonly seen?: LedgerHead | undefined;
  /** What an opening rests on. */
  readonly evidence?: Evidence;
};

type NameOf<S> = S extends unknown ? keyof S : never;
/** Any field of any statement; which are there follows from the row that asked for the type. */
export type Said = { readonly [Name in NameOf<Statement>]?: ValueIn<Statement, Name> };
type ValueIn<S, Name extends PropertyKey> = S extends unknown ? (Name extends keyof S ? S[Name] : never) : never;

export type Given = { readonly state: StoryState; readonly act: Act; readonly said: Said; readonly context: Context };

/** The permission and the cut that a statement, or the service, speaks of. */
export const permissionIn = ({ state, act, said }: Given): PermissionState | undefined =>
  state.permissions[(said.permission ?? act.permission) as PermissionId];
export const cutIn = (given: Given): CutState | undefined =>
  given.state.cuts[given.said.cut ?? permissionIn(given)?.cut ?? ("" as CutId)];

const unless = (holds: boolean, refusal: Refusal): Refusal | undefined => (holds ? undefined : refusal);

const maxAttempts = 3;
const deskStages = new Set(["team-review", "author-review"]);

export const guards = {
  nothingCameSince: ({ state, act, said }) =>
    unless(("seen" in act ? act.seen : said.seen) === state.anchor, "something-came-since"),
  /** A hold is set whatever came before it. */
  nothingIsSaidToBeSeen: ({ said }) => unless(said.seen === undefined, "statement-does-not-fit"),
  parentIsInForce: ({ state, said }) => unless(said.parent === state.text, "parent-is-not-in-force"),
  aboutTheTextInForce: ({ state, said }) => unless(said.digest === state.text, "parent-is-not-in-force"),
  inAuthorReview: ({ state }) => unless(state.stage === "author-review", "wrong-stage"),
  nothingIsLeaving: ({ state }) => unless(state.stage !== "leaving", "wrong-stage"),
  redactorKeyIsFresh: ({ said, context }) =>
    unless(said.redactorKey !== undefined && context.redactorKeys.includes(said.redactorKey), "redactor-key-is-over"),

  claimIsTheLast: ({ state, said }) => unless(said.claim === state.claim, "not-your-claim"),
  attemptsAreLeft: ({ state }) => unless(state.attempts < maxAttempts, "attempts-are-used-up"),
  attemptsAreUsedUp: ({ state }) => unless(state.attempts >= maxAttempts, "attempts-are-left"),
  unfitForTheEngine: ({ state, act }) => unless(act.unfit === state.claim, "not-your-claim"),

  theDeskMayRead: ({ state, act }) =>
    state.recused.includes(act.by.staff!.id) ? "recused" : unless(deskStages.has(state.stage), "not-fit-to-read"),
  aReleaseWaits: (given) => {
    const stage = permissionIn(given)?.stage;
    return stage === "holding" ? "not-due" : unless(stage === "in-check", "unknown-permission");
  },
  notRecused: ({ state, act }) => unless(!state.recused.includes(act.by.staff!.id), "recused"),
  changesDiffer: ({ said }) =>
    unless(new Set(said.changes!.map(({ id }) => id)).size === said.changes!.length, "changes-repeat"),
  everyChangeIsDecided: ({ state, said }) => {
    const decided = new Set(said.decisions!.map(({ change }) => change));
    const proposed = state.checked?.changes ?? [];
    return unless(
      decided.size === said.decisions!.length &&
        decided.size === proposed.length &&
        proposed.every((id) => decided.has(id)),
      "changes-are-not-decided",
    );
  },
  allIsDecided: ({ state }) => unless(state.checked !== null && state.decided, "changes-are-not-decided"),

  cutIsAgreed: (given) => unless(cutIn(given)?.stage === "agreed", "unknown-cut"),
  /** The statement speaks of exactly the words that this cut is locked to. */
  cutMatches: (given) => {
    const cut = cutIn(given);
    if (!cut || (given.said.cut !== undefined && given.state.cuts[given.said.cut] !== cut)) return "unknown-cut";
    return unless(
      given.said.digest === cut.digest && (given.said.card === undefined || given.said.card === cut.card),
      "words-differ",
    );
  },
  circleIsKnown: ({ said, context }) => {
    const { directory } = context;
    const circle = circleOf(directory, said.circle!);
    const isOffered = circle?.purpose != null && directory.policy.purposes.includes(circle.purpose);
    return unless(circle?.kind === "audience" && circle.epoch === said.epoch && isOffered, "unknown-circle");
  },
  permissionIsOfTheCut: (given) => unless(permissionIn(given)?.cut === given.said.cut, "unknown-permission"),
  audienceMatches: (given) => {
    const permission = permissionIn(given);
    return unless(permission?.circle === given.said.circle && permission?.epoch === given.said.epoch, "unknown-circle");
  },
  untilIsAllowed: ({ said, context: { today, directory } }) =>
    unless(
      said.until !== undefined &&
        said.until > today.date &&
        said.until <= monthsAfter(today.date, directory.policy.permissionMonths),
      "until-is-not-allowed",
    ),
  /** A second yes repeats the first: it can narrow what that allowed, and not widen it. */
  notMoreThanTheFirst: (given) => {
    const { said } = given;
    const permission = permissionIn(given);
    if (said.copies && !permission?.copies) return "not-more-than-the-first";
    return unless(said.until !== undefined && said.until <= (permission?.until ?? ""), "until-is-not-allowed");
  },
  nothingIsLiveThere: ({ state, said }) =>
    unless(
      !Object.values(state.permissions).some(
        (permission) => isLive(permission.stage) && permission.cut === said.cut && permission.circle === said.circle,
      ),
      "already-live",
    ),
  aWholeDayLiesBetween: (given) => {
    const permission = permissionIn(given);
    const { today, directory } = given.context;
    if (permission?.first !== given.said.first) return "unknown-permission";
    return unless(wholeDaysBetween(permission!.since, today.n) >= directory.policy.secondVisitDaysBetween, "too-early");
  },
  notPastItsDay: (given) => unless(given.context.today.date <= (permissionIn(given)?.endsOn ?? ""), "past-its-day"),
  notPaused: ({ state, act, said }) =>
    unless(!isPaused(state, (said.permission ?? act.permission) as PermissionId), "paused"),
  releaseIsNamed: ({ said }) => unless(said.release !== undefined, "release-differs"),
  releaseMatches: (given) => {
    const permission = permissionIn(given);
    const { release, second } = given.said;
    return unless(
      second === permission?.second &&
        release?.text === permission?.release?.text &&
        release?.card === permission?.release?.card,
      "release-differs",
    );
  },
  anotherPersonChecked: (given) =>
    unless(
      !given.context.directory.policy.twoPeople || cutIn(given)?.checkedBy !== given.act.by.staff!.id,
      "same-person",
    ),
  checklistIsWhole: ({ said }) =>
    unless(
      releaseChecks.every((check) => said.checks!.includes(check)),
      "checklist-is-not-whole",
    ),

  /** A stop names what it stops, and only what is there: a permission, a cut, or everything. */
  targetIsKnown: ({ state, said }) => {
    const named = [said.cut && "cut", said.permission && "permission"].filter(Boolean);
    if (named.length !== (said.scope === "everything" ? 0 : 1)) return "statement-does-not-fit";
    if (said.scope === "cut") return unless(state.cuts[said.cut as CutId] !== undefined, "unknown-cut");
    if (said.scope === "permission")
      return unless(state.permissions[said.permission as PermissionId] !== undefined, "unknown-permission");
    return undefined;
  },

  theGateIsOpen: (given) => unless(askGate(given).open, "not-available"),
} as const satisfies Record<string, (given: Given) => Refusal | undefined>;

/** Asks the gate about what a trainer's statement speaks of. */
export function askGate({ state, act, said, context }: Given): GateAnswer {
  const permission = said.permission !== undefined ? state.permissions[said.permission] : undefined;
  if (!permission || permission.cut !== said.cut) return { open: false, reasons: ["no-such-permission"] };
  // Without evidence nothing was approved, as far as anybody can verify.
  if (!act.evidence || said.approval !== permission.approval) return { open: false, reasons: ["not-approved"] };
  if (state.cuts[permission.cut]?.digest !== said.digest) return { open: false, reasons: ["words-differ"] };
  return mayOpen({
    state,
    permission: said.permission!,
    evidence: act.evidence,
    opener: act.by.staff!,
    session: said.session!,
    terms: said.terms!,
    directory: context.directory,
    today: context.today,
  });
}
