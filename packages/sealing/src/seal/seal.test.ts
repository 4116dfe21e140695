import type { CutId, PermissionId, StoryId, TextDigest } from "@ownwords/consent";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { bytesOf, toBase64url } from "../bytes.ts";
import { grantHash } from "../identities.ts";
import type { SealingPair } from "../keys.ts";
import { newCircle } from "../open/fresh.ts";
import { openGrant, openText, takeOuterLockOff } from "../open/open-text.ts";
import { mostPadded, padded } from "../padding.ts";
import { type SealedText, textDigest } from "../sealed-text.ts";
import { ready, sodium } from "../sodium.ts";
import { exampleCut, exampleStory } from "../vectors/example.ts";
import { fixedSealing } from "../vectors/fixed.ts";
import { grantTo, lockTwice } from "./grant.ts";
import { associatedData, sealText, type ToSeal } from "./seal-text.ts";

/** As what a text says that it is. */
const itself = ({ header }: SealedText) => ({ of: header.of, kinds: [header.kind] });

let story: StoryId;
let cut: CutId;
let her: SealingPair;
let circle: SealingPair;
let support: SealingPair;
beforeAll(async () => {
  await ready();
  story = exampleStory().id;
  cut = exampleCut().id;
  [her, circle, support] = [fixedSealing("her"), fixedSealing("circle"), fixedSealing("support")];
});

const document = { v: 1, title: "A made-up example", paragraphs: [{ words: "There is a bench by the river." }] };
const sealedCut = () => sealText({ document, kind: "cut", of: cut, producer: "author" });

/** The same base64url string with one bit of its bytes turned. */
function flipped(text: string, bit: number): string {
  const bytes = bytesOf(text);
  const at = bit % (bytes.length * 8);
  bytes[at >> 3]! ^= 1 << (at & 7);
  return toBase64url(bytes);
}

/** JSON with whole numbers. */
const anyDocument = fc
  .jsonValue({ stringUnit: "grapheme" })
  .map((value) =>
    JSON.parse(JSON.stringify(value), (_, part) => (typeof part === "number" ? Math.trunc(part % 1e9) : part)),
  );

test("what is sealed opens with its key, and is what it was", () => {
  fc.assert(
    fc.property(anyDocument, (value) => {
      const { sealed, digest, key } = sealText({ document: value, kind: "draft", of: story, producer: "author" });
      expect(openText(sealed, key, digest, itself(sealed))).toEqual({
        ok: true,
        document: JSON.parse(JSON.stringify(value)),
      });
    }),
    { numRuns: 40 },
  );
});

test("sealing the same twice gives nothing in common but the length", () => {
  const [one, other] = [sealedCut(), sealedCut()];
  expect(one.sealed.header.nonce).not.toBe(other.sealed.header.nonce);
  expect(one.sealed.header.keyTag).not.toBe(other.sealed.header.keyTag);
  expect(one.digest).not.toBe(other.digest);
  expect(one.sealed.ciphertext).toHaveLength(other.sealed.ciphertext.length);
});

test("lengths within one step look the same", () => {
  const lengthOf = (characters: number) =>
    sealText({ document: "w".repeat(characters), kind: "draft", of: story, producer: "author" }).sealed.ciphertext
      .length;
  fc.assert(
    fc.property(fc.nat(4093), (characters) => lengthOf(characters) === lengthOf(0)),
    { numRuns: 30 },
  );
  expect(lengthOf(4094)).toBeGreaterThan(lengthOf(0));
});

test("a document of 1 MiB is refused, one byte less is sealed", () => {
  const toSeal = (bytes: number): ToSeal => ({
    document: "w".repeat(bytes - 2),
    kind: "draft",
    of: story,
    producer: "author",
  });
  expect(() => sealText(toSeal(mostPadded))).toThrow(expect.objectContaining({ code: "text-too-long" }));
  const { sealed, digest, key } = sealText(toSeal(mostPadded - 1));
  expect(openText(sealed, key, digest, itself(sealed)).ok).toBe(true);
});

test("a cut or a card carries neither a version number nor a parent", () => {
  for (const extra of [{ versionNo: 1 }, { parentDigest: "x" as TextDigest }])
    expect(() => sealText({ document, kind: "card", of: cut, producer: "author", ...extra } as ToSeal)).toThrow(
      expect.objectContaining({ code: "header-not-allowed" }),
    );
});

describe("tampering", () => {
  test("a bit turned anywhere in the ciphertext is refused before anything is decrypted", () => {
    const { sealed, digest, key } = sealedCut();
    fc.assert(
      fc.property(fc.nat(8 * 4112 - 1), (bit) => {
        const changed = { ...sealed, ciphertext: flipped(sealed.ciphertext, bit) };
        expect(openText(changed, key, digest, itself(changed))).toEqual({ ok: false, fault: "digest" });
      }),
    );
  });

  test("even where the digest is made to fit, the ciphertext does not open", () => {
    const { sealed, key } = sealedCut();
    fc.assert(
      fc.property(fc.nat(8 * 4112 - 1), (bit) => {
        const changed = { ...sealed, ciphertext: flipped(sealed.ciphertext, bit) };
        expect(openText(changed, key, textDigest(changed), itself(changed))).toEqual({
          ok: false,
          fault: "ciphertext",
        });
      }),
    );
    const otherCut = { ...sealed, header: { ...sealed.header, of: flipped(cut, 3) } } as SealedText;
    expect(openText(otherCut, key, textDigest(otherCut), itself(otherCut))).toEqual({ ok: false, fault: "ciphertext" });
  });

  test("what a stranger sealed under a key of his own is refused for what it is", () => {
    /** Sealed as `sealText` does, but with a plaintext that it would not make. */
    const sealedRaw = (plaintext: Uint8Array) => {
      const { sealed, key } = sealedCut();
      const nonce = bytesOf(sealed.header.nonce);
      const data = associatedData(sealed.header);
      const bytes = sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(plaintext, data, null, nonce, key);
      const text = { ...sealed, ciphertext: toBase64url(bytes) };
      return openText(text, key, textDigest(text), itself(text));
    };
    const json = (text: string) => padded(new TextEncoder().encode(text))!;
    expect(sealedRaw(json('{"a":1}'))).toEqual({ ok: true, document: { a: 1 } });
    expect(sealedRaw(json('{ "a":1}'))).toEqual({ ok: false, fault: "not-canonical" });
    expect(sealedRaw(new Uint8Array(4096))).toEqual({ ok: false, fault: "padding" });
    expect(sealedRaw(new Uint8Array(100))).toEqual({ ok: false, fault: "shape" });
  });

  test.each([
    ["of", (text: SealedText) => flipped(text.header.of, 9)],
    ["nonce", (text: SealedText) => flipped(text.header.nonce, 9)],
    ["keyTag", (text: SealedText) => flipped(text.header.keyTag, 9)],
    ["kind", () => "card"],
    ["producer", () => "support"],
  ])("a changed %s in the header is refused", (name, change) => {
    const { sealed, digest, key } = sealedCut();
    const changed = { ...sealed, header: { ...sealed.header, [name]: change(sealed) } } as SealedText;
    expect(openText(changed, key, digest, itself(changed))).toEqual({ ok: false, fault: "digest" });
  });

  test("another text's key is refused by its tag", () => {
    const { sealed, digest } = sealedCut();
    expect(openText(sealed, sealedCut().key, digest, itself(sealed))).toEqual({ ok: false, fault: "key" });
  });

  test("a text that a database writer put in the place of the signed one is refused", () => {
    const { digest } = sealedCut();
    const other = sealedCut();
    expect(openText(other.sealed, other.key, digest, itself(other.sealed))).toEqual({ ok: false, fault: "digest" });
  });

  test("a bit turned anywhere in a grant makes it unreadable", () => {
    const { key, digest } = sealedCut();
    const grant = grantTo(key, digest, circle.sealingKey);
    expect(openGrant(grant, circle)).toEqual({ key, digest });
    fc.assert(
      fc.property(fc.nat(8 * 112 - 1), (bit) => {
        expect(openGrant(flipped(grant, bit), circle)).toBeUndefined();
      }),
    );
  });

  test.each([[""], ["AAAA"], ["not base64url!"], ["A".repeat(63)]])("a box of %j opens to nothing", (box) => {
    expect(openGrant(box, circle)).toBeUndefined();
  });
});

const permission = "A".repeat(22) as PermissionId;
const about = (text: TextDigest) => ({ permission, text });

describe("the release grant has two locks", () => {
  test("the outer lock does not come off under the yes to another release", () => {
    const { key, digest } = sealedCut();
    const { outer, innerHash } = lockTwice(key, about(digest), circle.sealingKey, support.sealingKey);
    const another = "Q".repeat(22) as PermissionId;
    expect(takeOuterLockOff(outer, support, { permission: another, text: digest }, innerHash)).toBeUndefined();
    expect(takeOuterLockOff(outer, support, about(sealedCut().digest), innerHash)).toBeUndefined();
  });

  test("the audience opens it only after the support circle took the outer one off", () => {
    const { key, digest } = sealedCut();
    const { outer, innerHash } = lockTwice(key, about(digest), circle.sealingKey, support.sealingKey);
    expect(openGrant(outer, circle)).toBeUndefined();
    expect(openGrant(outer, support)).toBeUndefined();
    const inner = takeOuterLockOff(outer, support, about(digest), innerHash)!;
    expect(openGrant(inner, support)).toBeUndefined();
    expect(openGrant(inner, circle)).toEqual({ key, digest });
  });

  test("an inner box that is not the one she signed does not come out", () => {
    const { key, digest } = sealedCut();
    const { outer } = lockTwice(key, about(digest), circle.sealingKey, support.sealingKey);
    const { innerHash } = lockTwice(key, about(digest), circle.sealingKey, support.sealingKey);
    expect(takeOuterLockOff(outer, support, about(digest), innerHash)).toBeUndefined();
    expect(takeOuterLockOff(outer, circle, about(digest), innerHash)).toBeUndefined();
    expect(takeOuterLockOff("", support, about(digest), grantHash(about(digest), ""))).toBeUndefined();
  });
});

test("a text is opened only as what it is: of this story or cut, and of this kind", () => {
  const { sealed, key, digest } = sealedCut();
  const { of, kind } = sealed.header;
  expect(openText(sealed, key, digest, { of: "A".repeat(43) as typeof of, kinds: [kind] })).toEqual({
    ok: false,
    fault: "about",
  });
  expect(openText(sealed, key, digest, { of, kinds: ["sent", "card"] })).toEqual({ ok: false, fault: "about" });
  expect(openText(sealed, key, digest, { of, kinds: ["sent", kind] }).ok).toBe(true);
});

test("a grant is for its recipient alone", () => {
  const { key, digest } = sealedCut();
  expect(openGrant(grantTo(key, digest, her.sealingKey), circle)).toBeUndefined();
});

test("a public key that gives everybody the same secret cannot be sealed to", () => {
  const { key, digest } = sealedCut();
  const zero = toBase64url(new Uint8Array(32)) as typeof her.sealingKey;
  expect(() => grantTo(key, digest, zero)).toThrow(expect.objectContaining({ code: "no-such-key" }));
  expect(() => grantTo(key, digest, "short" as typeof zero)).toThrow(expect.objectContaining({ code: "not-bytes" }));
});

test("a fresh circle opens what is sealed to it", () => {
  const pair = newCircle();
  const { key, digest } = sealedCut();
  expect(openGrant(grantTo(key, digest, pair.sealingKey), pair)?.digest).toBe(digest);
});
