import { QueueError } from "./queue-error.ts";

/** `redact`: texts that wait for the redactor. `stage`: everything that the stage worker brings on. */
export const QUEUE_NAMES = ["redact", "stage"] as const;
export type QueueName = (typeof QUEUE_NAMES)[number];

/** All that a job carries: it means nothing without the database. Never a story id: ids and times stay for a while. */
export type Hint = {
  /** A random work id, in base64url or hexadecimal. */
  work: string;
  /** The version of the state that asked for the work; another state is another job. */
  version: number;
};

const WORK = /^[\w-]{8,64}$/;
const DAY_MS = 86_400_000;

/**
 * How the hint stands in the queue. BullMQ drops an id silently that exists in any state: right for one that waits, and
 * the reason why nothing is kept of a job that is over. Nothing is tried again by BullMQ, since attempts are counted in
 * the database. No stack, which would repeat an error's message.
 */
export function jobOptions(queue: QueueName, { work, version }: Hint) {
  return {
    jobId: `${queue}-${work}-${version}`,
    removeOnComplete: true,
    removeOnFail: true,
    attempts: 1,
    stackTraceLimit: 0,
    // No time of anything an author does is finer than a day.
    timestamp: Math.floor(Date.now() / DAY_MS) * DAY_MS,
  };
}

/** The hint in whatever was handed in, and nothing else of it. Throws `queue-hint-malformed`. */
export function parseHint(value: unknown): Hint {
  const { work, version } = (value ?? {}) as Partial<Record<keyof Hint, unknown>>;
  const wellFormed = typeof work === "string" && WORK.test(work) && typeof version === "number" && version >= 0;
  if (!wellFormed || !Number.isSafeInteger(version)) throw new QueueError("queue-hint-malformed");
  return { work, version };
}
