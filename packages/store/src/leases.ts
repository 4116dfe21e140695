import type { StoryId } from "@ownwords/consent";
import { inTransaction, type Pool, type Queryable, query } from "./pool.ts";

/** A redaction worker that still computes keeps its claim; with 0 seconds it gives the claim back. */
export const extendLease = async (pool: Pool, story: StoryId, claim: number, seconds: number): Promise<boolean> =>
  (await query(pool, "select from extend_lease($1, $2, $3) held where held", [story, claim, seconds])).length === 1;

/** Runs `work` while the story stands still: for an action that lost several races to others. */
export const withLockedStory = <T>(pool: Pool, story: StoryId, work: (client: Queryable) => Promise<T>): Promise<T> =>
  inTransaction(pool, async (client) => {
    await client.query("select lock_story($1)", [story]);
    return work(client);
  });
