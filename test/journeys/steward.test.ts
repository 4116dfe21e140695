import { createSteward, makeCircle, secretsFor, signWith } from "@ownwords/client";
import { daysAfter } from "@ownwords/consent";
import { newSigningPair } from "@ownwords/sealing/open";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createWorld, type World } from "./world.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

it("a steward publishes a directory that the stewards signed, and gives a new circle to its members", async () => {
  const steward = createSteward(await world.session("steward"));
  const trainer = await world.session("trainer-hillside");
  const before = await steward.directory();
  const made = makeCircle("audience", "Hillside practice", "research");
  const staff = before.staff.map((entry) =>
    entry.id === trainer.id ? { ...entry, circles: [...entry.circles, made.circle.id] } : entry,
  );
  const next = { ...before, serial: before.serial + 1, circles: [...before.circles, made.circle], staff };

  await expect(steward.publish(signWith(next, [newSigningPair()]))).rejects.toMatchObject({
    code: "directory-is-refused",
  });
  await expect(
    steward.publish(signWith({ ...next, serial: next.serial + 1 }, world.trial.stewards)),
  ).rejects.toMatchObject({ code: "directory-is-refused" });
  await expect(trainer.circlePair(made.circle.id)).rejects.toMatchObject({ code: "unknown-circle" });

  await steward.publish(signWith(next, world.trial.stewards));
  expect((await steward.directory()).serial).toBe(next.serial);
  await expect(trainer.circlePair(made.circle.id)).rejects.toMatchObject({ code: "no-secret" });
  await steward.share(secretsFor(made, staff));
  expect((await trainer.circlePair(made.circle.id)).pair.sealingKey).toBe(made.circle.sealingKey);
});

it("nobody but a steward publishes", async () => {
  const lead = createSteward(await world.session("lead"));
  const now = await lead.directory();
  const next = { ...now, serial: now.serial + 1, validUntil: daysAfter(now.validUntil, 1) };
  await expect(lead.publish(signWith(next, world.trial.stewards))).rejects.toMatchObject({ code: "not-yours-to-do" });
});
