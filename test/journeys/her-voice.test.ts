// Scenarios 5, 6 and 7: nobody tidies her words, nobody overrides her, and a part stays a part.

import { createWire, draftOf, markWords } from "@ownwords/client";
import type { LedgerHead, StatementOf, StoryDocument, TextDigest } from "@ownwords/consent";
import { intakeRoutes } from "@ownwords/contracts";
import { cutKeys, newId, newSalt, openAccount, sign, signSession, storyKeys } from "@ownwords/sealing/open";
import { grantTo, sealText } from "@ownwords/sealing/seal";
import { afterAll, beforeAll, expect, it } from "vitest";
import { agreeAll, agreeTo, approve, card, openAs, storyInReview, syntheticStory, yesTwice } from "./release.ts";
import { createWorld, type World } from "./world.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

/** Somebody tidies a word of hers, outside every change. */
const tidied = (document: StoryDocument): StoryDocument => ({
  ...document,
  paragraphs: document.paragraphs.map(({ id, runs }) => ({
    id,
    runs: runs.map((run) =>
      "words" in run ? { ...run, words: run.words.replace("Nobody hurried me", "I was not hurried") } : run,
    ),
  })),
});

async function storyAtTheDesk() {
  const { space, words } = await world.newSpace();
  const story = await space.newStory();
  await story.saveDraft(draftOf(syntheticStory));
  await story.send();
  await world.reaches(story, "team-review");
  return { space, words, story, desk: await world.support("support-1") };
}

it("the desk refuses a worker who tidies her writing", async () => {
  const { story, desk } = await storyAtTheDesk();
  const reading = await desk.read(story.id);
  await expect(desk.check(reading, tidied(reading.document))).rejects.toMatchObject({ code: "undeclared-change" });
  expect(await story.stage()).toBe("team-review");
});

it("where the desk is got round, her device shows the undeclared change and refuses it", async () => {
  const { story, desk } = await storyAtTheDesk();
  const reading = await desk.read(story.id);
  const session = await world.session("support-1");
  const { directory, today } = await session.trust();
  const document = tidied(reading.document);
  const support = directory.circles.find(({ kind }) => kind === "support")!;
  const text = sealText({ document, kind: "checked", of: story.id, producer: "support" });
  const statement: StatementOf<"checked"> = {
    v: 1,
    type: "checked",
    id: newId(),
    day: today.date,
    story: story.id,
    parent: reading.digest,
    digest: text.digest,
    changes: document.changes.map(({ id, code }) => ({ id, code })),
    by: session.id,
  };
  const grant = { text: text.digest, lock: "one", permission: null } as const;
  await session.wire.call("act", {
    signed: sign(statement, session.keys.signing.secret),
    texts: [text.sealed],
    grants: [
      { ...grant, to: "author", key: null, box: grantTo(text.key, text.digest, reading.sealingKey as never) },
      { ...grant, to: "support", key: "1", box: grantTo(text.key, text.digest, support.sealingKey) },
    ],
  });
  const waiting = await story.proposal();
  expect(waiting.departures).toMatchObject([{ kind: "undeclared" }]);
  await expect(story.decide(waiting, [])).rejects.toMatchObject({ code: "undeclared-change" });
  await expect(story.preview(waiting)).rejects.toMatchObject({ code: "undeclared-change" });
});

it("a cut whose words are not those that were checked is refused by the approver", async () => {
  const { words, story } = await storyInReview(world);
  await agreeAll(story);
  const { document } = await story.proposal();
  // A device that was tampered with, or she herself, agrees to words that nobody checked.
  const account = await openAccount(words, world.deployment.salt);
  const salt = (await world.database.owner.query("select salt from account_story where story_id = $1", [story.id]))
    .rows[0].salt;
  const keys = storyKeys(account, salt);
  const cutSalt = newSalt();
  const cut = cutKeys(keys, cutSalt);
  const { directory, today } = await (await world.session("support-1")).trust();
  const support = directory.circles.find(({ kind }) => kind === "support")!;
  const unchecked = { v: 1, title: "", paragraphs: [{ id: newId(), words: "Words that nobody checked." }], lesson: "" };
  const text = sealText({ document: unchecked, kind: "cut", of: cut.id, producer: "author" });
  const cardText = sealText({ document: card, kind: "card", of: cut.id, producer: "author" });
  const state = await story.state();
  const statement: StatementOf<"agreed"> = {
    v: 1,
    type: "agreed",
    id: newId(),
    day: today.date,
    story: story.id,
    cut: cut.id,
    cutKey: cut.signing.verifyKey,
    digest: text.digest,
    card: cardText.digest,
    parent: state.text as TextDigest,
    seen: state.anchor as LedgerHead,
    notice: directory.notices[0] as never,
  };
  const to = (digest: TextDigest, key: typeof text.key) =>
    [
      {
        text: digest,
        to: "author",
        lock: "one",
        permission: null,
        key: null,
        box: grantTo(key, digest, keys.sealing.sealingKey),
      },
      {
        text: digest,
        to: "support",
        lock: "one",
        permission: null,
        key: "1",
        box: grantTo(key, digest, support.sealingKey),
      },
    ] as const;
  const wire = createWire(intakeRoutes, world.urls.intake, fetch);
  const { challenge } = await wire.call("challenge", {});
  const signature = signSession(world.deployment.origins.author, challenge, account.signing.secret);
  wire.hold((await wire.call("signIn", { key: account.signing.verifyKey, challenge, signature })).token);
  await wire.call("act", {
    signed: sign(statement, keys.signing.secret, cut.signing.secret),
    texts: [text.sealed, cardText.sealed],
    grants: [...to(text.digest, text.key), ...to(cardText.digest, cardText.key)],
    cutSalt,
  });
  expect(document.paragraphs.length).toBeGreaterThan(1);
  const permission = await yesTwice(world, story, cut.id, world.circle("riversideTraining"));
  const approver = await world.support("support-2");
  await expect(approver.release(permission)).rejects.toMatchObject({ code: "undeclared-change" });
  expect(await openAs(world, "trainer-riverside", permission)).toBeUndefined();
});

it("a change that she declines and the worker still finds needed leaves the story hers, with the reason shown", async () => {
  const { story, desk } = await storyAtTheDesk();
  const reading = await desk.read(story.id);
  await desk.check(reading, markWords(reading.document, "by the window", "[somewhere]", "rare-combination", "DETAIL"));

  const first = await story.proposal();
  const [change] = first.document.changes.filter(({ code }) => code === "rare-combination");
  await story.decide(first, [{ change: change!.id, choice: "own", words: "by the window" }]);
  expect(await story.stage()).toBe("team-review");

  const again = await desk.read(story.id);
  await desk.check(again, markWords(again.document, "by the window", "[somewhere]", "rare-combination", "DETAIL"));
  const second = await story.proposal();
  expect(second.departures).toEqual([]);
  // What stood there before is still shown in her own words, in the second round too.
  expect(second.before.map(({ before }) => before)).toContain("my sister Kerry".replace("my", "My"));
  expect(second.document.changes.map(({ code }) => code)).toContain("rare-combination");
  // She leaves it undecided: nothing can be agreed, and nothing is.
  await expect(story.preview(second)).rejects.toMatchObject({ code: "changes-are-not-decided" });
  await world.days(40);
  expect(await story.stage()).toBe("author-review");
  expect((await story.state()).cuts).toEqual({});
});

it("where she shares one passage, no other is in what a trainer gets", async () => {
  const { story } = await storyInReview(world);
  await agreeAll(story);
  const { document } = await story.proposal();
  const passage = document.paragraphs[1]!;
  const { cut } = await agreeTo(story, { paragraphs: [passage.id], withTitle: false, withLesson: false });
  const permission = await yesTwice(world, story, cut, world.circle("riversideTraining"));
  await approve(await world.support("support-2"), permission);
  const opened = await openAs(world, "trainer-riverside", permission);
  expect(opened?.document.paragraphs.map(({ words }) => words)).toEqual([
    "The receptionist spoke quietly and asked where I would like to sit. I chose the chair by the window.",
  ]);
  expect(opened?.document).toMatchObject({ title: "", lesson: "" });
  expect(opened?.document.paragraphs[0]?.id).not.toBe(passage.id);
});
