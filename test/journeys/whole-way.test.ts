import { canonical } from "@ownwords/sealing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openAs, release } from "./release.ts";
import { createWorld, type World } from "./world.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

it("a story goes all the way through, and a trainer opens byte for byte what she agreed", async () => {
  const { story, permission, document, digest } = await release(world, world.circle("riversideTraining"));
  const opened = await openAs(world, "trainer-riverside", permission);
  expect(canonical(opened?.document)).toBe(canonical(document));
  expect(opened?.digest).toBe(digest);
  const history = await story.history();
  expect(history.verified).toBe(true);
  expect(history.lines.at(-1)).toMatchObject({ role: "trainer", organisation: "Riverside practice", what: "open" });
  await story.takeBack();
  await expect(openAs(world, "trainer-riverside", permission)).resolves.toBeUndefined();
});

it("no line of the log, which has a clock time, can be joined to a story", async () => {
  const { rows } = await world.database.owner.query("select id, work_id::text as work from story");
  const log = world.logged.join("");
  expect(log).toContain("redaction.done");
  for (const { id, work } of rows) for (const name of [id, work]) expect(log).not.toContain(name);
});
