// Drafts and sendings of the right form that say what they must not: each is a coded no, and changes nothing.

import { daysAfter } from "@ownwords/consent";
import { newSalt, newSigningPair, type SigningSecret } from "@ownwords/sealing/open";
import { grantTo, type SealedNow, sealText } from "@ownwords/sealing/seal";
import { query } from "@ownwords/store";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signedAs } from "./hands.ts";
import { bytes } from "./samples.ts";
import { createScene, type Row, type Scene } from "./scene.ts";

let scene: Scene;
let world: Scene["world"];
let bea: Scene["bea"];
let hers: Scene["hers"];
let keys: Scene["keys"];
let notice: Scene["notice"];
let support: Scene["support"];
let day: Scene["day"];
let state: Scene["state"];
const eachRefused = (rows: readonly Row[]) => scene.eachRefused(rows);
beforeAll(async () => {
  scene = await createScene();
  ({ world, bea, hers, keys, notice, support, day, state } = scene);
});
afterAll(() => scene.close());

describe("a draft", () => {
  const save = async (change: object, header: object = {}, hands = bea.hands, own = bea.keys) => {
    const text = sealText({ document: { v: 1 }, kind: "draft", of: own.id, producer: "author" });
    const previous = (await bea.hands.state(bea.keys.id)).texts[0]!.digest;
    return hands.call("/v1/save-draft", {
      story: own.id,
      verifyKey: own.signing.verifyKey,
      sealingKey: own.sealing.sealingKey,
      salt: newSalt(),
      sealed: { ...text.sealed, header: { ...text.sealed.header, ...header } },
      box: grantTo(text.key, text.digest, own.sealing.sealingKey),
      previous,
      ...change,
    });
  };
  const ciphertextOf = (length: number) => async () => {
    const { sealed } = sealText({ document: { v: 1 }, kind: "draft", of: bea.keys.id, producer: "author" });
    return save({ sealed: { ...sealed, ciphertext: bytes(length) } });
  };
  it("that is not hers, not whole, or not the next one is refused", async () => {
    const { sealed } = sealText({ document: { v: 1 }, kind: "sent", of: bea.keys.id, producer: "author" });
    await eachRefused([
      ["of another story", "sealed-text-is-wrong", () => save({}, { of: keys.id })],
      ["of another kind", "sealed-text-is-wrong", () => save({}, { kind: "sent" })],
      ["of a cut's kind", "sealed-text-is-wrong", () => save({}, { kind: "cut" })],
      ["sealed as sent", "sealed-text-is-wrong", () => save({ sealed })],
      ["a byte short of its padding", "sealed-text-is-wrong", ciphertextOf(4096 + 15)],
      ["a byte beyond its padding", "sealed-text-is-wrong", ciphertextOf(4096 + 17)],
      ["of a length that no padding gives", "sealed-text-is-wrong", ciphertextOf(68 * 1024 + 16)],
      ["nothing but a tag", "sealed-text-is-wrong", ciphertextOf(16)],
      ["longer than any text", "malformed", ciphertextOf(1024 * 1024 + 17)],
      ["with keys of another story", "story-keys-are-wrong", () => save({ verifyKey: keys.signing.verifyKey })],
      ["with another sealing key", "story-keys-are-wrong", () => save({ sealingKey: keys.sealing.sealingKey })],
      ["after a draft that is not the last", "draft-moved-on", () => save({ previous: bytes(32) })],
      ["as if there were none", "draft-moved-on", () => save({ previous: null })],
      [
        "under the keys of somebody else's story",
        "draft-is-closed",
        () => save({ previous: null }, {}, bea.hands, keys),
      ],
    ]);
  });
  it("and a story of somebody else are as if they were not there", async () => {
    const unknown = await bea.hands.call("/v1/story", { story: bytes(32) });
    await eachRefused([
      ["her story", "not-found", () => bea.hands.call("/v1/story", { story: keys.id })],
      ["her text", "not-found", () => bea.hands.call("/v1/text", { story: keys.id, digest: state.text })],
      [
        "her text in my story",
        "not-found",
        () => bea.hands.call("/v1/text", { story: bea.keys.id, digest: state.text }),
      ],
      ["a draft at the desk", "not-found", () => support.call("/v1/read", { story: bea.keys.id })],
    ]);
    expect(await bea.hands.call("/v1/story", { story: keys.id })).toEqual(unknown);
  });
});

describe("sending", () => {
  type Sent = { text: SealedNow; signed: object; grants: Record<string, unknown>[] };
  const make = async (
    fields: object = {},
    secret: SigningSecret = bea.keys.signing.secret,
    on = day,
  ): Promise<Sent> => {
    const text = sealText({ document: { v: 1 }, kind: "sent", of: bea.keys.id, producer: "author" });
    const [week] = await query<{ id: string; key: never }>(
      world.database.owner,
      "select id, sealing_key as key from redactor_key",
    );
    const signed = signedAs(
      "sent",
      on,
      {
        story: bea.keys.id,
        digest: text.digest,
        mode: "service",
        redactorKey: week!.id as never,
        alone: true,
        notice,
        ...fields,
      } as never,
      secret,
    );
    const grant = { text: text.digest, lock: "one", permission: null };
    return {
      text,
      signed,
      grants: [
        { ...grant, to: "author", key: null, box: grantTo(text.key, text.digest, bea.keys.sealing.sealingKey) },
        { ...grant, to: "redactor", key: week!.id, box: grantTo(text.key, text.digest, week!.key) },
      ],
    };
  };
  const send = async (change: (sent: Sent) => object = () => ({}), made = make(), hands = bea.hands) => {
    const sent = await made;
    return hands.act({ signed: sent.signed, texts: [sent.text.sealed], grants: sent.grants, ...change(sent) });
  };
  const withHeader = (header: object) => (sent: Sent) => ({
    texts: [{ ...sent.text.sealed, header: { ...sent.text.sealed.header, ...header } }],
  });
  const withGrant = (at: number, change: object) => (sent: Sent) => ({
    grants: sent.grants.map((grant, index) => (index === at ? { ...grant, ...change } : grant)),
  });
  it("goes only whole, signed with her key, to whom it may go", async () => {
    const stranger = newSigningPair().secret;
    const twoOf = (sent: Sent) => ({ texts: [sent.text.sealed, sent.text.sealed] });
    const signedTwice = ({ signed }: Sent) => ({ signed: { ...signed, signatures: [bytes(64), bytes(64)] } });
    await eachRefused([
      ["no text", "attachments-do-not-fit", () => send(() => ({ texts: [] }))],
      ["two texts", "attachments-do-not-fit", () => send(twoOf)],
      ["no grants", "attachments-do-not-fit", () => send(() => ({ grants: [] }))],
      ["no grant to her", "attachments-do-not-fit", () => send(({ grants }) => ({ grants: grants.slice(1) }))],
      [
        "one grant too many",
        "attachments-do-not-fit",
        () => send(({ grants }) => ({ grants: [...grants, grants[0]] })),
      ],
      [
        "the same grant twice",
        "attachments-do-not-fit",
        () => send(({ grants }) => ({ grants: [grants[0], grants[0]] })),
      ],
      ["a grant to support", "attachments-do-not-fit", () => send(withGrant(1, { to: "support" }))],
      [
        "a grant to a circle",
        "attachments-do-not-fit",
        () => send(withGrant(1, { to: "circle", lock: "inner", permission: bytes(16) })),
      ],
      ["another lock", "attachments-do-not-fit", () => send(withGrant(0, { lock: "inner" }))],
      ["a grant of a permission", "attachments-do-not-fit", () => send(withGrant(0, { permission: bytes(16) }))],
      ["a grant of another text", "attachments-do-not-fit", () => send(withGrant(0, { text: bytes(32) }))],
      ["a grant of somebody else's text", "attachments-do-not-fit", () => send(withGrant(0, { text: state.text }))],
      ["a text of another story", "sealed-text-is-wrong", () => send(withHeader({ of: keys.id }))],
      ["a draft", "sealed-text-is-wrong", () => send(withHeader({ kind: "draft" }))],
      ["a text of another kind", "attachments-do-not-fit", () => send(withHeader({ kind: "checked" }))],
      ["a card", "sealed-text-is-wrong", () => send(withHeader({ kind: "card" }))],
      ["a text under another header", "attachments-do-not-fit", () => send(withHeader({ versionNo: 7 }))],
      [
        "a text with a byte changed",
        "attachments-do-not-fit",
        () => send(({ text }) => ({ texts: [{ ...text.sealed, ciphertext: bytes(4096 + 16) }] })),
      ],
      [
        "a text cut short",
        "sealed-text-is-wrong",
        () => send(({ text }) => ({ texts: [{ ...text.sealed, ciphertext: text.sealed.ciphertext.slice(4) }] })),
      ],
      [
        "bits that stray",
        "sealed-text-is-wrong",
        () =>
          send(({ text }) => ({ texts: [{ ...text.sealed, ciphertext: `${text.sealed.ciphertext.slice(0, -1)}_` }] })),
      ],
      ["another digest", "attachments-do-not-fit", () => send(undefined, make({ digest: bytes(32) }))],
      ["no redactor key", "redactor-key-is-over", () => send(undefined, make({ redactorKey: undefined }))],
      ["an unknown redactor key", "redactor-key-is-over", () => send(undefined, make({ redactorKey: bytes(16) }))],
      ["the other mode's grants", "attachments-do-not-fit", () => send(undefined, make({ mode: "device" }))],
      ["signed by a stranger", "statement-is-not-signed", () => send(undefined, make({}, stranger))],
      ["signed by another author", "statement-is-not-signed", () => send(undefined, make({}, keys.signing.secret))],
      [
        "signed with her account",
        "statement-is-not-signed",
        () => send(undefined, make({}, bea.hands.account.signing.secret)),
      ],
      ["signed twice", "statement-is-not-signed", () => send(signedTwice)],
      [
        "changed after it was signed",
        "statement-is-not-signed",
        () =>
          send(({ signed }) => ({
            signed: { ...signed, statement: { ...(signed as { statement: object }).statement, alone: false } },
          })),
      ],
      ["of yesterday", "signed-on-another-day", () => send(undefined, make({}, undefined, daysAfter(day, -1)))],
      ["of tomorrow", "signed-on-another-day", () => send(undefined, make({}, undefined, daysAfter(day, 1)))],
      ["by another author", "not-found", () => send(undefined, make(), hers)],
      ["of an unknown story", "not-found", () => send(() => ({ texts: [] }), make({ story: bytes(32) }))],
      ["for another story", "not-found", () => send(() => ({ texts: [] }), make({ story: keys.id }))],
      ["for another story than its text", "sealed-text-is-wrong", () => send(undefined, make({ story: keys.id }))],
      [
        "again, of a story that was sent",
        "wrong-stage",
        async () => {
          const text = sealText({ document: { v: 1 }, kind: "sent", of: keys.id, producer: "author" });
          const signed = signedAs(
            "sent",
            day,
            { story: keys.id, digest: text.digest, mode: "service", alone: true, notice },
            keys.signing.secret,
          );
          return hers.act({ signed, texts: [text.sealed], grants: [] });
        },
      ],
    ]);
    expect(JSON.parse((await send(undefined, make({}, undefined, daysAfter(day, -1)))).text).today).toBe(day);
  });
});
