import type { CutId, SealingKey, StatementDigest, StoryId, StoryState, Today, VerifyKey } from "@ownwords/consent";
import type { Applied } from "./apply.ts";
import { type Queryable, query } from "./pool.ts";

/** A story as an action finds it, with the public keys that its statements are checked with. */
export type Loaded = {
  readonly work: string;
  readonly keys: {
    readonly verify: VerifyKey;
    readonly sealing: SealingKey;
    readonly cuts: Readonly<Record<CutId, VerifyKey>>;
  };
  readonly state: StoryState;
  /** The answer that the statement in hand got when it was applied before. */
  readonly past?: Extract<Applied, { outcome: "done" | "repeated" }> | null;
};

/** What every request starts from, read in one round trip. */
export type Entered = {
  /** Who is signed in: an account's key, or a staff id; null when nobody is. */
  readonly who: string | null;
  readonly today: Today;
  /** Serial of the newest directory; null before there is one. */
  readonly serial: number | null;
  /** The story that was named, if there is one that this caller may act on. */
  readonly story: Loaded | null;
};

const one = async (pool: Queryable, text: string, values: unknown[]): Promise<Entered> =>
  (await query<{ entered: Entered }>(pool, `select ${text} as entered`, values))[0]!.entered;

/** What a request names: a story, or a cut (a trainer never learns of which story it is); and its statement. */
export type Named = { readonly story?: StoryId; readonly cut?: CutId; readonly statement?: StatementDigest };

const bySession =
  (side: "author" | "staff") =>
  /** @param tokenHash hash of the session's token; null where nobody is signed in */
  (db: Queryable, tokenHash: string | null, { story, cut, statement }: Named, sessionMinutes: number) =>
    one(db, `enter_as_${side}($1, $2, $3, $4, $5)`, [
      tokenHash,
      story ?? null,
      cut ?? null,
      statement ?? null,
      sessionMinutes,
    ]);

export const enterAsAuthor = bySession("author");
export const enterAsStaff = bySession("staff");

/** @param work the random work id of a job */
export const enterAsWorker = (pool: Queryable, work: string) => one(pool, "enter_as_worker($1)", [work]);

/** The day as the service counts, recorded by asking. */
export const readToday = async (db: Queryable): Promise<Today> =>
  (await query<Today>(db, "select n, date from today()"))[0]!;
