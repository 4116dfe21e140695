import { spawn, spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type LocalPostgres, LocalPostgresError, type LocalPostgresOptions, reachableDataDir } from "./index.ts";
import { startPostgres } from "./postgres.ts";
import { backEndsOf, poll, postmasterOf, sendSignal } from "./postgres-processes.ts";
import { canEnter } from "./postgres-user.ts";

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

const isRoot = process.getuid?.() === 0;
const NOBODY = { uid: 65534, gid: 65534 };

let above: string;
let dataDir: string;
let started: LocalPostgres[];

beforeEach(() => {
  above = mkdtempSync(join(tmpdir(), "ownwords-postgres-"));
  chmodSync(above, 0o755);
  dataDir = join(above, "data");
  started = [];
});

afterEach(async () => {
  for (const server of started) await server.stop();
  rmSync(above, { recursive: true });
});

async function start(options: Partial<LocalPostgresOptions> = {}): Promise<LocalPostgres> {
  const server = await startPostgres({ dataDir, password: "a password with 'quotes' & spaces", ...options });
  started.push(server);
  return server;
}

async function withClient<T>(server: LocalPostgres, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function scalar(server: LocalPostgres, sql: string): Promise<unknown> {
  const { rows } = await withClient(server, (client) => client.query({ text: sql, rowMode: "array" }));
  return rows[0]?.[0];
}

/** Kills the postmaster as a power cut would, while one of its back ends computes and takes no notice. */
async function killWithBusyBackEnd(server: LocalPostgres): Promise<number> {
  const client = new pg.Client({ connectionString: server.url });
  client.on("error", () => {});
  await client.connect();
  const { rows } = await client.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
  client.query("DO $$ BEGIN WHILE clock_timestamp() < now() + interval '20 s' LOOP END LOOP; END $$").catch(() => {});
  const backEnd = rows[0]!.pid;
  const busy = `SELECT state FROM pg_stat_activity WHERE pid = ${backEnd}`;
  while ((await scalar(server, busy)) !== "active");
  const postmaster = postmasterOf(dataDir)!.pid;
  sendSignal(postmaster, "SIGKILL");
  await poll(5_000, () => (postmasterOf(dataDir) ? undefined : true));
  await poll(5_000, () => (backEndsOf(dataDir).length === 1 ? true : undefined));
  client.end().catch(() => {});
  return backEnd;
}

function codeOf(attempt: Promise<unknown>): Promise<unknown> {
  return attempt.then(
    () => "started",
    (error) => (error instanceof LocalPostgresError ? error.code : error),
  );
}

describe("a first start", () => {
  it("makes a UTF-8 database that asks for the password, on the loopback address only", async () => {
    const server = await start();
    expect(server.adopted).toBe(false);
    expect(await scalar(server, "SHOW server_encoding")).toBe("UTF8");
    expect(await scalar(server, "SHOW listen_addresses")).toBe("127.0.0.1");
    expect(await scalar(server, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user")).toBe(true);
    const guess = new pg.Client({ connectionString: server.url.replace(/:[^:@]*@/, ":guess@") });
    await expect(guess.connect()).rejects.toMatchObject({ code: "28P01" });
  });

  it("takes an empty folder, the wanted port and the wanted settings", async () => {
    const port = await unusedPort();
    const server = await start({ dataDir: mkdtempSync(join(above, "empty-")), port, settings: { work_mem: "5MB" } });
    expect(server.port).toBe(port);
    expect(await scalar(server, "SHOW work_mem")).toBe("5MB");
  });

  it("leaves nothing but the folder behind", async () => {
    await start();
    expect(readdirSync(above)).toEqual(["data"]);
  });

  it("makes one database when two start at once", async () => {
    const both = await Promise.all([start(), start()]);
    expect(both[0].port).toBe(both[1].port);
    expect(both.filter((server) => server.adopted)).toHaveLength(1);
  });

  it("is refused where another program has the port", async () => {
    const other = createServer();
    const port = await new Promise<number>((done) => {
      other.listen(0, "127.0.0.1", () => done((other.address() as { port: number }).port));
    });
    expect(await codeOf(start({ port }))).toBe("postgres-port-taken");
    other.close();
  });
});

describe("a later start", () => {
  it("finds what was committed", async () => {
    const first = await start();
    await scalar(first, "CREATE TABLE kept AS SELECT 7 AS n");
    await first.stop();
    const second = await start();
    expect(second.adopted).toBe(false);
    expect(await scalar(second, "SELECT n FROM kept")).toBe(7);
  });

  it("adopts the server that runs already, and can stop it", async () => {
    const first = await start();
    const second = await start();
    expect(second).toMatchObject({ adopted: true, url: first.url });
    await second.stop();
    expect(postmasterOf(dataDir)).toBeUndefined();
  });

  it("is refused with another password than the folder was made with, and leaves no server", async () => {
    await (await start()).stop();
    expect(await codeOf(start({ password: "another" }))).toBe("postgres-folder-not-ours");
    expect(postmasterOf(dataDir)).toBeUndefined();
  });

  it("gets over a killed postmaster with a back end that still works, and keeps what was committed", async () => {
    const first = await start();
    await scalar(first, "CREATE TABLE kept AS SELECT 7 AS n");
    const backEnd = await killWithBusyBackEnd(first);
    expect(backEndsOf(dataDir)).toEqual([backEnd]);
    const second = await start();
    expect(second.adopted).toBe(false);
    expect(backEndsOf(dataDir)).not.toContain(backEnd);
    expect(await scalar(second, "SELECT n FROM kept")).toBe(7);
  });

  it("is not taken in by a lock file whose number now belongs to another program", async () => {
    await (await start()).stop();
    const { uid, gid } = statSync(dataDir);
    const other = spawn("sleep", ["60"], { uid, gid });
    const lock = [other.pid, dataDir, 0, 5432, "", "127.0.0.1", "0 0", "ready", ""].join("\n");
    writeFileSync(join(dataDir, "postmaster.pid"), lock);
    chownSync(join(dataDir, "postmaster.pid"), uid, gid);
    expect((await start()).adopted).toBe(false);
    other.kill();
  });
});

describe("stopping", () => {
  it("leaves no process, and a second stop is no fault", async () => {
    const server = await start();
    expect(backEndsOf(dataDir)).not.toEqual([]);
    await server.stop();
    expect(postmasterOf(dataDir)).toBeUndefined();
    expect(backEndsOf(dataDir)).toEqual([]);
    await server.stop();
  });

  it("ends the back ends of a killed postmaster", async () => {
    const server = await start();
    await killWithBusyBackEnd(server);
    await server.stop();
    expect(backEndsOf(dataDir)).toEqual([]);
  });
});

describe("a folder that cannot be used", () => {
  it.each([
    ["a version file of garbage", () => writeFileSync(join(dataDir, "PG_VERSION"), "garbage")],
    ["no version file", () => rmSync(join(dataDir, "PG_VERSION"))],
    ["no control file", () => rmSync(join(dataDir, "global", "pg_control"))],
    ["a control file of garbage", () => writeFileSync(join(dataDir, "global", "pg_control"), Buffer.alloc(8192, 7))],
    ["no write-ahead log", () => readdirSync(join(dataDir, "pg_wal")).forEach(removeFrom(join(dataDir, "pg_wal")))],
  ])("is reported as broken with %s, and left as it is", async (_, breakIt) => {
    await (await start()).stop();
    breakIt();
    const before = readdirSync(dataDir);
    expect(await codeOf(start())).toBe("postgres-folder-broken");
    expect(readdirSync(dataDir)).toEqual(before);
  });

  it("is not touched when it holds somebody's other files", async () => {
    mkdirSync(dataDir);
    writeFileSync(join(dataDir, "letter.txt"), "synthetic");
    expect(await codeOf(start())).toBe("postgres-folder-not-ours");
    expect(readdirSync(dataDir)).toEqual(["letter.txt"]);
  });

  it("is refused when it is a file", async () => {
    writeFileSync(dataDir, "");
    expect(await codeOf(start())).toBe("postgres-folder-not-ours");
  });
});

describe("the server's log", () => {
  it("repeats nothing of a statement or a row that failed", async () => {
    const server = await start();
    const canary = `canary-${randomUUID()}`;
    await withClient(server, async (client) => {
      await client.query("CREATE TABLE story (words text PRIMARY KEY CHECK (length(words) > 3))");
      await client.query("INSERT INTO story VALUES ($1)", [canary]);
      await expect(client.query("INSERT INTO story VALUES ($1)", [canary])).rejects.toMatchObject({ code: "23505" });
      await expect(client.query(`INSERT INTO story VALUES ('${canary}')`)).rejects.toMatchObject({ code: "23505" });
    });
    const log = readFileSync(join(dataDir, "server.log"), "utf8");
    expect(log).toContain("duplicate key");
    expect(log).not.toContain(canary);
  });
});

describe.runIf(isRoot)("as root", () => {
  it("refuses a folder that the system user cannot get to, and names another to use", async () => {
    chmodSync(above, 0o700);
    expect(await codeOf(start())).toBe("postgres-no-right");
    expect(reachableDataDir(dataDir)).toMatch(/^\/var\/lib\/ownwords\/data-[0-9a-f]{12}$/);
    chmodSync(above, 0o755);
    expect(reachableDataDir(dataDir)).toBe(dataDir);
  });

  it("keeps the folder from everybody but the system user", async () => {
    await start();
    expect(canEnter(NOBODY, dataDir)).toBe(false);
  });
});

describe.runIf(isRoot && canEnter(NOBODY, import.meta.dirname))("as a normal user", () => {
  /** Starts and stops a server in a process of another user, and returns what it says. */
  function startAsNobody(folder: string): string {
    const script = `
      import { startPostgres } from ${JSON.stringify(join(import.meta.dirname, "index.ts"))};
      try {
        const server = await startPostgres({ dataDir: ${JSON.stringify(folder)}, password: "p" });
        await server.stop();
        console.log("started");
      } catch (error) {
        console.log(error.code ?? error);
      }`;
    const child = spawnSync(process.execPath, ["--input-type=module", "--eval", script], {
      ...NOBODY,
      cwd: "/",
      env: {},
      encoding: "utf8",
    });
    return child.stdout.trim() || child.stderr;
  }

  it("starts in a folder of its own", () => {
    chmodSync(above, 0o777);
    expect(startAsNobody(dataDir)).toBe("started");
  });

  it("is refused a folder that it may not make", () => {
    expect(startAsNobody(dataDir)).toBe("postgres-no-right");
    expect(existsSync(dataDir)).toBe(false);
  });

  it("is refused the folder of another user", async () => {
    await (await start()).stop();
    expect(startAsNobody(dataDir)).toBe("postgres-folder-not-ours");
  });
});

function removeFrom(folder: string): (entry: string) => void {
  return (entry) => rmSync(join(folder, entry), { recursive: true });
}

function unusedPort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => done(port));
    });
  });
}
