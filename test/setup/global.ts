// One PostgreSQL for the whole run, with a migrated template that every test that wants a database copies.

import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { reachableDataDir, startPostgres } from "@ownwords/infra/local";
import { prepareQueue } from "@ownwords/queue";
import { createPool, dbRoles, giveLogins, migrate } from "@ownwords/store";
import type { TestProject } from "vitest/node";
import { onDatabase, testPasswords } from "./database-url.ts";

declare module "vitest" {
  interface ProvidedContext {
    databaseUrl: string;
  }
}

export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), "ownwords-test-"));
  chmodSync(folder, 0o711);
  const dataDir = reachableDataDir(join(folder, "postgres"));
  const server = await startPostgres({
    dataDir,
    password: "test",
    // Durability is tested where it matters, on servers of their own.
    settings: { fsync: "off", max_connections: "200" },
  });
  const admin = createPool(server.url, 1);
  await admin.query("create database template_ownwords");
  const template = createPool(onDatabase(server.url, "template_ownwords"), 1);
  await migrate(template);
  await giveLogins(template, testPasswords);
  await prepareQueue(template, { producers: Object.values(dbRoles), consumers: [dbRoles.redaction, dbRoles.stage] });
  await template.end();
  await admin.end();
  project.provide("databaseUrl", server.url);
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
    rmSync(dataDir, { recursive: true, force: true });
  };
}
