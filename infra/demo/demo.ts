// `npm run demo [story.txt]`: one story, all the way through, on a stack of its own that is gone afterwards.

import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  ClientError,
  createAuthor,
  createSupport,
  createTrainer,
  draftOf,
  markWords,
  signInStaff,
} from "@ownwords/client";
import {
  type CutDocument,
  daysAfter,
  type Run,
  releaseChecks,
  type StaffId,
  type StoryDocument,
  sessionTerms,
  wordsOf,
} from "@ownwords/consent";
import { canonical } from "@ownwords/sealing";
import { makePassWords } from "@ownwords/sealing/open";
import { readToday } from "@ownwords/store";
import { letDaysPass } from "../local/days.ts";
import { reachableDataDir } from "../local/postgres-folder.ts";
import { type Stack, startStack } from "../local/stack.ts";
import { reportFault } from "../local/terminal.ts";
import type { TrialPerson } from "../local/trial.ts";
import { inWords } from "./history-words.ts";
import { author, everybodyTries, member, redactor, supportWorker, thief } from "./parties.ts";
import { type DemoStory, readStory } from "./story.ts";
import { bold, done, heading, refused, say, show, soft, table } from "./tell.ts";

/** Polls until something holds; the workers are processes of their own. */
async function until(what: string, look: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 120_000; !(await look()); ) {
    if (Date.now() > end) throw new Error(`The demo waited in vain: ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** What a refusal says, as the person sees it. */
async function refusalOf(attempt: () => Promise<unknown>): Promise<string> {
  try {
    await attempt();
  } catch (error) {
    if (error instanceof ClientError) return `${error.message} (${error.code})`;
    throw error;
  }
  throw new Error("Something that has to be refused was accepted. This is a fault of Ownwords.");
}

const paragraphsOf = (document: StoryDocument): string[] =>
  [document.title, ...document.paragraphs.map(({ runs }) => runs), document.lesson]
    .map(wordsOf)
    .filter((words) => words !== "");
const cutParagraphs = (document: CutDocument): string[] =>
  [document.title, ...document.paragraphs.map(({ words }) => words), document.lesson].filter((words) => words !== "");

/** One more detail that a person might see and the program did not: what it had a question about, or a long word. */
function anotherDetail(document: StoryDocument): string | undefined {
  const runs: Run[] = document.paragraphs.flatMap((paragraph) => [...paragraph.runs]);
  const asked = runs.find((run) => "words" in run && run.consider !== undefined);
  if (asked && "words" in asked) return asked.words;
  const words = runs.flatMap((run) => ("words" in run ? (run.words.match(/\p{L}{6,}/gu) ?? []) : []));
  return words.sort((a, b) => b.length - a.length)[0];
}

async function tell(stack: Stack, story: DemoStory, folder: string): Promise<void> {
  const { deployment, urls, owner, people } = stack;
  // The demo moves the calendar of the service, and so the clocks of everybody's devices with it.
  let ahead = 0;
  const clock = () => new Date(Date.now() + ahead * 86_400_000);
  const pass = async (days: number) => {
    await letDaysPass(owner, days);
    ahead += days;
  };
  const session = (name: TrialPerson) =>
    signInStaff(urls.staffApi, deployment, people[name].id as StaffId, people[name].words, fetch, clock);
  const [first, second, riverside, hillside] = await Promise.all(
    (["support-1", "support-2", "trainer-riverside", "trainer-hillside"] as const).map(session),
  );
  const { directory } = await first!.trust();
  const circle = directory.circles.find(
    ({ organisation, purpose }) => organisation === "Riverside practice" && purpose === "live-training",
  )!;
  const elsewhere = directory.circles.find(({ organisation }) => organisation === "Hillside practice")!;

  heading("Eight words");
  const words = makePassWords();
  say(
    "A woman opens the page. She gives no name, no email, no number. Her device makes eight words, and keys from them. The words never leave it.",
  );
  show([words.join(" ")]);
  const space = await createAuthor(urls.intakeApi, deployment, fetch, clock).makeSpace(words);
  const hers = await space.newStory();
  const everybody = [
    author(owner, words, deployment.salt),
    redactor(join(folder, "redactor")),
    await supportWorker("a support worker", first!),
    member("a trainer at Riverside", riverside!, circle.id),
    member("a trainer at Hillside", hillside!, elsewhere.id),
    thief,
  ];

  heading("She writes");
  say(
    story.isSynthetic
      ? "This story is synthetic. Nobody in it exists."
      : "This is your file. It stays on this machine, and is gone when the demo ends.",
  );
  const draft = draftOf(story.text, { title: story.title, lesson: story.lesson });
  show(
    [draft.title, ...draft.paragraphs.map((paragraph) => paragraph.words), draft.lesson].filter((text) => text !== ""),
  );
  const draftDigest = await hers.saveDraft(draft);
  say("It is saved, sealed on her device. Now everybody takes whatever is stored, and tries every key that they have:");
  table("Her draft", await everybodyTries(owner, everybody, draftDigest));

  heading("She sends it");
  // The redaction program works at once; it is held back here for as long as it takes to look.
  const worker = stack.services.find(({ name }) => name === "redaction-worker")!;
  worker.kill("SIGTERM");
  await worker.ended;
  await hers.send();
  const sent = (await hers.state()).text!;
  say(
    "She decides that a program may look for names and places. It gets a key to this one text, for as long as it works on it.",
  );
  table("What she sent, before the program looked", await everybodyTries(owner, everybody, sent));

  heading("The program hides names and places");
  await stack.restart("redaction-worker");
  await until("the redaction", async () => (await hers.stage()) === "team-review");
  const firstDesk = createSupport(first!);
  const reading = await firstDesk.read(hers.id);
  show(paragraphsOf(reading.document));
  say(
    "Its box with the key to the original was deleted in the same transaction. From here on, what is stored opens the original for her alone. The week's key that could still open an older copy is destroyed two days after its week.",
  );
  table("What she sent, after the program looked", await everybodyTries(owner, everybody, sent));
  table("The version with names hidden", await everybodyTries(owner, everybody, reading.digest));

  heading("A support worker checks it");
  const kept = reading.document.paragraphs
    .flatMap(({ runs }) => runs)
    .find((run) => "words" in run && /\p{L}/u.test(run.words));
  if (kept && "words" in kept) {
    const tidied: StoryDocument = {
      ...reading.document,
      paragraphs: reading.document.paragraphs.map(({ id, runs }) => ({
        id,
        runs: runs.map((run) => (run === kept ? { words: `${kept.words.trim()}, ` } : run)),
      })),
    };
    say("First the worker tries to tidy her writing: a comma here, a space there.");
    refused("The desk", await refusalOf(() => firstDesk.check(reading, tidied)));
  }
  const detail = anotherDetail(reading.document);
  const checked = detail
    ? markWords(reading.document, detail, "[detail]", "rare-combination", "DETAIL")
    : reading.document;
  if (detail)
    say(
      `Then one more detail that could point to her: “${detail}” becomes “[detail]”. Such a change needs a reason, by a code, and she will see it.`,
    );
  await firstDesk.check(reading, checked);
  done(
    `checked: ${checked.changes.length} ${checked.changes.length === 1 ? "change" : "changes"}, all of them for her to decide`,
  );

  heading("She decides about every change");
  const proposal = await hers.proposal();
  say(
    "Her device compares the team's version with her own words. Nothing differs but what is marked. She sees each change beside what she wrote:",
  );
  console.log("");
  const shownFor = new Map(
    proposal.document.paragraphs
      .flatMap(({ runs }) => runs)
      .concat(proposal.document.title, proposal.document.lesson)
      .flatMap((run) => ("change" in run ? [[run.change, run.shown] as const] : [])),
  );
  const most = 12;
  for (const { change, before } of proposal.before.slice(0, most))
    console.log(`   ${before}  ${soft("→")}  ${bold(shownFor.get(change) ?? "")}`);
  if (proposal.before.length > most) console.log(soft(`   … and ${proposal.before.length - most} more`));
  if (proposal.document.changes.length > 0) {
    await hers.decide(
      proposal,
      proposal.document.changes.map(({ id }) => ({ change: id, choice: "agree" as const })),
    );
    done("she agrees to each of them");
  }

  heading("Her final words");
  const preview = await hers.preview(proposal);
  const agreed = await hers.agree(preview, { v: 1, contentNote: "A first-person account.", themes: ["reception"] });
  say(
    "She locks the exact words. Whoever changes one letter has another text, and nothing that she allowed holds for it.",
  );
  show([`digest ${agreed.digest}`]);
  table("The words that she agreed", await everybodyTries(owner, everybody, agreed.digest));

  heading(`May ${circle.organisation} hear it? Her first yes`);
  const today = async () => (await readToday(owner)).date;
  const untilDay = daysAfter(await today(), 300);
  const permission = await hers.answer("yes-once", { cut: agreed.cut, circle: circle.id, until: untilDay });
  say("That is noted. Nothing is shared. If she does nothing, it stays a no. Saying yes again at once does not count:");
  refused("The service", await refusalOf(() => hers.confirm(permission, { until: untilDay })));

  heading("Her second yes, two days later");
  await pass(2);
  await hers.confirm(permission, { until: untilDay });
  say(
    "Now her device makes the key for Riverside, with two locks on. The inner one is Riverside's, the outer one the support team's. Neither alone can open anything:",
  );
  const trainer = createTrainer(riverside!);
  table(
    "The key that she made for Riverside",
    await everybodyTries(owner, everybody, agreed.digest, "the audience's key"),
  );
  console.log(`\n   A trainer at Riverside looks into the library: ${(await trainer.catalogue()).length} stories.`);

  heading("Seven days in which she can think again");
  const approver = createSupport(second!);
  refused("The approver, too early", await refusalOf(() => approver.release(permission)));
  await pass(8);
  await until("the end of the hold", async () => (await hers.state()).permissions[permission]?.stage === "in-check");
  done("eight days later the wait is over, and she has not stopped it");

  heading("The last check, by a second person");
  refused("The worker who checked the text", await refusalOf(() => firstDesk.release(permission)));
  await approver.approve(await approver.release(permission), releaseChecks);
  say("Somebody else compares the words with what was checked, goes through the list, and takes the outer lock off.");
  table(
    "The key that she made for Riverside",
    await everybodyTries(owner, everybody, agreed.digest, "the audience's key"),
  );

  heading("A trainer opens it");
  const [item] = await trainer.catalogue();
  const who = people["trainer-riverside"].id as StaffId;
  const declared = { purpose: "live-training", facilitator: who, debrief: who } as const;
  refused(
    "For another purpose (e-learning)",
    await refusalOf(() => trainer.open(item!, { ...declared, purpose: "e-learning" }, sessionTerms)),
  );
  const opened = await trainer.open(item!, declared, sessionTerms);
  show(cutParagraphs(opened.document));
  const [hersBytes, theirs] = [canonical(preview.document), canonical(opened.document)].map((text) =>
    Buffer.from(text),
  );
  if (!hersBytes!.equals(theirs!) || opened.digest !== agreed.digest)
    throw new Error("The trainer's words are not hers. This is a fault of Ownwords.");
  done(
    `byte for byte what she agreed: ${hersBytes!.length.toLocaleString("en")} bytes, digest ${opened.digest.slice(0, 12)}…`,
  );

  heading("She takes it back");
  await hers.takeBack();
  say(
    "One action, no reason asked. It is closed in that moment: the service deletes its keys, and the same trainer is refused.",
  );
  refused("The trainer", await refusalOf(() => trainer.open(item!, declared, sessionTerms)));
  table(
    "The key that she made for Riverside",
    await everybodyTries(owner, everybody, agreed.digest, "the audience's key"),
  );
  say("What people have already heard, nobody can undo. The page tells her so before she says yes.");

  heading("Her history, verified on her device");
  const history = await hers.history();
  console.log("");
  for (const line of history.lines) console.log(`   ${inWords(line)}`);
  if (!history.verified) throw new Error("Her history does not verify. This is a fault of Ownwords.");
  console.log("");
  done("the chain is whole, and every line that somebody decided rests on a statement that they signed");
  say(
    "What the service did by itself stands there as its own word. That nothing was cut off at the end will be shown by daily published checkpoints, which are not built yet.",
  );
}

async function demo(): Promise<void> {
  const story = readStory(process.argv[2]);
  const folder = mkdtempSync(join(tmpdir(), "ownwords-demo-"));
  chmodSync(folder, 0o711);
  let stack: Stack | undefined;
  const clean = async () => {
    await stack?.stop();
    for (const path of [folder, reachableDataDir(join(folder, "postgres"))])
      rmSync(path, { recursive: true, force: true });
  };
  let ending: Promise<void> | undefined;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.on(signal, () => {
      ending ??= clean().finally(() => process.exit(130));
    });
  try {
    console.log(
      `${bold("One story, all the way through")}\n\n   Setting up a whole Ownwords for it, on this machine. Days pass quickly here: the demo moves the calendar.`,
    );
    stack = await startStack({
      folder,
      ports: { author: 0, staff: 0, intakeApi: 0, staffApi: 0, database: 0 },
      sweepSeconds: 1,
    });
    await tell(stack, story, folder);
    console.log(`\n${bold("That is the whole way.")} Nothing of it is left on this machine.\n`);
  } finally {
    if (!ending) await clean();
  }
}

await demo().then(
  () => process.exit(0),
  (error) => process.exit(reportFault(error)),
);
