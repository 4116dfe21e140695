import { createConsumer, createProducer, openQueuePool } from "@ownwords/queue";
import { type Deployment, ready } from "@ownwords/sealing";
import { createLog, faultCode, readConfig, run, settings } from "@ownwords/service-kit";
import { addRedactorKey, createPool, readToday } from "@ownwords/store";
import { createEngine } from "./engine.ts";
import { createRedaction } from "./redaction.ts";
import { readSigningPair, turnWeek } from "./week-keys.ts";

const config = readConfig({
  databaseUrl: settings.secret("OWNWORDS_DATABASE_URL_FILE"),
  deployment: settings.json<Deployment>("OWNWORDS_DEPLOYMENT_FILE"),
  folder: settings.folder("OWNWORDS_REDACTOR_FOLDER"),
  threads: settings.count("OWNWORDS_REDACTION_THREADS", 1),
});
const hourMs = 3_600_000;

await run(async () => {
  await ready();
  const log = createLog("redaction-worker");
  const pool = createPool(config.databaseUrl, 5, (code) => log.fault("database.connection-lost", { code }));
  const queuePool = openQueuePool(config.databaseUrl, { max: 6 });
  const signing = readSigningPair(config.folder);
  const turn = async () => {
    const { key, isNew } = turnWeek(config.folder, signing, (await readToday(pool)).date);
    await addRedactorKey(pool, key);
    if (isNew) log.event("redactor.new-week");
  };
  await turn();
  const turning = setInterval(
    () => turn().catch((error) => log.fault("redactor.week", { code: faultCode(error) })),
    hourMs,
  );

  const engine = createEngine(config.threads);
  const producer = await createProducer({ postgres: queuePool });
  const handler = createRedaction({
    pool,
    deployment: config.deployment,
    hint: (queue, hint) => void producer.hint(queue, hint),
    log,
    engine,
    signing,
    folder: config.folder,
  });
  const consumer = await createConsumer({ postgres: queuePool }, "redact", handler, { concurrency: config.threads });
  return {
    stop: async () => {
      clearInterval(turning);
      await consumer.close();
      await engine.close();
      await producer.close();
      await Promise.all([pool.end(), queuePool.end()]);
    },
  };
});
