import { createPostgresBackend, type PgPool, withBackend } from "bullmq";
import pg from "pg";
import { QueueError } from "./queue-error.ts";

/** Where the hints are kept: in PostgreSQL, through a pool of `openQueuePool`, which its owner also ends. */
export type QueueBackend = { postgres: pg.Pool };

/** BullMQ on PostgreSQL. */
export const { Queue, Worker } = withBackend(createPostgresBackend);

/** The pool as BullMQ's types describe one; they know fewer of pg's overloads. */
export function connectionOf({ postgres }: QueueBackend): PgPool {
  return postgres as unknown as PgPool;
}

/**
 * A pool as BullMQ needs it: in its schema, with time limits (a server that hangs would hold every hint), and with a
 * listener (without one the process would die with the server).
 *
 * @param databaseUrl of a role that `prepareQueue` was told of
 * @param options.max connections; each consumer keeps one for itself, producing and fetching want one or two more
 */
export function openQueuePool(databaseUrl: string, options: { max?: number } = {}): pg.Pool {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    options: "-c search_path=bullmq",
    max: options.max ?? 4,
    connectionTimeoutMillis: 1_000,
    query_timeout: 2_000,
    keepAlive: true,
  });
  // A connection broke that nobody uses. Whoever needs one next gets a new one, or the fault.
  pool.on("error", ignore);
  // While a connection closes, neither pg nor BullMQ listens to it any more, and the server can still go down.
  pool.on("release", (_error, client) => client.off("error", ignore).on("error", ignore));
  return pool;
}

function ignore(): void {}

/**
 * Throws `queue-not-ready` where the server is away, the schema is missing or the pool is none of `openQueuePool`.
 * BullMQ itself has to be asked after this: created while the server is away, it stays dead and does not say so.
 */
export async function waitForBackend({ postgres }: QueueBackend): Promise<void> {
  const { rows } = await postgres.query<{ schema: string }>("SELECT current_schema() AS schema").catch((cause) => {
    throw new QueueError("queue-not-ready", { cause });
  });
  if (rows[0]?.schema !== "bullmq") throw new QueueError("queue-not-ready");
}
