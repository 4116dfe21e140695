// What is known of one story when something is decided: the snapshot that its ledger adds up to. Wordless.

import type { TextKind } from "./document.ts";
import type {
  CircleId,
  CutId,
  Day,
  GrantHash,
  LedgerHead,
  PermissionId,
  RandomId,
  StaffId,
  StatementDigest,
  StoryId,
  TextDigest,
} from "./ids.ts";
import type { CutStage, PermissionStage, TextStage } from "./machines.ts";

/** The day, as the service recorded it: the how manieth recorded day, and its date. */
export type Today = { readonly n: number; readonly date: Day };

export type TextRef = { readonly digest: TextDigest; readonly kind: TextKind };

/**
 * Who can open which text: a sealed box, without its bytes. To a circle, `outer` still has both locks on (only the support
 * circle can take the outer one off), `inner` has one left.
 */
export type Grant = {
  readonly text: TextDigest;
  readonly to: "author" | "redactor" | "support" | "circle";
  readonly lock: "one" | "outer" | "inner";
  readonly permission: PermissionId | null;
};

export type CutState = {
  readonly stage: CutStage;
  readonly digest: TextDigest;
  readonly card: TextDigest;
  readonly parent: TextDigest;
  readonly checkedBy: StaffId;
  readonly agreed: StatementDigest;
  readonly checked: StatementDigest;
};

export type Release = { readonly text: GrantHash; readonly card: GrantHash };

export type PermissionState = {
  readonly cut: CutId;
  readonly circle: CircleId;
  readonly epoch: number;
  readonly stage: PermissionStage;
  /** Recorded day on which this stage was entered, or its wait started again. */
  readonly since: number;
  /** Last day on which it can be live. A first yes ends earlier than the permission that it asks for. */
  readonly endsOn: Day;
  /** The last day that she named; null where her answer needs none. */
  readonly until: Day | null;
  readonly copies: boolean;
  readonly first: StatementDigest | null;
  readonly second: StatementDigest | null;
  readonly approval: StatementDigest | null;
  readonly release: Release | null;
};

export const pauseReasons = ["hers", "support", "incident", "weak-proof", "restore"] as const;
export type PauseReason = (typeof pauseReasons)[number];

/** A pause stands beside the stage. `target` is null for everything. */
export type Pause = { readonly reason: PauseReason; readonly target: CutId | PermissionId | null };

export type Hold = "safety" | "legal";

export type StoryState = {
  readonly id: StoryId;
  /** Entries in its ledger so far. */
  readonly seq: number;
  readonly head: LedgerHead;
  /** The head after the last entry that was more than a reading. */
  readonly anchor: LedgerHead;
  readonly stage: TextStage;
  /** The stage that it left when it was marked for erasure. */
  readonly before: TextStage | null;
  /** Recorded day on which this stage was entered; of a draft, her last visit. */
  readonly since: number;
  /** The version in force. */
  readonly text: TextDigest | null;
  /** The redaction review of the version in force. */
  readonly checked: {
    readonly by: StaffId;
    readonly statement: StatementDigest;
    readonly changes: readonly RandomId[];
  } | null;
  /** Every change of the version in force is decided: agreed to, or the part cut. */
  readonly decided: boolean;
  /** Number of the last claim by a redaction worker. */
  readonly claim: number;
  /** Claims since it was sent. */
  readonly attempts: number;
  /** Whether the last claim's lease has run out. */
  readonly leaseOver: boolean;
  readonly recused: readonly StaffId[];
  readonly pauses: readonly Pause[];
  readonly holds: readonly Hold[];
  readonly cuts: Readonly<Record<CutId, CutState>>;
  readonly permissions: Readonly<Record<PermissionId, PermissionState>>;
  readonly texts: readonly TextRef[];
  readonly grants: readonly Grant[];
};

/** A story as its first saved draft makes it. */
export const newStory = (id: StoryId, head: LedgerHead, today: Today): StoryState => ({
  id,
  seq: 0,
  head,
  anchor: head,
  stage: "draft",
  before: null,
  since: today.n,
  text: null,
  checked: null,
  decided: false,
  claim: 0,
  attempts: 0,
  leaseOver: true,
  recused: [],
  pauses: [],
  holds: [],
  cuts: {},
  permissions: {},
  texts: [],
  grants: [],
});

/** Does a pause reach this permission: by itself, by its cut, or by the whole story? */
export const covers = ({ target }: Pause, id: PermissionId, permission: PermissionState | undefined): boolean =>
  target === null || target === id || target === permission?.cut;

/** Is this permission under any pause: its own, its cut's, or the story's? */
export const isPaused = (state: StoryState, id: PermissionId): boolean =>
  state.pauses.some((pause) => covers(pause, id, state.permissions[id]));

/** Whole recorded days between two recorded days, neither counted. */
export const wholeDaysBetween = (from: number, to: number): number => to - from - 1;
