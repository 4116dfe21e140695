// Run as a process of its own: takes one hint, says so, and never finishes.
import { createConsumer, openQueuePool } from "@ownwords/queue";

const pool = openQueuePool(process.argv[2]!);
const neverFinishes = () => {
  console.log("working");
  return new Promise<void>(() => {});
};
await createConsumer({ postgres: pool }, "redact", neverFinishes, { concurrency: 1 });
