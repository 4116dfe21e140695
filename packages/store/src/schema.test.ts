// The migrations repeat what the tables of packages/consent say: here it is compared.

import { cutStages, permissionStages, textKinds, textMachine, textStages } from "@ownwords/consent";
import { afterAll, beforeAll, expect, it } from "vitest";
import { freshDatabase, type TestDatabase } from "../../../test/setup/database.ts";
import { allowedMoves } from "./index.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

/** The values that a CHECK constraint of one column lists. */
async function listed(table: string, column: string): Promise<string[]> {
  const { rows } = await database.owner.query<{ definition: string }>(
    `select pg_get_constraintdef(c.oid) as definition from pg_constraint c
     join pg_attribute a on a.attrelid = c.conrelid and c.conkey = array[a.attnum]
     where c.contype = 'c' and c.conrelid = $1::regclass and a.attname = $2`,
    [`ownwords.${table}`, column],
  );
  expect(rows).toHaveLength(1);
  return [...rows[0]!.definition.matchAll(/'([^']+)'/g)].map(([, value]) => value!).sort();
}

it.each([
  ["story", "stage", textStages],
  ["story", "before", textMachine.leave.from],
  ["text_version", "kind", textKinds],
  ["cut", "stage", cutStages],
  ["permission", "stage", permissionStages],
  ["key_grant", "recipient", ["author", "redactor", "support", "circle"]],
  ["key_grant", "lock", ["one", "outer", "inner"]],
] as const)("the database allows in %s.%s what the table says", async (table, column, values) => {
  expect(await listed(table, column)).toEqual([...values].sort());
});

it("the database allows each role the moves of the tables, and no others", async () => {
  const { rows } = await database.owner.query(
    "select machine, from_state as from, to_state as to, db_role as role from allowed",
  );
  const sorted = (moves: object[]) => moves.map((move) => JSON.stringify(Object.entries(move).sort())).sort();
  expect(sorted(rows)).toEqual(sorted(allowedMoves()));
});
