// Breadth first through every state that any sequence of attempts can reach.

import { type Decision, decide } from "../decide.ts";
import { newStory, type StoryState } from "../state.ts";
import type { Attempt } from "./attempt.ts";
import { checkState, type Law, opened, type Report } from "./laws.ts";
import { aDayLater, type Memory, newMemory, remember, rememberRestore } from "./memory.ts";
import { aDayLaterIn, keyOf, type Node, type Renaming, settle } from "./settle.ts";
import { checkOrders, checkRefused, checkStep, type Taken } from "./steps.ts";
import * as world from "./world.ts";

export type World = {
  readonly attempts: readonly Attempt[];
  /** Days of the calendar that can go by with one recorded day; 0 leaves the calendar out. */
  readonly calendarDays: readonly number[];
  readonly renamings?: readonly Renaming[];
  readonly keepsEnded?: boolean;
  /** A backup can be restored. */
  readonly restores?: boolean;
  /** States that are not gone into: what they add is explored elsewhere. */
  readonly leavesOut?: (node: Node) => boolean;
  readonly start: Node;
};

export type Explored = {
  readonly states: number;
  readonly tried: number;
  /** The first way found to break each law. */
  readonly broken: ReadonlyMap<Law, string>;
  /** Everything that was reached, so that a law that holds because nothing happens is noticed. */
  readonly reached: ReadonlySet<string>;
};

export const freshStory: Node = {
  state: newStory(world.story, world.head, world.today),
  memory: newMemory,
};

type Place = { readonly node: Node; readonly from: Place | null; readonly by: string };
const pathTo = (place: Place): string => (place.from ? `${pathTo(place.from)}\n  ${place.by}` : "");

/** So that whoever writes on a state that others stand on throws. */
const frozen = (value: object): void => {
  for (const inner of Object.values(value)) if (typeof inner === "object" && inner !== null) frozen(inner);
  Object.freeze(value);
};

const aLittleMore = 300_000;

/** Nothing that is tried may throw; least of all because somebody wrote on what is frozen. */
function caught(decideIt: () => Decision, report: Report): Decision | undefined {
  try {
    return decideIt();
  } catch (error) {
    report("ledger", String(error));
    return undefined;
  }
}

export function explore(of: World): Explored {
  const { attempts, renamings = [], keepsEnded = false } = of;
  const seen = new Set<string>();
  const queue: Place[] = [];
  const broken = new Map<Law, string>();
  const reached = new Set<string>();
  let tried = 0;

  const add = (state: StoryState, memory: Memory, from: Place | null, by: string) => {
    const node = settle(state, memory, keepsEnded);
    const key = keyOf(node, renamings);
    if (of.leavesOut?.(node) || seen.has(key)) return;
    seen.add(key);
    frozen(node.state);
    queue.push({ node, from, by });
  };
  const reporterFor =
    (place: Place, by: string): Report =>
    (law, what) => {
      if (!broken.has(law)) broken.set(law, `${what}\n${pathTo(place)}\n  ${by}`);
    };

  function tryAt(place: Place, attempt: Attempt): Taken | undefined {
    const { state, memory } = place.node;
    const report = reporterFor(place, attempt.label);
    const action = attempt.rowAt[state.stage];
    const decision = caught(() => decide(state, action, attempt.act, attempt.context ?? world.context), report);
    if (!decision) return undefined;
    if (!decision.ok) {
      if ("next" in decision) report("ledger", "refused with a next state");
      checkRefused(attempt, action, decision.refusal, place.node, report);
      return undefined;
    }
    const { next, entry, anchors } = decision;
    if (next === state || next.seq !== state.seq + 1 || entry.seq !== next.seq || entry.kind !== action)
      report("ledger", "not exactly one entry");
    if (attempt.wrong) report("rules", "accepted");
    reached.add(`does ${action}`);
    const after = remember(memory, attempt, action);
    const taken = { attempt, action, next, anchors };
    checkStep(place.node, taken, report);
    checkState({ state: next, memory: after }, report);
    add(next, after, place, attempt.label);
    return attempt.isVariant ? undefined : taken;
  }

  add(of.start.state, of.start.memory, null, "");
  let enough = Number.POSITIVE_INFINITY;
  for (const place of queue) {
    // Where a law is broken, states multiply: a little more is looked at, so that other laws can show too.
    if (broken.size > 0) enough = Math.min(enough, tried + aLittleMore);
    if (tried > enough) break;
    const { state, memory } = place.node;
    reached.add(state.stage);
    for (const { stage } of Object.values(state.permissions)) reached.add(stage);
    const openBefore = opened(state, memory).right;
    if (openBefore.length > 0) reached.add("the gate is open");

    const here = attempts.filter(({ where }) => where?.(state) ?? true);
    const taken = here.flatMap((attempt) => tryAt(place, attempt) ?? []);
    if (state.stage !== "erased") checkOrders(taken, reporterFor(place, "in either order"));
    const passing = [...timePasses(place.node, of)];
    for (const [label, later] of passing) {
      const report = reporterFor(place, label);
      const openNow = opened(later.state, later.memory).right;
      if (openNow.some((id) => !openBefore.includes(id))) report("time", "something opened by itself");
      checkState(later, report);
      add(later.state, later.memory, place, label);
    }
    tried += here.length + passing.length;
  }
  return { states: seen.size, tried, broken, reached };
}

/** What happens without anybody's act: a day, a lease that runs out, a backup that is restored. */
function* timePasses({ state, memory }: Node, { calendarDays, restores }: World): Generator<[string, Node]> {
  for (const days of calendarDays)
    yield [
      `a recorded day, and ${days} of the calendar`,
      { state: aDayLaterIn(state, days), memory: aDayLater(memory, days) },
    ];
  if (state.stage === "redacting" && !state.leaseOver)
    yield ["the lease runs out", { state: { ...state, leaseOver: true }, memory }];
  const restore = { reason: "restore", target: null } as const;
  if (restores && !state.pauses.some(({ reason }) => reason === "restore"))
    yield [
      "a backup is restored",
      { state: { ...state, pauses: [...state.pauses, restore] }, memory: rememberRestore(memory) },
    ];
}
