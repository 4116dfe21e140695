// Which rows each database role sees.

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { storiesInTables, type Tables } from "../../../test/setup/stories-in-tables.ts";

let tables: Tables;
let owner: Tables["owner"];
let pools: Tables["pools"];
let count: Tables["count"];
beforeAll(async () => {
  tables = await storiesInTables();
  ({ owner, pools, count } = tables);
});
afterAll(() => tables.database.drop());

describe("row security", () => {
  it("intake sees her grants and no others", async () => {
    expect(await count("intake", "key_grant where recipient = 'author'")).toBe(8);
    expect(await count("intake", "key_grant where recipient <> 'author'")).toBe(0);
  });

  it("the desk sees no draft and nothing of a story that is leaving or gone", async () => {
    expect(await count("staff", "story where stage = 'draft'")).toBe(0);
    expect(await count("staff", "key_grant where recipient in ('author','redactor')")).toBe(0);
    const { rows } = await pools.staff.query("select distinct story_id from text_version order by 1");
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

  it("the staff never learns of a draft beside a sent story", async () => {
    await owner.query("insert into text_version values ('beside', 'team-review', 'draft', '{}', 'x')");
    await owner.query("insert into key_grant values ('beside', 'team-review', 'author', 'one', null, null, 'box')");
    const entered = await pools.staff.query("select enter_as_staff('staff-token', 'team-review', null, null, 15) as e");
    const { texts, grants } = entered.rows[0].e.story.state;
    expect(texts).toEqual([{ digest: "team-review-sent", kind: "sent" }]);
    expect(JSON.stringify([texts, grants])).not.toContain("beside");
    expect(await count("staff", "text_version where digest = 'beside'")).toBe(0);
    const hers = await pools.intake.query("select enter_as_author('her-token', 'draft', null, null, 15) as e");
    expect(hers.rows[0].e.story.state.texts).toEqual([{ digest: "draft-draft", kind: "draft" }]);
  });

  it("the redaction worker sees that a story was sent while it waits, and no other statement", async () => {
    const { rows } = await pools.redaction.query("select digest from statement order by 1");
    expect(rows.map(({ digest }) => digest)).toEqual(["redacting-sent-said", "sent-sent-said"]);
    expect(await count("staff", "statement")).toBeGreaterThan(2);
  });

  it("the redaction worker sees what waits for it, and its own grant alone", async () => {
    for (const table of ["story where id", "text_version where story_id", "key_grant where story_id"]) {
      expect(await count("redaction", `${table} in ('sent','redacting')`), table).toBe(2);
      expect(await count("redaction", `${table} not in ('sent','redacting')`), table).toBe(0);
    }
    expect(await count("redaction", "key_grant where recipient <> 'redactor'")).toBe(0);
    const work = async (id: string) =>
      (await owner.query("select work_id from story where id = $1", [id])).rows[0].work_id;
    const entered = async (id: string) =>
      (await pools.redaction.query("select enter_as_worker($1) as e", [await work(id)])).rows[0].e.story;
    expect(await entered("sent")).not.toBeNull();
    for (const id of ["draft", "team-review", "author-review", "leaving", "erased"])
      expect(await entered(id)).toBeNull();
  });

  describe("the last lock of a release", () => {
    const seen = (lock: string, id: string) =>
      count("staff", "key_grant where lock = $1 and permission_id = $2", [lock, id]);
    const set = (sql: string) => owner.query(sql);
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
