// A service that lies: her device signs only about what she signed before, and the desk seals to nobody else's key. Either
// nothing is sent, or it says what is true.

import {
  type AuthorStory,
  createAuthor,
  createSupport,
  createTrainer,
  draftOf,
  type Support,
  signInStaff,
  type Trainer,
} from "@ownwords/client";
import { type CutId, daysAfter, type PermissionId } from "@ownwords/consent";
import { hash, type Signed, statementDigest } from "@ownwords/sealing";
import { newSalt, newSigningPair } from "@ownwords/sealing/open";
import { grantTo, sealText } from "@ownwords/sealing/seal";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { approve } from "../journeys/release.ts";
import { until } from "../journeys/world.ts";
import { signedAs } from "./hands.ts";
import { aboutState, type Lies, liar, type Story, without } from "./lying.ts";
import { releaseActs } from "./release-acts.ts";
import { bytes } from "./samples.ts";
import { agreedCut, createScene, type Scene } from "./scene.ts";

let scene: Scene;
let cut: CutId;
let acts: ReturnType<typeof releaseActs>;
let permission: PermissionId;
const told = liar();
let devices: Record<"ann" | "bea", AuthorStory>;
let desk: Support;
let library: Trainer;

beforeAll(async () => {
  scene = await createScene();
  const agreed = await agreedCut(scene);
  cut = agreed.cut;
  acts = releaseActs(scene, cut, agreed.own);
  permission = await scene.ann.story.answer("yes-once", {
    cut,
    circle: scene.world.circle("riversideTraining"),
    until: acts.lastDay,
  });
  await scene.world.days(2);
  await scene.refresh();

  const { world, ann, bea } = scene;
  const device = createAuthor(world.urls.intake, world.deployment, told.fetchFn, world.clock);
  devices = {
    ann: await (await device.signIn(ann.words)).story(ann.story.id),
    bea: await (await device.signIn(bea.words)).story(bea.story.id),
  };
  const signedIn = (person: "support-2" | "trainer-riverside") => {
    const { entry, words } = world.trial.people[person];
    return signInStaff(world.urls.staff, world.deployment, entry.id, words, told.fetchFn, world.clock);
  };
  desk = createSupport(await signedIn("support-2"));
  library = createTrainer(await signedIn("trainer-riverside"));
});
afterAll(() => scene.close());

/** Her device, while the service tells these lies. */
const herDevice = (lies: Lies, who: "ann" | "bea" = "ann") => {
  told.tell(lies);
  return { story: devices[who], said: told.said };
};
const answerHillside = (story: Scene["ann"]["story"]) =>
  story.answer("yes-once", { cut, circle: scene.world.circle("hillsideTraining"), until: acts.lastDay });

describe("her first yes", () => {
  it("is about the words that she agreed to, whatever the service says they are", async () => {
    const lies = aboutState(({ cuts }) => ({
      cuts: { ...cuts, [cut]: { ...cuts[cut], digest: bytes(32), card: bytes(32), parent: bytes(32) } },
    }));
    const { story, said } = herDevice(lies);
    await answerHillside(story);
    const { body } = said()[0]!;
    const { digest, card } = scene.state.cuts[cut]!;
    expect(body.signed.statement).toMatchObject({ cut, digest, card, circle: scene.world.circle("hillsideTraining") });
    await scene.refresh();
  });

  const forged = () => {
    const { keys, day, notice, state } = scene;
    const mallory = newSigningPair();
    const { digest, card, parent } = state.cuts[cut]!;
    const said = {
      story: keys.id,
      cut,
      cutKey: mallory.verifyKey,
      digest: card,
      card: digest,
      parent,
      seen: state.anchor,
    };
    return signedAs("agreed", day, { ...said, notice }, mallory.secret, mallory.secret);
  };
  it.each<[string, Lies]>([
    ["hides what she agreed to", without(({ type }) => type === "agreed")],
    [
      "gives a statement that somebody else signed",
      {
        story: (found: Story) => ({
          ...found,
          statements: [forged(), ...found.statements.filter(({ statement }) => statement.type !== "agreed")],
        }),
      },
    ],
    [
      "changes what she signed",
      {
        story: (found: Story) => ({
          ...found,
          statements: found.statements.map(({ statement, signatures }) =>
            statement.type === "agreed"
              ? { statement: { ...statement, digest: bytes(32) }, signatures }
              : { statement, signatures },
          ),
        }),
      },
    ],
    ["gives another salt", { story: (found: Story) => ({ ...found, cutSalts: [{ cut, salt: newSalt() }] }) }],
    ["gives no salt", { story: (found: Story) => ({ ...found, cutSalts: [] }) }],
    ["gives another story", { story: (found: Story) => ({ ...found, state: { ...found.state, id: bytes(32) } }) }],
    ["gives another key", { story: (found: Story) => ({ ...found, keys: { ...found.keys, verify: bytes(32) } }) }],
    [
      "gives a circle another key",
      {
        directory: (found: { directory: { circles: object[] } }) => ({
          ...found,
          directory: {
            ...found.directory,
            circles: found.directory.circles.map((circle) => ({ ...circle, sealingKey: bytes(32) })),
          },
        }),
      },
    ],
    ["gives a directory that nobody signed", { directory: (found) => ({ ...found, signatures: [] }) }],
  ])("is not given, and nothing is sent, when the service %s", async (_name, lies) => {
    const { story, said } = herDevice(lies);
    await expect(answerHillside(story)).rejects.toMatchObject({
      code: expect.stringMatching(/^(not-verified|directory-refused)$/),
    });
    expect(said()).toEqual([]);
  });
});

describe("her second yes", () => {
  const confirm = (story: Scene["ann"]["story"]) => story.confirm(permission, { until: acts.lastDay });
  it.each<[string, string, Lies]>([
    ["hides her first", "nothing-to-decide", without((said) => said.type === "answered")],
    [
      "gives the first that a stranger signed",
      "nothing-to-decide",
      {
        story: (found: Story) => ({
          ...found,
          statements: found.statements.map((each) =>
            each.statement.type === "answered"
              ? signedAs(
                  "answered",
                  scene.day,
                  { ...each.statement, circle: scene.world.circle("hillsideTraining") },
                  newSigningPair().secret,
                )
              : each,
          ),
        }),
      },
    ],
    [
      "says that days have passed",
      "clock-differs",
      { directory: (found) => ({ ...found, today: { n: found.today.n + 2, date: daysAfter(found.today.date, 2) } }) },
    ],
    ["hides what she agreed to", "nothing-to-decide", without(({ type }) => type === "agreed")],
    ["gives another salt", "not-verified", { story: (found) => ({ ...found, cutSalts: [{ cut, salt: newSalt() }] }) }],
  ])("is not given, and nothing is sent, when the service %s", async (_name, code, lies) => {
    const { story, said } = herDevice(lies);
    await expect(confirm(story)).rejects.toMatchObject({ code });
    expect(said()).toEqual([]);
  });

  it("hands on the key of these words and of no others, whichever key the service gives", async () => {
    const original = scene.state.texts.find(({ kind }) => kind === "sent")!.digest;
    const other = JSON.parse((await scene.hers.call("/v1/text", { story: scene.keys.id, digest: original })).text);
    for (const lie of [
      (found: object) => ({ ...found, box: other.box }),
      () => other,
      (found: object) => ({ ...found, sealed: other.sealed }),
    ]) {
      const { story, said } = herDevice({ text: lie });
      await expect(confirm(story)).rejects.toMatchObject({ code: "not-verified" });
      expect(said()).toEqual([]);
    }
  });

  it("is for the audience, the words and the first yes that she signed, whatever the service says", async () => {
    const hillside = scene.world.circle("hillsideTraining");
    const lies = aboutState(({ cuts, permissions }) => ({
      cuts: { ...cuts, [cut]: { ...cuts[cut], digest: bytes(32), card: bytes(32) } },
      permissions: {
        ...permissions,
        [permission]: {
          ...permissions[permission],
          circle: hillside,
          epoch: 7,
          copies: true,
          first: bytes(32),
          cut: bytes(32),
        },
      },
    }));
    const { story, said } = herDevice(lies);
    const first = scene.state.permissions[permission]!.first;
    await confirm(story);
    const { body } = said()[0]!;
    const { digest, card } = scene.state.cuts[cut]!;
    const riverside = scene.world.circle("riversideTraining");
    expect(body.signed.statement).toMatchObject({
      cut,
      digest,
      card,
      circle: riverside,
      epoch: 1,
      copies: false,
      first,
    });
    expect(body.grants.map(({ text }) => text)).toEqual([digest, card]);
    await scene.refresh();
    expect(scene.state.permissions[permission]!.stage).toBe("holding");
  });
});

describe("a draft that somebody else sealed to her", () => {
  it("is not shown, is not sent, and is not what she goes on writing from", async () => {
    const { bea } = scene;
    const { id, sealing } = bea.keys;
    const forged = sealText({ document: draftOf("Not her words."), kind: "draft", of: id, producer: "author" });
    const lies: Lies = {
      story: (found: Story) => ({
        ...found,
        state: { ...found.state, texts: [{ digest: forged.digest, kind: "draft" }] },
      }),
      text: () => ({ sealed: forged.sealed, box: grantTo(forged.key, forged.digest, sealing.sealingKey) }),
    };
    const { story, said } = herDevice(lies, "bea");
    await expect(story.draft()).rejects.toMatchObject({ code: "not-verified" });
    await expect(story.send()).rejects.toMatchObject({ code: "nothing-to-decide" });
    expect(said()).toEqual([]);
    expect((await bea.story.draft())?.paragraphs[0]?.words).toContain("garden");
  });
  it("nor is a draft of another of her stories, or one that is not the one asked for", async () => {
    const other = await scene.bea.space.newStory();
    await other.saveDraft(draftOf("A synthetic line about a river."));
    const found = await scene.bea.hands.found(other.id);
    const text = await scene.bea.hands.call("/v1/text", { story: other.id, digest: found.state.texts[0]!.digest });
    const { story, said } = herDevice({ text: () => JSON.parse(text.text) }, "bea");
    await expect(story.draft()).rejects.toMatchObject({ code: "not-verified" });
    await expect(story.send()).rejects.toMatchObject({ code: "nothing-to-decide" });
    expect(said()).toEqual([]);
  });
});

describe("the desk", () => {
  it("reads nothing of a story whose key the service has changed", async () => {
    const mallory = scene.bea.keys.sealing.sealingKey;
    told.tell({
      read: (found: Story) => ({ ...found, keys: { ...found.keys, sealing: mallory } }),
    });
    await expect(desk.read(scene.keys.id)).rejects.toMatchObject({ code: "not-verified" });
    expect(told.said()).toEqual([]);
  });
  it("approves nothing whose statements do not hold together", async () => {
    await scene.world.days(8);
    const stage = async () => (await scene.hers.state(scene.keys.id)).permissions[permission]?.stage;
    await until("the last check", async () => (await stage()) === "in-check");
    type Found = { chain: { first: Signed; second: Signed; parent: { checked: Signed } } };
    const rows: Lies[] = [
      { release: (found: Found) => ({ ...found, chain: { ...found.chain, second: found.chain.first } }) },
      { release: (found: Found) => ({ ...found, chain: { ...found.chain, cutKey: bytes(32) } }) },
      { release: (found: Found) => ({ ...found, chain: { ...found.chain, parent: undefined } }) },
      { release: (found) => ({ ...found, text: found.card }) },
      { release: (found) => ({ ...found, parent: found.text }) },
      { release: (found) => ({ ...found, outer: [] }) },
    ];
    for (const lies of rows) {
      told.tell(lies);
      await expect(approve(desk, permission)).rejects.toMatchObject({
        code: "not-verified",
      });
      expect(told.said()).toEqual([]);
    }
    told.tell({});
    await approve(desk, permission);
  });
  it("and a trainer is shown nothing that was not approved for exactly these words", async () => {
    type Given = { releases: { chain: { first: Signed; second: Signed; approved: Signed }; card: object }[] };
    const each = (change: (release: Given["releases"][number]) => object): Lies => ({
      catalogue: ({ releases }: Given) => ({ releases: releases.map(change) }),
    });
    const rows = [
      each((release) => ({ ...release, chain: { ...release.chain, approved: release.chain.second } })),
      each((release) => ({ ...release, chain: { ...release.chain, second: release.chain.first } })),
      each((release) => ({ ...release, permission: bytes(16) })),
      each((release) => ({
        ...release,
        chain: { ...release.chain, approved: forgedApproval(release.chain.approved) },
      })),
    ];
    for (const lies of rows) {
      told.tell(lies);
      expect(await library.catalogue()).toEqual([]);
    }
    told.tell({});
    expect(await library.catalogue()).toHaveLength(1);
  });
  const forgedApproval = ({ statement }: Signed): Signed => ({
    statement,
    signatures: [
      Buffer.from(hash("not", statementDigest(statement)).repeat(2))
        .toString("base64url")
        .slice(0, 86),
    ],
  });
});
