import { createProducer, openQueuePool } from "@ownwords/queue";
import { type Deployment, ready } from "@ownwords/sealing";
import { createLog, listen, readConfig, run, settings } from "@ownwords/service-kit";
import { createPool } from "@ownwords/store";
import { createIntake } from "./intake.ts";

const config = readConfig({
  port: settings.port("OWNWORDS_PORT"),
  host: settings.text("OWNWORDS_HOST", "set it to the address to listen on, 127.0.0.1 behind a proxy on this machine"),
  databaseUrl: settings.secret("OWNWORDS_DATABASE_URL_FILE"),
  deployment: settings.json<Deployment>("OWNWORDS_DEPLOYMENT_FILE"),
  sessionMinutes: settings.count("OWNWORDS_SESSION_MINUTES", 15),
});

await run(async () => {
  await ready();
  const log = createLog("intake-api");
  const pool = createPool(config.databaseUrl, 10, (code) => log.fault("database.connection-lost", { code }));
  const queuePool = openQueuePool(config.databaseUrl);
  const producer = await createProducer({ postgres: queuePool });
  const app = await createIntake({
    pool,
    deployment: config.deployment,
    hint: (queue, hint) => void producer.hint(queue, hint),
    log,
    sessionMinutes: config.sessionMinutes,
  });
  const api = await listen(app, config.host, config.port);
  return {
    ports: { api },
    stop: async () => {
      await app.close();
      await producer.close();
      await Promise.all([pool.end(), queuePool.end()]);
    },
  };
});
