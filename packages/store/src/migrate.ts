// Numbered, immutable migrations, and what follows from the tables of packages/consent at each of them.

import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import {
  actionNames,
  actionOf,
  cutMachine,
  type Move,
  permissionMachine,
  type Role,
  rolesOf,
  textMachine,
} from "@ownwords/consent";
import { StoreError } from "./errors.ts";
import { inTransaction, type Pool } from "./pool.ts";

const folder = new URL("../migrations/", import.meta.url);

/** The database role of each process. `web` has none. */
export const dbRoles = {
  intake: "ownwords_intake",
  staff: "ownwords_staff",
  redaction: "ownwords_redaction",
  stage: "ownwords_stage",
} as const;
export type Process = keyof typeof dbRoles;

const dbRoleOf: Record<Role, string> = {
  author: dbRoles.intake,
  redactor: dbRoles.redaction,
  support: dbRoles.staff,
  safeguarding: dbRoles.staff,
  "data-protection": dbRoles.staff,
  trainer: dbRoles.staff,
  steward: dbRoles.staff,
  service: dbRoles.stage,
};

type Allowed = { machine: string; from: string; to: string; role: string };

/** Every move, sealed text and grant that the table of actions lets a role cause. */
export function allowedMoves(): Allowed[] {
  const moves = (machine: string, table: Record<string, Move>): Allowed[] =>
    Object.values(table).flatMap(({ from, to, by }) =>
      from.flatMap((state) => by.map((role) => ({ machine, from: state, to, role: dbRoleOf[role] }))),
    );
  // Ending what was live comes with more than one action (a no, erasing): whoever may take back may cause it.
  const carried = actionNames.flatMap((name) =>
    (actionOf(name).carries ?? []).flatMap(([kind, to, lock]) =>
      rolesOf(name).flatMap((role) => [
        ...(to === "circle" ? [] : [{ machine: "carries", from: kind, to: "text", role: dbRoleOf[role] }]),
        { machine: "carries", from: to, to: lock ?? "one", role: dbRoleOf[role] },
      ]),
    ),
  );
  const lifted = actionNames.flatMap((name) =>
    (actionOf(name).lifts ?? []).flatMap((reason) =>
      rolesOf(name).map((role) => ({ machine: "lifts", from: reason, to: "lifted", role: dbRoleOf[role] })),
    ),
  );
  const all = [
    ...moves("text", textMachine),
    ...moves("cut", cutMachine),
    ...moves("permission", permissionMachine),
    ...carried,
    ...lifted,
  ];
  return [...new Map(all.map((row) => [JSON.stringify(row), row])).values()];
}

/**
 * Brings a database up to this version. Safe to run at every start, and by several processes at once.
 * @param pool of a role that may create roles and schemas
 * @returns the names of the migrations that ran
 */
export async function migrate(pool: Pool): Promise<string[]> {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith(".sql"))
    .sort();
  return inTransaction(pool, async (client) => {
    await client.query("select pg_advisory_xact_lock(7261394)");
    await client.query(
      "create table if not exists public.ownwords_migration (name text primary key, sha256 text not null)",
    );
    const { rows } = await client.query<{ name: string; sha256: string }>(
      "select name, sha256 from public.ownwords_migration",
    );
    const done = new Map(rows.map(({ name, sha256 }) => [name, sha256]));
    if (rows.some(({ name }) => !files.includes(name))) throw new StoreError("schema-is-newer");
    const ran: string[] = [];
    for (const name of files) {
      const sql = readFileSync(new URL(name, folder), "utf8");
      const sha256 = createHash("sha256").update(sql).digest("hex");
      if (done.has(name)) {
        if (done.get(name) !== sha256) throw new StoreError("migration-changed");
        continue;
      }
      await client.query(sql);
      await client.query("insert into public.ownwords_migration values ($1, $2)", [name, sha256]);
      ran.push(name);
    }
    const allowed = allowedMoves();
    await client.query("delete from ownwords.allowed");
    await client.query(
      "insert into ownwords.allowed select * from unnest($1::text[], $2::text[], $3::text[], $4::text[])",
      [
        allowed.map(({ machine }) => machine),
        allowed.map(({ from }) => from),
        allowed.map(({ to }) => to),
        allowed.map(({ role }) => role),
      ],
    );
    await client.query("select ownwords.today()");
    return ran;
  });
}

/**
 * Lets the processes log in.
 * @param passwords one for each process; any text
 */
export async function giveLogins(pool: Pool, passwords: Readonly<Record<Process, string>>): Promise<void> {
  await inTransaction(pool, async (client) => {
    await client.query("select pg_advisory_xact_lock(7261394)");
    for (const [process, password] of Object.entries(passwords) as [Process, string][])
      await client.query(`alter role ${dbRoles[process]} login password ${client.escapeLiteral(password)}`);
  });
}
