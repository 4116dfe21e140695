// What the signed directory says, as data: who may act, for which audience, under which numbers.

import type { CircleId, Day, SealingKey, StaffId, VerifyKey } from "./ids.ts";
import type { Role } from "./machines.ts";
import type { Policy, Purpose } from "./policy.ts";
import type { StatementOf } from "./statements.ts";

/** An audience (one organisation × one purpose) or one of the charity's own circles. */
export type Circle = {
  readonly id: CircleId;
  readonly kind: "audience" | "support" | "safeguarding";
  /** The name that she reads on the screen that asks her. */
  readonly organisation: string;
  readonly purpose: Purpose | null;
  readonly epoch: number;
  readonly sealingKey: SealingKey;
};

export type StaffEntry = {
  readonly id: StaffId;
  readonly verifyKey: VerifyKey;
  readonly sealingKey: SealingKey;
  readonly roles: readonly Exclude<Role, "author" | "redactor" | "service">[];
  readonly circles: readonly CircleId[];
  /** Last day of the signed terms. */
  readonly termsUntil: Day;
};

/** What a screen shows her when it asks, by its hash. */
export type Notice = StatementOf<"sent">["notice"];

export type Directory = {
  readonly v: 1;
  readonly serial: number;
  readonly validUntil: Day;
  /** 16 bytes, base64url: the pass words' salt of this deployment. */
  readonly salt: string;
  readonly policy: Policy;
  readonly circles: readonly Circle[];
  readonly staff: readonly StaffEntry[];
  readonly redactorKey: VerifyKey;
  readonly ledgerKey: VerifyKey;
  readonly notices: readonly Notice[];
};

/** The circle with this id, whatever its epoch. */
export const circleOf = (directory: Directory, id: CircleId): Circle | undefined =>
  directory.circles.find((circle) => circle.id === id);

/** The charity's own circle that reads and approves. A directory without one is refused when it is verified. */
export const supportCircleOf = (directory: Directory): Circle | undefined =>
  directory.circles.find((circle) => circle.kind === "support");

export const staffOf = (directory: Directory, id: StaffId): StaffEntry | undefined =>
  directory.staff.find((entry) => entry.id === id);
