// Starts the services as processes of their own, each with its own secrets and nothing of another's.

import { type ChildProcess, spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import { join } from "node:path";

export class ProcessError extends Error {
  readonly code: "process-did-not-start" | "port-taken";
  constructor(code: ProcessError["code"], message: string) {
    super(message);
    this.name = "ProcessError";
    this.code = code;
  }
}

export type Service = {
  readonly name: string;
  readonly pid: number;
  readonly ports: Readonly<Record<string, number>>;
  /** Resolves when it has ended, whoever ended it. */
  readonly ended: Promise<void>;
  readonly kill: (signal: NodeJS.Signals) => void;
};

const root = join(import.meta.dirname, "..", "..");
/** What a service may see of our environment. */
const passedOn = ["PATH", "LANG", "TZ", "NODE_EXTRA_CA_CERTS"];
const mostStartMs = 60_000;
const mostStopMs = 25_000;

/**
 * Starts one service and waits until it says that it is ready.
 * @param settings its environment: paths of files, never a secret
 * @param logFile where its events go
 */
export function startService(
  name: string,
  settings: Readonly<Record<string, string>>,
  logFile: string,
): Promise<Service> {
  const environment = Object.fromEntries(
    passedOn.flatMap((key) => (process.env[key] ? [[key, process.env[key]]] : [])),
  );
  const child: ChildProcess = spawn(process.execPath, [join(root, "services", name, "src", "main.ts")], {
    cwd: root,
    env: { ...environment, ...settings },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    // Ctrl-C in a terminal goes to the whole group: services are stopped by whoever started them, in order.
    detached: true,
  });
  const log = createWriteStream(logFile, { flags: "a", mode: 0o600 });
  let lastWords = "";
  child.stdout!.pipe(log, { end: false });
  child.stderr!.pipe(log, { end: false });
  child.stderr!.on("data", (chunk: Buffer) => {
    lastWords = (lastWords + chunk.toString()).slice(-1000);
  });
  const ended = new Promise<void>((resolve) => {
    child.once("exit", () => {
      log.end();
      resolve();
    });
  });
  return new Promise((resolve, reject) => {
    const give = setTimeout(() => {
      child.kill("SIGKILL");
      reject(
        new ProcessError(
          "process-did-not-start",
          `${name} did not become ready in ${mostStartMs / 1000} s. See ${logFile}`,
        ),
      );
    }, mostStartMs);
    child.once("exit", () => {
      clearTimeout(give);
      const taken = /EADDRINUSE/.test(lastWords);
      const port = settings.OWNWORDS_PORT ?? "";
      reject(
        taken
          ? new ProcessError(
              "port-taken",
              `Port ${port} of ${name} is taken. Stop what listens there, or choose other ports with OWNWORDS_PORTS (see the README).`,
            )
          : new ProcessError(
              "process-did-not-start",
              `${name} did not start: ${lastWords.trim() || "it ended without a word"}. See ${logFile}`,
            ),
      );
    });
    child.on("message", (message: { ready?: true; ports?: Record<string, number> }) => {
      if (!message.ready) return;
      clearTimeout(give);
      resolve({ name, pid: child.pid!, ports: message.ports ?? {}, ended, kill: (signal) => void child.kill(signal) });
    });
  });
}

/** Stops services, the first ones first, and waits until none is left. */
export async function stopServices(services: readonly Service[]): Promise<void> {
  for (const service of services) service.kill("SIGTERM");
  await Promise.all(
    services.map(async (service) => {
      const force = setTimeout(() => service.kill("SIGKILL"), mostStopMs);
      await service.ended;
      clearTimeout(force);
    }),
  );
}
