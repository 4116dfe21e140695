// The laws that speak of a step, or of two in either order, rather than of a state.

import type { ActionName } from "../actions.ts";
import { decide } from "../decide.ts";
import type { Refusal } from "../guards.ts";
import type { PermissionId } from "../ids.ts";
import type { StoryState } from "../state.ts";
import type { Attempt } from "./attempt.ts";
import type { Report } from "./laws.ts";
import { isCovered, isLive, longEnough } from "./memory.ts";
import type { Node } from "./settle.ts";
import { bytes32, context } from "./world.ts";

/** An attempt that was accepted. */
export type Taken = { readonly attempt: Attempt; readonly action: ActionName; readonly next: StoryState };

/** Destroying waits for the end of a legal hold; nothing else that stops does. */
const waitsForLegalHold = ({ act }: Attempt, refusal: Refusal): boolean =>
  refusal === "held" && act.statement?.type === "stopped" && act.statement.what === "erase";

/** What an attempt that was refused may not have been. */
export function checkRefused(attempt: Attempt, refusal: Refusal, state: StoryState, report: Report): void {
  const said = attempt.act.statement;
  if (attempt.wrong || said?.type !== "stopped" || state.stage === "erased") return;
  const isThere =
    said.scope === "everything" ||
    (said.scope === "cut" ? state.cuts[said.cut!] !== undefined : state.permissions[said.permission!] !== undefined);
  if (isThere && !waitsForLegalHold(attempt, refusal)) report("canStop", "her stop is refused");
}

/** What a hold of the other kind stops. */
const movesOn = new Set<ActionName>(["check", "agree", "answerYesOnce", "confirm", "elapse", "approve"]);
const waitsUnderPause = new Set<ActionName>(["confirm", "elapse", "approve"]);
/** What is left to somebody who may know her: to stop things. */
const mayStill = new Set<ActionName>(["recuse", "supportPause", "supportLift", "retry"]);

/** What has to hold of a step that was taken. `memory` is of what was before it. */
export function checkStep({ state, memory }: Node, { attempt: { act }, action, next }: Taken, report: Report): void {
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
    default:
      return true;
  }
}

const stopTypes = new Set(["stopped", "paused", "recused", "erased"]);

/**
 * Two that decide at the same time, each on what was before the other: one is applied, the other decided again. A party is
 * a role: that one worker lifts what another paused is the desk's own doing.
 */
export function checkOrders(taken: readonly Taken[], report: Report): void {
  const again = (from: StoryState, { attempt }: Taken) =>
    decide({ ...from, anchor: bytes32("head-after") }, attempt.rowAt[from.stage], attempt.act, context);
  for (const stop of taken) {
    if (!stopTypes.has(stop.attempt.act.statement?.type ?? "")) continue;
    for (const other of taken) {
      if (other.attempt.by.roles[0] === stop.attempt.by.roles[0]) continue;
      const both = `${stop.attempt.label} | ${other.attempt.label}`;
      const second = again(stop.next, other);
      if (!stands(stop.attempt, second.ok ? second.next : stop.next)) report("order", `${both}: the first is lost`);
      const first = again(other.next, stop);
      if (!first.ok && (other.next.stage === "erased" || waitsForLegalHold(stop.attempt, first.refusal))) continue;
      if (!first.ok || !stands(stop.attempt, first.next))
        report("order", `${both}: the first is lost if it comes second`);
    }
  }
}
