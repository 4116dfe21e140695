import { Worker } from "node:worker_threads";
import type { OwnDocument, StoryDocument } from "@ownwords/consent";

export type Redacted = { readonly document: StoryDocument; readonly findings: number };

export class EngineError extends Error {
  readonly code: "engine-failed" | "engine-died" | "engine-took-too-long" | "engine-stopped";
  readonly retryable = true;
  constructor(code: EngineError["code"]) {
    super(`The redaction engine: ${code}.`);
    this.name = "EngineError";
    this.code = code;
  }
}

export type Engine = {
  /** Redacts in a thread, so that this process goes on renewing its locks. @throws EngineError */
  readonly redact: (sent: OwnDocument) => Promise<Redacted>;
  readonly close: () => Promise<void>;
};

type Job = { sent: OwnDocument; done: (result: Redacted) => void; failed: (error: EngineError) => void };

/**
 * A few threads, each with one story at a time. A thread that dies takes its one job with it and is replaced.
 * @param mostMs how long one story may take
 */
export function createEngine(threads: number, mostMs = 120_000): Engine {
  const waiting: Job[] = [];
  const idle = new Set<Worker>();
  const busy = new Map<Worker, { job: Job; timer: NodeJS.Timeout }>();
  const all = new Set<Worker>();
  let closed = false;

  const start = () => {
    const worker = new Worker(new URL("./thread.ts", import.meta.url));
    all.add(worker);
    worker.on("message", (message: { ready?: true; ok?: boolean } & Partial<Redacted>) => {
      const current = busy.get(worker);
      busy.delete(worker);
      idle.add(worker);
      if (current) {
        clearTimeout(current.timer);
        if (message.ok) current.job.done({ document: message.document!, findings: message.findings! });
        else current.job.failed(new EngineError("engine-failed"));
      }
      next();
    });
    worker.on("error", () => lose(worker, "engine-died"));
    worker.on("exit", () => lose(worker, "engine-died"));
  };

  const lose = (worker: Worker, code: EngineError["code"]) => {
    if (!all.delete(worker)) return;
    idle.delete(worker);
    const current = busy.get(worker);
    busy.delete(worker);
    clearTimeout(current?.timer);
    current?.job.failed(new EngineError(code));
    void worker.terminate();
    if (!closed) start();
  };

  const next = () => {
    for (const worker of idle) {
      const job = waiting.shift();
      if (!job) return;
      idle.delete(worker);
      busy.set(worker, { job, timer: setTimeout(() => lose(worker, "engine-took-too-long"), mostMs) });
      worker.postMessage(job.sent);
    }
  };

  for (let i = 0; i < threads; i++) start();
  return {
    redact: (sent) =>
      new Promise((done, failed) => {
        if (closed) return failed(new EngineError("engine-stopped"));
        waiting.push({ sent, done, failed });
        next();
      }),
    close: async () => {
      closed = true;
      for (const job of waiting.splice(0)) job.failed(new EngineError("engine-stopped"));
      const threads = [...all];
      for (const worker of threads) lose(worker, "engine-stopped");
      await Promise.all(threads.map((worker) => worker.terminate()));
    },
  };
}
