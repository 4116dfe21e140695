// What each database role must not do, tried as that role. Architecture: "Processes" and "Data".

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshDatabase, type TestDatabase } from "../../../test/setup/database.ts";
import { dbRoles, type Pool, type Process } from "./index.ts";

const processes = Object.keys(dbRoles) as Process[];
const verbs = ["SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER"] as const;

let database: TestDatabase;
let pools: Record<Process, Pool>;
/** PostgreSQL's code of what went wrong, or "done". */
const outcome = (process: Process, sql: string, values: unknown[] = []): Promise<string> =>
  pools[process].query(sql, values).then(
    () => "done",
    (error) => (error.message === "move-not-allowed" ? "move-not-allowed" : String(error.code)),
  );
const count = async (process: Process, sql: string, values: unknown[] = []): Promise<number> =>
  Number((await pools[process].query(`select count(*) from ${sql}`, values)).rows[0].count);
const denied = "42501";

/** A story as the tables hold it, without a word of anybody's. */
async function story(stage: string, id: string, kind = "draft"): Promise<void> {
  const { owner } = database;
  await owner.query(
    `insert into story (id, verify_key, sealing_key, seq, head, anchor, stage, before, since, text, decided, claim, attempts, recused, pauses, holds)
     values ($1, 'v', 's', 0, 'h', 'h', $2, $3, 1, $4, false, 0, 0, '[]', '[]', '[]')`,
    [id, stage, stage === "leaving" ? "sent" : null, `${id}-${kind}`],
  );
  await owner.query("insert into account (verify_key) values ($1)", [`${id}-account`]);
  await owner.query("insert into account_story values ($1, $2, 'salt')", [id, `${id}-account`]);
  await owner.query("insert into text_version values ($1, $2, $3, '{}', 'x')", [`${id}-${kind}`, id, kind]);
  const grant = "insert into key_grant values ($1, $2, $3, 'one', null, null, 'box')";
  for (const to of ["author", "redactor", "support"]) await owner.query(grant, [`${id}-${kind}`, id, to]);
}

/** A cut of a story and a permission for it, with both locks of its release. */
async function permission(of: string, stage: string): Promise<void> {
  const { owner } = database;
  await owner.query("insert into text_version values ($1, $2, 'cut', '{}', 'x') on conflict do nothing", [
    `${of}-cut`,
    of,
  ]);
  await owner.query(
    "insert into cut values ($1, $2, 'k', 'salt', 'agreed', $3, $4, 'p', 'c', 'a', 'ch') on conflict do nothing",
    [`${of}-c`, of, `${of}-cut`, `${of}-card`],
  );
  await owner.query(
    "insert into permission (id, story_id, cut_id, circle, epoch, stage, since, ends_on, copies) values ($1, $2, $3, 'circle', 1, $4, 1, current_date + 30, false)",
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

beforeAll(async () => {
  database = await freshDatabase();
  pools = Object.fromEntries(processes.map((process) => [process, database.as(process)])) as typeof pools;
  for (const stage of [
    "draft",
    "sent",
    "redacting",
    "needs-person",
    "team-review",
    "author-review",
    "leaving",
    "erased",
  ])
    await story(stage, stage, stage === "draft" ? "draft" : "sent");
  await database.owner.query(
    "insert into author_session values ('her-token', 'draft-account', now() + interval '1 hour')",
  );
  await database.owner.query("insert into staff_session values ('staff-token', 'somebody', now() + interval '1 hour')");
  await database.owner.query("insert into circle_secret values ('circle', 1, 'somebody', 'box')");
  await database.owner.query("insert into statement values ('said', 'erased', 'sent', '{}', '{}')");
  await database.owner.query(
    "insert into ledger_entry values ('erased', 1, current_date, 'author', null, 'send', 'said', 'h')",
  );
});
afterAll(() => database.drop());

describe("every right is one that the process needs", () => {
  /** The whole of it: a right more or less than this is a change that somebody has to mean. */
  const mayOnTables: Record<Process, Record<string, string>> = {
    intake: {
      account: "SELECT INSERT UPDATE",
      account_story: "SELECT",
      author_session: "SELECT INSERT DELETE",
      challenge: "SELECT INSERT DELETE",
      cut: "SELECT",
      day: "SELECT",
      directory: "SELECT",
      key_grant: "SELECT",
      ledger_entry: "SELECT",
      permission: "SELECT",
      redactor_key: "SELECT",
      statement: "SELECT",
      story: "SELECT",
      text_version: "SELECT",
    },
    staff: {
      challenge: "SELECT INSERT DELETE",
      circle_secret: "SELECT INSERT",
      cut: "SELECT",
      day: "SELECT",
      directory: "SELECT INSERT",
      key_grant: "SELECT",
      ledger_entry: "SELECT",
      permission: "SELECT",
      redactor_key: "SELECT",
      staff_session: "SELECT INSERT DELETE",
      statement: "SELECT",
      story: "SELECT",
      text_version: "SELECT",
    },
    redaction: {
      day: "SELECT",
      directory: "SELECT",
      key_grant: "SELECT",
      redactor_key: "SELECT INSERT",
      story: "SELECT",
      text_version: "SELECT",
    },
    stage: {
      author_session: "SELECT DELETE",
      challenge: "SELECT DELETE",
      claim_lease: "SELECT",
      day: "SELECT",
      directory: "SELECT",
      redactor_key: "SELECT",
      staff_session: "SELECT DELETE",
    },
  };
  const mayCall: Record<Process, string[]> = {
    intake: ["apply", "enter_as_author", "lock_story", "save_draft", "today"],
    staff: ["apply", "enter_as_staff", "lock_story", "today"],
    redaction: ["apply", "enter_as_worker", "extend_lease", "lock_story", "today"],
    stage: ["apply", "enter_as_worker", "lock_story", "today"],
  };

  it.each(processes)("%s, on tables", async (process) => {
    const { rows } = await database.owner.query<{ name: string; may: string }>(
      `select t.tablename as name, string_agg(v, ' ' order by at) as may
       from pg_tables t, unnest($2::text[]) with ordinality verbs (v, at)
       where t.schemaname = 'ownwords' and has_table_privilege($1, 'ownwords.' || t.tablename, v) group by 1`,
      [dbRoles[process], verbs],
    );
    expect(Object.fromEntries(rows.map(({ name, may }) => [name, may]))).toEqual(mayOnTables[process]);
  });

  it.each(processes)("%s, on functions", async (process) => {
    const { rows } = await database.owner.query<{ name: string }>(
      `select proname as name from pg_proc where pronamespace = 'ownwords'::regnamespace
       and has_function_privilege($1, oid, 'EXECUTE') order by 1`,
      [dbRoles[process]],
    );
    expect(rows.map(({ name }) => name)).toEqual(mayCall[process]);
  });

  it("stage, on columns: where a story stands, and nothing that opens or tells", async () => {
    const { rows } = await database.owner.query<{ column: string }>(
      `select distinct table_name || '.' || column_name as column from information_schema.column_privileges
       where grantee = 'ownwords_stage' and table_name in ('story','permission') order by 1`,
    );
    expect(rows.map(({ column }) => column)).toEqual([
      "permission.ends_on",
      "permission.id",
      "permission.since",
      "permission.stage",
      "permission.story_id",
      "story.id",
      "story.seq",
      "story.since",
      "story.stage",
      "story.work_id",
    ]);
  });

  it("no role is a superuser, inherits another, passes by row security, or may create anything that lasts", async () => {
    for (const process of processes) {
      const role = dbRoles[process];
      const { rows } = await database.owner.query(
        `select rolsuper or rolcreaterole or rolcreatedb or rolbypassrls or rolreplication as high,
           (select count(*)::int from pg_auth_members where member = r.oid) as inherits,
           has_schema_privilege(rolname, 'ownwords', 'CREATE') or has_schema_privilege(rolname, 'public', 'CREATE')
             or has_database_privilege(rolname, current_database(), 'CREATE') as creates
         from pg_roles r where rolname = $1`,
        [role],
      );
      expect(rows).toEqual([{ high: false, inherits: 0, creates: false }]);
    }
  });

  it("every function that runs with its owner's rights says where it looks, temporary tables last", async () => {
    const { rows } = await database.owner.query(
      `select proname from pg_proc where pronamespace = 'ownwords'::regnamespace and prosecdef
       and not coalesce(proconfig, '{}') @> array['search_path=ownwords, pg_temp']`,
    );
    expect(rows).toEqual([]);
  });
});

describe("what is tried and refused", () => {
  const others: Record<Process, string[]> = {
    intake: ["staff_session", "circle_secret", "claim_lease", "allowed"],
    staff: ["account", "account_story", "author_session", "claim_lease", "allowed"],
    redaction: [
      "account",
      "account_story",
      "author_session",
      "staff_session",
      "challenge",
      "cut",
      "permission",
      "statement",
      "ledger_entry",
      "circle_secret",
      "claim_lease",
      "allowed",
    ],
    stage: [
      "account",
      "account_story",
      "text_version",
      "key_grant",
      "cut",
      "statement",
      "ledger_entry",
      "circle_secret",
      "allowed",
    ],
  };
  it.each(processes)("%s reads no table of the others", async (process) => {
    for (const table of others[process]) expect(await outcome(process, `select from ${table}`), table).toBe(denied);
  });

  it.each(processes)(
    "%s writes no story, text, grant, cut, permission, statement or ledger entry by itself",
    async (process) => {
      for (const table of [
        "story",
        "text_version",
        "key_grant",
        "cut",
        "permission",
        "statement",
        "ledger_entry",
        "day",
        "allowed",
      ]) {
        expect(await outcome(process, `delete from ${table}`), table).toBe(denied);
        expect(await outcome(process, `insert into ${table} default values`), table).toBe(denied);
        expect(await outcome(process, `truncate ${table} cascade`), table).toBe(denied);
      }
      for (const update of [
        "story set stage = 'draft'",
        "permission set stage = 'open'",
        "statement set body = ''",
        "ledger_entry set kind = ''",
        "directory set body = '{}'",
        "key_grant set box = ''",
      ])
        expect(await outcome(process, `update ${update}`), update).toBe(denied);
      expect(await outcome(process, "delete from directory")).toBe(denied);
      expect(await outcome(process, "delete from redactor_key")).toBe(denied);
    },
  );

  it.each(processes)("%s becomes nobody else", async (process) => {
    const targets = [...Object.values(dbRoles), "ownwords_owner", "postgres"].filter(
      (role) => role !== dbRoles[process],
    );
    for (const role of targets) {
      expect(await outcome(process, `set role ${role}`), role).toBe(denied);
      expect(await outcome(process, `set session authorization ${role}`), role).toBe(denied);
    }
    expect(await outcome(process, "alter table story disable row level security")).toBe(denied);
    expect(await outcome(process, "create table ownwords.mine (a int)")).toBe(denied);
    expect(await outcome(process, "create function ownwords.today() returns int language sql as 'select 1'")).toBe(
      denied,
    );
    expect(await outcome(process, "create schema mine")).toBe(denied);
  });

  it("each enters by its own door", async () => {
    const doors = {
      author: "select enter_as_author('her-token', 'draft', null, null, 15)",
      staff: "select enter_as_staff('staff-token', 'sent', null, null, 15)",
      worker: "select enter_as_worker(gen_random_uuid())",
    };
    const open: Record<Process, (keyof typeof doors)[]> = {
      intake: ["author"],
      staff: ["staff"],
      redaction: ["worker"],
      stage: ["worker"],
    };
    for (const process of processes)
      for (const [door, sql] of Object.entries(doors) as [keyof typeof doors, string][])
        expect(await outcome(process, sql), `${process} ${door}`).toBe(open[process].includes(door) ? "done" : denied);
    for (const process of processes) {
      expect(await outcome(process, "select story_state('sent')")).toBe(denied);
      expect(await outcome(process, "select past_answer('sent', 'said')")).toBe(denied);
    }
    for (const process of ["staff", "redaction", "stage"] as const)
      expect(await outcome(process, "select save_draft('a', '{}', '')")).toBe(denied);
    for (const process of ["intake", "staff", "stage"] as const)
      expect(await outcome(process, "select extend_lease('redacting', 0, 1)")).toBe(denied);
  });
});

describe("row security", () => {
  it("intake sees her grants and no others", async () => {
    expect(await count("intake", "key_grant where recipient = 'author'")).toBe(8);
    expect(await count("intake", "key_grant where recipient <> 'author'")).toBe(0);
  });

  it("the desk sees no draft and nothing of a story that is leaving or gone", async () => {
    expect(await count("staff", "story where stage = 'draft'")).toBe(0);
    expect(await count("staff", "key_grant where recipient in ('author','redactor')")).toBe(0);
    const { rows } = await pools.staff.query("select story_id from text_version order by 1");
    expect(rows.map(({ story_id }) => story_id)).toEqual([
      "author-review",
      "needs-person",
      "redacting",
      "sent",
      "team-review",
    ]);
    expect(await count("staff", "text_version where story_id in ('draft','leaving','erased')")).toBe(0);
    const entered = await pools.staff.query("select enter_as_staff('staff-token', 'draft', null, null, 15) as e");
    expect(entered.rows[0].e.story).toBeNull();
  });

  it("the redaction worker sees what waits for it, and its own grant alone", async () => {
    for (const table of ["story where id", "text_version where story_id", "key_grant where story_id"]) {
      expect(await count("redaction", `${table} in ('sent','redacting')`), table).toBe(2);
      expect(await count("redaction", `${table} not in ('sent','redacting')`), table).toBe(0);
    }
    expect(await count("redaction", "key_grant where recipient <> 'redactor'")).toBe(0);
    const work = async (id: string) =>
      (await database.owner.query("select work_id from story where id = $1", [id])).rows[0].work_id;
    const entered = async (id: string) =>
      (await pools.redaction.query("select enter_as_worker($1) as e", [await work(id)])).rows[0].e.story;
    expect(await entered("sent")).not.toBeNull();
    for (const id of ["draft", "team-review", "author-review", "leaving", "erased"])
      expect(await entered(id)).toBeNull();
  });

  describe("the last lock of a release", () => {
    const seen = (lock: string, id: string) =>
      count("staff", "key_grant where lock = $1 and permission_id = $2", [lock, id]);
    const set = (sql: string) => database.owner.query(sql);
    beforeAll(async () => {
      for (const stage of [
        "no",
        "yes-once",
        "holding",
        "in-check",
        "open",
        "returned",
        "withdrawn",
        "lapsed",
        "expired",
      ])
        await permission("author-review", stage);
    });

    it.each([
      ["holding", 0, 0],
      ["in-check", 1, 0],
      ["open", 0, 1],
      ["yes-once", 0, 0],
      ["no", 0, 0],
      ["returned", 0, 0],
      ["withdrawn", 0, 0],
      ["lapsed", 0, 0],
      ["expired", 0, 0],
    ])("of a permission that is %s: %i outer, %i inner", async (stage, outer, inner) => {
      expect(await seen("outer", `author-review-${stage}`)).toBe(outer);
      expect(await seen("inner", `author-review-${stage}`)).toBe(inner);
    });

    it.each([
      ["everything is paused", `pauses = '[{"reason":"hers","target":null}]'`],
      ["its cut is paused", `pauses = '[{"reason":"hers","target":"author-review-c"}]'`],
      ["it is paused", `pauses = '[{"reason":"support","target":"author-review-open"}]'`],
      ["a safety hold stands", `holds = '["safety"]'`],
      ["a legal hold stands", `holds = '["legal"]'`],
      ["the story is leaving", "stage = 'leaving', before = 'author-review'"],
    ])("is hidden while %s", async (_name, change) => {
      await set(`update story set ${change} where id = 'author-review'`);
      expect(await seen("inner", "author-review-open")).toBe(0);
      await set(
        "update story set pauses = '[]', holds = '[]', stage = 'author-review', before = null where id = 'author-review'",
      );
      expect(await seen("inner", "author-review-open")).toBe(1);
    });

    it("is not hidden by a pause of something else", async () => {
      await set(`update story set pauses = '[{"reason":"hers","target":"another"}]' where id = 'author-review'`);
      expect(await seen("inner", "author-review-open")).toBe(1);
      await set("update story set pauses = '[]' where id = 'author-review'");
    });

    it("is hidden from the day after its last", async () => {
      const ends = (days: number) =>
        set(`update permission set ends_on = (select max(date) from day) + ${days} where id = 'author-review-open'`);
      await ends(0);
      expect(await seen("inner", "author-review-open")).toBe(1);
      await ends(-1);
      expect(await seen("inner", "author-review-open")).toBe(0);
      await ends(30);
    });
  });
});

describe("apply", () => {
  /** An act that leaves all as it is, but for what is named. */
  async function attempt(process: Process, id: string, change: object, state: object = {}): Promise<string> {
    const { rows } = await database.owner.query("select story_state($1)->'state' as s", [id]);
    const { cuts: _c, permissions: _p, texts: _t, grants: _g, leaseOver: _l, ...now } = rows[0].s;
    const today = (await database.owner.query("select n from today()")).rows[0].n;
    const act = {
      story: { ...now, ...state },
      expected: now.seq,
      today,
      cuts: [],
      permissions: [],
      texts: [],
      dropTexts: [],
      grants: [],
      dropGrants: [],
      statement: null,
      entry: { day: "2026-03-01", role: "support", kind: "read" },
      leaseSeconds: 1,
      ...change,
    };
    return outcome(process, "select apply($1, array['x'::bytea])", [JSON.stringify(act)]);
  }
  const moved = (from: string, to: string, id = `author-review-${from}`) => ({
    permissions: [
      {
        id,
        cut: "author-review-c",
        circle: "circle",
        epoch: 1,
        stage: to,
        since: 1,
        endsOn: "2099-01-01",
        copies: false,
      },
    ],
  });
  const carries = (kind: string) => ({ texts: [{ digest: `new-${kind}`, kind, header: {}, blob: 1 }] });
  const grants = (to: string, lock = "one") => ({
    grants: [
      {
        text: "author-review-cut",
        to,
        lock,
        permission: to === "circle" ? "author-review-open" : null,
        key: null,
        box: "b",
      },
    ],
  });
  const cut = (id: string, stage: string) => ({
    cuts: [
      {
        id,
        verifyKey: "k",
        salt: "s",
        stage,
        digest: `${id}-d`,
        card: `${id}-k`,
        parent: "p",
        checkedBy: "c",
        agreed: "a",
        checked: "c",
      },
    ],
  });

  const refused: [Process, string, string, object, object?][] = [
    ["staff", "answers for her", "author-review", moved("none", "yes-once", "new")],
    ["staff", "confirms for her", "author-review", moved("yes-once", "holding")],
    ["staff", "ends a hold", "author-review", moved("holding", "in-check")],
    ["staff", "opens before the check", "author-review", moved("holding", "open")],
    ["staff", "opens what she took back", "author-review", moved("withdrawn", "open")],
    ["staff", "opens what has expired", "author-review", moved("expired", "open")],
    ["staff", "makes an open permission", "author-review", moved("none", "open", "new")],
    ["staff", "agrees to a cut", "author-review", cut("new", "agreed")],
    ["staff", "retires a cut", "author-review", cut("author-review-c", "retired")],
    ["staff", "brings a cut", "author-review", carries("cut")],
    ["staff", "brings a revision", "author-review", carries("revised")],
    ["staff", "grants with two locks", "author-review", grants("circle", "outer")],
    ["staff", "grants to the redactor", "author-review", grants("redactor")],
    ["staff", "keeps what is leaving", "leaving", {}, { stage: "sent", before: null }],
    ["staff", "erases", "leaving", {}, { stage: "erased", before: null }],
    ["intake", "approves", "author-review", moved("in-check", "open")],
    ["intake", "ends a hold", "author-review", moved("holding", "in-check")],
    ["intake", "makes an open permission", "author-review", moved("none", "open", "new")],
    ["intake", "checks", "team-review", {}, { stage: "author-review" }],
    ["intake", "brings a checked text", "author-review", carries("checked")],
    ["intake", "brings a redacted text", "author-review", carries("redacted")],
    ["intake", "grants with the last lock", "author-review", grants("circle", "inner")],
    ["intake", "claims", "sent", {}, { stage: "redacting", claim: 1 }],
    ["stage", "approves", "author-review", moved("in-check", "open")],
    ["stage", "confirms for her", "author-review", moved("yes-once", "holding")],
    ["stage", "returns", "author-review", moved("in-check", "returned")],
    ["stage", "brings a text", "author-review", carries("cut")],
    ["stage", "grants to support", "author-review", grants("support")],
    ["stage", "claims", "sent", {}, { stage: "redacting", claim: 1 }],
    ["stage", "erases what is not leaving", "sent", {}, { stage: "erased" }],
    ["redaction", "brings a checked text", "redacting", carries("checked")],
    ["redaction", "brings a cut", "redacting", carries("cut")],
    ["redaction", "grants to a circle", "author-review", grants("circle", "inner")],
    ["redaction", "approves", "author-review", moved("in-check", "open")],
    ["redaction", "passes the desk by", "redacting", {}, { stage: "author-review" }],
    ["redaction", "erases", "redacting", {}, { stage: "erased" }],
  ];
  it.each(refused)("refuses when %s %s", async (process, _name, id, change, state = {}) => {
    const { rows: before } = await database.owner.query("select story_state($1) as s", [id]);
    expect(await attempt(process, id, change, state)).toBe("move-not-allowed");
    const { rows: after } = await database.owner.query("select story_state($1) as s", [id]);
    expect(after).toEqual(before);
  });

  const lets: [Process, string, string, object, object?][] = [
    ["intake", "confirm", "author-review", moved("yes-once", "holding")],
    ["intake", "take back", "author-review", moved("open", "withdrawn")],
    ["stage", "end a hold", "author-review", moved("holding", "in-check")],
    ["stage", "erase on its day", "leaving", {}, { stage: "erased", before: null }],
    ["staff", "approve", "author-review", moved("in-check", "open")],
    ["staff", "check", "team-review", carries("checked"), { stage: "author-review" }],
    ["redaction", "claim", "sent", {}, { stage: "redacting", claim: 1 }],
  ];
  it.each(lets)("lets %s %s", async (process, _name, id, change, state = {}) => {
    expect(await attempt(process, id, change, state)).toBe("done");
  });

  it.each(processes)("is not led astray by temporary tables of %s's own", async (process) => {
    const client = await pools[process].connect();
    try {
      await client.query("begin");
      await client.query("create temp table allowed (machine text, from_state text, to_state text, db_role text)");
      await client.query("create temp table story as select 'needs-person' as id, 0 as seq, 'leaving' as stage");
      await client.query("create temp table day (n int, date date)");
      await client.query(
        "insert into pg_temp.allowed values ('text', 'needs-person', 'erased', session_user), ('permission', 'none', 'open', session_user)",
      );
      await client.query("set local search_path = pg_temp, ownwords");
      const { rows } = await client.query("select n from ownwords.today()");
      expect(rows[0].n).toBe(1);
      const act = { story: { id: "needs-person", stage: "erased", claim: 0 }, expected: 0, today: 1 };
      await expect(client.query("select ownwords.apply($1, '{}')", [JSON.stringify(act)])).rejects.toMatchObject({
        message: "move-not-allowed",
      });
    } finally {
      await client.query("rollback");
      client.release();
    }
  });

  it("takes what is in a value as a value", async () => {
    const poison = `x'); drop table ownwords.story; --`;
    expect(await attempt("intake", "author-review", {}, { head: poison, anchor: poison })).toBe("done");
    const { rows } = await database.owner.query("select head from story where id = 'author-review'");
    expect(rows).toEqual([{ head: poison }]);
    expect(await outcome("intake", "select enter_as_author($1, $1, $1, $1, 15)", [poison])).toBe("done");
  });
});
