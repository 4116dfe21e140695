import pg from "pg";
import { storeErrorOf } from "./errors.ts";

pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text); // days stay "2026-03-01": no time zone comes near them

export type Pool = pg.Pool;
/** A pool, or one connection of it that is in a transaction. */
export type Queryable = pg.Pool | pg.PoolClient;

/**
 * A pool whose connections see the schema `ownwords`, with limits on every wait.
 * @param url a PostgreSQL URL with the role of this process
 * @param most connections at the most
 * @param onFault told the code of a fault of an idle connection; without a listener the process would die with PostgreSQL
 */
export function createPool(url: string, most = 10, onFault: (code: string) => void = () => {}): Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: most,
    options: "-c search_path=ownwords",
    connectionTimeoutMillis: 5_000,
    query_timeout: 15_000,
    statement_timeout: 15_000,
    idle_in_transaction_session_timeout: 15_000,
    allowExitOnIdle: false,
  });
  const tell = (error: Error) => onFault("code" in error ? String(error.code) : "unknown");
  pool.on("error", tell);
  // While a connection closes nobody else listens to it any more, and the server can still go down.
  pool.on("release", (_error, client) => client.off("error", tell).on("error", tell));
  return pool;
}

/** One query; its rows. Faults of the database come out coded. */
export async function query<Row extends object>(
  pool: Queryable,
  text: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  try {
    return (await pool.query<Row & pg.QueryResultRow>(text, values as unknown[])).rows;
  } catch (error) {
    throw storeErrorOf(error);
  }
}

/** Runs `work` in one transaction on one connection. */
export async function inTransaction<T>(pool: Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  let client: pg.PoolClient;
  try {
    client = await pool.connect();
  } catch (error) {
    throw storeErrorOf(error);
  }
  let broken = false;
  try {
    await client.query("begin");
    const result = await work(client);
    await client.query("commit");
    return result;
  } catch (error) {
    await client.query("rollback").catch(() => {
      broken = true;
    });
    throw storeErrorOf(error);
  } finally {
    client.release(broken);
  }
}
