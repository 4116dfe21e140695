import { createConsumer, createProducer, openQueuePool } from "@ownwords/queue";
import { type Deployment, ready } from "@ownwords/sealing";
import { createLog, readConfig, run, settings } from "@ownwords/service-kit";
import { createPool } from "@ownwords/store";
import { createStage, createSweeper } from "./stage.ts";

const config = readConfig({
  databaseUrl: settings.secret("OWNWORDS_DATABASE_URL_FILE"),
  deployment: settings.json<Deployment>("OWNWORDS_DEPLOYMENT_FILE"),
  sweepSeconds: settings.count("OWNWORDS_SWEEP_SECONDS", 10),
});

await run(async () => {
  await ready();
  const log = createLog("stage-worker");
  const pool = createPool(config.databaseUrl, 5, (code) => log.fault("database.connection-lost", { code }));
  const queuePool = openQueuePool(config.databaseUrl, { max: 6 });
  const producer = await createProducer({ postgres: queuePool });
  const needs = {
    pool,
    deployment: config.deployment,
    hint: (queue: "redact" | "stage", hint: { work: string; version: number }) => void producer.hint(queue, hint),
    log,
  };
  const consumer = await createConsumer({ postgres: queuePool }, "stage", createStage(needs), { concurrency: 4 });
  const sweeper = createSweeper(needs, config.sweepSeconds * 1000);
  await sweeper.sweep();
  return {
    stop: async () => {
      await sweeper.stop();
      await consumer.close();
      await producer.close();
      await Promise.all([pool.end(), queuePool.end()]);
    },
  };
});
