// Stopping always works, at once, and starting again is hers alone.

import { afterAll, beforeAll, expect, it } from "vitest";
import { openAs, release, storyInReview } from "./release.ts";
import { createWorld, until, type World } from "./world.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

it("a pause closes, and resuming opens again what was open", async () => {
  const { story, permission } = await release(world, world.circle("riversideTraining"));
  await story.pause();
  expect(await openAs(world, "trainer-riverside", permission)).toBeUndefined();
  await story.resume();
  expect(await openAs(world, "trainer-riverside", permission)).toBeDefined();
});

it("her pause is hers to lift: a worker cannot", async () => {
  const { story, permission, approver } = await release(world, world.circle("riversideTraining"));
  await story.pause();
  await approver.lift(story.id);
  expect(await openAs(world, "trainer-riverside", permission)).toBeUndefined();
});

it("erasing locks at once, can be cancelled, and leaves no ciphertext and no key on its day", async () => {
  const { story, permission } = await release(world, world.circle("riversideTraining"));
  await story.erase();
  expect(await openAs(world, "trainer-riverside", permission)).toBeUndefined();
  await story.keep();
  expect(await story.stage()).toBe("author-review");
  expect((await story.state()).permissions[permission]?.stage).toBe("withdrawn");

  await story.erase();
  await world.days(7);
  expect(await story.stage()).toBe("leaving");
  await world.days(1);
  await until("the erasure", async () => (await story.stage()) === "erased");
  const { owner } = world.database;
  for (const table of ["text_version", "key_grant"])
    expect((await owner.query(`select from ${table} where story_id = $1`, [story.id])).rowCount).toBe(0);
  const history = await story.history();
  expect(history.verified).toBe(true);
  expect(history.lines.at(-1)?.what).toBe("erase");
});

it("a draft erases at once", async () => {
  const { space } = await world.newSpace();
  const story = await space.newStory();
  await story.saveDraft({ v: 1, title: "", paragraphs: [], lesson: "", hide: [], neverShare: [] });
  await story.erase();
  expect(await story.stage()).toBe("erased");
});

it("what she takes back stays hers, and only a new answer makes a new permission", async () => {
  const { story } = await storyInReview(world);
  await story.takeBack();
  await story.takeBack();
  expect(await story.stage()).toBe("author-review");
  expect((await story.history()).lines.filter(({ what }) => what === "takeBack")).toHaveLength(2);
});

it("a permission ends by itself on its day", async () => {
  const { story, permission } = await release(world, world.circle("riversideTraining"));
  await world.days(291);
  await until("the end", async () => (await story.state()).permissions[permission]?.stage === "expired");
  expect(await openAs(world, "trainer-riverside", permission)).toBeUndefined();
});
