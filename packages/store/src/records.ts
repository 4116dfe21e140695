// Statements and the ledger, as they were written.

import type { CutId, LedgerHead, PermissionId, Statement, StatementDigest, StoryId } from "@ownwords/consent";
import { type Queryable, query } from "./pool.ts";

export type StoredStatement = {
  readonly digest: StatementDigest;
  readonly statement: Statement;
  readonly signatures: readonly string[];
};
type Row = { digest: StatementDigest; body: string; signatures: string[] };
const parsed = ({ digest, body, signatures }: Row): StoredStatement => ({
  digest,
  statement: JSON.parse(body),
  signatures,
});

/** Those of the named statements that are there. */
export const readStatements = async (
  pool: Queryable,
  digests: readonly (StatementDigest | null)[],
): Promise<StoredStatement[]> =>
  (
    await query<Row>(pool, "select digest, body, signatures from statement where digest = any($1)", [
      digests.filter((digest) => digest !== null),
    ])
  ).map(parsed);

/** Every statement of a story, unordered: the ledger has the order. */
export const readStoryStatements = async (pool: Queryable, story: StoryId): Promise<StoredStatement[]> =>
  (await query<Row>(pool, "select digest, body, signatures from statement where story_id = $1", [story])).map(parsed);

export type StoredEntry = {
  readonly seq: number;
  readonly day: string;
  readonly role: string;
  readonly organisation: string | null;
  readonly kind: string;
  readonly statement: StatementDigest | null;
  readonly head: LedgerHead;
};

export const readLedger = (pool: Queryable, story: StoryId) =>
  query<StoredEntry>(
    pool,
    "select seq, day, role, organisation, kind, statement, head from ledger_entry where story_id = $1 order by seq",
    [story],
  );

/** Salts from which her device derives the keys of her cuts. */
export const readCutSalts = (pool: Queryable, story: StoryId) =>
  query<{ cut: CutId; salt: string }>(pool, "select id as cut, salt from cut where story_id = $1", [story]);

/** Of which story and cut a permission is; for the desk and for the gate. */
export const findPermission = async (pool: Queryable, permission: PermissionId) =>
  (
    await query<{ story: StoryId; cut: CutId }>(
      pool,
      "select story_id as story, cut_id as cut from permission where id = $1",
      [permission],
    )
  )[0];
