import { connectionOf, Queue, type QueueBackend, waitForBackend } from "./backend.ts";
import { type Hint, jobOptions, parseHint, QUEUE_NAMES, type QueueName } from "./hint.ts";
import { type OnFault, QueueError } from "./queue-error.ts";

export type Producer = {
  /**
   * Says that work waits. Call it after the commit of the state that asks for it. Never throws, and gives up after
   * seconds: a lost hint costs time, not work. Returns whether the hint is in the queue, from now or from before.
   */
  hint(queue: QueueName, hint: Hint): Promise<boolean>;
  /** Waits for the hints that are under way. The pool stays open. */
  close(): Promise<void>;
};

/** Rejects with `queue-not-ready` where the queue cannot be reached or has not been prepared. */
export async function createProducer(backend: QueueBackend, options: { onFault?: OnFault } = {}): Promise<Producer> {
  await waitForBackend(backend);
  const queues = Object.fromEntries(QUEUE_NAMES.map((name) => [name, openQueue(backend, name)]));
  await Promise.all(Object.values(queues).map((queue) => queue.waitUntilReady())).catch((cause) => {
    throw new QueueError("queue-not-ready", { cause });
  });
  const underWay = new Set<Promise<unknown>>();
  let closed = false;

  async function add(name: QueueName, hint: Hint): Promise<boolean> {
    try {
      const parsed = parseHint(hint);
      await queues[name]!.add(name, parsed, jobOptions(name, parsed));
      return true;
    } catch (cause) {
      options.onFault?.(cause instanceof QueueError ? cause : new QueueError("queue-hint-lost", { cause }));
      return false;
    }
  }

  return {
    async hint(name, hint) {
      // BullMQ never answers what it is asked while it closes.
      if (closed) return false;
      const adding = add(name, hint);
      underWay.add(adding);
      const delivered = await adding;
      underWay.delete(adding);
      return delivered;
    },
    async close() {
      closed = true;
      await Promise.all(underWay);
      await Promise.all(Object.values(queues).map((queue) => queue.close()));
    },
  };
}

/** Producers may not write the queue's own settings, and need not: there are none. */
function openQueue(backend: QueueBackend, name: QueueName) {
  const queue = new Queue(name, { connection: connectionOf(backend), skipMetasUpdate: true });
  queue.on("error", () => {}); // each hint meets the fault itself
  return queue;
}
