// The table of actions: everything that can happen to a story. Routes, idempotence, the role matrix, the laws and the docs
// derive from it. Adding an action means adding a row.

import type { TextKind } from "./document.ts";
import { type Effect, effects as then } from "./effects.ts";
import { type Given, type Refusal, guards as when } from "./guards.ts";
import type { CutMove, PermissionMove, Role, TextMove } from "./machines.ts";
import type { Grant, Hold, PauseReason } from "./state.ts";
import type { StatementType } from "./statements.ts";

/** A grant that comes along: which text, to whom, with which locks. */
type Carried = readonly [kind: TextKind, to: Grant["to"], lock?: "outer" | "inner"];

/** When the service acts by itself. Whole recorded days decide what opens or erases, the calendar what closes. */
export type Due =
  | "at-once"
  | "when-the-lease-is-over"
  | "past-its-day"
  | { readonly afterDays: "eraseDelayDays" | "holdDaysBetween" }
  | { readonly afterMonths: "draftRetentionMonths" };

export type Action = {
  /** Who may. Left out where a move's own row says it. */
  readonly by?: readonly Role[];
  /** The signed statement that asks for it; null for what the service does by itself. */
  readonly statement: StatementType | null;
  /** Which statements of that type: those whose fields have these values. */
  readonly where?: Readonly<Record<string, string | readonly string[]>>;
  readonly text?: TextMove;
  readonly cut?: CutMove;
  readonly permission?: PermissionMove;
  /** A stop: accepted from every state but `erased`, from any ancestor, as often as she likes. */
  readonly stop?: true;
  /** A stop that can find its work already done; then it makes nothing that others signed out of date. */
  readonly idle?: true;
  /**
   * Brings a story nearer to readers outside the team: refused under a safety or legal hold. Redacting is not among them:
   * what a safeguarding lead can read is the redacted text.
   */
  readonly forward?: true;
  /** Destroys: refused under a legal hold. */
  readonly destroys?: true;
  /** The pauses and holds that it can take away; the database lets nobody else. */
  readonly lifts?: readonly (PauseReason | Hold)[];
  /** A reading: it is in the ledger, and makes nothing that she signed out of date. */
  readonly reading?: true;
  readonly due?: Due;
  /** The sealed texts and keys that must come along: exactly these. */
  readonly carries?: readonly Carried[];
  readonly needs?: readonly ((given: Given) => Refusal | undefined)[];
  readonly effect?: Effect;
};

export const actions = {
  // Her text
  send: {
    statement: "sent",
    where: { mode: "service" },
    text: "send",
    carries: [
      ["sent", "author"],
      ["sent", "redactor"],
    ],
    needs: [when.redactorKeyIsFresh],
    effect: then.newText,
  },
  sendRedacted: {
    statement: "sent",
    where: { mode: "device" },
    text: "sendRedacted",
    carries: [
      ["sent", "author"],
      ["sent", "support"],
    ],
    effect: then.newText,
  },
  decideChanges: {
    by: ["author"],
    statement: "decided",
    needs: [when.inAuthorReview, when.aboutTheTextInForce, when.nothingCameSince, when.everyChangeIsDecided],
    effect: then.decided,
  },
  ask: {
    statement: "asked",
    text: "ask",
    carries: [
      ["revised", "author"],
      ["revised", "support"],
    ],
    needs: [when.parentIsInForce, when.nothingCameSince],
    effect: then.newText,
  },
  leave: {
    by: ["author"],
    statement: "stopped",
    where: { what: "erase", scope: "everything" },
    text: "leave",
    stop: true,
    idle: true,
    needs: [when.targetIsKnown],
    effect: then.endEverything,
  },
  discard: {
    statement: "stopped",
    where: { what: "erase", scope: "everything" },
    text: "discard",
    stop: true,
    idle: true,
    destroys: true,
    needs: [when.targetIsKnown],
    effect: then.endEverything,
  },
  keep: { statement: "kept", text: "keep", needs: [when.nothingCameSince] },
  erase: { statement: null, text: "erase", destroys: true, due: { afterDays: "eraseDelayDays" } },
  lapseDraft: {
    statement: null,
    text: "lapseDraft",
    destroys: true,
    due: { afterMonths: "draftRetentionMonths" },
  },

  // The redaction worker
  claim: { statement: null, text: "claim", due: "at-once", effect: then.claimed },
  reclaim: {
    statement: null,
    text: "reclaim",
    due: "when-the-lease-is-over",
    needs: [when.attemptsAreLeft],
    effect: then.claimed,
  },
  seal: {
    statement: "redacted",
    text: "seal",
    carries: [
      ["redacted", "author"],
      ["redacted", "support"],
    ],
    needs: [when.parentIsInForce, when.claimIsTheLast],
    effect: then.newText,
  },
  fail: { statement: null, text: "fail", due: "when-the-lease-is-over", needs: [when.attemptsAreUsedUp] },
  refuse: { statement: null, text: "fail", needs: [when.unfitForTheEngine] },

  // The desk
  read: { by: ["support"], statement: null, reading: true, needs: [when.theDeskMayRead] },
  readRelease: { by: ["support"], statement: null, reading: true, needs: [when.aReleaseWaits, when.notRecused] },
  retry: {
    statement: "retried",
    text: "retry",
    needs: [when.parentIsInForce, when.notRecused],
    effect: then.fromTheStart,
  },
  check: {
    statement: "checked",
    text: "check",
    forward: true,
    carries: [
      ["checked", "author"],
      ["checked", "support"],
    ],
    needs: [when.parentIsInForce, when.notRecused, when.changesDiffer],
    effect: then.checked,
  },
  recuse: { by: ["support"], statement: "recused", stop: true, idle: true, effect: then.recused },

  // Her cuts and her answers
  agree: {
    statement: "agreed",
    cut: "agree",
    forward: true,
    carries: [
      ["cut", "author"],
      ["cut", "support"],
      ["card", "author"],
      ["card", "support"],
    ],
    needs: [when.inAuthorReview, when.parentIsInForce, when.allIsDecided, when.nothingCameSince],
    effect: then.agreed,
  },
  answerNo: {
    statement: "answered",
    where: { answer: "no" },
    permission: "answerNo",
    needs: [when.cutMatches],
    effect: then.answeredNo,
  },
  answerNotNow: {
    statement: "answered",
    where: { answer: "not-now" },
    permission: "answerNotNow",
    needs: [when.cutMatches],
    effect: then.answeredNo,
  },
  answerYesOnce: {
    statement: "answered",
    where: { answer: "yes-once" },
    permission: "answerYesOnce",
    forward: true,
    needs: [
      when.nothingIsLeaving,
      when.cutIsAgreed,
      when.cutMatches,
      when.circleIsKnown,
      when.untilIsAllowed,
      when.nothingIsLiveThere,
      when.nothingCameSince,
    ],
    effect: then.answeredYesOnce,
  },
  confirm: {
    statement: "answered",
    where: { answer: "yes" },
    permission: "confirm",
    forward: true,
    carries: [
      ["cut", "circle", "outer"],
      ["card", "circle", "outer"],
    ],
    needs: [
      when.cutIsAgreed,
      when.cutMatches,
      when.permissionIsOfTheCut,
      when.audienceMatches,
      when.circleIsKnown,
      when.untilIsAllowed,
      when.notMoreThanTheFirst,
      when.notPastItsDay,
      when.aWholeDayLiesBetween,
      when.notPaused,
      when.releaseIsNamed,
      when.nothingCameSince,
    ],
    effect: then.confirmed,
  },
  elapse: {
    statement: null,
    permission: "elapse",
    forward: true,
    due: { afterDays: "holdDaysBetween" },
    needs: [when.notPaused, when.notPastItsDay],
  },
  approve: {
    statement: "approved",
    permission: "approve",
    forward: true,
    carries: [
      ["cut", "circle", "inner"],
      ["card", "circle", "inner"],
    ],
    needs: [
      when.cutIsAgreed,
      when.cutMatches,
      when.permissionIsOfTheCut,
      when.audienceMatches,
      when.circleIsKnown,
      when.notRecused,
      when.anotherPersonChecked,
      when.checklistIsWhole,
      when.releaseMatches,
      when.notPaused,
      when.notPastItsDay,
    ],
    effect: then.approved,
  },
  return: {
    statement: "returned",
    permission: "return",
    needs: [when.cutMatches, when.permissionIsOfTheCut, when.notRecused],
  },
  lapse: { statement: null, permission: "lapse", due: "past-its-day" },
  expire: { statement: null, permission: "expire", due: "past-its-day" },

  // Stops, and their undoing
  takeBack: {
    by: ["author"],
    statement: "stopped",
    where: { what: "take-back" },
    stop: true,
    idle: true,
    needs: [when.targetIsKnown],
    effect: then.tookBack,
  },
  pause: {
    by: ["author"],
    statement: "stopped",
    where: { what: "pause" },
    stop: true,
    needs: [when.targetIsKnown],
    effect: then.paused,
  },
  resume: {
    by: ["author"],
    statement: "resumed",
    lifts: ["hers", "weak-proof"],
    needs: [when.targetIsKnown, when.nothingCameSince],
    effect: then.resumed,
  },
  supportPause: {
    by: ["support"],
    statement: "paused",
    where: { reason: ["support", "weak-proof"] },
    stop: true,
    effect: then.staffPaused,
  },
  incidentPause: {
    by: ["data-protection"],
    statement: "paused",
    where: { reason: "incident" },
    stop: true,
    effect: then.staffPaused,
  },
  supportLift: {
    by: ["support"],
    statement: "lifted",
    where: { reason: "support" },
    lifts: ["support"],
    needs: [when.nothingCameSince, when.notRecused],
    effect: then.staffLifted,
  },
  leadLift: {
    by: ["data-protection"],
    statement: "lifted",
    where: { reason: ["incident", "restore"] },
    lifts: ["incident", "restore"],
    needs: [when.nothingCameSince],
    effect: then.staffLifted,
  },
  safetyHold: {
    by: ["safeguarding"],
    statement: "held",
    where: { hold: "safety", does: "set" },
    stop: true,
    needs: [when.nothingIsSaidToBeSeen],
    effect: then.held,
  },
  safetyRelease: {
    by: ["safeguarding"],
    statement: "held",
    where: { hold: "safety", does: "lift" },
    lifts: ["safety"],
    needs: [when.nothingCameSince],
    effect: then.held,
  },
  legalHold: {
    by: ["data-protection"],
    statement: "held",
    where: { hold: "legal", does: "set" },
    stop: true,
    needs: [when.nothingIsSaidToBeSeen],
    effect: then.held,
  },
  legalRelease: {
    by: ["data-protection"],
    statement: "held",
    where: { hold: "legal", does: "lift" },
    lifts: ["legal"],
    needs: [when.nothingCameSince],
    effect: then.held,
  },
  leadErase: {
    by: ["data-protection"],
    statement: "erased",
    text: "leave",
    stop: true,
    idle: true,
    effect: then.endEverything,
  },

  // The library
  open: { by: ["trainer"], statement: "opened", reading: true, needs: [when.theGateIsOpen] },
} as const satisfies Record<string, Action>;

export type ActionName = keyof typeof actions;
export const actionNames = Object.keys(actions) as ActionName[];
/** A row of the table, seen as any row. */
export const actionOf = (name: ActionName): Action => actions[name];
