// A story at every stage, as the tables hold it, and somebody at each door: for what a database role can do by itself.

import { dbRoles, type Pool, type Process } from "@ownwords/store";
import { freshDatabase } from "./database.ts";

export const processes = Object.keys(dbRoles) as Process[];
export const denied = "42501";

const stages = ["draft", "sent", "redacting", "needs-person", "team-review", "author-review", "leaving", "erased"];
const permissionStages = [
  "no",
  "yes-once",
  "holding",
  "in-check",
  "open",
  "returned",
  "withdrawn",
  "lapsed",
  "expired",
] as const;

/** A story, without a word of anybody's. */
async function addStory(owner: Pool, stage: string): Promise<void> {
  const kind = stage === "draft" ? "draft" : "sent";
  await owner.query(
    `insert into story (id, verify_key, sealing_key, seq, head, anchor, stage, before, since, text, decided, claim, attempts, recused, pauses, holds)
     values ($1, 'v', 's', 0, 'h', 'h', $1, $2, 1, $3, false, 0, 0, '[]', '[]', '[]')`,
    [stage, stage === "leaving" ? "sent" : null, `${stage}-${kind}`],
  );
  await owner.query("insert into account (verify_key) values ($1)", [`${stage}-account`]);
  await owner.query("insert into account_story values ($1, $2, 'salt')", [stage, `${stage}-account`]);
  await owner.query("insert into text_version values ($1, $2, $3, '{}', 'x')", [`${stage}-${kind}`, stage, kind]);
  for (const to of ["author", "redactor", "support"])
    await owner.query("insert into key_grant values ($1, $2, $3, 'one', null, null, 'box')", [
      `${stage}-${kind}`,
      stage,
      to,
    ]);
  await owner.query("insert into statement values ($1, $2, 'sent', '{}', '{}')", [`${stage}-sent-said`, stage]);
  await owner.query("insert into statement values ($1, $2, 'agreed', '{}', '{}')", [`${stage}-agreed-said`, stage]);
}

/** A permission for the one cut of the story in author review, with both locks of its release. */
async function addPermission(owner: Pool, stage: string): Promise<void> {
  const of = "author-review";
  await owner.query(
    "insert into permission (id, story_id, cut_id, circle, epoch, stage, since, ends_on, copies) values ($1, $2, $3, 'circle', 1, $4, 1, '2099-01-01', false)",
    [`${of}-${stage}`, of, `${of}-c`, stage],
  );
  for (const lock of ["outer", "inner"])
    await owner.query("insert into key_grant values ($1, $2, 'circle', $3, $4, '1', 'box')", [
      `${of}-cut`,
      of,
      lock,
      `${of}-${stage}`,
    ]);
}

export async function storiesInTables() {
  const database = await freshDatabase();
  const { owner } = database;
  const pools = Object.fromEntries(processes.map((process) => [process, database.as(process)])) as Record<
    Process,
    Pool
  >;
  for (const stage of stages) await addStory(owner, stage);
  await owner.query("insert into text_version values ('author-review-cut', 'author-review', 'cut', '{}', 'x')");
  await owner.query(
    `insert into cut values ('author-review-c', 'author-review', 'k', 'salt', 'agreed', 'author-review-cut',
     'author-review-card', 'p', 'c', 'a', 'ch')`,
  );
  for (const stage of permissionStages) await addPermission(owner, stage);
  await owner.query("insert into author_session values ('her-token', 'draft-account', now() + interval '1 hour')");
  await owner.query("insert into staff_session values ('staff-token', 'somebody', now() + interval '1 hour')");
  await owner.query("insert into circle_secret values ('circle', 1, 'somebody', 'box')");
  await owner.query("insert into statement values ('said', 'erased', 'sent', '{}', '{}')");
  await owner.query("insert into ledger_entry values ('erased', 1, current_date, 'author', null, 'send', 'said', 'h')");

  return {
    database,
    owner,
    pools,
    /** PostgreSQL's code of what went wrong, or "done". */
    outcome: (process: Process, sql: string, values: unknown[] = []): Promise<string> =>
      pools[process].query(sql, values).then(
        () => "done",
        (error) => (error.message === "move-not-allowed" ? "move-not-allowed" : String(error.code)),
      ),
    count: async (process: Process, sql: string, values: unknown[] = []): Promise<number> =>
      Number((await pools[process].query(`select count(*) from ${sql}`, values)).rows[0].count),
    /** A story, all of it, its texts and grants in one order. */
    stateOf: async (id: string) => {
      const { s: found } = (await owner.query("select story_state($1) as s", [id])).rows[0];
      const sorted = (list: object[]) => list.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
      const { texts, grants } = found.state;
      return { ...found, state: { ...found.state, texts: sorted(texts), grants: sorted(grants) } };
    },
  };
}
export type Tables = Awaited<ReturnType<typeof storiesInTables>>;
