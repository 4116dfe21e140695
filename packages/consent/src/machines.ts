// The three state machines. The database's CHECK constraints and its table of allowed moves, the types, the diagram in
// docs/ and the laws all derive from these tables.

/** Who can cause a move. `service` is the stage worker, `redactor` the redaction worker. */
export const roles = [
  "author",
  "redactor",
  "support",
  "safeguarding",
  "data-protection",
  "trainer",
  "steward",
  "service",
] as const;
export type Role = (typeof roles)[number];

export type Move = { readonly from: readonly string[]; readonly to: string; readonly by: readonly Role[] };

/** Where her text is. `before` stands for the stage that the story left when it was marked for erasure. */
export const textMachine = {
  send: { from: ["draft"], to: "sent", by: ["author"] },
  sendRedacted: { from: ["draft", "needs-person"], to: "team-review", by: ["author"] },
  discard: { from: ["draft"], to: "erased", by: ["author"] },
  lapseDraft: { from: ["draft"], to: "erased", by: ["service"] },
  claim: { from: ["sent"], to: "redacting", by: ["redactor"] },
  reclaim: { from: ["redacting"], to: "redacting", by: ["redactor"] },
  seal: { from: ["redacting"], to: "team-review", by: ["redactor"] },
  fail: { from: ["redacting"], to: "needs-person", by: ["redactor"] },
  retry: { from: ["needs-person"], to: "sent", by: ["support"] },
  check: { from: ["team-review"], to: "author-review", by: ["support"] },
  ask: { from: ["author-review"], to: "team-review", by: ["author"] },
  leave: {
    from: ["sent", "redacting", "needs-person", "team-review", "author-review"],
    to: "leaving",
    by: ["author", "data-protection"],
  },
  keep: { from: ["leaving"], to: "before", by: ["author"] },
  erase: { from: ["leaving"], to: "erased", by: ["service"] },
} as const satisfies Record<string, Move>;

/** What she agreed to share: whole or in part, locked by its digest. */
export const cutMachine = {
  agree: { from: ["none"], to: "agreed", by: ["author"] },
  retire: { from: ["agreed"], to: "retired", by: ["author"] },
} as const satisfies Record<string, Move>;

/** One cut × one circle: a new row for each new answer. */
export const permissionMachine = {
  answerNo: { from: ["none"], to: "no", by: ["author"] },
  answerNotNow: { from: ["none"], to: "not-now", by: ["author"] },
  answerYesOnce: { from: ["none"], to: "yes-once", by: ["author"] },
  confirm: { from: ["yes-once"], to: "holding", by: ["author"] },
  elapse: { from: ["holding"], to: "in-check", by: ["service"] },
  approve: { from: ["in-check"], to: "open", by: ["support"] },
  return: { from: ["holding", "in-check"], to: "returned", by: ["support"] },
  takeBack: {
    from: ["yes-once", "holding", "in-check", "open"],
    to: "withdrawn",
    by: ["author", "data-protection"],
  },
  lapse: { from: ["yes-once"], to: "lapsed", by: ["service"] },
  expire: { from: ["holding", "in-check", "open"], to: "expired", by: ["service"] },
} as const satisfies Record<string, Move>;

type States<M extends Record<string, Move>> = M[keyof M]["from"][number] | M[keyof M]["to"];

export type TextMove = keyof typeof textMachine;
export type CutMove = keyof typeof cutMachine;
export type PermissionMove = keyof typeof permissionMachine;
export type TextStage = Exclude<States<typeof textMachine>, "before">;
export type CutStage = Exclude<States<typeof cutMachine>, "none">;
export type PermissionStage = Exclude<States<typeof permissionMachine>, "none">;

const statesOf = <S extends string>(machine: Record<string, Move>, not: string): readonly S[] =>
  [...new Set(Object.values(machine).flatMap((move) => [...move.from, move.to]))].filter(
    (state) => state !== not,
  ) as S[];

export const textStages = statesOf<TextStage>(textMachine, "before");
export const cutStages = statesOf<CutStage>(cutMachine, "none");
export const permissionStages = statesOf<PermissionStage>(permissionMachine, "none");

/** A permission that can still become or be open. Every other one is final. */
export const isLive = (stage: PermissionStage): boolean =>
  (permissionMachine.takeBack.from as readonly string[]).includes(stage);
