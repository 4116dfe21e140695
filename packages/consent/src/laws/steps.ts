// The laws that speak of a step, or of two in either order, rather than of a state.

import type { ActionName } from "../actions.ts";
import { decide } from "../decide.ts";
import type { Refusal } from "../guards.ts";
import type { LedgerHead, PermissionId } from "../ids.ts";
import type { StoryState } from "../state.ts";
import { type Attempt, isStop } from "./attempt.ts";
import type { Report } from "./laws.ts";
import { isCovered, isLive, longEnough, offset } from "./memory.ts";
import type { Node } from "./settle.ts";
import { bytes32, context, head } from "./world.ts";

/** An attempt that was accepted. */
export type Taken = {
  readonly attempt: Attempt;
  readonly action: ActionName;
  readonly next: StoryState;
  readonly anchors: boolean;
};

/** Destroying waits for the end of a legal hold; nothing else that stops does. */
const waitsForLegalHold = ({ act }: Attempt, refusal: Refusal): boolean =>
  refusal === "held" && act.statement?.type === "stopped" && act.statement.what === "erase";

/** What an attempt that was refused may not have been. */
export function checkRefused(
  attempt: Attempt,
  action: ActionName,
  refusal: Refusal,
  { state, memory }: Node,
  report: Report,
): void {
  const said = attempt.act.statement;
  if (attempt.wrong || state.stage === "erased") return;
  const waiting = action === "elapse" ? memory.answers[attempt.act.permission!] : undefined;
  const isOver = waiting?.second && !waiting.waited && waiting.held >= longEnough && waiting.until >= 0;
  if (isOver && memory.holds.length === 0 && !isCovered(memory, attempt.act.permission!))
    report("waits", "longer than the hold");
  if (said?.type === "answered" && ["no", "not-now"].includes(said.answer) && state.cuts[said.cut])
    report("canStop", "her no is refused");
  if (said?.type === "erased" ? state.stage !== "draft" : isStop(attempt) && said?.type !== "stopped")
    report("canStop", "a stop of the charity's is refused");
  if (said?.type !== "stopped") return;
  const isThere =
    said.scope === "everything" ||
    (said.scope === "cut" ? state.cuts[said.cut!] !== undefined : state.permissions[said.permission!] !== undefined);
  if (isThere && !waitsForLegalHold(attempt, refusal)) report("canStop", "her stop is refused");
}

/** What a hold of the other kind stops. */
const movesOn = new Set<ActionName>(["check", "agree", "answerYesOnce", "confirm", "elapse", "approve"]);
const waitsUnderPause = new Set<ActionName>(["confirm", "elapse", "approve"]);
/** What is left to somebody who may know her: to stop things. */
const mayStill = new Set<ActionName>(["recuse", "supportPause"]);

const contents = (value: unknown): string => JSON.stringify(Array.isArray(value) ? [...value].sort() : value);
/** Whether nothing about a story is another but its place in the ledger: holds and recusals are sets. */
const isTheSame = (state: StoryState, next: StoryState): boolean =>
  (Object.keys(next) as (keyof StoryState)[]).every(
    (field) => field === "seq" || next[field] === state[field] || contents(next[field]) === contents(state[field]),
  );

/** Readings, and stops that can find their work done. A pause or a hold that is said again is a new one: it was meant. */
const readings = new Set<ActionName>(["read", "readRelease", "open"]);
const idleStops = new Set<ActionName>(["takeBack", "leave", "discard", "leadErase", "recuse"]);

/** What has to hold of a step that was taken. `memory` is of what was before it. */
export function checkStep(
  { state, memory }: Node,
  { attempt: { act }, action, next, anchors }: Taken,
  report: Report,
): void {
  for (const [id, permission] of Object.entries(state.permissions))
    if (!isLive(permission.stage) && next.permissions[id as PermissionId] !== permission)
      report("stopped", `${id} had ended and changed`);
  const said = act.statement;
  if (said?.type === "agreed") {
    const inherits = Object.values(next.permissions).some(({ cut, stage }) => cut === said.cut && isLive(stage));
    const hasKeys = next.grants.some((grant) => grant.to === "circle" && [said.digest, said.card].includes(grant.text));
    if (inherits || hasKeys) report("inherits", said.cut);
    if (!memory.decided) report("twoYeses", "she agreed before every change was decided");
  }
  if (next.stage === "erased" && state.stage !== "draft" && !(memory.leaving && memory.left >= longEnough))
    report("erasing", "too early");
  if (next.stage === "erased" && memory.holds.includes("legal")) report("erasing", "under a legal hold");
  if (movesOn.has(action) && memory.holds.length > 0) report("pauses", `${action} under a hold`);
  const permission = (said && "permission" in said && said.permission) || act.permission;
  if (permission && waitsUnderPause.has(action)) {
    if (isCovered(memory, permission)) report("pauses", `${action} under a pause`);
    if ((memory.answers[permission]?.until ?? 0) < 0) report("time", `${action} past its day`);
  }
  if (said?.type === "answered" && said.answer === "yes") {
    const first = memory.answers[said.permission];
    if (!first || offset(said.until!) > first.named || (said.copies && !first.copies))
      report("named", "her second yes is wider than her first");
  }
  const release = action === "readRelease" ? memory.answers[act.permission!] : undefined;
  if (action === "readRelease" && !(release?.waited && !release.approvedBy))
    report("keys", "no release waits to be read");
  const isDone = isTheSame(state, next);
  if (anchors === (readings.has(action) || (isDone && idleStops.has(action))))
    report("anchors", `${action} changed ${isDone ? "nothing" : "something"}`);
  if (act.by.staff && memory.recused.includes(act.by.staff.id) && !mayStill.has(action)) report("recused", action);
}

/** Whether what a stop asked for is so. */
function stands({ act }: Attempt, state: StoryState): boolean {
  const said = act.statement!;
  if (state.stage === "erased") return true;
  const rows = Object.entries(state.permissions);
  switch (said.type) {
    case "stopped": {
      const target = said.scope === "everything" ? null : said.scope === "cut" ? said.cut! : said.permission!;
      if (said.what === "pause")
        return state.pauses.some((pause) => pause.reason === "hers" && pause.target === target);
      const over = rows.every(
        ([id, row]) => !isLive(row.stage) || !(target === null || target === id || target === row.cut),
      );
      return over && (said.what !== "erase" || state.stage === "leaving");
    }
    case "erased":
      return rows.every(([, row]) => !isLive(row.stage));
    case "paused":
      return state.pauses.some(({ reason }) => reason === said.reason);
    case "recused":
      return state.recused.includes(said.by);
    case "held":
      return state.holds.includes(said.hold);
    default:
      return true;
  }
}

/**
 * Two that decide at the same time, each on what was before the other: one is applied, the other decided again. A party is
 * a role: that one worker lifts what another paused is the desk's own doing.
 */
export function checkOrders(taken: readonly Taken[], report: Report): void {
  const again = (first: Taken, { attempt }: Taken) => {
    const from = { ...first.next, anchor: first.anchors ? bytes32<LedgerHead>("head-after") : head };
    return decide(from, attempt.rowAt[from.stage], attempt.act, attempt.context ?? context);
  };
  for (const stop of taken) {
    if (!isStop(stop.attempt)) continue;
    for (const other of taken) {
      if (other.attempt.by.roles[0] === stop.attempt.by.roles[0]) continue;
      const both = `${stop.attempt.label} | ${other.attempt.label}`;
      const second = again(stop, other);
      if (!stands(stop.attempt, second.ok ? second.next : stop.next)) report("order", `${both}: the first is lost`);
      const first = again(other, stop);
      if (!first.ok && (other.next.stage === "erased" || waitsForLegalHold(stop.attempt, first.refusal))) continue;
      if (!first.ok || !stands(stop.attempt, first.next))
        report("order", `${both}: the first is lost if it comes second`);
    }
  }
}
