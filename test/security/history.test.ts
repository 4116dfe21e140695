// Her device reads a history that somebody with the database wrote over, the chain hashed anew each time.

import type { AuthorStory } from "@ownwords/client";
import type { LedgerHead } from "@ownwords/consent";
import { firstHead, type LedgerEntry, ledgerHead } from "@ownwords/sealing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openAs, release } from "../journeys/release.ts";
import { createWorld, type World } from "../journeys/world.ts";

let world: World;
let story: AuthorStory;
beforeAll(async () => {
  world = await createWorld();
  const released = await release(world, world.circle("riversideTraining"));
  story = released.story;
  await openAs(world, "trainer-riverside", released.permission);
  await story.pause();
});
afterAll(() => world.close());

type Row = {
  seq: number;
  day: string;
  role: string;
  organisation: string | null;
  kind: string;
  statement: string | null;
  head: string;
};

/** Writes the ledger anew, and puts it back afterwards. */
async function written(change: (rows: Row[]) => Row[], look: () => Promise<void>): Promise<void> {
  const { owner } = world.database;
  const columns = "seq, day, role, organisation, kind, statement, head";
  const { rows } = await owner.query<Row>(`select ${columns} from ledger_entry where story_id = $1 order by seq`, [
    story.id,
  ]);
  const write = async (lines: readonly Row[]) => {
    await owner.query("delete from ledger_entry where story_id = $1", [story.id]);
    for (const line of lines)
      await owner.query("insert into ledger_entry values ($1, $2, $3, $4, $5, $6, $7, $8)", [
        story.id,
        ...[line.seq, line.day, line.role, line.organisation, line.kind, line.statement, line.head],
      ]);
  };
  let head: LedgerHead = firstHead(story.id);
  const forged = change(rows.map((row) => ({ ...row }))).map((row, at) => {
    const { head: _, organisation, statement, ...rest } = { ...row, seq: at + 1 };
    head = ledgerHead(head, {
      ...rest,
      ...(organisation ? { organisation } : {}),
      ...(statement ? { statement } : {}),
    } as LedgerEntry);
    return { ...row, seq: at + 1, head };
  });
  await write(forged);
  try {
    await look();
  } finally {
    await write(rows);
  }
}

it("what was not written over verifies", async () => {
  await written(
    (rows) => rows,
    async () => expect(await story.history()).toMatchObject({ verified: true, brokenAt: null }),
  );
});

const relabelled = (kind: string, fields: Partial<Row>) => (rows: Row[]) =>
  rows.map((row) => (row.kind === kind ? { ...row, ...fields } : row));
it.each<[string, (rows: Row[]) => Row[]]>([
  ["her pause shown as a take-back", relabelled("pause", { kind: "takeBack" })],
  ["her second yes shown as a no", relabelled("confirm", { kind: "answerNo" })],
  ["an opening shown as another organisation's", relabelled("open", { organisation: "Hillside practice" })],
  ["an opening shown as hers", relabelled("open", { role: "author" })],
  ["an opening without its statement", relabelled("open", { statement: null })],
  ["an opening left out", (rows) => rows.filter(({ kind }) => kind !== "open")],
  ["her decision left out", (rows) => rows.filter(({ kind }) => kind !== "decideChanges")],
  ["days that run backwards", (rows) => [...rows.slice(0, -1), { ...rows.at(-1)!, day: rows[0]!.day }]],
  ["a line of a kind that there is not", (rows) => [...rows, { ...rows.at(-1)!, kind: "sold", statement: null }]],
])("%s does not verify", async (_, change) => {
  await written(change, async () => expect((await story.history()).verified).toBe(false));
});
