import { connectionOf, type QueueBackend, Worker, waitForBackend } from "./backend.ts";
import { type Hint, parseHint, type QueueName } from "./hint.ts";
import { type OnFault, QueueError } from "./queue-error.ts";

/**
 * Does the work behind a hint. It may run twice at once for one hint, so it reads the state and moves it by
 * compare-and-set. What it throws goes to `onFault` as a cause, and no further.
 *
 * @param signal aborts when the lock on the hint is lost, which means that another worker may have it by now
 */
export type Handler = (hint: Hint, signal: AbortSignal) => Promise<void>;

export type ConsumerOptions = {
  /** How many handlers run at a time. */
  concurrency: number;
  onFault?: OnFault;
};

export type Consumer = {
  /** Takes no more hints, and waits for the handlers that run. The pool stays open. */
  close(): Promise<void>;
};

/** A killed worker's hints are given to another after five to eight seconds. */
const LOCK_MS = 5_000;
const STALLED_CHECK_MS = 2_000;
/** How long it waits for a server that refuses connections. */
const RETRY_MS = 1_000;
/** Attempts are counted in the database, which gives up after three: BullMQ is never to give up before. */
const AS_OFTEN_AS_IT_TAKES = 2 ** 31 - 1;

/** Starts to take hints. Rejects with `queue-not-ready` where the queue cannot be reached or has not been prepared. */
export async function createConsumer(
  backend: QueueBackend,
  queue: QueueName,
  handler: Handler,
  { concurrency, onFault }: ConsumerOptions,
): Promise<Consumer> {
  await waitForBackend(backend);

  // BullMQ stores the message of what is thrown here, in the job and so in the write-ahead log.
  // It hands a signal to functions of three parameters only.
  async function work(job: { data: unknown }, _lock: string | undefined, signal: AbortSignal | undefined) {
    try {
      await handler(parseHint(job.data), signal!);
    } catch (cause) {
      const fault = cause instanceof QueueError ? cause : new QueueError("queue-handler-failed", { cause });
      onFault?.(fault);
      throw new QueueError(fault.code);
    }
  }

  const worker = new Worker(queue, work, {
    connection: connectionOf(backend),
    autorun: false,
    concurrency,
    lockDuration: LOCK_MS,
    stalledInterval: STALLED_CHECK_MS,
    maxStalledCount: AS_OFTEN_AS_IT_TAKES,
    runRetryDelay: RETRY_MS,
  });
  worker.on("error", (cause) => onFault?.(new QueueError("queue-interrupted", { cause })));
  worker.on("lockRenewalFailed", (jobIds: string[]) => {
    for (const jobId of jobIds) {
      if (worker.cancelJob(jobId)) onFault?.(new QueueError("queue-lock-lost"));
    }
  });
  try {
    await worker.waitUntilReady();
  } catch (cause) {
    throw new QueueError("queue-not-ready", { cause });
  }
  worker.run().catch((cause) => onFault?.(new QueueError("queue-interrupted", { cause })));
  return { close: () => worker.close() };
}
