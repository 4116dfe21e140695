// Who is signed in. Tables that PostgreSQL keeps out of its write-ahead log; times there are gone within minutes.

import { type Queryable, query } from "./pool.ts";

/** The two sides keep their sessions in tables that the other's role cannot see. */
export type Side = "author" | "staff";
const columns = {
  author: "author_session (token_hash, account, expires)",
  staff: "staff_session (token_hash, staff, expires)",
};
const tables = { author: "author_session", staff: "staff_session" };

/** Keeps a challenge for its one use. */
export const keepChallenge = (pool: Queryable, challengeHash: string, seconds: number) =>
  query(pool, "insert into challenge values ($1, clock_timestamp() + make_interval(secs => $2))", [
    challengeHash,
    seconds,
  ]);

/** Takes a challenge: true the first time, within its time, and never again. */
export const takeChallenge = async (pool: Queryable, challengeHash: string): Promise<boolean> =>
  (
    await query<{ fresh: boolean }>(
      pool,
      "delete from challenge where challenge = $1 returning expires > clock_timestamp() as fresh",
      [challengeHash],
    )
  )[0]?.fresh === true;

export const startSession = (pool: Queryable, side: Side, tokenHash: string, who: string, minutes: number) =>
  query(pool, `insert into ${columns[side]} values ($1, $2, clock_timestamp() + make_interval(mins => $3))`, [
    tokenHash,
    who,
    minutes,
  ]);

export const endSession = (pool: Queryable, side: Side, tokenHash: string) =>
  query(pool, `delete from ${tables[side]} where token_hash = $1`, [tokenHash]);

/** Removes what has run out. The stage worker calls it now and then. */
export const sweepSessions = async (pool: Queryable) => {
  for (const table of ["author_session", "staff_session", "challenge"])
    await query(pool, `delete from ${table} where expires < clock_timestamp()`);
};
