import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { bytesOf, fromBase64url, toBase64url } from "../bytes.ts";
import type { OpeningSecret } from "../keys.ts";
import { grantTo } from "../seal/grant.ts";
import { sealText } from "../seal/seal-text.ts";
import { sealBox } from "../seal/sealed-box.ts";
import { ready } from "../sodium.ts";
import { exampleStory } from "../vectors/example.ts";
import { newCircle, newId, newSalt, sealingPairOf, signingPairOf } from "./fresh.ts";
import { openGrant } from "./open-text.ts";
import { openOwn, openSecret, sealSecretTo, sealToSelf } from "./own.ts";

beforeAll(ready);

test("what she keeps for herself opens with her pair alone", () => {
  const [hers, other] = [newCircle(), newCircle()];
  const value = { hideWordsMinutes: 15, drafts: ["a", "b"] };
  const box = sealToSelf(value, hers.sealingKey);
  expect(openOwn(box, hers)).toEqual({ value });
  expect(openOwn(box, other)).toBeUndefined();
  expect(openOwn(sealToSelf(null, hers.sealingKey), hers)).toEqual({ value: null });
});

test("how much she keeps does not show", () => {
  const { sealingKey } = newCircle();
  expect(sealToSelf([], sealingKey)).toHaveLength(sealToSelf("w".repeat(4000), sealingKey).length);
});

test("a bit turned anywhere makes it unreadable", () => {
  const pair = newCircle();
  const bytes = bytesOf(sealToSelf({}, pair.sealingKey));
  fc.assert(
    fc.property(fc.nat(bytes.length * 8 - 1), (bit) => {
      const changed = bytes.slice();
      changed[bit >> 3]! ^= 1 << (bit & 7);
      expect(openOwn(toBase64url(changed), pair)).toBeUndefined();
    }),
  );
});

test("a circle's secret reaches a member, and makes the circle's pair", () => {
  const [circle, member] = [newCircle(), newCircle()];
  const box = sealSecretTo(circle.secret, member.sealingKey);
  expect(openSecret(box, member)).toEqual(circle);
  expect(openSecret(box, circle)).toBeUndefined();
});

test("a box of one use is not taken for one of another", () => {
  const pair = newCircle();
  const { key, digest } = sealText({ document: {}, kind: "draft", of: exampleStory().id, producer: "author" });
  const boxes = {
    own: sealToSelf({}, pair.sealingKey),
    secret: sealSecretTo(newCircle().secret, pair.sealingKey),
    grant: grantTo(key, digest, pair.sealingKey),
    empty: sealBox(new Uint8Array(), pair.sealingKey),
  };
  const opens = (box: string) => [openOwn(box, pair), openSecret(box, pair), openGrant(box, pair)].map(Boolean);
  expect(opens(boxes.own)).toEqual([true, false, false]);
  expect(opens(boxes.secret)).toEqual([false, true, false]);
  expect(opens(boxes.grant)).toEqual([false, false, true]);
  expect(opens(boxes.empty)).toEqual([false, false, false]);
});

test("ids and salts are 16 bytes and new each time", () => {
  const made = Array.from({ length: 100 }, () => [newId(), newSalt()]).flat();
  expect(new Set(made).size).toBe(200);
  expect(made.every((id) => fromBase64url(id, 16))).toBe(true);
});

test("a kept secret of the wrong length makes no pair", () => {
  const code = expect.objectContaining({ code: "not-bytes" });
  expect(() => sealingPairOf(new Uint8Array(31) as OpeningSecret)).toThrow(code);
  expect(() => signingPairOf(new Uint8Array(32) as never)).toThrow(code);
});
