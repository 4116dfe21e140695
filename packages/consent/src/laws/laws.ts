// The laws, stated on what is remembered, on the gate, and on who holds a key. Each answers whether it is broken.

import { type Evidence, mayOpen } from "../gate.ts";
import type { CutId, PermissionId } from "../ids.ts";
import { releaseChecks, sessionTerms } from "../risk-codes.ts";
import type { Grant, PermissionState, StoryState } from "../state.ts";
import { type Answer, isCovered, isLive, longEnough, type Memory } from "./memory.ts";
import type { Node } from "./settle.ts";
import * as world from "./world.ts";

export const laws = {
  twoYeses: "law 1: nothing opens without her agreement and her two yeses to these words, a whole day between",
  approval: "law 2: nothing opens, and no circle can decrypt, without an approval by another person than the checker",
  stopped: "law 3: what has ended never opens again",
  canStop: "law 3: from every state but erased she ends everything in one action",
  erased: "law 4: what is erased has no text and no key",
  inherits: "law 5: a new cut inherits no permission",
  time: "law 6: time alone opens nothing, and closes what is past its day",
  ledger: "law 7: what is accepted has one entry, what is refused changes nothing",
  order: "law 8: in whatever order two act, a stop succeeds and holds",
  waits: "a hold is waited for in full, and a pause starts it again",
  pauses: "nothing opens under a pause or a hold, and only those who may lift one do",
  keys: "a key goes as soon as its reason is gone",
  erasing: "a sent story is erased only after its days, and not under a legal hold",
  recused: "who may know her reads, checks, approves and returns nothing more",
  oneAnswer: "one cut in one circle has at most one answer that is live",
  named: "her second yes allows no more, and no longer, than her first",
  anchors: "what changes something makes what was signed before out of date; a stop that finds its work done does not",
  remembered: "what stands is what was set and not lifted: pauses, holds and recusals",
  rules: "what is wrong in every state is refused in every state",
} as const;
export type Law = keyof typeof laws;
export type Report = (law: Law, what: string) => void;

const trainerOf = (permission: PermissionState) => (permission.circle === world.circles[0].id ? 0 : 1);

/** Everything that the gate is shown: what was really signed, and where nothing was, a forgery that fits perfectly. */
function evidenceFor(state: StoryState, id: PermissionId, memory: Memory): Evidence {
  const permission = state.permissions[id]!;
  const cut = state.cuts[permission.cut]!;
  const answer = memory.answers[id];
  const words = { cut: permission.cut, digest: cut.digest, card: cut.card };
  const audience = { permission: id, circle: permission.circle, epoch: permission.epoch };
  const checker = memory.cuts[permission.cut]?.checker ?? world.workers[0].id;
  const until = world.dayAt(answer?.second ? answer.until : 20);
  const firstDay = world.dayAt(-(answer?.second ? answer.gap : longEnough));
  const { release } = permission;
  return {
    agreed: world.signed("agreed", { ...words, story: state.id, parent: cut.parent }),
    first: world.signed("answered", { ...words, ...audience, answer: "yes-once", day: firstDay }),
    second: world.signed("answered", { ...words, ...audience, answer: "yes", first: permission.first, until, release }),
    checked: world.signed("checked", { story: state.id, digest: cut.parent, by: checker }),
    approved: world.signed("approved", {
      ...words,
      ...audience,
      second: permission.second,
      checks: releaseChecks,
      release: release ?? { text: world.bytes32("no-key"), card: world.bytes32("no-key") },
      by: answer?.approvedBy ?? world.otherWorker(checker),
    }),
  };
}

const asks = (state: StoryState, id: PermissionId, memory: Memory, trainer: 0 | 1) =>
  mayOpen({
    state,
    permission: id,
    evidence: evidenceFor(state, id, memory),
    opener: world.trainers[trainer],
    session: {
      purpose: world.circles[trainer].purpose!,
      day: world.today.date,
      facilitator: world.trainers[trainer].id,
      debrief: world.trainers[trainer].id,
    },
    terms: sessionTerms,
    directory: world.directory,
    today: world.today,
  }).open;

const idsOf = (state: StoryState) => Object.keys(state.permissions) as PermissionId[];

/** The permissions that the gate opens, for the trainer whom she allowed or for the other one. */
export function opened(state: StoryState, memory: Memory): { right: PermissionId[]; other: PermissionId[] } {
  const whose = (id: PermissionId) => trainerOf(state.permissions[id]!);
  return {
    right: idsOf(state).filter((id) => asks(state, id, memory, whose(id))),
    other: idsOf(state).filter((id) => asks(state, id, memory, whose(id) === 0 ? 1 : 0)),
  };
}

/** Two yeses of hers to exactly these words, with a whole day between, and nothing since that ended them. */
const saidTwice = (memory: Memory, id: PermissionId, cut: CutId, words: string): Answer | undefined => {
  const answer = memory.answers[id];
  const isHers = answer?.second && answer.gap >= longEnough && answer.cut === cut && answer.words === words;
  return isHers && memory.cuts[cut]?.words === words ? answer : undefined;
};

const isApproved = (memory: Memory, answer: Answer): boolean => {
  const checker = memory.cuts[answer.cut]?.checker ?? null;
  return answer.approvedBy !== null && checker !== null && answer.approvedBy !== checker;
};

function checkGate({ state, memory }: Node, report: Report): void {
  const { right, other } = opened(state, memory);
  for (const id of other) report("twoYeses", `${id} opens for another circle`);
  for (const id of right) {
    const { cut, circle } = state.permissions[id]!;
    const { digest, card } = state.cuts[cut]!;
    const known = memory.answers[id];
    if (!known || memory.leaving) {
      report("stopped", `${id} is open and has ended`);
      continue;
    }
    const answer = saidTwice(memory, id, cut, `${digest}+${card}`);
    if (!answer || answer.circle !== circle) report("twoYeses", `${id} is open`);
    if (!isApproved(memory, known)) report("approval", `${id} is open`);
    if (!known.waited) report("waits", `${id} is open`);
    if (isCovered(memory, id) || memory.holds.length > 0) report("pauses", `${id} is open`);
    if (known.until < 0) report("time", `${id} is open past its day`);
  }
}

const waiting = new Set(["sent", "redacting", "needs-person"]);

function checkKeys({ state, memory }: Node, report: Report): void {
  const stage = state.before ?? state.stage;
  const isShared = (grant: Grant) =>
    Object.values(state.cuts).some((cut) => cut.stage === "agreed" && [cut.digest, cut.card].includes(grant.text));
  for (const grant of state.grants) {
    const isCurrent = grant.text === state.text;
    if (grant.to === "redactor" && !(isCurrent && waiting.has(stage))) report("keys", "the redactor keeps a key");
    if (grant.to === "support" && !(isCurrent && !waiting.has(stage)) && !isShared(grant))
      report("keys", "the desk keeps a key");
    if (grant.to !== "circle") continue;
    const id = grant.permission!;
    const answer = memory.answers[id];
    const cut = answer && world.cuts.find((one) => one.id === answer.cut);
    const isItsText = cut && [cut.digest, cut.card].includes(grant.text);
    if (!answer) report("stopped", `a circle keeps a key of ${id}`);
    else if (!isItsText || !saidTwice(memory, id, answer.cut, answer.words))
      report("twoYeses", `a circle has a key of ${id}`);
    else if (grant.lock === "inner" && !isApproved(memory, answer)) report("approval", `a circle can decrypt ${id}`);
    else if (grant.lock === "inner" && !answer.waited) report("waits", `a circle can decrypt ${id}`);
    else if (grant.lock === "outer" && answer.approvedBy) report("keys", `the outer key of ${id} stays`);
  }
}

/** Everything that has to hold in a state, whatever led to it. */
export function checkState(node: Node, report: Report): void {
  const { state, memory } = node;
  checkGate(node, report);
  checkKeys(node, report);
  if (state.stage === "erased") {
    const { grants, texts, text, checked } = state;
    if (grants.length > 0 || texts.length > 0 || text || checked) report("erased", "something is left");
  }
  const same = (stands: readonly string[], known: readonly string[]) =>
    [...stands].sort().join() === [...known].sort().join();
  if (
    !same(
      state.pauses.map(({ reason, target }) => `${reason}:${target ?? "everything"}`),
      memory.pauses,
    )
  )
    report("remembered", "pauses");
  if (!same(state.holds, memory.holds)) report("remembered", "holds");
  if (!same(state.recused, memory.recused)) report("remembered", "recusals");
  const places = new Set<string>();
  for (const id of idsOf(state)) {
    const { stage, cut, circle, until } = state.permissions[id]!;
    if (!isLive(stage)) continue;
    const answer = memory.answers[id];
    if (answer && (state.permissions[id]!.copies !== answer.copies || until !== world.dayAt(answer.named)))
      report("named", `${id} has other bounds than she named`);
    if (!memory.answers[id]) report("stopped", `${id} is ${stage} and has ended`);
    if (memory.leaving) report("stopped", `${id} is ${stage} in a story that is leaving`);
    if (places.has(cut + circle)) report("oneAnswer", `${id} is the second`);
    places.add(cut + circle);
  }
}
