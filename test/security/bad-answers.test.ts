// Her answers, of the right form, that say what they must not: each is a coded no, and changes nothing.

import { type CutId, daysAfter, type LedgerHead, type PermissionId } from "@ownwords/consent";
import { cutKeys, newId, newSalt } from "@ownwords/sealing/open";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { agreeAll, agreeTo, storyInReview } from "../journeys/release.ts";
import { authorHands, bare, changed, signedAs } from "./hands.ts";
import { expectYes } from "./raw.ts";
import { blinded, releaseActs } from "./release-acts.ts";
import { bytes } from "./samples.ts";
import { agreedCut, createScene, type Row, type Scene } from "./scene.ts";
import { snapshotOf } from "./snapshot.ts";

let scene: Scene;
let world: Scene["world"];
let ann: Scene["ann"];
let bea: Scene["bea"];
let hers: Scene["hers"];
let keys: Scene["keys"];
let day: Scene["day"];
let state: Scene["state"];
let cut: CutId;
let acts: ReturnType<typeof releaseActs>;
let permission: PermissionId;
const eachRefused = (rows: readonly Row[]) => scene.eachRefused(rows);
const refresh = async () => {
  await scene.refresh();
  ({ day, state } = scene);
};

beforeAll(async () => {
  scene = await createScene();
  const agreed = await agreedCut(scene);
  ({ world, ann, bea, hers, keys, day, state } = scene);
  ({ cut } = agreed);
  acts = releaseActs(scene, cut, agreed.own);
});
afterAll(() => scene.close());

/** A first yes that names another head, blinded as it should be. */
const seeing = (head: LedgerHead) => {
  const { seen, seenNonce } = blinded(head);
  return acts.answered({ seen }, { more: { seenNonce } });
};

/** A last day that no calendar has. */
const ending = (until: string) => hers.act(changed(acts.answer(), { until }));

describe("an answer", () => {
  it("is refused for other words, audiences, days and people", async () => {
    await eachRefused([
      ["a head in plain", "something-came-since", () => acts.answered({ seen: state.anchor })],
      ["an old head", "something-came-since", () => seeing(bytes(32) as LedgerHead)],
      ["without its nonce", "something-came-since", () => acts.answered({}, { more: { seenNonce: undefined } })],
      ["with another nonce", "something-came-since", () => acts.answered({}, { more: { seenNonce: newSalt() } })],
      ["a last day that no year has", "statement-is-not-signed", () => ending("2026-02-30")],
      ["a last day of the year 0", "statement-is-not-signed", () => ending("0000-00-00")],
      ["other words", "words-differ", () => acts.answered({ digest: bytes(32) as never })],
      ["another card", "words-differ", () => acts.answered({ card: bytes(32) as never })],
      ["an unknown cut", "not-found", () => acts.answered({ cut: bytes(32) as CutId })],
      ["an unknown circle", "unknown-circle", () => acts.answered({ circle: bytes(16) as never })],
      ["the support circle", "unknown-circle", () => acts.answered({ circle: world.circle("support") })],
      ["another epoch", "unknown-circle", () => acts.answered({ epoch: 2 })],
      ["no last day", "until-is-not-allowed", () => acts.answered({ until: undefined as never })],
      ["a last day that is over", "until-is-not-allowed", () => acts.answered({ until: day })],
      ["a last day too far away", "until-is-not-allowed", () => acts.answered({ until: daysAfter(day, 800) })],
      [
        "signed with the story's key",
        "statement-is-not-signed",
        () => acts.answered({}, { secret: keys.signing.secret }),
      ],
      [
        "signed with another cut's key",
        "statement-is-not-signed",
        () => acts.answered({}, { secret: cutKeys(keys, newSalt()).signing.secret }),
      ],
      ["by another author", "not-found", () => acts.answered({}, { hands: bea.hands })],
      [
        "with a grant",
        "attachments-do-not-fit",
        () =>
          acts.answered(
            {},
            {
              more: {
                grants: [
                  {
                    text: state.cuts[cut]!.digest,
                    to: "circle",
                    lock: "inner",
                    permission: bytes(16),
                    key: null,
                    box: bytes(112),
                  },
                ],
              },
            },
          ),
      ],
      [
        "a second yes without a first",
        "unknown-permission",
        () => acts.answered({ answer: "yes", first: bytes(32) as never }),
      ],
    ]);
  });

  it("twice, the second yes is refused on the same day, with an old head, or without its keys", async () => {
    permission = await ann.story.answer("yes-once", {
      cut,
      circle: world.circle("riversideTraining"),
      until: acts.lastDay,
    });
    await refresh();
    await eachRefused([
      ["on the same day", "too-early", () => acts.yes(permission)],
      ["another first yes there", "already-live", () => acts.answered()],
      ["the same permission again", "already-exists", () => acts.answered({ permission })],
    ]);
    await world.days(1);
    await refresh();
    await eachRefused([["on the next day, with no whole day between", "too-early", () => acts.yes(permission)]]);
    await world.days(1);
    await refresh();
    await eachRefused([
      ["a head in plain", "something-came-since", () => acts.yes(permission, { seen: state.anchor })],
      ["another first yes", "unknown-permission", () => acts.yes(permission, { first: bytes(32) as never })],
      ["another circle", "unknown-circle", () => acts.yes(permission, { circle: world.circle("hillsideTraining") })],
      [
        "another permission",
        "unknown-permission",
        () => acts.yes(permission, { permission: newId<PermissionId>() }, () => []),
      ],
      ["without naming the release", "release-differs", () => acts.yes(permission, { release: undefined as never })],
      ["no grants", "attachments-do-not-fit", () => acts.yes(permission, {}, () => [])],
      ["one grant", "attachments-do-not-fit", () => acts.yes(permission, {}, ([one]) => [one!])],
      [
        "one lock already off",
        "attachments-do-not-fit",
        () => acts.yes(permission, {}, (good) => good.map((grant) => ({ ...grant, lock: "inner" }))),
      ],
      [
        "for another permission",
        "attachments-do-not-fit",
        () => acts.yes(permission, {}, (good) => good.map((grant) => ({ ...grant, permission: bytes(16) }))),
      ],
      [
        "to the team as well",
        "attachments-do-not-fit",
        () =>
          acts.yes(permission, {}, (good) => [...good, { ...good[0], to: "support", lock: "one", permission: null }]),
      ],
    ]);
  });

  it("a word of hers that was said before lifts no pause that came after", async () => {
    await ann.story.pause();
    await refresh();
    const resumed = bare(
      signedAs("resumed", day, { story: keys.id, scope: "everything", seen: state.anchor }, keys.signing.secret),
    );
    expect(expectYes(await hers.act(resumed)).outcome).toBe("done");
    await ann.story.pause();
    await refresh();
    const before = await snapshotOf(world.database.owner);
    expect(expectYes(await hers.act(resumed)).outcome).toBe("repeated");
    expect(await snapshotOf(world.database.owner)).toEqual(before);
    await eachRefused([["a yes while it is paused", "paused", () => acts.yes(permission)]]);
    await ann.story.resume();
    await refresh();
  });

  it("is not kept under an id that a permission of another story has", async () => {
    const { story, words } = await storyInReview(world);
    await agreeAll(story);
    const other = await agreeTo(story);
    const hands = await authorHands(world, words);
    const theirs = await hands.keysOf(story.id);
    const { anchor, cuts } = await hands.state(story.id);
    const { digest, card: cardDigest } = cuts[other.cut]!;
    const secret = (await hands.cutKeysOf(theirs, other.cut)).signing.secret;
    const { seen, seenNonce } = blinded(anchor);
    const fields = { cut: other.cut, digest, card: cardDigest, seen };
    await eachRefused([
      [
        "hers",
        "already-exists",
        () => acts.answered({ ...fields, permission }, { secret, hands, more: { seenNonce } }),
      ],
    ]);
    expect(expectYes(await acts.answered(fields, { secret, hands, more: { seenNonce } })).outcome).toBe("done");
  });
});
