// How a process comes to a story, what it asks for, and what it is told.

import type { ActionName, Actor, ClosedReason, Context, LedgerHead, PermissionId, StoryState } from "@ownwords/consent";
import type { ProblemCode } from "@ownwords/contracts";
import type { Signed, VerifiedDirectory } from "@ownwords/sealing";
import type { Applied, Entered, Loaded, Named, Pool, Queryable } from "@ownwords/store";
import type { DirectorySource } from "./directory-source.ts";
import type { Enclosures } from "./enclosures.ts";

/** How a process comes to a story, and who it says is asking. */
export type Door = {
  readonly pool: Pool;
  readonly directory: DirectorySource;
  readonly enter: (db: Queryable, named: Named) => Promise<Entered>;
  /** Who asks, from the session or the process; undefined when nobody is signed in. */
  readonly actor: (who: string | null, directory: VerifiedDirectory) => Actor | undefined;
  /** Told after a commit that something waits to be done. A hint: nothing depends on it. */
  readonly hint: (queue: "redact" | "stage", hint: { work: string; version: number }) => void;
};

export type Done = {
  readonly ok: true;
  readonly answer: Extract<Applied, { outcome: "done" | "repeated" }>;
  readonly action: ActionName;
  readonly loaded: Loaded;
  readonly next: StoryState;
  readonly context: Context & { readonly directory: VerifiedDirectory };
  readonly actor: Actor;
};
export type Refused = {
  readonly ok: false;
  readonly code: ProblemCode;
  readonly head?: LedgerHead;
  readonly today?: string;
  /** Why the gate is closed: for the desk's log, never for a trainer. */
  readonly reasons?: readonly ClosedReason[];
};

/** What is asked: a signed statement with what comes along, or an action that needs none. */
export type Asked = {
  readonly named: Named;
  readonly signed?: Signed;
  readonly enclosures?: Enclosures;
  readonly cutSalt?: string;
  /** Only with `answered`: what blinds the head that it names. */
  readonly seenNonce?: string;
  readonly action?: ActionName;
  readonly permission?: PermissionId;
  readonly unfit?: number;
  readonly leaseSeconds?: number;
};
