// The only place where it is decided whether a text may be opened. Pure and total; asked at each request, never cached.

import { daysAfter } from "./days.ts";
import { circleOf, type Directory, type StaffEntry } from "./directory.ts";
import type { PermissionId, Verified } from "./ids.ts";
import { releaseChecks, sessionTerms } from "./risk-codes.ts";
import { isPaused, type StoryState, type Today } from "./state.ts";
import type { StatementOf } from "./statements.ts";

/** The five statements that an opening rests on, each verified. */
export type Evidence = {
  readonly agreed: Verified<StatementOf<"agreed">>;
  readonly first: Verified<StatementOf<"answered">>;
  readonly second: Verified<StatementOf<"answered">>;
  readonly checked: Verified<StatementOf<"checked">>;
  readonly approved: Verified<StatementOf<"approved">>;
};

export const closedReasons = [
  "no-such-permission",
  "story-is-leaving",
  "cut-is-not-agreed",
  "permission-is-not-open",
  "paused",
  "held",
  "past-its-day",
  "words-differ",
  "not-answered-twice",
  "not-checked",
  "not-approved",
  "same-person",
  "not-a-member",
  "terms-are-over",
  "other-purpose",
  "session-is-not-today",
  "terms-not-accepted",
] as const;
/** For the desk and for her. A trainer is told "not available" and nothing more. */
export type ClosedReason = (typeof closedReasons)[number];

export type GateAnswer = { readonly open: true } | { readonly open: false; readonly reasons: readonly ClosedReason[] };

export type Opening = {
  readonly state: StoryState;
  readonly permission: PermissionId;
  readonly evidence: Evidence;
  readonly opener: StaffEntry;
  readonly session: StatementOf<"opened">["session"];
  readonly terms: StatementOf<"opened">["terms"];
  readonly directory: Directory;
  readonly today: Today;
};

/**
 * May this person open this cut, for this session, now?
 * @returns every reason why not, so that the desk sees them all at once
 */
export function mayOpen({
  state,
  permission: id,
  evidence,
  opener,
  session,
  terms,
  directory,
  today,
}: Opening): GateAnswer {
  const permission = state.permissions[id];
  const cut = permission && state.cuts[permission.cut];
  if (!permission || !cut) return { open: false, reasons: ["no-such-permission"] };
  const { agreed, first, second, checked, approved } = evidence;
  const circle = circleOf(directory, permission.circle);
  const { policy } = directory;

  const sameCut = (said: { cut: string; digest: string; card: string }) =>
    said.cut === permission.cut && said.digest === cut.digest && said.card === cut.card;
  const sameAudience = (said: { permission: string; circle: string; epoch: number }) =>
    said.permission === id && said.circle === permission.circle && said.epoch === permission.epoch;

  const must: Record<ClosedReason, boolean> = {
    "no-such-permission": true,
    "story-is-leaving": state.stage !== "leaving" && state.stage !== "erased",
    "cut-is-not-agreed": cut.stage === "agreed",
    "permission-is-not-open": permission.stage === "open",
    paused: !isPaused(state, id),
    held: state.holds.length === 0,
    "past-its-day": today.date <= permission.endsOn,
    "words-differ": sameCut(agreed) && agreed.parent === cut.parent && agreed.story === state.id,
    "not-answered-twice":
      sameCut(first) &&
      sameCut(second) &&
      sameAudience(first) &&
      sameAudience(second) &&
      first.answer === "yes-once" &&
      second.answer === "yes" &&
      second.first === permission.first &&
      daysAfter(first.day, policy.secondVisitDaysBetween + 1) <= second.day &&
      second.until !== undefined &&
      today.date <= second.until,
    "not-checked": checked.story === state.id && checked.digest === cut.parent && checked.by === cut.checkedBy,
    "not-approved":
      sameCut(approved) &&
      sameAudience(approved) &&
      approved.second === permission.second &&
      approved.release.text === second.release?.text &&
      approved.release.card === second.release.card &&
      releaseChecks.every((check) => approved.checks.includes(check)),
    "same-person": !policy.twoPeople || approved.by !== checked.by,
    "not-a-member":
      circle !== undefined && opener.roles.includes("trainer") && opener.circles.includes(permission.circle),
    "terms-are-over": today.date <= opener.termsUntil,
    "other-purpose": circle?.purpose === session.purpose && policy.purposes.includes(session.purpose),
    "session-is-not-today": session.day === today.date,
    "terms-not-accepted": sessionTerms.every((term) => terms.includes(term)),
  };
  const reasons = closedReasons.filter((reason) => !must[reason]);
  return reasons.length === 0 ? { open: true } : { open: false, reasons };
}
