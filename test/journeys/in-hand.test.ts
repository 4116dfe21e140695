// What is signed is what was shown on this device, on a day that is about its own.

import { createAuthor, draftOf } from "@ownwords/client";
import { afterAll, beforeAll, expect, it } from "vitest";
import { agreeAll, agreeTo, release, storyInReview, syntheticStory } from "./release.ts";
import { createWorld, type World } from "./world.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

it("a device sends the draft that it saved or showed, and no other", async () => {
  const { space, words } = await world.newSpace();
  const here = await space.newStory();
  await here.saveDraft(draftOf(syntheticStory));
  const there = await (await world.author.signIn(words)).story(here.id);
  await expect(there.send()).rejects.toMatchObject({ code: "nothing-to-decide" });

  const seen = await there.draft();
  await there.saveDraft({ ...seen!, title: "Another title" });
  await expect(here.send()).rejects.toMatchObject({ code: "draft-moved-on" });
  await expect(here.saveDraft(draftOf("later words"))).rejects.toMatchObject({ code: "draft-moved-on" });
  expect(await here.stage()).toBe("draft");
  await there.send();
  expect(await there.stage()).not.toBe("draft");
});

it("a decision is about the version that she was shown", async () => {
  const { story, checker } = await storyInReview(world);
  const shown = await story.proposal();
  const { changes } = shown.document;
  await story.decide(
    shown,
    changes.map(({ id }) => ({ change: id, choice: "own" as const, words: "somebody" })),
  );
  await checker.check(await checker.read(story.id));
  const agreeToAll = changes.map(({ id }) => ({ change: id, choice: "agree" as const }));
  await expect(story.decide(shown, agreeToAll)).rejects.toMatchObject({ code: "parent-is-not-in-force" });
});

it("what somebody approves is what they looked at", async () => {
  const { story, cut } = await release(world, world.circle("riversideTraining"));
  const untilDay = await world.dayIn(100);
  const permission = await story.answer("yes-once", { cut, circle: world.circle("hillsideTraining"), until: untilDay });
  await world.days(2);
  await story.confirm(permission, { until: untilDay });
  await world.days(8);
  const approver = await world.support("support-2");
  const looked = await approver.release(permission);
  const other = { ...looked, second: "A".repeat(43) as typeof looked.second };
  await expect(approver.approve(other, [])).rejects.toMatchObject({ code: "something-came-since" });
});

it("a yes is not signed on a day that is not the device's own; stopping always is", async () => {
  const { story, words } = await storyInReview(world);
  await agreeAll(story);
  const { cut } = await agreeTo(story);
  const wrong = createAuthor(world.urls.intake, world.deployment, fetch, () => new Date("2020-01-01T12:00:00Z"));
  const there = await (await wrong.signIn(words)).story(story.id);
  const answer = { cut, circle: world.circle("riversideTraining"), until: await world.dayIn(100) };
  await expect(there.answer("yes-once", answer)).rejects.toMatchObject({ code: "clock-differs" });
  await there.answer("no", { cut, circle: world.circle("riversideTraining") });
  await there.pause();
  await there.takeBack();
  expect((await there.history()).verified).toBe(true);
});
