// What most of these tests begin with: Ann's story that waits for her, Bea's draft, everybody's keys in the hand.

import { draftOf } from "@ownwords/client";
import type { CutId, Day, GrantHash, PermissionId, StatementOf, StoryState, TextDigest } from "@ownwords/consent";
import type { ProblemCode } from "@ownwords/contracts";
import { type CutKeys, takeOuterLockOff } from "@ownwords/sealing/open";
import { query } from "@ownwords/store";
import { expect } from "vitest";
import { agreeAll, agreeTo, storyInReview, syntheticStory } from "../journeys/release.ts";
import { createWorld } from "../journeys/world.ts";
import { authorHands, staffHands } from "./hands.ts";
import { type Answer, expectProblem } from "./raw.ts";
import { snapshotOf } from "./snapshot.ts";

export type Row = readonly [name: string, code: ProblemCode, ask: () => Promise<Answer>];
export type Scene = Awaited<ReturnType<typeof createScene>>;

export async function createScene() {
  const world = await createWorld();
  const notice = world.trial.signed.directory.notices[0] as unknown as StatementOf<"sent">["notice"];
  const { space, words } = await world.newSpace();
  const draft = await space.newStory();
  await draft.saveDraft(draftOf("A synthetic line about a garden."));
  const hands = await authorHands(world, words);
  const bea = { hands, space, words, story: draft, keys: await hands.keysOf(draft.id) };
  const ann = await storyInReview(world, syntheticStory);
  const hers = await authorHands(world, ann.words);
  const keys = await hers.keysOf(ann.story.id);
  const { owner } = world.database;

  const scene = {
    world,
    notice,
    bea,
    ann,
    hers,
    keys,
    support: await staffHands(world, "support-1"),
    approver: await staffHands(world, "support-2"),
    trainer: await staffHands(world, "trainer-riverside"),
    /** As of the last `refresh`. */
    day: "" as Day,
    state: {} as StoryState,
    refresh: async () => {
      scene.day = await world.today();
      scene.state = await hers.state(keys.id);
    },
    /** Runs rows one after the other; each may change nothing. */
    eachRefused: async (rows: readonly Row[]): Promise<void> => {
      const before = await snapshotOf(owner);
      for (const [name, code, ask] of rows) {
        const answer = await ask();
        try {
          expectProblem(answer, code);
          expect(await snapshotOf(owner)).toEqual(before);
        } catch (error) {
          throw new Error(`${name}: ${answer.text}`, { cause: error });
        }
      }
    },
    close: () => world.close(),
  };
  await scene.refresh();
  return scene;
}

/** A cut of Ann's, agreed to, with its keys. */
export async function agreedCut(scene: Scene): Promise<{ cut: CutId; own: CutKeys }> {
  await agreeAll(scene.ann.story);
  const { cut } = await agreeTo(scene.ann.story);
  await scene.refresh();
  return { cut, own: await scene.hers.cutKeysOf(scene.keys, cut) };
}

/** The boxes of a release with the outer lock off, as only the support circle makes them. */
export async function innerBoxes({ world, state }: Scene, permission: PermissionId): Promise<Map<string, string>> {
  const { digest, card: cardDigest } = state.cuts[state.permissions[permission]!.cut]!;
  const release = state.permissions[permission]!.release!;
  const outer = await query<{ text: string; box: string }>(
    world.database.owner,
    "select text, box from key_grant where permission_id = $1 and lock = 'outer'",
    [permission],
  );
  const inner = (text: TextDigest, hash: GrantHash) => {
    const { box } = outer.find((each) => each.text === text)!;
    return takeOuterLockOff(box, world.trial.circles.support.pair, { permission, text }, hash)!;
  };
  return new Map([
    [digest, inner(digest, release.text)],
    [cardDigest, inner(cardDigest, release.card)],
  ]);
}
