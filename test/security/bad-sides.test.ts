// What the two sides must not do for each other, and what no cut may be made of.

import { signWith } from "@ownwords/client";
import type { CutId } from "@ownwords/consent";
import { type CutKeys, cutKeys, newSalt } from "@ownwords/sealing/open";
import { grantTo, sealText } from "@ownwords/sealing/seal";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { agreeAll, card, storyInReview } from "../journeys/release.ts";
import { authorHands, bare, type StaffHands, signedAs, staffHands } from "./hands.ts";
import { expectProblem, expectYes } from "./raw.ts";
import { bytes } from "./samples.ts";
import { createScene, type Row, type Scene } from "./scene.ts";

let scene: Scene;
let world: Scene["world"];
let ann: Scene["ann"];
let bea: Scene["bea"];
let hers: Scene["hers"];
let keys: Scene["keys"];
let notice: Scene["notice"];
let support: Scene["support"];
let approver: Scene["approver"];
let trainer: Scene["trainer"];
let day: Scene["day"];
let state: Scene["state"];
const eachRefused = (rows: readonly Row[]) => scene.eachRefused(rows);
const refresh = async () => {
  await scene.refresh();
  ({ day, state } = scene);
};

beforeAll(async () => {
  scene = await createScene();
  ({ world, ann, bea, hers, keys, notice, support, approver, trainer, day, state } = scene);
});
afterAll(() => scene.close());

describe("the two sides", () => {
  it("do not act for each other", async () => {
    const by = support.id;
    const erased = (hands: StaffHands) => bare(signedAs("erased", day, { story: keys.id, by: hands.id }, hands.secret));
    const stop = bare(
      signedAs("stopped", day, { story: keys.id, what: "erase", scope: "everything" }, keys.signing.secret),
    );
    const paused = (reason: "incident" | "support", secret = support.secret) =>
      bare(signedAs("paused", day, { story: keys.id, reason, by }, secret));
    await eachRefused([
      ["her stop at the staff's door", "not-yours-to-do", () => support.act(stop)],
      ["her stop by another author", "not-found", () => bea.hands.act(stop)],
      ["a worker's pause at hers", "not-yours-to-do", () => hers.act(paused("support"))],
      ["an incident by a worker", "not-yours-to-do", () => support.act(paused("incident"))],
      ["a pause in a colleague's name", "not-yours-to-do", () => approver.act(paused("support"))],
      [
        "a pause with a colleague's key",
        "statement-is-not-signed",
        () => support.act(paused("support", approver.secret)),
      ],
      ["an erasure by a worker", "not-yours-to-do", () => support.act(erased(support))],
      ["an erasure by a trainer", "not-yours-to-do", () => trainer.act(erased(trainer))],
      [
        "a hold by a trainer",
        "not-yours-to-do",
        () =>
          trainer.act(
            bare(signedAs("held", day, { story: keys.id, hold: "legal", does: "set", by: trainer.id }, trainer.secret)),
          ),
      ],
      ["a directory by a worker", "not-yours-to-do", () => support.call("/v1/publish-directory", world.trial.signed)],
      ["the desk, by a trainer", "not-yours-to-do", () => trainer.call("/v1/desk", {})],
      ["the catalogue, by a worker", "not-yours-to-do", () => support.call("/v1/catalogue", {})],
      ["a text, by a trainer", "not-yours-to-do", () => trainer.call("/v1/read", { story: keys.id })],
      [
        "a circle's secret to a member who has it",
        "already-exists",
        () =>
          trainer.call("/v1/share-circle", {
            circle: world.circle("riversideTraining"),
            epoch: 1,
            member: trainer.id,
            box: bytes(112),
          }),
      ],
      [
        "a circle's secret to somebody outside",
        "unknown-circle",
        () =>
          trainer.call("/v1/share-circle", {
            circle: world.circle("riversideTraining"),
            epoch: 1,
            member: support.id,
            box: bytes(112),
          }),
      ],
      [
        "a circle's secret from outside",
        "not-yours-to-do",
        () =>
          support.call("/v1/share-circle", {
            circle: world.circle("riversideTraining"),
            epoch: 1,
            member: trainer.id,
            box: bytes(112),
          }),
      ],
      [
        "a secret of another epoch",
        "unknown-circle",
        () =>
          trainer.call("/v1/share-circle", {
            circle: world.circle("riversideTraining"),
            epoch: 2,
            member: trainer.id,
            box: bytes(112),
          }),
      ],
    ]);
  });
  it("a directory that is old, changed or signed by a stranger is refused", async () => {
    const steward = await staffHands(world, "steward");
    const { directory, signatures } = world.trial.signed;
    const publish =
      (changed: object, signed: object[] = [...signatures]) =>
      () =>
        steward.call("/v1/publish-directory", { directory: changed, signatures: signed });
    await eachRefused([
      ["the same again", "directory-is-refused", publish(directory)],
      [
        "a later one, signed, that skips a serial",
        "directory-is-refused",
        () => steward.call("/v1/publish-directory", signWith({ ...directory, serial: 3 }, world.trial.stewards)),
      ],
      ["a later serial that nobody signed", "directory-is-refused", publish({ ...directory, serial: 2 })],
      ["no signature", "directory-is-refused", publish(directory, [])],
      [
        "a signature of nobody's",
        "directory-is-refused",
        publish({ ...directory, serial: 2 }, [{ steward: bytes(32), signature: bytes(64) }]),
      ],
      ["nothing", "directory-is-refused", publish({})],
      [
        "something deep",
        "directory-is-refused",
        publish({ serial: Array.from({ length: 500 }).reduce((inner) => [inner], 1) as never }),
      ],
    ]);
  });
});

describe("agreeing", () => {
  const agreed = async (
    fields: object = {},
    cut: CutKeys = cutKeys(keys, newSalt()),
    of: string = cut.id,
    secrets = [keys.signing.secret, cut.signing.secret],
    { hands = hers, more = { cutSalt: newSalt() } as object } = {},
  ) => {
    const text = sealText({ document: { v: 1 }, kind: "cut", of: of as CutId, producer: "author" });
    const cardText = sealText({ document: card, kind: "card", of: of as CutId, producer: "author" });
    const supportKey = world.trial.circles.support.circle.sealingKey;
    const grants = [text, cardText].flatMap((each) =>
      (["author", "support"] as const).map((to) => ({
        text: each.digest,
        to,
        lock: "one",
        permission: null,
        key: null,
        box: grantTo(each.key, each.digest, to === "author" ? keys.sealing.sealingKey : supportKey),
      })),
    );
    const said = {
      story: keys.id,
      cut: cut.id,
      cutKey: cut.signing.verifyKey,
      digest: text.digest,
      card: cardText.digest,
      parent: state.text,
      seen: state.anchor,
      notice,
      ...fields,
    };
    return hands.act({
      signed: signedAs("agreed", day, said as never, ...secrets),
      texts: [text.sealed, cardText.sealed],
      grants,
      ...more,
    });
  };
  it("is refused before every change is decided", async () => {
    const decided =
      (decisions: object[], fields: object = {}) =>
      () =>
        hers.act(
          bare(
            signedAs(
              "decided",
              day,
              { story: keys.id, digest: state.text, decisions, seen: state.anchor, ...fields } as never,
              keys.signing.secret,
            ),
          ),
        );
    const [one, ...others] = state.checked!.changes.map((change) => ({ change, choice: "agree" }));
    await eachRefused([
      ["nothing decided", "changes-are-not-decided", () => agreed()],
      ["one left out", "changes-are-not-decided", decided(others)],
      ["one twice", "changes-are-not-decided", decided([one!, one!, ...others.slice(1)])],
      ["one too many", "changes-are-not-decided", decided([one!, ...others, { change: bytes(16), choice: "cut" }])],
      ["of another text", "parent-is-not-in-force", decided([one!, ...others], { digest: bytes(32) })],
      ["with an old head", "something-came-since", decided([one!, ...others], { seen: bytes(32) })],
    ]);
  });
  it("is refused for what is not in force, not hers, or not of its own key", async () => {
    await agreeAll(ann.story);
    await refresh();
    const other = cutKeys(keys, newSalt());
    const stale = await hers.act(
      bare(signedAs("kept", day, { story: keys.id, seen: state.anchor }, keys.signing.secret)),
    );
    expectProblem(stale, "wrong-stage");
    await eachRefused([
      ["another parent", "parent-is-not-in-force", () => agreed({ parent: bytes(32) })],
      ["an old head", "something-came-since", () => agreed({ seen: bytes(32) })],
      [
        "a cut id that is not its key's",
        "statement-is-not-signed",
        () => agreed({ cut: bytes(32) }, undefined, bytes(32)),
      ],
      ["another cut's key", "statement-is-not-signed", () => agreed({ cutKey: other.signing.verifyKey })],
      [
        "not signed by the cut",
        "statement-is-not-signed",
        () => agreed({}, undefined, undefined, [keys.signing.secret, keys.signing.secret]),
      ],
      [
        "not signed by the story",
        "statement-is-not-signed",
        () => agreed({}, undefined, undefined, [bea.keys.signing.secret, other.signing.secret]),
      ],
      ["texts of another cut", "sealed-text-is-wrong", () => agreed({}, undefined, other.id)],
      ["texts of the story", "sealed-text-is-wrong", () => agreed({}, undefined, keys.id)],
      ["another digest", "attachments-do-not-fit", () => agreed({ digest: bytes(32) })],
      ["no card", "attachments-do-not-fit", () => agreed({ card: bytes(32) })],
      ["no salt", "cut-is-wrong", () => agreed({}, undefined, undefined, undefined, { more: {} })],
    ]);
    expect(expectProblem(await agreed({ seen: bytes(32) }), "something-came-since").head).toBe(state.anchor);
  });
  it("is refused under an id that a cut of another story has", async () => {
    const own = cutKeys(keys, newSalt());
    expect(expectYes(await agreed({}, own)).outcome).toBe("done");
    const { story, words } = await storyInReview(world);
    await agreeAll(story);
    const hands = await authorHands(world, words);
    const theirs = await hands.keysOf(story.id);
    const { text: parent, anchor: seen } = await hands.state(story.id);
    const secrets = [theirs.signing.secret, own.signing.secret];
    await eachRefused([
      ["hers", "already-exists", () => agreed({ story: story.id, parent, seen }, own, undefined, secrets, { hands })],
    ]);
  });
});
