import { randomBytes } from "node:crypto";
import { createPool, type Pool, type Process } from "@ownwords/store";
import { inject } from "vitest";
import { asProcess, onDatabase } from "./database-url.ts";

export type TestDatabase = {
  readonly url: string;
  /** With the owner's rights. */
  readonly owner: Pool;
  /** A pool of a process's role. */
  readonly as: (process: Process) => Pool;
  readonly urlAs: (process: Process) => string;
  readonly drop: () => Promise<void>;
};

/** A fresh, migrated database of its own. */
export async function freshDatabase(): Promise<TestDatabase> {
  const server = inject("databaseUrl");
  const name = `t_${randomBytes(8).toString("hex")}`;
  const admin = createPool(server, 1);
  await admin.query(`create database ${name} template template_ownwords`);
  const url = onDatabase(server, name);
  const owner = createPool(url, 3);
  const pools: Pool[] = [];
  return {
    url,
    owner,
    as: (process) => {
      const pool = createPool(asProcess(url, process), 6);
      pools.push(pool);
      return pool;
    },
    urlAs: (process) => asProcess(url, process),
    drop: async () => {
      await Promise.all([...pools, owner].map((pool) => pool.end()));
      await admin.query(`drop database ${name} with (force)`);
      await admin.end();
    },
  };
}
