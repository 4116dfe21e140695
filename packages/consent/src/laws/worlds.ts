// The whole product of everything (texts × reviews × four answers × pauses × holds × days) has more states than can be
// visited. It is split where rules do not meet, and each part is complete for what it is about:
//
// - The text and an answer meet in the version that a cut is made of, in its checker, in recusals and in leaving:
//   `wholeText` has all of these, with one answer. Two answers never read each other but through their cut and circle.
// - Answers meet each other through cuts, circles and the reach of stops: `fourAnswers` has all their combinations. What
//   happens to the text meanwhile reaches them all in the same way (one stop of everything), so it stands still there.
// - Pauses and holds are sets beside the state; a rule asks whether one covers an answer, never how many. So one answer is
//   enough to meet every subset of them (`pausesAndHolds`), and no answer for holds that meet the text (`heldText`).
// - Nothing reads both the calendar and a second answer: `calendar` has one, with every kind of end.
// - What her two yeses name (last days, copies) is compared with each other and with the calendar alone: `bounds`.
// - An ended answer is dropped elsewhere; `afterTheEnd` keeps it, and tries everything with it.

import { type Attempt, isForeign } from "./attempt.ts";
import { freshStory, type World } from "./explore.ts";
import { newMemory } from "./memory.ts";
import type { Node } from "./settle.ts";
import { agreeing, answering, endedPermission, ownMoves, releasing, withCopies } from "./sharing-attempts.ts";
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
import { swapBoth, swapCircles, swapCuts, swapWorkers } from "./symmetry.ts";
import { erasing, textAttempts } from "./text-attempts.ts";
import { cuts, slots, text, workers } from "./world.ts";

const [one, , , other] = slots;

const answers = (slot = one, foreign = other, until: readonly number[] = [20]): Attempt[] => [
  ...answering(slot, foreign, until),
  ...releasing(slot, foreign),
  ...ownMoves(slot.permission),
];

/** Without what is wrong everywhere: whether that is refused does not hang on what these worlds add. */
const rightly = (attempts: readonly Attempt[]) => attempts.filter(({ wrong }) => !wrong);

/** A story whose text was checked by the first worker, every change decided, with these cuts agreed. */
function reviewed(agreed: readonly (typeof cuts)[number][]): Node {
  const checker = workers[0].id;
  const { state } = freshStory;
  const agreedCut = (cut: (typeof cuts)[number]) => ({
    stage: "agreed" as const,
    digest: cut.digest,
    card: cut.card,
    parent: text,
    checkedBy: checker,
    agreed: "agreed" as never,
    checked: "checked" as never,
  });
  const shared = [text, ...agreed.flatMap((cut) => [cut.digest, cut.card])];
  return {
    state: {
      ...state,
      stage: "author-review",
      text,
      decided: true,
      checked: { by: checker, statement: "checked" as never, changes: [] },
      cuts: Object.fromEntries(agreed.map((cut) => [cut.id, agreedCut(cut)])),
      texts: [{ digest: text, kind: "checked" }],
      grants: shared.map((digest) => ({ text: digest, to: "support", lock: "one", permission: null })),
    },
    memory: {
      ...newMemory,
      checker,
      decided: true,
      cuts: Object.fromEntries(agreed.map((cut) => [cut.id, { words: `${cut.digest}+${cut.card}`, checker }])),
    },
  };
}

/** Her whole text, both workers, recusals, one cut and one answer; no calendar, no pauses. */
const wholeText: World = {
  attempts: [
    ...textAttempts,
    ...agreeing(one.cut, other.cut),
    ...answers(),
    ...takingBack(everything),
    ...takingBack(ofCut(one)),
    ...takingBack(ofPermission(one)),
  ],
  calendarDays: [0],
  renamings: [swapWorkers],
  start: freshStory,
};

/** Her whole text under holds; no cuts. */
const heldText: World = {
  attempts: [...textAttempts, ...holds],
  calendarDays: [0],
  renamings: [swapWorkers],
  start: freshStory,
};

/** Pauses of every kind and both holds, with one answer; no calendar. */
const pausesAndHolds: World = {
  attempts: rightly([
    ...answers(),
    ...takingBack(everything),
    ...takingBack(ofPermission(one)),
    ...herPauses(everything),
    ...herPauses(ofPermission(one)),
    ...herPauses(ofCut(one)),
    ...deskPauses,
    ...otherPauses,
    ...holds,
    ...erasing,
  ]),
  calendarDays: [0],
  restores: true,
  start: reviewed([one.cut]),
};

/** The calendar, which goes on by itself and jumps, with two ends to choose from; one pause of each party, and holds. */
const calendar: World = {
  attempts: rightly([
    ...answers(one, other, [2, 20]),
    ...takingBack(everything),
    ...herPauses(everything),
    ...deskPauses,
    ...holds,
    ...erasing,
  ]),
  calendarDays: [1, 3],
  start: reviewed([one.cut]),
};

/** What the two yeses name: last days and copies, the second within the first. */
const bounds: World = {
  attempts: rightly([...answers(one, other, [2, 8, 20]), ...withCopies(one, [2, 8, 20]), ...takingBack(everything)]),
  calendarDays: [0, 1],
  start: reviewed([one.cut]),
};

/** What has ended stays in sight, and everything is tried with it. */
const afterTheEnd: World = {
  attempts: [
    ...answers(),
    ...answers({ ...one, permission: endedPermission }).filter(({ label }) => !label.includes("first-")),
    ...takingBack(everything),
    ...takingBack(ofCut(one)),
    ...herPauses(everything),
    ...erasing,
  ],
  calendarDays: [0, 30],
  keepsEnded: true,
  start: reviewed([one.cut]),
};

/** Two cuts × two circles: every combination of four answers, and everything that belongs to another of them. */
const fourAnswers: World = {
  attempts: [
    ...rightly(slots.flatMap((slot, at) => answers(slot, slots[at ^ 3]))),
    ...[1, 2, 3].flatMap((step) => slots.flatMap((slot, at) => answers(slot, slots[at ^ step]))).filter(isForeign),
    ...rightly([...agreeing(cuts[0], cuts[1]), ...agreeing(cuts[1], cuts[0])]),
    ...rightly([everything, ofCut(slots[0]), ofCut(slots[2]), ...slots.map(ofPermission)].flatMap(takingBack)),
  ],
  calendarDays: [0],
  renamings: [swapCircles, swapCuts, swapBoth],
  start: reviewed([]),
};

/** Pauses of one answer, one cut or everything, beside two answers that stand differently to each. */
const reaches: World = {
  attempts: rightly([
    ...answers(slots[0], slots[3]),
    ...answers(slots[1], slots[2]),
    ...answers(slots[2], slots[1]),
    ...[everything, ofCut(slots[0]), ofCut(slots[2]), ...slots.slice(0, 3).map(ofPermission)].flatMap(herPauses),
    ...takingBack(everything),
  ]),
  calendarDays: [0],
  start: reviewed(cuts),
  leavesOut: ({ state }) => state.pauses.length > 1 || Object.keys(state.permissions).length > 2,
};

export const all: Readonly<Record<string, World>> = {
  "her whole text, with one answer": wholeText,
  "her text under holds": heldText,
  "four answers": fourAnswers,
  "pauses and holds": pausesAndHolds,
  "how far a pause reaches": reaches,
  "the calendar": calendar,
  "what she names": bounds,
  "what has ended": afterTheEnd,
};
