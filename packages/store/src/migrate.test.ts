import { randomBytes } from "node:crypto";
import { readdirSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, expect, inject, it } from "vitest";
import { onDatabase } from "../../../test/setup/database-url.ts";
import { createPool, migrate, type Pool } from "./index.ts";

const files = readdirSync(new URL("../migrations/", import.meta.url)).sort();
let admin: Pool;
const pools: Pool[] = [];
const names: string[] = [];
/** A database with nothing in it, and pools to it. */
async function emptyDatabase(): Promise<() => Pool> {
  const name = `m_${randomBytes(8).toString("hex")}`;
  await admin.query(`create database ${name}`);
  names.push(name);
  return () => {
    const pool = createPool(onDatabase(inject("databaseUrl"), name), 1);
    pools.push(pool);
    return pool;
  };
}

let pool: () => Pool;
beforeAll(() => {
  admin = createPool(inject("databaseUrl"), 1);
});
beforeEach(async () => {
  pool = await emptyDatabase();
});
afterAll(async () => {
  await Promise.all(pools.map((each) => each.end()));
  for (const name of names) await admin.query(`drop database ${name} with (force)`);
  await admin.end();
});

it("runs every migration once, in order, and nothing the second time", async () => {
  const owner = pool();
  expect(await migrate(owner)).toEqual(files);
  expect(await migrate(owner)).toEqual([]);
  const { rows } = await owner.query("select name from public.ownwords_migration order by name");
  expect(rows.map(({ name }) => name)).toEqual(files);
});

it("leaves what is there as it is, and puts the allowed moves right again", async () => {
  const owner = pool();
  await migrate(owner);
  await owner.query("insert into account values ('key')");
  await owner.query("insert into allowed values ('permission', 'none', 'open', 'ownwords_staff')");
  await migrate(owner);
  expect((await owner.query("select verify_key from account")).rows).toEqual([{ verify_key: "key" }]);
  expect((await owner.query("select from allowed where from_state = 'none' and to_state = 'open'")).rows).toEqual([]);
});

it("several at once do it once", async () => {
  const ran = await Promise.all([pool(), pool(), pool()].map((each) => migrate(each)));
  expect(ran.filter((names) => names.length > 0)).toEqual([files]);
});

it("refuses when a migration that ran is another now, and changes nothing", async () => {
  const owner = pool();
  await migrate(owner);
  await owner.query("delete from allowed");
  await owner.query("update public.ownwords_migration set sha256 = 'other' where name = $1", [files[0]]);
  await expect(migrate(owner)).rejects.toMatchObject({ code: "migration-changed" });
  expect((await owner.query("select count(*)::int as count from allowed")).rows).toEqual([{ count: 0 }]);
});

it("refuses a database of a newer version", async () => {
  const owner = pool();
  await migrate(owner);
  await owner.query("insert into public.ownwords_migration values ('9999-later.sql', 'hash')");
  await expect(migrate(owner)).rejects.toMatchObject({ code: "schema-is-newer" });
});

it("begins again after a migration that failed half-way", async () => {
  const owner = pool();
  await owner.query("create schema ownwords");
  await expect(migrate(owner)).rejects.toBeDefined();
  await owner.query("drop schema ownwords");
  expect(await migrate(owner)).toEqual(files);
});
