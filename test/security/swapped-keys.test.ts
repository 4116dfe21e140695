// Whoever writes in the database puts no key of theirs in the place of hers, and has nothing opened that she did not send.
// The redaction worker is run by hand, so that there is time to meddle before it.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type AuthorStory, createAuthor, draftOf } from "@ownwords/client";
import type { StatementOf, StoryState } from "@ownwords/consent";
import { installTrial, makeTrial } from "@ownwords/infra/local";
import { createIntake } from "@ownwords/intake-api";
import { createEngine, createRedaction, turnWeek } from "@ownwords/redaction-worker";
import { canonical, statementDigest, toBase64url } from "@ownwords/sealing";
import {
  type AccountKeys,
  makePassWords,
  newCircle,
  newSigningPair,
  openAccount,
  storyKeys,
} from "@ownwords/sealing/open";
import { createLog } from "@ownwords/service-kit";
import { addRedactorKey, readToday } from "@ownwords/store";
import { afterAll, beforeAll, expect, it } from "vitest";
import { syntheticStory } from "../journeys/release.ts";
import { freshDatabase, type TestDatabase } from "../setup/database.ts";
import { signedAs } from "./hands.ts";

const origins = { author: "http://author.localhost", staff: "http://staff.localhost" };
let database: TestDatabase;
let redact: (story: AuthorStory) => Promise<StoryState>;
let newStory: () => Promise<AuthorStory>;
let account: AccountKeys;
let notice: StatementOf<"sent">["notice"];
let close: () => Promise<unknown>;

beforeAll(async () => {
  database = await freshDatabase();
  const { owner } = database;
  const today = (await readToday(owner)).date;
  const trial = await makeTrial(origins, today);
  await installTrial(owner, trial);
  const folder = mkdtempSync(join(tmpdir(), "ownwords-redactor-"));
  writeFileSync(join(folder, "redactor.key"), toBase64url(trial.redactor.secret));
  await addRedactorKey(owner, turnWeek(folder, trial.redactor, today).key);

  const needs = { deployment: trial.deployment, hint: () => {}, log: createLog("test", { write: () => {} } as never) };
  const intake = await createIntake({ ...needs, pool: database.as("intake"), sessionMinutes: 15 });
  const url = await intake.listen({ host: "127.0.0.1", port: 0 });
  const engine = createEngine(1);
  const pool = database.as("redaction");
  const work = createRedaction({ ...needs, pool, engine, signing: trial.redactor, folder });
  const words = makePassWords();
  const space = await createAuthor(url, trial.deployment).makeSpace(words);
  account = await openAccount(words, trial.deployment.salt);
  notice = trial.signed.directory.notices[0] as never;

  newStory = async () => {
    const story = await space.newStory();
    await story.saveDraft(draftOf(syntheticStory));
    await story.send();
    return story;
  };
  redact = async (story) => {
    const { rows } = await owner.query("select work_id::text as work, seq from story where id = $1", [story.id]);
    await work({ work: rows[0].work, version: rows[0].seq } as never, new AbortController().signal);
    return (await owner.query("select story_state($1)->'state' as state", [story.id])).rows[0].state;
  };
  close = async () => {
    await intake.close();
    await engine.close();
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  };
});
afterAll(() => close());

const made = ({ texts }: StoryState) => texts.map(({ kind }) => kind).filter((kind) => kind === "redacted");

it("a story that nobody meddled with is redacted", async () => {
  const state = await redact(await newStory());
  expect([state.stage, made(state)]).toEqual(["team-review", ["redacted"]]);
});

it.each(["sealing_key", "verify_key"])("nothing is sealed for a story whose %s is another's", async (column) => {
  const story = await newStory();
  const other = column === "sealing_key" ? newCircle().sealingKey : newSigningPair().verifyKey;
  const { rows } = await database.owner.query(`select ${column} as key from story where id = $1`, [story.id]);
  await database.owner.query(`update story set ${column} = $2 where id = $1`, [story.id, other]);
  const state = await redact(story);
  expect([state.stage, made(state), state.claim]).toEqual(["sent", [], 0]);
  // Her own device sees it, and no action is taken under the key.
  await expect(story.pause()).rejects.toMatchObject({ code: "story-keys-are-wrong" });
  if (column === "verify_key") await expect(story.state()).rejects.toMatchObject({ code: "not-verified" });
  // Put right again, it goes on.
  await database.owner.query(`update story set ${column} = $2 where id = $1`, [story.id, rows[0].key]);
  expect((await redact(story)).stage).toBe("team-review");
});

it.each([
  ["is not there", "delete from statement where story_id = $1"],
  ["was signed by somebody else", `update statement set signatures = array['${"A".repeat(86)}'] where story_id = $1`],
  [
    "names another text",
    `update statement set body = jsonb_set(body::jsonb, '{digest}', to_jsonb('${"A".repeat(43)}'::text))::text where story_id = $1`,
  ],
])("nothing is opened when the statement that it was sent %s", async (_name, meddle) => {
  const story = await newStory();
  await database.owner.query("update ledger_entry set statement = null where story_id = $1", [story.id]);
  await database.owner.query(meddle, [story.id]);
  const state = await redact(story);
  expect([state.stage, made(state)]).toEqual(["needs-person", []]);
});

it("a text of another story is not opened when it is put in the place of the one that she sent", async () => {
  const [story, other] = [await newStory(), await newStory()];
  const textOf = "(select text from story where id = $2)";
  await database.owner
    .query(`update text_version set story_id = $1 where digest = ${textOf}`, [story.id, other.id])
    .then(
      () => expect.unreachable("the keys of a text belong to its story"),
      (error) => expect(error.code).toBe("23503"),
    );
  await database.owner.query(`update story set text = ${textOf} where id = $1`, [story.id, other.id]);
  const state = await redact(story);
  expect([state.stage, made(state)]).toEqual(["needs-person", []]);
});

it("a text of somebody else is not redacted for whoever signs that it is theirs", async () => {
  const [story, others] = [await newStory(), await newStory()];
  const { owner } = database;
  const { rows } = await owner.query("select text from story where id = $1", [others.id]);
  const [{ text }] = rows;
  const found = await owner.query("select salt from account_story where story_id = $1", [story.id]);
  const keys = storyKeys(account, found.rows[0].salt);
  const said = { story: story.id, digest: text, mode: "service", alone: true, notice } as const;
  const { statement, signatures } = signedAs("sent", (await readToday(owner)).date, said, keys.signing.secret);
  await owner.query("insert into statement values ($1, $2, 'sent', $3, $4)", [
    statementDigest(statement),
    story.id,
    canonical(statement),
    signatures,
  ]);
  // With the owner's rights its row and its keys are put under a story of their own.
  await owner.query("alter table key_grant drop constraint key_grant_text_story_id_fkey");
  await owner.query("update text_version set story_id = $1 where digest = $2", [story.id, text]);
  await owner.query("update key_grant set story_id = $1 where text = $2", [story.id, text]);
  await owner.query("update story set text = $2 where id = $1", [story.id, text]);
  const state = await redact(story);
  expect([state.stage, made(state)]).toEqual(["needs-person", []]);
});
