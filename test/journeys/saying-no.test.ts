// Scenarios 2, 9 and 10: what was not said twice, for this purpose, to these people, stays closed.

import { ClientError } from "@ownwords/client";
import { sessionTerms } from "@ownwords/consent";
import { afterAll, beforeAll, expect, it } from "vitest";
import { agreeAll, agreeTo, openAs, release, storyInReview } from "./release.ts";
import { createWorld, until, type World } from "./world.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const keysForCircles = async () =>
  (await world.database.owner.query("select * from key_grant where recipient = 'circle'")).rowCount;

it("a first yes that nobody confirms is never released, lapses by itself, and nobody is reminded", async () => {
  const { story } = await storyInReview(world);
  await agreeAll(story);
  const { cut } = await agreeTo(story);
  const permission = await story.answer("yes-once", {
    cut,
    circle: world.circle("riversideTraining"),
    until: await world.dayIn(300),
  });
  const before = (await story.history()).lines.length;
  await world.days(60);
  expect((await story.state()).permissions[permission]?.stage).toBe("yes-once");
  expect(await keysForCircles()).toBe(0);
  await world.days(31);
  await until("the lapse", async () => (await story.state()).permissions[permission]?.stage === "lapsed");
  expect(await keysForCircles()).toBe(0);
  const since = (await story.history()).lines.slice(before);
  expect(since.map(({ what }) => what)).toEqual(["lapse"]);
  await expect(story.confirm(permission, { until: await world.dayIn(100) })).rejects.toMatchObject({
    code: "wrong-stage",
  });
});

it("a second yes on the same day, or on the next, does not count", async () => {
  const { story } = await storyInReview(world);
  await agreeAll(story);
  const { cut } = await agreeTo(story);
  const untilDay = await world.dayIn(200);
  const permission = await story.answer("yes-once", {
    cut,
    circle: world.circle("riversideTraining"),
    until: untilDay,
  });
  await expect(story.confirm(permission, { until: untilDay })).rejects.toMatchObject({ code: "too-early" });
  await world.days(1);
  await expect(story.confirm(permission, { until: untilDay })).rejects.toMatchObject({ code: "too-early" });
  await world.days(1);
  await story.confirm(permission, { until: untilDay });
  expect((await story.state()).permissions[permission]?.stage).toBe("holding");
});

it("a yes to live training does not open for e-learning, and the trainer is not told why", async () => {
  const { story, permission } = await release(world, world.circle("riversideTraining"));
  const before = (await story.history()).lines.length;
  world.logged.length = 0;
  const refusal = await openAs(world, "trainer-riverside", permission, "e-learning").catch((error) => error);
  expect(refusal).toBeInstanceOf(ClientError);
  expect(refusal).toMatchObject({
    code: "not-available",
    message: "Not available. Choose something else for your session.",
  });
  expect((await story.history()).lines).toHaveLength(before);
  expect(world.logged.join("")).toContain('"reasons":["other-purpose"]');
  await expect(openAs(world, "trainer-riverside", permission)).resolves.toBeDefined();
});

it("a yes to one practice stays closed for another, until she answers a new screen", async () => {
  const { story, permission, cut, digest } = await release(world, world.circle("riversideTraining"));
  const hillside = await world.trainer("trainer-hillside");
  expect(await hillside.catalogue()).toEqual([]);
  const { approval } = (await story.state()).permissions[permission]!;
  const me = world.trial.people["trainer-hillside"].entry.id;
  const declared = { purpose: "live-training", facilitator: me, debrief: me } as const;
  await expect(
    hillside.open({ permission, cut, digest, approval: approval! }, declared, sessionTerms),
  ).rejects.toMatchObject({ code: "not-available" });

  await story.answer("no", { cut, circle: world.circle("hillsideTraining") });
  expect(await hillside.catalogue()).toEqual([]);
  await expect(openAs(world, "trainer-riverside", permission)).resolves.toBeDefined();
});

it("a no after a yes ends what was open there, at once", async () => {
  const { story, permission, cut } = await release(world, world.circle("riversideTraining"));
  await story.answer("no", { cut, circle: world.circle("riversideTraining") });
  expect(await openAs(world, "trainer-riverside", permission)).toBeUndefined();
  expect((await story.state()).permissions[permission]?.stage).toBe("withdrawn");
});
