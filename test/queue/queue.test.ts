import { spawnSync } from "node:child_process";
import { randomBytes, randomUUID } from "node:crypto";
import {
  type Consumer,
  createConsumer,
  createProducer,
  type Hint,
  openQueuePool,
  type Producer,
  prepareQueue,
  type QueueError,
} from "@ownwords/queue";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { type QueueDatabase, startQueueDatabase } from "./database.ts";

vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

let database: QueueDatabase;
let producer: Producer;
let consumers: Consumer[];

beforeAll(async () => {
  database = await startQueueDatabase();
});

afterAll(() => database.end());

beforeEach(async () => {
  await database.admin.query("TRUNCATE bullmq.job CASCADE");
  producer = await createProducer({ postgres: database.poolOf("producer") });
  consumers = [];
});

afterEach(async () => {
  await producer.close();
  await Promise.all(consumers.map((consumer) => consumer.close()));
});

async function consume(
  handler: (hint: Hint, signal: AbortSignal) => Promise<void>,
  onFault?: (fault: QueueError) => void,
) {
  const options = { concurrency: 2, ...(onFault && { onFault }) };
  const consumer = await createConsumer({ postgres: database.poolOf("consumer") }, "redact", handler, options);
  consumers.push(consumer);
  return consumer;
}

function newHint(version = 1): Hint {
  return { work: randomBytes(16).toString("base64url"), version };
}

async function rows(sql: string): Promise<Record<string, unknown>[]> {
  return (await database.admin.query(sql)).rows;
}

const noJobIsLeft = () => vi.waitFor(async () => expect(await rows("SELECT id FROM bullmq.job")).toEqual([]), 5_000);

describe("a hint", () => {
  it("reaches the handler, in the right queue, and leaves nothing behind", async () => {
    const seen: Hint[] = [];
    await consume(async (hint) => void seen.push(hint));
    const hint = newHint();
    expect(await producer.hint("stage", newHint())).toBe(true);
    expect(await producer.hint("redact", hint)).toBe(true);
    await vi.waitFor(() => expect(seen).toEqual([hint]));
    await vi.waitFor(async () => expect(await rows("SELECT queue FROM bullmq.job")).toEqual([{ queue: "stage" }]));
    expect(seen).toEqual([hint]);
  });

  it("is one job, however often it is given while it waits", async () => {
    const hint = newHint();
    const delivered = await Promise.all([1, 2, 3].map(() => producer.hint("redact", hint)));
    expect(delivered).toEqual([true, true, true]);
    expect(await rows("SELECT id FROM bullmq.job")).toEqual([{ id: `redact-${hint.work}-1` }]);
  });

  it("can be given again once the work is done", async () => {
    let times = 0;
    await consume(async () => void times++);
    const hint = newHint();
    for (const expected of [1, 2]) {
      await producer.hint("redact", hint);
      await vi.waitFor(() => expect(times).toBe(expected));
      await noJobIsLeft();
    }
  });

  it("can be given again once the work has failed, and is not tried again by itself", async () => {
    let times = 0;
    await consume(async () => {
      times++;
      throw new Error("synthetic");
    });
    const hint = newHint();
    for (const expected of [1, 2]) {
      await producer.hint("redact", hint);
      await vi.waitFor(() => expect(times).toBe(expected));
      await noJobIsLeft();
    }
  });

  it("carries the work id and the version, and no time finer than a day", async () => {
    await producer.hint("redact", { ...newHint(7), words: "synthetic" } as Hint);
    const [job] = await rows("SELECT data, opts, added_at_ms % 86400000 AS ms FROM bullmq.job");
    expect(Object.keys(job!.data as object)).toEqual(["work", "version"]);
    expect(job!.ms).toBe("0");
    expect(JSON.stringify(job!.opts)).not.toMatch(new RegExp(String(Date.now()).slice(0, 7)));
  });

  it("that is malformed is refused without an exception", async () => {
    expect(await producer.hint("redact", { work: "?", version: 1 })).toBe(false);
    expect(await rows("SELECT id FROM bullmq.job")).toEqual([]);
  });

  it("is refused after closing, and one that is under way still arrives", async () => {
    const underWay = producer.hint("redact", newHint());
    await producer.close();
    expect(await underWay).toBe(true);
    expect(await producer.hint("redact", newHint())).toBe(false);
  });
});

describe("a handler", () => {
  it("runs as often at a time as it was allowed, and is waited for when the consumer closes", async () => {
    const finish: (() => void)[] = [];
    let ended = 0;
    const consumer = await consume(async () => {
      await new Promise<void>((resolve) => finish.push(resolve));
      ended++;
    });
    for (let i = 0; i < 3; i++) await producer.hint("redact", newHint());
    await vi.waitFor(() => expect(finish).toHaveLength(2));
    const closed = consumer.close();
    for (const one of finish) one();
    await closed;
    expect({ started: finish.length, ended }).toEqual({ started: 2, ended: 2 });
    expect(await rows("SELECT state FROM bullmq.job")).toEqual([{ state: "waiting" }]);
  });

  it("learns that its lock is lost", async () => {
    const reported: string[] = [];
    let given: AbortSignal | undefined;
    const { promise: finished, resolve: finish } = Promise.withResolvers<void>();
    await consume(
      (_, signal) => {
        given = signal;
        return finished;
      },
      (fault) => reported.push(fault.code),
    );
    await producer.hint("redact", newHint());
    await vi.waitFor(() => expect(given?.aborted).toBe(false));
    await database.admin.query("UPDATE bullmq.job SET lock_token = 'of another'");
    await vi.waitFor(() => expect(given?.aborted).toBe(true), 10_000).finally(finish);
    expect(reported).toContain("queue-lock-lost");
  });

  it("that fails tells why here, and leaves not a word of it in any table or file of the database", async () => {
    const canary = `canary-${randomUUID()}`;
    const faults: QueueError[] = [];
    await consume(
      async () => {
        throw Object.assign(new Error(canary), { stack: canary, detail: canary });
      },
      (fault) => faults.push(fault),
    );
    await producer.hint("redact", newHint());
    await vi.waitFor(() => expect(faults).toHaveLength(1));
    expect(faults[0]).toMatchObject({ code: "queue-handler-failed", cause: { message: canary } });
    await noJobIsLeft();
    const tables = await rows("SELECT tablename FROM pg_tables WHERE schemaname = 'bullmq'");
    expect(tables.length).toBeGreaterThan(5);
    for (const { tablename } of tables) {
      const found = await database.admin.query(`SELECT 1 FROM bullmq."${tablename}" t WHERE t::text LIKE $1`, [
        `%${canary}%`,
      ]);
      expect(found.rows, String(tablename)).toEqual([]);
    }
    // The job is gone from its table, but what was ever written is in the write-ahead log.
    await database.admin.query("CHECKPOINT");
    expect(filesWith(canary)).toEqual([]);
    expect(filesWith("The work behind a hint failed")).not.toEqual([]);
  });
});

describe("the event log", () => {
  it("stays empty", async () => {
    let done = false;
    await consume(async () => {
      done = true;
    });
    await producer.hint("redact", newHint());
    await vi.waitFor(() => expect(done).toBe(true));
    await noJobIsLeft();
    expect(await rows("SELECT * FROM bullmq.event")).toEqual([]);
  });
});

describe("a role", () => {
  const ADD_JOB =
    "SELECT bullmq.add_job('redact', 'id', 'x', '{}', '{}', 0, 0, 0, 1, null, null, null, null, null, false)";

  const may = async (role: "producer" | "consumer", sql: string) => {
    const attempt = database.poolOf(role).query(sql);
    return attempt.then(
      () => "may",
      (error: { code: string }) => (error.code === "42501" ? "may not" : error),
    );
  };

  it.each([
    "SELECT * FROM job",
    "DELETE FROM job",
    "UPDATE job SET queue = ''",
    "SELECT * FROM meta",
    "SELECT remove('redact', 'x', false)",
  ])("that produces may not: %s", async (sql) => expect(await may("producer", sql)).toBe("may not"));

  it("that consumes may work, and may not produce for others or change the schema", async () => {
    expect(await may("consumer", "SELECT * FROM job")).toBe("may");
    expect(await may("consumer", "ALTER TABLE job ADD words text")).toBe("may not");
    expect(await may("consumer", "DELETE FROM migration")).toBe("may not");
    expect(await may("consumer", "SELECT * FROM event")).toBe("may not");
  });

  it("that produces cannot use the owner's rights through a temporary table", async () => {
    const client = new pg.Client({ connectionString: database.urlOf("producer") });
    await client.connect();
    await client.query(`
      CREATE FUNCTION pg_temp.escalate() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN ALTER ROLE producer SUPERUSER; RETURN NEW; END $$;
      CREATE TEMP TABLE job (queue text, id text, seq bigint, name text, state text, data jsonb, opts jsonb,
        priority int, delay_ms bigint, max_attempts int, added_at_ms bigint, process_at_ms bigint, dedup_id text,
        scheduler_id text, parent_queue text, parent_id text, parent_key text, PRIMARY KEY (queue, id));
      CREATE TRIGGER escalate BEFORE INSERT ON job FOR EACH ROW EXECUTE FUNCTION pg_temp.escalate();
    `);
    const add =
      "SELECT bullmq.add_job('redact', 'id', 'x', '{}', '{}', 0, 0, 0, 1, null, null, null, null, null, false)";
    await client.query(add).catch(() => {});
    await client.end();
    expect(await rows("SELECT rolsuper FROM pg_roles WHERE rolname = 'producer'")).toEqual([{ rolsuper: false }]);
  });

  it("that is not named gets nothing, not even where it can see the schema", async () => {
    await database.admin.query("CREATE ROLE stranger LOGIN PASSWORD 'for-tests-only'");
    const pool = openQueuePool(database.urlOf("stranger"));
    await expect(createProducer({ postgres: pool })).rejects.toMatchObject({ code: "queue-not-ready" });
    await database.admin.query("GRANT USAGE ON SCHEMA bullmq TO stranger");
    await expect(pool.query(ADD_JOB)).rejects.toMatchObject({ code: "42501" });
    await pool.end();
  });
});

describe("preparing", () => {
  it("can be repeated, and by two at once", async () => {
    const roles = { producers: ["producer"], consumers: ["consumer"] };
    await Promise.all([prepareQueue(database.admin, roles), prepareQueue(database.admin, roles)]);
    expect(await producer.hint("redact", newHint())).toBe(true);
  });

  it("is what a pool that was not made for the queue is turned away for", async () => {
    const pool = new pg.Pool({ connectionString: database.urlOf("producer") });
    await expect(createProducer({ postgres: pool })).rejects.toMatchObject({ code: "queue-not-ready" });
    await pool.end();
  });
});

/** The files of the database, its log and its write-ahead log among them, that contain these words. */
function filesWith(words: string): string[] {
  const { stdout } = spawnSync("grep", ["-rlaF", words, database.dataDir], { encoding: "utf8" });
  return stdout.split("\n").filter((line) => line !== "");
}
