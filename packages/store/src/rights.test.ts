// What each database role may do, and what is refused when it tries more. Architecture: "Processes" and "Data".

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { denied, processes, storiesInTables, type Tables } from "../../../test/setup/stories-in-tables.ts";
import { dbRoles, type Process } from "./index.ts";

const verbs = ["SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER"] as const;

let tables: Tables;
let owner: Tables["owner"];
let outcome: Tables["outcome"];
beforeAll(async () => {
  tables = await storiesInTables();
  ({ owner, outcome } = tables);
});
afterAll(() => tables.database.drop());

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
      directory: "SELECT",
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
      statement: "SELECT",
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
    staff: ["add_directory", "apply", "enter_as_staff", "lock_story", "today"],
    redaction: ["apply", "enter_as_worker", "extend_lease", "lock_story", "today"],
    stage: ["apply", "enter_as_worker", "lock_story", "today"],
  };

  it.each(processes)("%s, on tables", async (process) => {
    const { rows } = await owner.query<{ name: string; may: string }>(
      `select t.tablename as name, string_agg(v, ' ' order by at) as may
       from pg_tables t, unnest($2::text[]) with ordinality verbs (v, at)
       where t.schemaname = 'ownwords' and has_table_privilege($1, 'ownwords.' || t.tablename, v) group by 1`,
      [dbRoles[process], verbs],
    );
    expect(Object.fromEntries(rows.map(({ name, may }) => [name, may]))).toEqual(mayOnTables[process]);
  });

  it.each(processes)("%s, on functions", async (process) => {
    const { rows } = await owner.query<{ name: string }>(
      `select proname as name from pg_proc where pronamespace = 'ownwords'::regnamespace
       and has_function_privilege($1, oid, 'EXECUTE') order by 1`,
      [dbRoles[process]],
    );
    expect(rows.map(({ name }) => name)).toEqual(mayCall[process]);
  });

  it("stage, on columns: where a story stands, and nothing that opens or tells", async () => {
    const { rows } = await owner.query<{ column: string }>(
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
      const { rows } = await owner.query(
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
    const { rows } = await owner.query(
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
        "directory",
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
      expect(await outcome(process, "delete from redactor_key")).toBe(denied);
    },
  );

  it("a directory is added by its next serial alone, and by the staff's process alone", async () => {
    const add = "select add_directory($1, '{}', '[]')";
    const newest = async () => (await owner.query("select max(serial) as n from directory")).rows[0].n;
    for (const process of ["intake", "redaction", "stage"] as const)
      expect(await outcome(process, add, [1]), process).toBe(denied);
    for (const serial of [0, 2, -1, 2_147_483_647]) expect(await outcome("staff", add, [serial])).toBe("done");
    expect(await newest()).toBeNull();
    await outcome("staff", add, [1]);
    for (const serial of [1, 3]) await outcome("staff", add, [serial]);
    expect(await newest()).toBe(1);
    expect(await outcome("staff", "update directory set body = '{\"a\":1}'")).toBe(denied);
  });

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
