// A whole Ownwords in one process, on a database of its own: real services over HTTP, real workers, the SDK on top.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type AuthorSpace, createAuthor, createSupport, createTrainer, signInStaff, signWith } from "@ownwords/client";
import { type CircleId, type Day, daysAfter, type TextStage } from "@ownwords/consent";
import { installTrial, letDaysPass, makeTrial, type Trial, type TrialPerson } from "@ownwords/infra/local";
import { createIntake } from "@ownwords/intake-api";
import { createConsumer, createProducer, openQueuePool } from "@ownwords/queue";
import { createEngine, createRedaction, turnWeek } from "@ownwords/redaction-worker";
import { ready, toBase64url } from "@ownwords/sealing";
import { makePassWords } from "@ownwords/sealing/open";
import { createLog } from "@ownwords/service-kit";
import { createStaff } from "@ownwords/staff-api";
import { createStage, createSweeper } from "@ownwords/stage-worker";
import { addDirectory, addRedactorKey, readToday } from "@ownwords/store";
import { freshDatabase } from "../setup/database.ts";

const origins = { author: "http://author.localhost", staff: "http://staff.localhost" };
let sharedTrial: Promise<Trial> | undefined;

export type World = Awaited<ReturnType<typeof createWorld>>;

/** Polls until something holds. */
export async function until<T>(what: string, look: () => Promise<T | undefined | false>, mostMs = 30_000): Promise<T> {
  const end = Date.now() + mostMs;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > end) throw new Error(`waited in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

export async function createWorld() {
  await ready();
  const database = await freshDatabase();
  const today = (await readToday(database.owner)).date;
  sharedTrial ??= makeTrial(origins, today);
  const trial = await sharedTrial;
  const { deployment } = trial;
  await installTrial(database.owner, trial);

  const folder = mkdtempSync(join(tmpdir(), "ownwords-redactor-"));
  writeFileSync(join(folder, "redactor.key"), toBase64url(trial.redactor.secret));
  await addRedactorKey(database.as("redaction"), turnWeek(folder, trial.redactor, today).key);

  const logged: string[] = [];
  const log = createLog("test", { write: (line: string) => void logged.push(line) });
  const queuePools = {
    redact: openQueuePool(database.urlAs("redaction"), { max: 6 }),
    stage: openQueuePool(database.urlAs("stage"), { max: 6 }),
  };
  const producer = await createProducer({ postgres: queuePools.stage });
  const hint = (queue: "redact" | "stage", given: { work: string; version: number }) =>
    void producer.hint(queue, given);

  const intake = await createIntake({ pool: database.as("intake"), deployment, hint, log, sessionMinutes: 15 });
  const staff = await createStaff({ pool: database.as("staff"), deployment, hint, log, sessionMinutes: 15 });
  const [intakeUrl, staffUrl] = [
    await intake.listen({ host: "127.0.0.1", port: 0 }),
    await staff.listen({ host: "127.0.0.1", port: 0 }),
  ];

  const engine = createEngine(1);
  const stageNeeds = { pool: database.as("stage"), deployment, hint, log };
  const redaction = createRedaction({
    pool: database.as("redaction"),
    deployment,
    hint,
    log,
    engine,
    signing: trial.redactor,
    folder,
  });
  const consumers = [
    await createConsumer({ postgres: queuePools.redact }, "redact", redaction, { concurrency: 1 }),
    await createConsumer({ postgres: queuePools.stage }, "stage", createStage(stageNeeds), { concurrency: 2 }),
  ];
  const sweeper = createSweeper(stageNeeds, 3_600_000);

  /** What others do as days pass: a key for the week, and a directory before the last one ends. */
  let { directory } = trial.signed;
  const keepUp = async () => {
    const { date } = await readToday(database.owner);
    await addRedactorKey(database.owner, turnWeek(folder, trial.redactor, date).key);
    if (daysAfter(date, 30) < directory.validUntil) return;
    directory = { ...directory, serial: directory.serial + 1, validUntil: daysAfter(date, 90) };
    await addDirectory(database.owner, directory.serial, directory, signWith(directory, trial.stewards).signatures);
  };

  /** The clocks of everybody's devices go with the service's calendar. */
  let now = today;
  const clock = () => new Date(`${now}T12:00:00Z`);
  const signIn = (person: TrialPerson) =>
    signInStaff(staffUrl, deployment, trial.people[person].entry.id, trial.people[person].words, fetch, clock);
  const sessions = new Map<TrialPerson, ReturnType<typeof signIn>>();
  const sessionOf = (person: TrialPerson) => {
    if (!sessions.has(person)) sessions.set(person, signIn(person));
    return sessions.get(person)!;
  };

  return {
    trial,
    deployment,
    database,
    logged,
    urls: { intake: intakeUrl, staff: staffUrl },
    author: createAuthor(intakeUrl, deployment, fetch, clock),
    clock,
    newSpace: async (): Promise<{ space: AuthorSpace; words: readonly string[] }> => {
      const words = makePassWords();
      return { space: await createAuthor(intakeUrl, deployment, fetch, clock).makeSpace(words), words };
    },
    session: sessionOf,
    support: async (person: "support-1" | "support-2") => createSupport(await sessionOf(person)),
    trainer: async (person: "trainer-riverside" | "trainer-hillside") => createTrainer(await sessionOf(person)),
    circle: (name: keyof Trial["circles"]): CircleId => trial.circles[name].circle.id,
    /** Days pass, and everything that is due by then is done. */
    days: async (count: number) => {
      await letDaysPass(database.owner, count);
      now = (await readToday(database.owner)).date;
      await keepUp();
      await sweeper.sweep();
    },
    sweep: sweeper.sweep,
    today: async (): Promise<Day> => (await readToday(database.owner)).date,
    dayIn: async (days: number): Promise<Day> => daysAfter((await readToday(database.owner)).date, days),
    reaches: (story: { stage: () => Promise<TextStage> }, stage: TextStage) =>
      until(`stage ${stage}`, async () => (await story.stage()) === stage),
    close: async () => {
      await sweeper.stop();
      await Promise.all(consumers.map((consumer) => consumer.close()));
      await engine.close();
      await Promise.all([intake.close(), staff.close()]);
      await producer.close();
      await Promise.all(Object.values(queuePools).map((pool) => pool.end()));
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
