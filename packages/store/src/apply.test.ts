// What `apply` refuses whatever TypeScript asks for: no role moves what the table of actions does not let it move.

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { processes, storiesInTables, type Tables } from "../../../test/setup/stories-in-tables.ts";
import type { Process } from "./index.ts";

let tables: Tables;
let owner: Tables["owner"];
let pools: Tables["pools"];
let outcome: Tables["outcome"];
let stateOf: Tables["stateOf"];
beforeAll(async () => {
  tables = await storiesInTables();
  ({ owner, pools, outcome, stateOf } = tables);
});
afterAll(() => tables.database.drop());

describe("apply", () => {
  /** An act that leaves all as it is, but for what is named. */
  async function attempt(process: Process, id: string, change: object, state: object = {}): Promise<string> {
    const { cuts: _c, permissions: _p, texts: _t, grants: _g, leaseOver: _l, ...now } = (await stateOf(id)).state;
    const today = (await owner.query("select n from today()")).rows[0].n;
    const act = {
      story: { ...now, ...state },
      expected: now.seq,
      today,
      cuts: [],
      permissions: [],
      texts: [],
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

  const [open] = moved("open", "open").permissions;
  const [inCheck] = moved("in-check", "open").permissions;
  const [held] = moved("holding", "in-check").permissions;
  /** What stands before anything is tried. */
  beforeAll(async () => {
    const stands = (id: string, pauses: object[], holds: string[] = []) =>
      owner.query("update story set pauses = $2, holds = $3 where id = $1", [
        id,
        JSON.stringify(pauses),
        JSON.stringify(holds),
      ]);
    const [hers, supports] = ["hers", "support"].map((reason) => ({ reason, target: null }));
    await stands("team-review", [hers!, supports!], ["safety", "legal"]);
    await stands("needs-person", [{ reason: "weak-proof", target: null }]);
    await stands("sent", [{ reason: "incident", target: null }]);
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
    ["staff", "lifts her pause", "team-review", {}, { pauses: [{ reason: "support", target: null }] }],
    ["staff", "lifts a weak-proof pause", "needs-person", {}, { pauses: [] }],
    ["staff", "makes her pause one of a cut", "team-review", {}, { pauses: [{ reason: "hers", target: "c" }] }],
    ["intake", "lifts support's pause", "team-review", {}, { pauses: [{ reason: "hers", target: null }] }],
    ["intake", "lifts an incident's pause", "sent", {}, { pauses: [] }],
    ["intake", "lifts a safety hold", "team-review", {}, { holds: ["legal"] }],
    ["intake", "lifts a legal hold", "team-review", {}, { holds: ["safety"] }],
    ["redaction", "lifts an incident's pause", "sent", {}, { pauses: [] }],
    ["stage", "lifts every pause", "team-review", {}, { pauses: [] }],
    ["stage", "lifts every hold", "team-review", {}, { holds: [] }],
    ["staff", "lifts her pause while approving", "team-review", moved("in-check", "open"), { pauses: [] }],
    ["staff", "lengthens a permission", "author-review", { permissions: [{ ...open, endsOn: "2099-12-31" }] }],
    ["staff", "adds copies", "author-review", { permissions: [{ ...open, copies: true }] }],
    ["staff", "adds copies while approving", "author-review", { permissions: [{ ...inCheck, copies: true }] }],
    ["stage", "lengthens a hold's permission", "author-review", { permissions: [{ ...held, endsOn: "2099-12-31" }] }],
    ["redaction", "lengthens a permission", "author-review", { permissions: [{ ...open, endsOn: "2099-12-31" }] }],
  ];
  it.each(refused)("refuses when %s %s", async (process, _name, id, change, state = {}) => {
    const before = await stateOf(id);
    expect(await attempt(process, id, change, state)).toBe("move-not-allowed");
    expect(await stateOf(id)).toEqual(before);
  });

  const lets: [Process, string, string, object, object?][] = [
    ["intake", "narrow a permission", "author-review", { permissions: [{ ...open, endsOn: "2098-01-01" }] }],
    ["intake", "confirm", "author-review", moved("yes-once", "holding")],
    ["intake", "take back", "author-review", moved("open", "withdrawn")],
    ["stage", "end a hold", "author-review", moved("holding", "in-check")],
    ["staff", "approve", "author-review", moved("in-check", "open")],
    ["staff", "check", "team-review", carries("checked"), { stage: "author-review" }],
    ["redaction", "claim", "sent", {}, { stage: "redacting", claim: 1 }],
    ["intake", "lift her pause", "team-review", {}, { pauses: [{ reason: "support", target: null }] }],
    ["staff", "lift its own pause", "author-review", {}, { pauses: [] }],
  ];
  it.each(lets)("lets %s %s", async (process, _name, id, change, state = {}) => {
    expect(await attempt(process, id, change, state)).toBe("done");
  });

  it.each(processes)("never drops a key of hers, whatever %s asks for", async (process) => {
    const { grants: before } = (await stateOf("sent")).state;
    const hers = before.filter(({ to }: { to: string }) => to === "author");
    expect(hers).toHaveLength(1);
    expect(await attempt(process, "sent", { dropGrants: hers })).toBe("done");
    expect((await stateOf("sent")).state.grants).toEqual(expect.arrayContaining(hers));
  });

  it.each(processes)("removes no text but by erasing, whatever %s asks for", async (process) => {
    const { texts } = (await stateOf("sent")).state;
    const dropTexts = texts.map(({ digest }: { digest: string }) => digest);
    expect(await attempt(process, "sent", { dropTexts }, { text: null })).toBe("done");
    expect((await stateOf("sent")).state.texts).toEqual(texts);
  });

  it("grants no key to a text of another story, and moves no text from one to another", async () => {
    const box = { to: "support", lock: "one", permission: null, key: null, box: "b" };
    const foreign = { grants: [{ ...box, text: "author-review-cut" }] };
    expect(await attempt("staff", "team-review", foreign)).toBe("23503");
    const taken = { texts: [{ digest: "redacting-sent", kind: "checked", header: {}, blob: 1 }] };
    expect(await attempt("staff", "team-review", taken)).toBe("23505");
  });

  it("erases a draft too that was saved after the state was read", async () => {
    const late = await owner.query("insert into text_version values ('late', 'leaving', 'draft', '{}', 'x')");
    expect(late.rowCount).toBe(1);
    await owner.query("insert into key_grant values ('late', 'leaving', 'author', 'one', null, null, 'box')");
    expect(await attempt("stage", "leaving", {}, { stage: "erased", before: null })).toBe("done");
    const { texts, grants: left } = (await stateOf("leaving")).state;
    expect([texts, left]).toEqual([[], []]);
    const draft = { story: "leaving", digest: "later", header: {}, box: "b", previous: null, salt: "salt" };
    const { rows } = await pools.intake.query("select save_draft('leaving-account', $1, 'x') as saved", [
      JSON.stringify({ ...draft, verifyKey: "v", sealingKey: "s", head: "h" }),
    ]);
    expect(rows).toEqual([{ saved: "closed" }]);
    expect((await stateOf("leaving")).state.texts).toEqual([]);
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
    const { rows } = await owner.query("select head from story where id = 'author-review'");
    expect(rows).toEqual([{ head: poison }]);
    expect(await outcome("intake", "select enter_as_author($1, $1, $1, $1, 15)", [poison])).toBe("done");
  });
});
