// What changes beside the moves that a row names. An effect writes on a copy; `decide` hands the copy on.

import { daysAfter } from "./days.ts";
import { cutIn, type Given } from "./guards.ts";
import type { CutId, PermissionId, StatementDigest } from "./ids.ts";
import { isLive, type PermissionStage } from "./machines.ts";
import { type CutState, covers, type Pause, type PermissionState, type StoryState } from "./state.ts";

type Writable<T> = { -readonly [K in keyof T]: T[K] };
/** A copy of the state that effects may write on; its containers are copies too, what they hold is replaced, not changed. */
export type NextState = Omit<Writable<StoryState>, "cuts" | "permissions" | "pauses" | "recused" | "holds"> & {
  cuts: Record<CutId, CutState>;
  permissions: Record<PermissionId, PermissionState>;
  pauses: Pause[];
  recused: StoryState["recused"];
  holds: StoryState["holds"];
};

export type Effect = (next: NextState, given: Given) => void;

export const copyOf = (state: StoryState): NextState => ({
  ...state,
  cuts: { ...state.cuts },
  permissions: { ...state.permissions },
  pauses: [...state.pauses],
});

/** Ends the live permissions that fit. Whatever else happens, they never come back: an answer anew is a row anew. */
function endWhere(next: NextState, since: number, fits: (id: PermissionId, permission: PermissionState) => boolean) {
  for (const [id, permission] of Object.entries(next.permissions) as [PermissionId, PermissionState][])
    if (isLive(permission.stage) && fits(id, permission))
      next.permissions[id] = { ...permission, stage: "withdrawn", since };
}

/** What a stop or its undoing speaks of; null for everything. */
const targetOf = ({ said }: Given): CutId | PermissionId | null =>
  said.scope === "cut" ? said.cut! : said.scope === "permission" ? said.permission! : null;

/** A pause while holding starts the hold again: the wait counts from the day on which the pause was lifted. */
function lift(next: NextState, { context }: Given, lifted: (pause: Pause) => boolean) {
  const gone = next.pauses.filter(lifted);
  next.pauses = next.pauses.filter((pause) => !lifted(pause));
  for (const [id, permission] of Object.entries(next.permissions) as [PermissionId, PermissionState][])
    if (permission.stage === "holding" && gone.some((pause) => covers(pause, id, permission)))
      next.permissions[id] = { ...permission, since: context.today.n };
}

const addPause = (next: NextState, pause: Pause) => {
  if (!next.pauses.some(({ reason, target }) => reason === pause.reason && target === pause.target))
    next.pauses.push(pause);
};

function answer(next: NextState, given: Given, stage: PermissionStage, fields: Partial<PermissionState> = {}) {
  const { said, context } = given;
  next.permissions[said.permission!] = {
    cut: said.cut!,
    circle: said.circle!,
    epoch: said.epoch!,
    stage,
    since: context.today.n,
    endsOn: context.today.date,
    until: said.until ?? null,
    copies: said.copies!,
    first: null,
    second: null,
    approval: null,
    release: null,
    ...fields,
  };
}

export const effects = {
  /** A new version is in force. Nothing of the old one's review counts for it. */
  newText: (next, { said }) => {
    next.text = said.digest!;
    next.checked = null;
    next.decided = false;
  },
  claimed: (next) => {
    next.claim += 1;
    next.attempts += 1;
    next.leaseOver = false;
  },
  fromTheStart: (next) => {
    next.attempts = 0;
  },
  checked: (next, { said, act }) => {
    next.text = said.digest!;
    const changes = said.changes!.map(({ id }) => id);
    next.checked = { by: said.by!, statement: act.statementDigest as StatementDigest, changes };
    next.decided = changes.length === 0;
  },
  decided: (next) => {
    next.decided = true;
  },
  recused: (next, { said }) => {
    if (!next.recused.includes(said.by!)) next.recused = [...next.recused, said.by!];
  },

  agreed: (next, { said, act, state }) => {
    next.cuts[said.cut!] = {
      stage: "agreed",
      digest: said.digest!,
      card: said.card!,
      parent: said.parent!,
      checkedBy: state.checked!.by,
      agreed: act.statementDigest as StatementDigest,
      checked: state.checked!.statement,
    };
  },
  /** A no, or not now, also ends what she allowed there before. */
  answeredNo: (next, given) => {
    const { said, context } = given;
    endWhere(next, context.today.n, (_, { cut, circle }) => cut === said.cut && circle === said.circle);
    answer(next, given, said.answer as "no" | "not-now");
  },
  answeredYesOnce: (next, given) => {
    const { said, act, context } = given;
    const lapsesAfter = daysAfter(context.today.date, context.directory.policy.firstYesLapseDays);
    answer(next, given, "yes-once", {
      endsOn: [lapsesAfter, said.until!].sort()[0]!,
      first: act.statementDigest,
    });
  },
  confirmed: (next, given) => {
    const { said, act } = given;
    next.permissions[said.permission!] = {
      ...next.permissions[said.permission!]!,
      endsOn: said.until!,
      until: said.until!,
      copies: said.copies!,
      second: act.statementDigest,
      release: said.release!,
    };
  },
  approved: (next, { said, act }) => {
    next.permissions[said.permission!] = { ...next.permissions[said.permission!]!, approval: act.statementDigest };
  },

  endEverything: (next, { context }) => endWhere(next, context.today.n, () => true),
  /** Taking a cut back retires it; taking everything back leaves the cuts hers, and every answer is to be given anew. */
  tookBack: (next, given) => {
    const target = targetOf(given);
    endWhere(next, given.context.today.n, (id, { cut }) => target === null || target === id || target === cut);
    const cut = cutIn(given);
    if (given.said.scope === "cut" && cut?.stage === "agreed")
      next.cuts[given.said.cut!] = { ...cut, stage: "retired" };
  },
  paused: (next, given) => addPause(next, { reason: "hers", target: targetOf(given) }),
  /** Only her pass words lift hers and weak-proof ones. Resuming everything lifts all of them. */
  resumed: (next, given) => {
    const scope = targetOf(given);
    lift(
      next,
      given,
      ({ reason, target }) => (reason === "hers" || reason === "weak-proof") && (scope === null || target === scope),
    );
  },
  staffPaused: (next, { said }) =>
    addPause(next, { reason: said.reason as "support" | "incident" | "weak-proof", target: null }),
  staffLifted: (next, given) => lift(next, given, ({ reason }) => reason === given.said.reason),
  held: (next, { said }) => {
    const others = next.holds.filter((hold) => hold !== said.hold);
    next.holds = said.does === "set" ? [...others, said.hold!].sort() : others;
  },
} as const satisfies Record<string, Effect>;
