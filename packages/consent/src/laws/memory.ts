// What really happened, remembered beside the code under test: who said what, about which words, how many recorded days
// ago. Written from consent.md alone; the laws are stated on this memory, never on the fields that the code keeps.

import type { ActionName } from "../actions.ts";
import type { CircleId, CutId, PermissionId, StaffId, TextDigest } from "../ids.ts";
import { releaseChecks } from "../risk-codes.ts";
import type { StatementOf } from "../statements.ts";
import type { Attempt } from "./attempt.ts";
import { dayAt, policy, text } from "./world.ts";

/** Waits are remembered up to here: a whole day between two days makes their numbers differ by two. */
export const longEnough = 2;

const liveStages = new Set(["yes-once", "holding", "in-check", "open"]);
/** Can an answer at this stage still become open, or be it? Said here again: the code's own word is under test. */
export const isLive = (stage: string): boolean => liveStages.has(stage);

export type Answer = {
  readonly cut: CutId;
  readonly words: string;
  readonly circle: CircleId;
  /** Recorded days since her first yes, or, once there is a second, between the two. */
  readonly gap: number;
  readonly until: number;
  /** What she named, first and then again: the last day, and whether copies may be made. */
  readonly named: number;
  readonly copies: boolean;
  readonly second: boolean;
  /** Recorded days since her second yes, or since the last day of a pause that came after it. */
  readonly held: number;
  /** The hold was over when the service said so. */
  readonly waited: boolean;
  readonly approvedBy: StaffId | null;
};

export type Memory = {
  /** Who checked the version in force, and whether she decided every change. */
  readonly checker: StaffId | null;
  readonly decided: boolean;
  readonly cuts: Readonly<Record<CutId, { readonly words: string; readonly checker: StaffId | null }>>;
  readonly answers: Readonly<Record<PermissionId, Answer>>;
  /** `reason:target`, for everything in force. */
  readonly pauses: readonly string[];
  readonly holds: readonly string[];
  readonly recused: readonly StaffId[];
  readonly leaving: boolean;
  /** Recorded days since the erasure was asked for. */
  readonly left: number;
};

export const newMemory: Memory = {
  checker: null,
  decided: false,
  cuts: {},
  answers: {},
  pauses: [],
  holds: [],
  recused: [],
  leaving: false,
  left: 0,
};

const wordsOf = (said: { digest: TextDigest; card: TextDigest }) => `${said.digest}+${said.card}`;
const targetOf = (said: { scope: string; cut?: string; permission?: string }) =>
  said.scope === "everything" ? "everything" : (said.cut ?? said.permission)!;

export const isCovered = (memory: Memory, id: PermissionId): boolean =>
  memory.pauses.some((pause) => {
    const target = pause.slice(pause.indexOf(":") + 1);
    return target === "everything" || target === id || target === memory.answers[id]?.cut;
  });

const forget = (answers: Memory["answers"], ends: (id: PermissionId, answer: Answer) => boolean): Memory["answers"] =>
  Object.fromEntries((Object.entries(answers) as [PermissionId, Answer][]).filter(([id, answer]) => !ends(id, answer)));
const put = (memory: Memory, id: PermissionId, answer: Partial<Answer>): Memory => ({
  ...memory,
  answers: { ...memory.answers, [id]: { ...memory.answers[id]!, ...answer } },
});
const pause = (memory: Memory, name: string): Memory =>
  restartHolds(memory.pauses.includes(name) ? memory : { ...memory, pauses: [...memory.pauses, name] });
const lift = (memory: Memory, names: readonly string[]): Memory =>
  restartHolds({ ...memory, pauses: memory.pauses.filter((name) => !names.includes(name)) }, memory);

/** A hold counts from the day on which the last pause ended. */
function restartHolds(memory: Memory, before = memory): Memory {
  const answers = Object.entries(memory.answers) as [PermissionId, Answer][];
  if (!answers.some(([id, { waited, held }]) => !waited && held > 0 && isCovered(before, id))) return memory;
  return {
    ...memory,
    answers: Object.fromEntries(
      answers.map(([id, answer]) => [id, !answer.waited && isCovered(before, id) ? { ...answer, held: 0 } : answer]),
    ),
  };
}

/** Everything of hers that a stop reaches ends. */
const end = (memory: Memory, ends: (id: PermissionId, answer: Answer) => boolean): Memory => ({
  ...memory,
  answers: forget(memory.answers, ends),
});

const offsetOf = new Map(Array.from({ length: 120 }, (_, index) => [dayAt(index - 10), index - 10]));
export const offset = (day: string): number => offsetOf.get(day as never) ?? 100;

/** What an accepted act adds to the memory. */
export function remember(memory: Memory, { act, by }: Attempt, action: ActionName): Memory {
  const said = act.statement;
  if (!said) return rememberOwn(memory, action, act.permission);
  switch (said.type) {
    case "sent":
    case "redacted":
    case "asked":
      return { ...memory, checker: null, decided: false };
    case "checked":
      return { ...memory, checker: by.staff?.id ?? null, decided: said.changes.length === 0 };
    case "decided":
      return { ...memory, decided: true };
    case "agreed":
      return {
        ...memory,
        cuts: {
          ...memory.cuts,
          [said.cut]: {
            words: wordsOf(said),
            checker: said.parent === text && memory.decided && by.roles.includes("author") ? memory.checker : null,
          },
        },
      };
    case "answered":
      return by.roles.includes("author") ? rememberAnswer(memory, said) : memory;
    case "approved": {
      const answer = memory.answers[said.permission];
      const isRight =
        answer !== undefined &&
        answer.cut === said.cut &&
        answer.words === wordsOf(said) &&
        answer.circle === said.circle &&
        releaseChecks.every((check) => said.checks.includes(check));
      return isRight ? put(memory, said.permission, { approvedBy: by.staff?.id ?? null }) : memory;
    }
    case "returned":
      return end(memory, (id) => id === said.permission);
    case "stopped": {
      const target = targetOf(said);
      if (said.what === "pause") return pause(memory, `hers:${target}`);
      if (said.what === "erase")
        return { ...end(memory, () => true), leaving: true, left: memory.leaving ? memory.left : 0 };
      return end(memory, (id, { cut }) => target === "everything" || target === id || target === cut);
    }
    case "erased":
      return { ...end(memory, () => true), leaving: true, left: memory.leaving ? memory.left : 0 };
    case "kept":
      return { ...memory, leaving: false, left: 0 };
    case "resumed": {
      const target = targetOf(said);
      const isLifted = (name: string) =>
        /^(hers|weak-proof):/.test(name) && (target === "everything" || name.endsWith(`:${target}`));
      return by.roles.includes("author") ? lift(memory, memory.pauses.filter(isLifted)) : memory;
    }
    case "paused":
      return pause(memory, `${said.reason}:everything`);
    case "lifted": {
      const right = said.reason === "support" ? "support" : "data-protection";
      return by.roles.includes(right) ? lift(memory, [`${said.reason}:everything`]) : memory;
    }
    case "recused":
      return memory.recused.includes(said.by) ? memory : { ...memory, recused: [...memory.recused, said.by].sort() };
    case "held": {
      const others = memory.holds.filter((hold) => hold !== said.hold);
      return { ...memory, holds: said.does === "set" ? [...others, said.hold].sort() : others };
    }
    default:
      return memory;
  }
}

function rememberAnswer(memory: Memory, said: StatementOf<"answered">): Memory {
  const { permission, cut, circle } = said;
  const words = wordsOf(said);
  if (said.answer === "no" || said.answer === "not-now")
    return end(memory, (_, answer) => answer.cut === cut && answer.circle === circle);
  if (said.answer === "yes-once") {
    const fresh = { second: false, held: 0, waited: false, approvedBy: null };
    const first = {
      cut,
      words,
      circle,
      gap: 0,
      until: Math.min(offset(said.until!), policy.firstYesLapseDays),
      named: offset(said.until!),
      copies: said.copies,
      ...fresh,
    };
    return { ...memory, answers: { ...memory.answers, [permission]: first } };
  }
  const first = memory.answers[permission];
  if (!first || first.cut !== cut || first.words !== words || first.circle !== circle) return memory;
  const until = offset(said.until!);
  return put(memory, permission, { second: true, held: 0, until, named: until, copies: said.copies });
}

function rememberOwn(memory: Memory, action: ActionName, permission: PermissionId | undefined): Memory {
  if (action === "lapseDraft") return end(memory, () => true);
  if (action === "elapse") {
    const answer = memory.answers[permission!];
    const isOver = answer?.second && answer.held >= longEnough && !isCovered(memory, permission!);
    return isOver ? put(memory, permission!, { waited: true }) : memory;
  }
  return memory;
}

const older = (age: number, by = 1) => Math.min(longEnough, age + by);

/** A recorded day goes by, and so many days of the calendar. */
export function aDayLater(memory: Memory, calendarDays: number): Memory {
  const answers = Object.entries(memory.answers) as [PermissionId, Answer][];
  return {
    ...memory,
    left: memory.leaving ? older(memory.left) : 0,
    answers: Object.fromEntries(
      answers.map(([id, answer]) => [
        id,
        {
          ...answer,
          until: Math.max(-1, answer.until - calendarDays),
          named: Math.max(-1, answer.named - calendarDays),
          gap: answer.second ? answer.gap : older(answer.gap),
          held: !answer.second || answer.waited ? answer.held : isCovered(memory, id) ? 0 : older(answer.held),
        },
      ]),
    ),
  };
}

export const rememberRestore = (memory: Memory): Memory => pause(memory, "restore:everything");
