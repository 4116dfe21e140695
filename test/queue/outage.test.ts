import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:net";
import { join } from "node:path";
import { createConsumer, createProducer, type Hint, openQueuePool } from "@ownwords/queue";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type QueueDatabase, startQueueDatabase } from "./database.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let database: QueueDatabase;

beforeAll(async () => {
  database = await startQueueDatabase();
});

afterAll(() => database.end());

function newHint(): Hint {
  return { work: randomBytes(16).toString("base64url"), version: 1 };
}

describe("when a consumer is killed", () => {
  it("its hint is given to another one, every time it happens", async () => {
    const producer = await createProducer({ postgres: database.poolOf("producer") });
    const hint = newHint();
    await producer.hint("redact", hint);
    await producer.close();
    // More often than BullMQ would allow by itself.
    for (let i = 0; i < 2; i++) await workAndKill();
    const seen: Hint[] = [];
    const handler = async (given: Hint) => void seen.push(given);
    const consumer = await createConsumer({ postgres: database.poolOf("consumer") }, "redact", handler, {
      concurrency: 1,
    });
    await vi.waitFor(() => expect(seen).toEqual([hint]), 15_000);
    await consumer.close();
  });

  async function workAndKill(): Promise<void> {
    const script = join(import.meta.dirname, "killed-consumer.ts");
    const child = spawn(process.execPath, [script, database.urlOf("consumer")], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    await once(child.stdout!, "data");
    child.kill("SIGKILL");
    await once(child, "exit");
  }
});

describe("when the database is away", () => {
  it("a hint is lost at once and without an exception, and the next one after it is back arrives", async () => {
    const faults: string[] = [];
    const producer = await createProducer(
      { postgres: database.poolOf("producer") },
      { onFault: (fault) => faults.push(fault.code) },
    );
    const seen: Hint[] = [];
    const handler = async (given: Hint) => void seen.push(given);
    const consumer = await createConsumer({ postgres: database.poolOf("consumer") }, "redact", handler, {
      concurrency: 1,
    });

    await database.stopServer();
    const asked = performance.now();
    expect(await producer.hint("redact", newHint())).toBe(false);
    expect(performance.now() - asked).toBeLessThan(500);
    expect(faults).toEqual(["queue-hint-lost"]);

    await database.startServer();
    const hint = newHint();
    expect(await producer.hint("redact", hint)).toBe(true);
    await vi.waitFor(() => expect(seen).toEqual([hint]), 10_000);
    await producer.close();
    await consumer.close();
  });

  it("a producer and a consumer are not made", async () => {
    await database.stopServer();
    const noWork = async () => {};
    await expect(createProducer({ postgres: database.poolOf("producer") })).rejects.toMatchObject({
      code: "queue-not-ready",
    });
    const consumer = createConsumer({ postgres: database.poolOf("consumer") }, "redact", noWork, { concurrency: 1 });
    await expect(consumer).rejects.toMatchObject({ code: "queue-not-ready" });
    await database.startServer();
  });

  it("a consumer closes all the same", async () => {
    const consumer = await createConsumer({ postgres: database.poolOf("consumer") }, "redact", async () => {}, {
      concurrency: 1,
    });
    await database.stopServer();
    await consumer.close();
    await database.startServer();
  });
});

describe("when the database takes connections and never answers", () => {
  it("waiting for it ends", async () => {
    const hanging = createServer(() => {}).listen(0, "127.0.0.1");
    await once(hanging, "listening");
    const { port } = hanging.address() as { port: number };
    const pool = openQueuePool(`postgres://producer:x@127.0.0.1:${port}/postgres`);
    await expect(createProducer({ postgres: pool })).rejects.toMatchObject({ code: "queue-not-ready" });
    await pool.end();
    hanging.close();
  });
});
