// The hash chain of one story: what happened, in order, with nothing taken out.

import { type Day, type LedgerHead, type Role, roles, type StatementDigest, type StoryId } from "@ownwords/consent";
import { bytesOf } from "./bytes.ts";
import { canonical } from "./canonical.ts";
import { hash } from "./hash.ts";

/** Roles and organisations, never names. */
export type LedgerEntry = {
  /** 1 for the first. */
  readonly seq: number;
  readonly day: Day;
  readonly role: Role;
  readonly organisation?: string;
  readonly kind: string;
  readonly statement?: StatementDigest;
};

export type ChainedEntry = { readonly entry: LedgerEntry; readonly head: LedgerHead };

export const ledgerFaults = ["entry", "sequence", "head"] as const;
export type LedgerFault = (typeof ledgerFaults)[number];

const entryFields = new Set(["seq", "day", "role", "organisation", "kind", "statement"]);
const isText = (value: unknown): boolean => typeof value === "string" && value.isWellFormed();

/** What comes from a service is looked at before it is hashed. */
function isEntry(entry: LedgerEntry): boolean {
  const { day, role, organisation = "", kind, statement = "" } = entry;
  return (
    Object.keys(entry).every((name) => entryFields.has(name)) &&
    roles.includes(role) &&
    [day, organisation, kind, statement].every(isText)
  );
}

/** What the first entry is chained to, so that no two stories share a chain. */
export const firstHead = (story: StoryId): LedgerHead => hash("ledger-start", bytesOf(story, 32)) as LedgerHead;

/** `H("ledger", previous head, entry)`. */
export const ledgerHead = (previous: LedgerHead, entry: LedgerEntry): LedgerHead =>
  hash("ledger", bytesOf(previous, 32), canonical(entry)) as LedgerHead;

/**
 * Follows a story's chain from its start.
 * @returns the last head, or the sequence number at which the chain breaks
 */
export function verifyLedger(
  story: StoryId,
  entries: readonly ChainedEntry[],
):
  | { readonly ok: true; readonly head: LedgerHead }
  | { readonly ok: false; readonly at: number; readonly fault: LedgerFault } {
  let head = firstHead(story);
  for (const [index, chained] of entries.entries()) {
    const at = index + 1;
    if (!isEntry(chained.entry)) return { ok: false, at, fault: "entry" };
    if (chained.entry.seq !== at) return { ok: false, at, fault: "sequence" };
    head = ledgerHead(head, chained.entry);
    if (head !== chained.head) return { ok: false, at, fault: "head" };
  }
  return { ok: true, head };
}
