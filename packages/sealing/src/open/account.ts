// From eight words to every key that somebody has. Nothing of this leaves the device.

import type { CutId, SealingKey, StaffId, StoryId, VerifyKey } from "@ownwords/consent";
import { argon2id } from "hash-wasm";
import { bytesOf, concatenated, toBase64url } from "../bytes.ts";
import { framed } from "../hash.ts";
import { cutIdOf, storyIdOf } from "../identities.ts";
import type { OpeningSecret, SealingPair, Seed, SigningPair, SigningSecret } from "../keys.ts";
import { sodium } from "../sodium.ts";
import { phraseOf } from "./pass-words.ts";

/** A signing and a sealing pair, and the seed from which the next level down is derived. */
type Level = { readonly signing: SigningPair; readonly sealing: SealingPair; readonly below: Seed };

/** Signs in; opens her drafts list and settings. Never signs a statement, so that nothing links two stories. */
export type AccountKeys = Level;
export type StoryKeys = Level & { readonly id: StoryId };
/** A cut only answers: what is sealed to her is sealed to her story. */
export type CutKeys = { readonly id: CutId; readonly signing: SigningPair };
export type StaffKeys = Omit<Level, "below">;

/** `crypto_kdf` context: eight characters, as it wants them. */
const context = "ownwords";

const subkey = (number: 1 | 2 | 3, seed: Uint8Array): Seed =>
  sodium.crypto_kdf_derive_from_key(32, number, context, seed) as Seed;

/**
 * Subkey 1 → signing pair, 2 → sealing pair, 3 → seed for what is below. Never one seed for both pairs: libsodium would
 * make the same scalar of it for either curve.
 */
export function levelOf(seed: Seed): Level {
  const signing = sodium.crypto_sign_seed_keypair(subkey(1, seed));
  const sealing = sodium.crypto_box_seed_keypair(subkey(2, seed));
  return {
    signing: {
      verifyKey: toBase64url(signing.publicKey) as VerifyKey,
      secret: signing.privateKey as SigningSecret,
    },
    sealing: {
      sealingKey: toBase64url(sealing.publicKey) as SealingKey,
      secret: sealing.privateKey as OpeningSecret,
    },
    below: subkey(3, seed),
  };
}

/** Argon2id, 64 MiB, three passes. Takes a third of a second on a laptop, two on a slow phone: call it in a worker. */
export async function rootOf(words: readonly string[], salt: Uint8Array): Promise<Seed> {
  return (await argon2id({
    password: phraseOf(words),
    salt,
    memorySize: 64 * 1024,
    iterations: 3,
    parallelism: 1,
    hashLength: 32,
    outputType: "binary",
  })) as Seed;
}

/**
 * An author's account.
 * @param words as `makePassWords` or `readPassWords` gave them
 * @param salt the deployment's, 16 bytes, base64url
 * @throws SealingError `not-pass-words`: other words would silently open an empty space
 */
export const openAccount = async (words: readonly string[], salt: string): Promise<AccountKeys> =>
  levelOf(await rootOf(words, bytesOf(salt, 16)));

/** The keys of a person of the directory: the same, with the staff id after the salt. */
export async function openStaff(words: readonly string[], salt: string, staff: StaffId): Promise<StaffKeys> {
  const { signing, sealing } = levelOf(await rootOf(words, concatenated(bytesOf(salt, 16), bytesOf(staff, 16))));
  return { signing, sealing };
}

const derived = (parent: Seed, tag: "story" | "cut", salt: string): Seed =>
  sodium.crypto_generichash(32, framed(tag, bytesOf(salt, 16)), parent) as Seed;

/** @param salt 16 bytes, base64url, kept with the story */
export function storyKeys(account: AccountKeys, salt: string): StoryKeys {
  const level = levelOf(derived(account.below, "story", salt));
  return { ...level, id: storyIdOf(level.signing.verifyKey, level.sealing.sealingKey) };
}

/** @param salt 16 bytes, base64url, kept with the cut */
export function cutKeys(story: StoryKeys, salt: string): CutKeys {
  const { signing } = levelOf(derived(story.below, "cut", salt));
  return { id: cutIdOf(signing.verifyKey), signing };
}
