import type { LedgerHead, SealingKey, StoryId, TextDigest, VerifyKey } from "@ownwords/consent";
import { type Queryable, query } from "./pool.ts";

export type DraftToSave = {
  readonly story: StoryId;
  readonly verifyKey: VerifyKey;
  readonly sealingKey: SealingKey;
  /** Salt from which her device derives the story's keys. */
  readonly salt: string;
  /** First head of the story's ledger. */
  readonly head: LedgerHead;
  readonly digest: TextDigest;
  readonly header: object;
  /** The text's key, sealed to her. */
  readonly box: string;
  /** The draft that this one replaces; null for the first. */
  readonly previous: TextDigest | null;
};

/**
 * Saves her draft in place of the last one. No action, no ledger entry.
 * @returns `stale` when another draft was saved since `previous`; `closed` when this story takes none, or is not hers
 */
export const saveDraft = async (pool: Queryable, account: string, draft: DraftToSave, ciphertext: Buffer) =>
  (
    await query<{ outcome: "saved" | "stale" | "closed" }>(pool, "select save_draft($1, $2, $3) as outcome", [
      account,
      JSON.stringify(draft),
      ciphertext,
    ])
  )[0]!.outcome;
