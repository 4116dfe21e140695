// Which processes belong to a data folder. PostgreSQL's own lock file is no answer: the number in it can by now be that
// of another program, and the back ends of a killed postmaster, which block a new one, are not in it at all. What every
// process shows is its command line (unlike its working folder, which containers hide even from root).
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/** What postmaster.pid tells about a server that runs. */
export type Postmaster = { pid: number; port: number; status: string };

const POLL_MS = 10;

/** PostgreSQL puts this name into the title of each of its processes: one name for each folder. */
export function clusterName(dataDir: string): string {
  return `ownwords-${createHash("sha256").update(dataDir).digest("hex").slice(0, 12)}`;
}

/** The server that works in this folder, whoever started it, and by whichever name of the folder. */
export function postmasterOf(dataDir: string): Postmaster | undefined {
  const [pid, startedIn, , port, , , , status] = lockFile(dataDir);
  const { command } = processes(Number(pid))[0] ?? { command: "" };
  if (!command.includes("postgres ") || !command.includes(` ${startedIn} `)) return undefined;
  return { pid: Number(pid), port: Number(port), status: (status ?? "").trim() };
}

/** The processes of this folder's server besides the postmaster itself; they can outlive it when it is killed. */
export function backEndsOf(dataDir: string): number[] {
  const title = `postgres: ${clusterName(dataDir)}: `;
  return processes().flatMap(({ pid, command }) => (command.startsWith(title) ? [pid] : []));
}

/** Ends what a killed postmaster has left behind, and waits until it is gone. Only call it when none runs. */
export async function clearAfterCrash(dataDir: string): Promise<void> {
  for (let left = backEndsOf(dataDir); left.length > 0; left = backEndsOf(dataDir)) {
    for (const pid of left) sendSignal(pid, "SIGKILL");
    await pause(POLL_MS);
  }
  const pid = Number(lockFile(dataDir)[0]);
  // PostgreSQL clears its old lock file away by itself, unless the number in it is by now that of another program.
  if (pid > 0 && !postmasterOf(dataDir)) rmSync(join(dataDir, "postmaster.pid"), { force: true });
}

/** Asks again and again until there is an answer; undefined if there is none in time. */
export async function poll<T>(limitMs: number, ask: () => T | undefined): Promise<T | undefined> {
  const end = performance.now() + limitMs;
  for (let answer = ask(); ; answer = ask()) {
    if (answer !== undefined || performance.now() > end) return answer;
    await pause(POLL_MS);
  }
}

/** A process that is gone meanwhile needs no signal. */
export function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}

function lockFile(dataDir: string): string[] {
  try {
    return readFileSync(join(dataDir, "postmaster.pid"), "utf8").split("\n");
  } catch {
    return [];
  }
}

/** All processes or one, with their command lines; a zombie has none. */
function processes(only?: number): { pid: number; command: string }[] {
  return process.platform === "linux" ? fromProc(only) : fromPs(only);
}

function fromProc(only?: number): { pid: number; command: string }[] {
  const pids = only !== undefined ? [only] : readdirSync("/proc").map(Number).filter(Number.isInteger);
  return pids.flatMap((pid) => {
    try {
      return [{ pid, command: `${readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ")} ` }];
    } catch {
      return []; // gone since it was listed
    }
  });
}

function fromPs(only?: number): { pid: number; command: string }[] {
  const which = only !== undefined ? ["-p", String(only)] : ["-ax"];
  const { stdout } = spawnSync("ps", [...which, "-ww", "-o", "pid=,command="], { encoding: "utf8" });
  return [...stdout.matchAll(/^ *(\d+) (.*)$/gm)].map(([, pid, command]) => ({
    pid: Number(pid),
    command: `${command} `,
  }));
}
