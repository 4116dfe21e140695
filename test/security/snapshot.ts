import { type Pool, query } from "@ownwords/store";

/** What may change by asking: who is signed in, and how long a worker may take. */
const passing = ["author_session", "staff_session", "challenge", "claim_lease"];

/** Rows and a digest of every table, so that "nothing stored, no ledger entry, state as it was" is one comparison. */
export async function snapshotOf(owner: Pool): Promise<Record<string, string>> {
  const tables = await query<{ name: string }>(
    owner,
    "select tablename as name from pg_tables where schemaname = 'ownwords' and not tablename = any($1) order by 1",
    [passing],
  );
  const parts = tables.map(
    ({ name }) =>
      `select '${name}' as name, count(*) || ' ' || md5(coalesce(string_agg(md5(t::text), '' order by t::text), '')) as is
       from ownwords."${name}" t`,
  );
  const rows = await query<{ name: string; is: string }>(owner, parts.join(" union all "));
  return Object.fromEntries(rows.map(({ name, is }) => [name, is]));
}
