import type { CutId, Entry, Grant, LedgerHead, StoryState, VerifyKey } from "@ownwords/consent";
import { type Queryable, query } from "./pool.ts";

/** The bytes behind what `decide` saw of an action. */
export type Enclosed = {
  readonly texts: readonly { digest: string; kind: string; header: object; ciphertext: Buffer }[];
  readonly grants: readonly (Grant & { box: string; key: string | null })[];
  readonly statement: { digest: string; type: string; body: string; signatures: readonly string[] } | null;
  /** Keys of cuts that this action makes. */
  readonly cutKeys: Readonly<Record<CutId, { verifyKey: VerifyKey; salt: string }>>;
  /** How long a claim may take. */
  readonly leaseSeconds?: number;
};

export type Applied =
  | { readonly outcome: "done" | "repeated"; readonly seq: number; readonly head: LedgerHead; readonly day: string }
  | { readonly outcome: "stale" };

const changedRows = <Row extends object>(before: Readonly<Record<string, Row>>, after: Readonly<Record<string, Row>>) =>
  Object.entries(after)
    .filter(([id, row]) => before[id] !== row)
    .map(([id, row]) => ({ id, ...row }));

const sameGrant = (a: Grant, b: Grant) =>
  a.text === b.text && a.to === b.to && a.lock === b.lock && a.permission === b.permission;

/**
 * Writes a decision, with its ledger entry, in one round trip.
 * @param before the state that it was decided on; if the story has moved since, nothing is written
 * @param after the next state, its `head` and `anchor` set
 * @param today the recorded day that it was decided on
 * @returns `repeated` with the first answer when this very statement was applied before; `stale` to decide again
 */
export async function apply(
  pool: Queryable,
  before: StoryState,
  after: StoryState,
  entry: Entry,
  enclosed: Enclosed,
  today: number,
): Promise<Applied> {
  const { cuts, permissions, texts: _texts, grants: _grants, leaseOver: _lease, ...story } = after;
  const act = {
    story,
    expected: before.seq,
    today,
    cuts: changedRows(before.cuts, cuts).map((row) => ({ ...row, ...enclosed.cutKeys[row.id as CutId] })),
    permissions: changedRows(before.permissions, permissions),
    texts: enclosed.texts.map(({ ciphertext: _, ...text }, at) => ({ ...text, blob: at + 1 })),
    // A grant that this action brings and the next state does not keep is never written.
    grants: enclosed.grants.filter((grant) => after.grants.some((kept) => sameGrant(kept, grant))),
    dropGrants: before.grants.filter((grant) => !after.grants.some((kept) => sameGrant(kept, grant))),
    statement: enclosed.statement,
    entry,
    leaseSeconds: enclosed.leaseSeconds ?? 60,
  };
  const rows = await query<{ applied: Applied }>(pool, "select apply($1, $2) as applied", [
    JSON.stringify(act),
    enclosed.texts.map(({ ciphertext }) => ciphertext),
  ]);
  return rows[0]!.applied;
}
