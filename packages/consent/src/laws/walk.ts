// A story carried some way by name, for tests that start in the middle.

import { decide } from "../decide.ts";
import type { StoryState } from "../state.ts";
import type { Attempt } from "./attempt.ts";
import { freshStory } from "./explore.ts";
import { newMemory } from "./memory.ts";
import { aDayLaterIn, settle } from "./settle.ts";
import { agreeing, answering, ownMoves, releasing } from "./sharing-attempts.ts";
import {
  deskPauses,
  everything,
  herPauses,
  holds,
  ofCut,
  ofPermission,
  otherPauses,
  takingBack,
} from "./stop-attempts.ts";
import { textAttempts } from "./text-attempts.ts";
import { context, slots } from "./world.ts";

const [one, , , other] = slots;
const scopes = [everything, ofCut(one), ofPermission(one)];
const known = new Map<string, Attempt>(
  [
    ...textAttempts,
    ...agreeing(one.cut, other.cut),
    ...answering(one, other, [20]),
    // By then the day that she named first is two days nearer.
    ...answering(one, other, [18]).filter(({ label }) => label.includes("second-")),
    ...releasing(one, other),
    ...ownMoves(one.permission),
    ...scopes.flatMap((scope) => [...takingBack(scope), ...herPauses(scope)]),
    ...deskPauses,
    ...otherPauses,
    ...holds,
  ]
    .filter(({ wrong }) => !wrong)
    .map((attempt) => [attempt.label.trim(), attempt]),
);

/** @param label as the explorations print it, for example `author: sent` */
export function attemptNamed(label: string): Attempt {
  const attempt = known.get(label);
  if (!attempt) throw new Error(`no attempt is called ${label}`);
  return attempt;
}

/** What comes of these attempts, one after the other; `a day` lets a recorded day and a day of the calendar go by. */
export function walk(labels: readonly string[], start: StoryState = freshStory.state): StoryState {
  return labels.reduce((state, label) => {
    if (label === "a day") return aDayLaterIn(state, 1);
    const attempt = attemptNamed(label);
    const decision = decide(state, attempt.rowAt[state.stage], attempt.act, context);
    if (!decision.ok) throw new Error(`${label}: ${decision.refusal}`);
    return settle(decision.next, newMemory, true).state;
  }, start);
}

const yes = one.permission.replace(/A+$/, "");
export const toReview = ["author: sent-redacted", "worker-a: checked-worker-a-0"];
export const toAgreed = [...toReview, "author: agreed-cut-1"];
export const toYesOnce = [...toAgreed, `author: first-${yes}`];
export const toHolding = [...toYesOnce, "a day", "a day", `author: second-${yes}`];
export const toCheck = [...toHolding, "a day", "a day", `service: elapse ${one.permission}`];
export const toOpen = [...toCheck, `worker-b: approved-${yes}-worker-b`];
