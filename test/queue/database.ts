import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type LocalPostgres, startPostgres } from "@ownwords/infra/local";
import { openQueuePool, prepareQueue } from "@ownwords/queue";
import pg from "pg";

const PASSWORD = "for-tests-only";

export type QueueDatabase = Awaited<ReturnType<typeof startQueueDatabase>>;

/** A PostgreSQL of its own with the queue's schema, one role that may only produce and one that may only consume. */
export async function startQueueDatabase() {
  const folder = mkdtempSync(join(tmpdir(), "ownwords-queue-"));
  chmodSync(folder, 0o755);
  const dataDir = join(folder, "data");
  const start = (port?: number): Promise<LocalPostgres> =>
    startPostgres({ dataDir, password: PASSWORD, port: port ?? 0 });
  let server = await start();
  const admin = new pg.Pool({ connectionString: server.url });
  admin.on("error", () => {});
  admin.on("connect", (client) => client.on("error", () => {}));
  for (const role of ["producer", "consumer"]) await admin.query(`CREATE ROLE ${role} LOGIN PASSWORD '${PASSWORD}'`);
  await prepareQueue(admin, { producers: ["producer"], consumers: ["consumer"] });
  const urlOf = (role: string) => server.url.replace("//postgres:", `//${role}:`);
  const pools: pg.Pool[] = [];

  return {
    admin,
    dataDir,
    urlOf,
    poolOf(role: "producer" | "consumer"): pg.Pool {
      const pool = openQueuePool(urlOf(role));
      pools.push(pool);
      return pool;
    },
    stopServer: () => server.stop(),
    /** Starts it again on the same port. */
    async startServer() {
      server = await start(server.port);
    },
    async end() {
      await Promise.all([admin, ...pools].map((pool) => pool.end()));
      await server.stop();
      rmSync(folder, { recursive: true });
    },
  };
}
