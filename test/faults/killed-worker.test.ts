// A redaction worker is killed in the middle of fifty stories, three times. All of them arrive, none twice.

import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createAuthor, draftOf } from "@ownwords/client";
import { reachableDataDir, type Stack, startStack } from "@ownwords/infra/local";
import { makePassWords } from "@ownwords/sealing/open";
import { afterAll, beforeAll, expect, it } from "vitest";
import { syntheticStory } from "../journeys/release.ts";
import { until } from "../journeys/world.ts";

const stories = 50;
const folder = mkdtempSync(join(tmpdir(), "ownwords-faults-"));
let stack: Stack;
beforeAll(async () => {
  chmodSync(folder, 0o711);
  stack = await startStack({
    folder,
    ports: { author: 0, staff: 0, intakeApi: 0, staffApi: 0, database: 0 },
    sweepSeconds: 1,
  });
});
afterAll(async () => {
  await stack?.stop();
  for (const path of [folder, reachableDataDir(join(folder, "postgres"))])
    rmSync(path, { recursive: true, force: true });
});

const arrived = async (): Promise<number> =>
  (await stack.owner.query("select count(*)::int as n from story where stage = 'team-review'")).rows[0].n;

it("all stories arrive, each redacted once", { timeout: 240_000 }, async () => {
  const space = await createAuthor(stack.urls.intakeApi, stack.deployment).makeSpace(makePassWords());
  // Long enough that the kills come in the middle of the work.
  const text = Array.from({ length: 12 }, () => syntheticStory).join("\n\n");
  let kills = 0;
  for (let sent = 1; sent <= stories; sent++) {
    const story = await space.newStory();
    await story.saveDraft(draftOf(text));
    await story.send();
    if (sent % 15 !== 0) continue;
    await until(
      "a story that is being redacted",
      async () => (await stack.owner.query("select from story where stage = 'redacting'")).rowCount === 1,
      20_000,
    ).catch(() => undefined);
    const worker = stack.services.find(({ name }) => name === "redaction-worker")!;
    worker.kill("SIGKILL");
    await worker.ended;
    kills++;
    await stack.restart("redaction-worker");
  }
  expect(kills).toBe(3);
  await until("all stories", async () => (await arrived()) === stories, 180_000);
  const { rows } = await stack.owner.query(
    "select story_id, count(*)::int as n from ledger_entry where kind = 'seal' group by story_id having count(*) <> 1",
  );
  expect(rows).toEqual([]);
  const again = await stack.owner.query(
    "select count(*)::int as n from ledger_entry where kind in ('claim', 'reclaim')",
  );
  expect(again.rows[0].n).toBeGreaterThan(stories);
  expect((await stack.owner.query("select from key_grant where recipient = 'redactor'")).rowCount).toBe(0);
});
