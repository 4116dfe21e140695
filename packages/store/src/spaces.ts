// Her space: an account is a key and nothing else.

import type { StoryId, TextStage, VerifyKey } from "@ownwords/consent";
import { type Queryable, query } from "./pool.ts";

/** @returns false when there is a space under this key already */
export const makeSpace = async (pool: Queryable, account: VerifyKey): Promise<boolean> =>
  (
    await query(pool, "insert into account (verify_key) values ($1) on conflict do nothing returning verify_key", [
      account,
    ])
  ).length === 1;

export const hasSpace = async (pool: Queryable, account: VerifyKey): Promise<boolean> =>
  (await query(pool, "select verify_key from account where verify_key = $1", [account])).length === 1;

export type Space = {
  /** Sealed to her account's key. */
  readonly settings: string | null;
  readonly stories: readonly { readonly story: StoryId; readonly salt: string; readonly stage: TextStage }[];
};

export async function readSpace(pool: Queryable, account: string): Promise<Space> {
  const [own] = await query<{ settings: string | null }>(pool, "select settings from account where verify_key = $1", [
    account,
  ]);
  const stories = await query<Space["stories"][number]>(
    pool,
    `select s.id as story, a.salt, s.stage from account_story a join story s on s.id = a.story_id
     where a.account = $1 order by s.id`,
    [account],
  );
  return { settings: own?.settings ?? null, stories };
}

export const saveSettings = (pool: Queryable, account: string, settings: string) =>
  query(pool, "update account set settings = $2 where verify_key = $1", [account, settings]);
