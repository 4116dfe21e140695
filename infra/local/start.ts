// `npm start`: everything on this machine, for trying it out.

import { join } from "node:path";
import { startStack } from "./stack.ts";
import { reportFault } from "./terminal.ts";

const root = join(import.meta.dirname, "..", "..");
const base = Number(process.env.OWNWORDS_PORTS ?? 7080);
const interactive = process.stdout.isTTY === true;

const progress = (step: string) => {
  if (interactive) process.stdout.write(`\r\u001b[2K  ${step} …`);
  else console.log(`  ${step}`);
};
const done = () => interactive && process.stdout.write("\r\u001b[2K");

async function start(): Promise<void> {
  if (!Number.isInteger(base) || base < 1024 || base > 65_000) {
    console.error("OWNWORDS_PORTS has to be a number from 1024 to 65000: the first of five ports in a row.");
    process.exit(1);
  }
  let stopAsked = false;
  let stop: (() => Promise<void>) | undefined;
  const ask = () => {
    if (stopAsked) return;
    stopAsked = true;
    if (!stop) return;
    console.log("\nStopping …");
    stop().then(
      () => process.exit(0),
      (error) => process.exit(reportFault(error)),
    );
  };
  process.on("SIGINT", ask);
  process.on("SIGTERM", ask);
  process.on("SIGHUP", ask);

  const stack = await startStack({
    folder: process.env.OWNWORDS_FOLDER ?? join(root, ".local"),
    ports: { author: base, staff: base + 1, intakeApi: base + 2, staffApi: base + 3, database: base + 4 },
    databaseUrl: process.env.DATABASE_URL,
    onProgress: progress,
  });
  stop = stack.stop;
  done();
  if (stopAsked) {
    await stack.stop();
    process.exit(0);
  }
  for (const service of stack.services)
    service.ended.then(() => {
      if (stopAsked) return;
      console.error(
        `\n${service.name} has ended unexpectedly. See ${join(".local", "logs", `${service.name}.log`)}. Stopping the others.`,
      );
      ask();
    });

  const { urls, people } = stack;
  console.log(`Ownwords, a local trial. Nothing here is for real stories: its keys lie on this machine in the folder .local.

  For authors      ${urls.author}
  For the team     ${urls.staff}
  Intake API       ${urls.intakeApi}
  Staff API        ${urls.staffApi}

  To sign in (staff id, then eight words):`);
  for (const [name, { id, words }] of Object.entries(people))
    console.log(`  ${name.padEnd(18)} ${id}  ${words.join(" ")}`);
  console.log(`
  Try it:  npm run demo            one story, all the way through
  Stop:    Ctrl-C

Ownwords is ready`);
}

await start().catch((error) => {
  done();
  process.exit(reportFault(error));
});
