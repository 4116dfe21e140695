// A PostgreSQL for one machine: for trials, tests and small local use, from the binaries on npm. Production points
// DATABASE_URL at a server that somebody maintains. The ready-made class of the same authors was not taken: it stops the
// whole process on SIGTERM, hangs after a kill, and cannot start in root's private checkout.
import { spawn } from "node:child_process";
import { closeSync, existsSync, fchownSync, openSync, readFileSync, realpathSync } from "node:fs";
import { createServer } from "node:net";
import { basename, dirname, join, resolve } from "node:path";
import pg from "pg";
import { installedBinaries, runnableBy } from "./postgres-binaries.ts";
import { LocalPostgresError, systemCode } from "./postgres-errors.ts";
import { brokenFolder, holdsDatabase, makeDatabase, makeWay, refuseUnreachable } from "./postgres-folder.ts";
import { clearAfterCrash, clusterName, type Postmaster, poll, postmasterOf, sendSignal } from "./postgres-processes.ts";
import { SERVER_ENV, type ServerUser, serverUserFor } from "./postgres-user.ts";

export type LocalPostgresOptions = {
  /** The data folder. It is made if it is not there; the folders above must be open to the server's user. */
  dataDir: string;
  /** Without one, or with 0, a free one is taken. A server that is adopted keeps its own. */
  port?: number;
  /** Of the superuser `postgres`; fixed when the folder is made. */
  password: string;
  /** Server settings, as in postgresql.conf. They do not reach a server that is adopted. */
  settings?: Record<string, string>;
};

export type LocalPostgres = {
  /** For the superuser, to the database `postgres`. */
  url: string;
  port: number;
  /** True where the server of this folder was running already. */
  adopted: boolean;
  /** Ends the server, adopted or not, and returns when no process of it is left. */
  stop(): Promise<void>;
};

/** Long enough to recover a large database after a crash. */
const START_LIMIT_MS = 120_000;
const FAST_STOP_LIMIT_MS = 30_000;
/** A chosen port can be taken by somebody else before the server has it; a second starter can be quicker. */
const ATTEMPTS = 5;

/**
 * Starts the server of a data folder, or adopts the one that runs in it, and waits until it takes connections.
 * Throws LocalPostgresError; each code's message says what to do.
 */
export async function startPostgres(options: LocalPostgresOptions): Promise<LocalPostgres> {
  const installed = await installedBinaries();
  makeWay(resolve(options.dataDir));
  const dataDir = withoutLinks(resolve(options.dataDir));
  const user = serverUserFor(dataDir);
  refuseUnreachable(dataDir, user);
  const binaries = runnableBy(user, installed);
  if (!holdsDatabase(dataDir)) makeDatabase(dataDir, binaries, user, options.password);
  const { postmaster, adopted } = await adoptOrLaunch({ ...options, dataDir }, join(binaries, "postgres"), user);
  const url = `postgres://postgres:${encodeURIComponent(options.password)}@127.0.0.1:${postmaster.port}/postgres`;
  const stop = () => stopServer(dataDir);
  try {
    await tryConnection(url, dataDir);
  } catch (error) {
    if (!adopted) await stop();
    throw error;
  }
  return { url, port: postmaster.port, adopted, stop };
}

async function adoptOrLaunch(options: LocalPostgresOptions, program: string, user: ServerUser) {
  for (let attempt = 1; ; attempt++) {
    // One that is just starting will be ready, one that is just stopping will be gone.
    const running = await poll(START_LIMIT_MS, () => {
      const found = postmasterOf(options.dataDir);
      return found && found.status !== "ready" ? undefined : { found };
    });
    if (!running) throw didNotStart(options.dataDir, "It is busy, neither ready nor gone.");
    if (running.found) return { postmaster: running.found, adopted: true };
    await clearAfterCrash(options.dataDir);
    try {
      return { postmaster: await launch(options, program, user), adopted: false };
    } catch (error) {
      const lostRace = error instanceof LocalPostgresError && error.code === "postgres-port-taken" && !options.port;
      if (attempt >= ATTEMPTS || !(lostRace || postmasterOf(options.dataDir))) throw error;
    }
  }
}

async function launch(options: LocalPostgresOptions, program: string, user: ServerUser): Promise<Postmaster> {
  const { dataDir } = options;
  const port = options.port || (await freePort());
  if (options.port && !(await isFree(options.port))) throw portTaken(options.port);
  const settings = {
    ...PRIVATE_LOG,
    ...options.settings,
    cluster_name: clusterName(dataDir),
    listen_addresses: "127.0.0.1",
    port: String(port),
    unix_socket_directories: "",
  };
  const log = openSync(join(dataDir, "server.log"), "w", 0o600);
  if (user.uid !== undefined && user.gid !== undefined) fchownSync(log, user.uid, user.gid);
  let ended = false;
  // Detached: Ctrl-C in the terminal is for the process that will stop the server, after those that still need it.
  const args = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const child = spawn(program, ["-D", dataDir, ...args], {
    ...user,
    cwd: "/",
    env: SERVER_ENV,
    detached: true,
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  for (const event of ["error", "exit"]) child.on(event, () => (ended = true));
  child.unref();
  await poll(START_LIMIT_MS, () => (ended || readyAs(child.pid, dataDir) ? true : undefined));
  const postmaster = readyAs(child.pid, dataDir);
  if (postmaster) return postmaster;
  if (!ended && child.pid) sendSignal(child.pid, "SIGQUIT");
  throw whyNotStarted(dataDir, port);
}

/** Failing statements and details of failing rows would put into the log what is in the tables. */
const PRIVATE_LOG = { log_min_error_statement: "panic", log_error_verbosity: "terse" };

function readyAs(pid: number | undefined, dataDir: string): Postmaster | undefined {
  const found = postmasterOf(dataDir);
  return found?.pid === pid && found?.status === "ready" ? found : undefined;
}

async function stopServer(dataDir: string): Promise<void> {
  const postmaster = postmasterOf(dataDir);
  const gone = () => (postmasterOf(dataDir)?.pid === postmaster?.pid ? undefined : true);
  if (postmaster) {
    sendSignal(postmaster.pid, "SIGINT");
    if (!(await poll(FAST_STOP_LIMIT_MS, gone))) {
      sendSignal(postmaster.pid, "SIGKILL");
      await poll(FAST_STOP_LIMIT_MS, gone);
    }
  }
  await clearAfterCrash(dataDir);
}

async function tryConnection(url: string, dataDir: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => {}); // the server ends while we say goodbye
  try {
    await client.connect();
  } catch (cause) {
    if (systemCode(cause) !== "28P01") throw didNotStart(dataDir, "It runs, but takes no connection.", cause);
    throw new LocalPostgresError(
      "postgres-folder-not-ours",
      `The database in ${dataDir} was made with another password. Use that one, or choose another folder.`,
    );
  } finally {
    await client.end();
  }
}

function whyNotStarted(dataDir: string, port: number): LocalPostgresError {
  const lines = readFileSync(join(dataDir, "server.log"), "utf8").trim().split("\n");
  const log = lines.slice(-8).join("\n");
  if (/could not bind IPv4 address/.test(log)) return portTaken(port);
  if (/Permission denied|wrong ownership|invalid permissions/.test(log)) {
    return new LocalPostgresError(
      "postgres-folder-not-ours",
      `PostgreSQL may not use ${dataDir}. The folder and all in it must belong to its user, with mode 0700.\n${log}`,
    );
  }
  if (/(FATAL|PANIC): .*(could not (open|read|locate|access)|invalid|corrupt|incompatible)/.test(log)) {
    return brokenFolder(dataDir, `PostgreSQL says:\n${log}\n`);
  }
  return didNotStart(dataDir, `The last lines of its log:\n${log}`);
}

function didNotStart(dataDir: string, why: string, cause?: unknown): LocalPostgresError {
  return new LocalPostgresError(
    "postgres-did-not-start",
    `PostgreSQL did not start in ${dataDir}. ${why}\nWhat it wrote is in ${join(dataDir, "server.log")}.`,
    { cause },
  );
}

function portTaken(port: number): LocalPostgresError {
  return new LocalPostgresError(
    "postgres-port-taken",
    `Another program uses port ${port}. End it, or choose another port for PostgreSQL.`,
  );
}

/** One folder, one name, however it is reached. It may not exist yet. */
function withoutLinks(path: string): string {
  return existsSync(path) ? realpathSync(path) : join(realpathSync(dirname(path)), basename(path));
}

function freePort(): Promise<number> {
  return listenOnce(0);
}

function isFree(port: number): Promise<boolean> {
  return listenOnce(port).then(
    () => true,
    () => false,
  );
}

/** Takes a port of the loopback address and gives it back at once. */
function listenOnce(port: number): Promise<number> {
  return new Promise((resolvePort, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => (typeof address === "object" && address ? resolvePort(address.port) : reject()));
    });
  });
}
