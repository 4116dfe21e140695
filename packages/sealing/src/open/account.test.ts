import { argon2Sync, createHash } from "node:crypto";
import type { StaffId } from "@ownwords/consent";
import { beforeAll, expect, test } from "vitest";
import { cutIdOf, storyIdOf } from "../identities.ts";
import { ready } from "../sodium.ts";
import { fixedBytes, fixedId } from "../vectors/fixed.ts";
import { cutKeys, levelOf, openAccount, openStaff, rootOf, storyKeys } from "./account.ts";
import { wordsOf } from "./checksum.ts";
import { newSalt, wipe } from "./fresh.ts";

let words: string[];
let account: Awaited<ReturnType<typeof openAccount>>;
beforeAll(async () => {
  await ready();
  words = wordsOf(fixedBytes("words one", 10));
  account = await openAccount(words, fixedId("salt"));
});

test("the root is what Node's own Argon2id gives", async () => {
  const salt = fixedBytes("salt", 16);
  const node = argon2Sync("argon2id", {
    message: words.join(" "),
    nonce: salt,
    memory: 65_536,
    passes: 3,
    parallelism: 1,
    tagLength: 32,
  });
  expect(Buffer.compare(node, await rootOf(words, salt))).toBe(0);
});

test("other words, another deployment or another person have other keys", async () => {
  const otherWords = await openAccount(wordsOf(fixedBytes("words two", 10)), fixedId("salt"));
  const otherSalt = await openAccount(words, newSalt());
  const staff = await openStaff(words, fixedId("salt"), fixedId<StaffId>("staff"));
  const keys = [account, otherWords, otherSalt, staff].map(({ signing }) => signing.verifyKey);
  expect(new Set(keys).size).toBe(4);
  expect(staff).not.toHaveProperty("below");
});

test("a wrong word or salt is an error and not an empty space", async () => {
  await expect(openAccount(words.toReversed(), fixedId("salt"))).rejects.toMatchObject({ code: "not-pass-words" });
  await expect(openAccount(words, "AAAA")).rejects.toMatchObject({ code: "not-bytes" });
});

test("each story and each cut has keys of its own, which its id authenticates", () => {
  const [one, two] = [storyKeys(account, fixedId("one")), storyKeys(account, fixedId("two"))];
  const [cutOne, cutTwo] = [cutKeys(one, fixedId("one")), cutKeys(one, fixedId("two"))];
  const pairs = [account.signing, one.signing, two.signing, cutOne.signing, cutTwo.signing];
  expect(new Set(pairs.map(({ verifyKey }) => verifyKey)).size).toBe(5);
  expect(new Set([one.id, two.id, cutOne.id, cutTwo.id]).size).toBe(4);
  expect(storyIdOf(one.signing.verifyKey, one.sealing.sealingKey)).toBe(one.id);
  expect(cutIdOf(cutOne.signing.verifyKey)).toBe(cutOne.id);
  expect(storyIdOf(one.signing.verifyKey, two.sealing.sealingKey)).not.toBe(one.id);
});

test("the same salt gives the same keys again", () => {
  expect(storyKeys(account, fixedId("one"))).toEqual(storyKeys(account, fixedId("one")));
});

test("a signing and a sealing secret of one level are not the same scalar", () => {
  const { signing, sealing } = levelOf(account.below);
  const scalarOfSeed = createHash("sha512").update(signing.secret.subarray(0, 32)).digest().subarray(0, 32);
  expect(Buffer.compare(sealing.secret, scalarOfSeed)).not.toBe(0);
});

test("wiped bytes are zero", () => {
  const bytes = new Uint8Array([1, 2, 3]);
  wipe(bytes);
  expect([...bytes]).toEqual([0, 0, 0]);
});
