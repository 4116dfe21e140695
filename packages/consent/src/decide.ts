// The one place where it is decided what an action changes, or why not. Pure: state in, state out.

import { type Action, type ActionName, actionNames, actionOf, type Due } from "./actions.ts";
import { daysAfter } from "./days.ts";
import { circleOf } from "./directory.ts";
import { copyOf, type NextState } from "./effects.ts";
import type { ClosedReason } from "./gate.ts";
import { mayHold } from "./grants.ts";
import { type Act, askGate, type Context, cutIn, type Given, permissionIn, type Refusal, type Said } from "./guards.ts";
import type { CutId, Day, PermissionId, StatementDigest } from "./ids.ts";
import { cutMachine, type Move, permissionMachine, type Role, textMachine } from "./machines.ts";
import { type StoryState, wholeDaysBetween } from "./state.ts";
import type { Statement } from "./statements.ts";

/** One line of a story's ledger, without its place in the chain. */
export type Entry = {
  readonly seq: number;
  readonly day: Day;
  readonly role: Role;
  readonly organisation?: string;
  readonly kind: ActionName;
  readonly statement?: StatementDigest;
};

export type Decision =
  | {
      readonly ok: true;
      readonly action: ActionName;
      /** Its `head` and `anchor` are still the old ones: whoever can hash sets them. */
      readonly next: StoryState;
      readonly entry: Entry;
      /** Whether `anchor` moves with `head`. */
      readonly anchors: boolean;
    }
  | {
      readonly ok: false;
      readonly refusal: Refusal;
      /** Why the gate is closed: for the desk's log, never for a trainer. */
      readonly reasons?: readonly ClosedReason[];
    };

function no(refusal: Refusal, given: Given): Decision {
  const gate = refusal === "not-available" ? askGate(given) : undefined;
  return { ok: false, refusal, ...(gate && !gate.open ? { reasons: gate.reasons } : {}) };
}
const moveOf = (row: Action): Move | undefined =>
  row.text
    ? textMachine[row.text]
    : row.cut
      ? cutMachine[row.cut]
      : row.permission && permissionMachine[row.permission];

/** Who may cause an action. */
export const rolesOf = (name: ActionName): readonly Role[] => actionOf(name).by ?? moveOf(actionOf(name))?.by ?? [];

/** Is this one of the statements that a row takes? */
export const fitsWhere = (row: Action, statement: Statement): boolean =>
  row.statement === statement.type &&
  Object.entries(row.where ?? {}).every(([name, wanted]) => {
    const value = (statement as unknown as Record<string, string>)[name] as string;
    return typeof wanted === "string" ? value === wanted : wanted.includes(value);
  });

/**
 * Which action a statement asks for. Erasing is two of them: a draft goes at once, a sent story after some days.
 * @returns undefined when no row of the table takes such a statement
 */
export function actionFor(state: StoryState, statement: Statement): ActionName | undefined {
  const fitting = actionNames.filter((name) => fitsWhere(actionOf(name), statement));
  return fitting.find((name) => moveOf(actionOf(name))?.from.includes(state.stage)) ?? fitting[0];
}

/** Months are counted as 31 recorded days: never too few. */
function isDue(due: Due, given: Given): boolean {
  const { state, context } = given;
  const permission = permissionIn(given);
  if (due === "at-once") return true;
  if (due === "when-the-lease-is-over") return state.leaseOver;
  if (due === "past-its-day") return permission !== undefined && context.today.date > permission.endsOn;
  const { policy } = context.directory;
  const days = "afterDays" in due ? policy[due.afterDays] : policy[due.afterMonths] * 31;
  return wholeDaysBetween(permission?.since ?? state.since, context.today.n) >= days;
}

function stageOf(row: Action, given: Given): string {
  if (row.text) return given.state.stage;
  if (row.cut) return cutIn(given)?.stage ?? "none";
  return permissionIn(given)?.stage ?? "none";
}

/** Everything that comes along is named by the statement and wanted by the row, and nothing is missing. */
function carriesFit(row: Action, { act, said, state }: Given): boolean {
  const wanted = row.carries ?? [];
  const cut = state.cuts[said.cut!];
  const digestOf = (kind: string) => (kind === "card" ? (said.card ?? cut?.card) : (said.digest ?? cut?.digest));
  const ownTexts = new Set(wanted.filter(([, to]) => to !== "circle").map(([kind]) => kind));
  if (act.texts.length !== ownTexts.size || act.grants.length !== wanted.length) return false;
  if (new Set(act.texts.map(({ kind }) => kind)).size !== act.texts.length) return false;
  if (!act.texts.every(({ kind, digest }) => ownTexts.has(kind) && digest === digestOf(kind))) return false;
  return wanted.every(([kind, to, lock]) =>
    act.grants.some(
      (grant) =>
        grant.text === digestOf(kind) &&
        grant.to === to &&
        grant.lock === (lock ?? "one") &&
        grant.permission === (to === "circle" ? said.permission : null),
    ),
  );
}

function move(next: NextState, row: Action, given: Given): void {
  const { n } = given.context.today;
  if (row.text) {
    const { to } = textMachine[row.text];
    const from = next.stage;
    next.stage = to === "before" ? next.before! : to;
    next.before = to === "leaving" ? from : null;
    next.since = n;
  }
  if (row.permission && permissionMachine[row.permission].from[0] !== "none") {
    const id = (given.said.permission ?? given.act.permission) as PermissionId;
    next.permissions[id] = { ...next.permissions[id]!, stage: permissionMachine[row.permission].to, since: n } as never;
  }
}

function wrongStage(row: Action, stage: string): Refusal | undefined {
  const from = moveOf(row)?.from;
  if (!from || from.includes(stage)) return undefined;
  if (row.text || stage !== "none") return from.includes("none") ? "already-exists" : "wrong-stage";
  return row.cut ? "unknown-cut" : "unknown-permission";
}

const withoutAName: readonly Role[] = ["author", "redactor", "service"];

/** A stop that was signed before midnight and arrives after it is still a stop. Everything else is signed for its day. */
const isSignedInTime = (row: Action, day: Day, today: Day): boolean =>
  day === today || (row.stop === true && daysAfter(day, 1) === today);

const isKnownNotice = (notice: NonNullable<Said["notice"]>, { directory }: Context): boolean =>
  directory.notices.some(
    ({ id, hash, language }) => id === notice.id && hash === notice.hash && language === notice.language,
  );

/** Whether a stop found anything left to do. */
const isMoved = (state: StoryState, next: NextState): boolean =>
  state.stage !== next.stage ||
  state.recused !== next.recused ||
  Object.entries(next.cuts).some(([id, cut]) => state.cuts[id as CutId] !== cut) ||
  Object.entries(next.permissions).some(([id, permission]) => state.permissions[id as PermissionId] !== permission);

function refusalOf(row: Action, name: ActionName, given: Given): Refusal | undefined {
  const { state, act, said, context } = given;
  const role = act.by.roles.find((held) => rolesOf(name).includes(held));
  if (!role || (!withoutAName.includes(role) && !act.by.staff)) return "not-yours-to-do";
  if (said.by !== undefined && said.by !== act.by.staff?.id) return "not-yours-to-do";
  if (act.by.staff && act.by.staff.termsUntil < context.today.date) return "not-yours-to-do";
  if (row.statement === null ? act.statement !== null : !act.statement || !fitsWhere(row, act.statement))
    return "statement-does-not-fit";
  if (said.story !== undefined && said.story !== state.id) return "statement-does-not-fit";
  if (said.day !== undefined && !isSignedInTime(row, said.day, context.today.date)) return "signed-on-another-day";
  if (said.notice && !isKnownNotice(said.notice, context)) return "unknown-notice";
  if (state.stage === "erased") return "nothing-is-left";
  if ((row.forward && state.holds.length > 0) || (row.destroys && state.holds.includes("legal"))) return "held";
  // A stop that finds its work already done is accepted again.
  const wrong = row.stop && moveOf(row)?.to === state.stage ? undefined : wrongStage(row, stageOf(row, given));
  if (wrong) return wrong;
  if (row.due && !isDue(row.due, given)) return "not-due";
  for (const need of row.needs ?? []) {
    const refusal = need(given);
    if (refusal) return refusal;
  }
  return carriesFit(row, given) ? undefined : "attachments-do-not-fit";
}

/**
 * What an action changes, or why it is refused.
 * @param name a row of the table; for a statement `actionFor` tells which
 * @returns the next state and its ledger entry, or one coded refusal, and then nothing may change
 */
export function decide(state: StoryState, name: ActionName, act: Act, context: Context): Decision {
  const row = actionOf(name);
  const given: Given = { state, act, said: (act.statement ?? {}) as Said, context };
  const refusal = refusalOf(row, name, given);
  if (refusal) return no(refusal, given);

  const next = copyOf(state);
  next.texts = [...state.texts, ...act.texts];
  next.grants = [...state.grants, ...act.grants];
  if (!row.stop || moveOf(row)?.from.includes(state.stage)) move(next, row, given);
  row.effect?.(next, given);
  if (next.stage === "erased") {
    next.text = null;
    next.checked = null;
    next.texts = [];
  }
  next.grants = next.grants.filter((grant) => mayHold(next, grant));
  next.seq = state.seq + 1;

  const circle = given.said.circle ?? permissionIn(given)?.circle;
  const organisation = circle && circleOf(context.directory, circle)?.organisation;
  const role = act.by.roles.find((held) => rolesOf(name).includes(held))!;
  const entry: Entry = {
    seq: next.seq,
    day: context.today.date,
    role,
    kind: name,
    ...(organisation === undefined ? {} : { organisation }),
    ...(act.statementDigest === null ? {} : { statement: act.statementDigest }),
  };
  return { ok: true, action: name, next, entry, anchors: !row.reading && (!row.idle || isMoved(state, next)) };
}
