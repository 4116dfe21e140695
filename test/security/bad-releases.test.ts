// Approvals and openings that say what they must not: each is a coded no, and changes nothing.

import { createSupport, signInStaff } from "@ownwords/client";
import {
  type CutId,
  daysAfter,
  type PermissionId,
  releaseChecks,
  sessionTerms,
  type TextDigest,
} from "@ownwords/consent";
import { grantHash, statementDigest } from "@ownwords/sealing";
import { newId } from "@ownwords/sealing/open";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { approve, yesTwice } from "../journeys/release.ts";
import { until } from "../journeys/world.ts";
import { staffHands } from "./hands.ts";
import { type Answer, expectYes } from "./raw.ts";
import { releaseActs } from "./release-acts.ts";
import { bytes } from "./samples.ts";
import { agreedCut, createScene, innerBoxes, type Row, type Scene } from "./scene.ts";
import { snapshotOf } from "./snapshot.ts";

let scene: Scene;
let world: Scene["world"];
let ann: Scene["ann"];
let hers: Scene["hers"];
let keys: Scene["keys"];
let support: Scene["support"];
let approver: Scene["approver"];
let trainer: Scene["trainer"];
let day: Scene["day"];
let cut: CutId;
let acts: ReturnType<typeof releaseActs>;
let permission: PermissionId;
const eachRefused = (rows: readonly Row[]) => scene.eachRefused(rows);
const refresh = async () => {
  await scene.refresh();
  ({ day } = scene);
};

beforeAll(async () => {
  scene = await createScene();
  const agreed = await agreedCut(scene);
  ({ world, ann, hers, keys, support, approver, trainer, day } = scene);
  ({ cut } = agreed);
  acts = releaseActs(scene, cut, agreed.own);
  const circle = world.circle("riversideTraining");
  permission = await ann.story.answer("yes-once", { cut, circle, until: acts.lastDay });
  await world.days(2);
  await ann.story.confirm(permission, { until: acts.lastDay });
  await refresh();
  boxes = await innerBoxes(scene, permission);
  const [[text, box], [cardText, cardBox]] = [...boxes] as [[string, string], [string, string]];
  for (const each of [text, cardText]) junk.set(each, bytes(112));
  swapped.set(text, cardBox).set(cardText, box);
});
afterAll(() => scene.close());

let boxes: Map<string, string>;
let opened: string;
/** Boxes that open nothing, that open the other text. */
const junk = new Map<string, string>();
const swapped = new Map<string, string>();
const junkHashes = () => {
  const [text, cardText] = [...boxes.keys()].map((each) =>
    grantHash({ permission, text: each as TextDigest }, bytes(112)),
  );
  return { text, card: cardText };
};
const nothing = { text: bytes(32), card: bytes(32) };

describe("a release", () => {
  it("is not approved before its hold is over, by whoever checked, or otherwise than she said", async () => {
    await eachRefused([
      ["in the hold", "wrong-stage", () => acts.approved(permission, boxes)],
      ["with boxes that open nothing", "release-differs", () => acts.approved(permission, junk)],
      ["read in the hold", "not-due", () => approver.call("/v1/release", { permission })],
    ]);
    await world.days(8);
    await until(
      "the last check",
      async () => (await hers.state(keys.id)).permissions[permission]?.stage === "in-check",
    );
    await refresh();
    await eachRefused([
      ["by whoever checked the text", "same-person", () => acts.approved(permission, boxes, {}, support)],
      ["by a trainer", "not-yours-to-do", () => acts.approved(permission, boxes, {}, trainer)],
      ["in a colleague's name", "statement-is-not-signed", () => acts.approved(permission, boxes, { by: support.id })],
      ["without the checklist", "checklist-is-not-whole", () => acts.approved(permission, boxes, { checks: [] })],
      [
        "with all of the checklist but one",
        "checklist-is-not-whole",
        () => acts.approved(permission, boxes, { checks: releaseChecks.slice(1) }),
      ],
      ["for another release", "release-differs", () => acts.approved(permission, boxes, { release: nothing })],
      [
        "for another release, with its boxes",
        "release-differs",
        () => acts.approved(permission, junk, { release: junkHashes() }),
      ],
      ["for another second yes", "release-differs", () => acts.approved(permission, boxes, { second: bytes(32) })],
      [
        "for another circle",
        "unknown-circle",
        () => acts.approved(permission, boxes, { circle: world.circle("hillsideTraining") }),
      ],
      ["for other words", "release-differs", () => acts.approved(permission, boxes, { digest: bytes(32) })],
      [
        "for other words, with no key",
        "words-differ",
        () => acts.approved(permission, boxes, { digest: bytes(32) }, approver, () => []),
      ],
      [
        "for another permission, with no key",
        "unknown-permission",
        () => acts.approved(permission, boxes, { permission: newId() }, approver, () => []),
      ],
      ["for another permission", "release-differs", () => acts.approved(permission, boxes, { permission: newId() })],
      ["for an unknown cut", "not-found", () => acts.approved(permission, boxes, { cut: bytes(32) })],
      ["with boxes that open nothing", "release-differs", () => acts.approved(permission, junk)],
      ["with the boxes changed round", "release-differs", () => acts.approved(permission, swapped)],
      ["with no key", "attachments-do-not-fit", () => acts.approved(permission, boxes, {}, approver, () => [])],
      [
        "with one key",
        "attachments-do-not-fit",
        () => acts.approved(permission, boxes, {}, approver, ([one]) => [one!]),
      ],
      [
        "with both locks on",
        "attachments-do-not-fit",
        () =>
          acts.approved(permission, boxes, {}, approver, (grants) =>
            grants.map((grant) => ({ ...grant, lock: "outer" })),
          ),
      ],
      [
        "with a key for the desk",
        "attachments-do-not-fit",
        () =>
          acts.approved(permission, boxes, {}, approver, ([one, two]) => [
            one!,
            { ...two, to: "support", lock: "one", permission: null },
          ]),
      ],
    ]);
  });

  it("the approver's own client signs nothing when the box is not the one that she signed", async () => {
    const asked: string[] = [];
    const changedRound = async (url: string, init: RequestInit) => {
      asked.push(new URL(url).pathname);
      const response = await fetch(url, init);
      if (!url.endsWith("/v1/release")) return response;
      const found = (await response.json()) as { outer: { box: string }[] };
      const boxes = found.outer.map(({ box }) => box).reverse();
      const outer = found.outer.map((each, at) => ({ ...each, box: boxes[at] }));
      return Response.json({ ...found, outer });
    };
    const { entry, words } = world.trial.people["support-2"];
    const session = await signInStaff(world.urls.staff, world.deployment, entry.id, words, changedRound, world.clock);
    await expect(approve(createSupport(session), permission)).rejects.toMatchObject({
      code: "not-verified",
    });
    expect(asked).toContain("/v1/release");
    expect(asked).not.toContain("/v1/act");
  });

  const open = (fields: object = {}, by = trainer, session: object = {}) =>
    by.call("/v1/open", acts.opening(permission, fields, by, session));

  it("opens for nobody but its circle, for nothing but its purpose, and does not say why", async () => {
    await approve(await world.support("support-2"), permission);
    await refresh();
    const hillside = await staffHands(world, "trainer-hillside");
    const seen: string[] = [];
    const refused = (ask: () => Promise<Answer>) => async () => {
      const answer = await ask();
      seen.push(answer.text);
      return answer;
    };
    await eachRefused(
      (
        [
          ["another circle's trainer", "not-available", () => open({}, hillside)],
          ["a support worker", "not-available", () => open({}, approver)],
          ["another purpose", "not-available", () => open({}, trainer, { purpose: "e-learning" })],
          ["another day's session", "not-available", () => open({}, trainer, { day: daysAfter(day, -1) })],
          ["terms not accepted", "not-available", () => open({ terms: [] })],
          ["one term not accepted", "not-available", () => open({ terms: sessionTerms.slice(1) })],
          ["another approval", "not-available", () => open({ approval: bytes(32) })],
          ["other words", "not-available", () => open({ digest: bytes(32) })],
          ["an unknown permission", "not-available", () => open({ permission: newId() })],
          ["an unknown cut", "not-available", () => open({ cut: bytes(32) })],
          ["in a colleague's name", "not-available", () => open({ by: hillside.id })],
          ["at the door of actions", "statement-is-unknown", () => trainer.act(acts.opening(permission))],
        ] as Row[]
      ).map(([name, code, ask]) => [name, code, code === "not-available" ? refused(ask) : ask]),
    );
    expect(new Set(seen.map((text) => JSON.stringify({ ...JSON.parse(text), today: "" }))).size).toBe(1);
  });

  it("what was opened before does not open again once she took it back", async () => {
    const opening = acts.opening(permission);
    const entries = async () => (await hers.found(keys.id)).ledger.length;
    const before = await entries();
    // The same opening again opens again, and is one line of her history.
    for (let times = 0; times < 2; times++) expectYes(await trainer.call("/v1/open", opening));
    expect(await entries()).toBe(before + 1);
    opened = statementDigest(opening.signed.statement);
    await ann.story.takeBack();
    await refresh();
    await eachRefused([
      ["the same opening", "not-available", () => trainer.call("/v1/open", opening)],
      ["a new opening", "not-available", () => open()],
      ["an approval anew", "wrong-stage", () => acts.approved(permission, boxes)],
      ["a yes anew for the same permission", "wrong-stage", () => acts.yes(permission)],
    ]);
    expect(expectYes<{ releases: unknown[] }>(await trainer.call("/v1/catalogue", {})).releases).toEqual([]);
    expect((await ann.story.history()).verified).toBe(true);
  });

  it("that has no parent to compare with is not approved, and can be returned", async () => {
    permission = await yesTwice(world, ann.story, cut, world.circle("riversideElearning"));
    // Words of her own go back to the team: the version that the cut was made of is hers alone again.
    const waiting = await ann.story.proposal();
    const [change, ...others] = waiting.document.changes.map(({ id }) => id);
    await ann.story.decide(waiting, [
      { change: change!, choice: "own", words: "somebody" },
      ...others.map((id) => ({ change: id, choice: "agree" as const })),
    ]);
    const desk = await world.support("support-2");
    const before = await snapshotOf(world.database.owner);
    await expect(approve(desk, permission)).rejects.toMatchObject({ code: "nothing-to-compare" });
    await expect(desk.release(permission)).rejects.toMatchObject({ code: "nothing-to-compare" });
    // Two looks at a release are two lines of her history, and nothing else.
    const { story: _story, ledger_entry: _entries, ...rest } = before;
    expect(await snapshotOf(world.database.owner)).toMatchObject(rest);
    expect((await hers.state(keys.id)).permissions[permission]!.stage).toBe("in-check");
    await desk.return(permission, "words-do-not-match");
    expect((await hers.state(keys.id)).permissions[permission]!.stage).toBe("returned");
  });

  it("and nothing of her, of the staff or of any id is in the log", () => {
    const logged = world.logged.join("");
    expect(logged).toContain("stage.moved");
    for (const secret of [
      keys.id,
      cut,
      permission,
      trainer.id,
      support.id,
      hers.token,
      trainer.token,
      hers.account.signing.verifyKey,
      opened,
      ...ann.words.filter((word) => word.length > 4),
    ])
      expect(logged).not.toContain(secret);
  });
});
