// Bytes that stand where random ones would, so that vectors come out the same on every machine. Never for real keys.

import type { SealingKey, VerifyKey } from "@ownwords/consent";
import { bytesOf, concatenated, toBase64url } from "../bytes.ts";
import { hashBytes } from "../hash.ts";
import type { OpeningSecret, SealingPair, SigningPair, SigningSecret } from "../keys.ts";
import { sodium } from "../sodium.ts";

export const fixedBytes = (name: string, length: number): Uint8Array =>
  sodium.randombytes_buf_deterministic(length, hashBytes("vector", name));

export const fixedId = <Id extends string>(name: string, length: 16 | 32 = 16): Id =>
  toBase64url(fixedBytes(name, length)) as Id;

export function fixedSigning(name: string): SigningPair {
  const { publicKey, privateKey } = sodium.crypto_sign_seed_keypair(fixedBytes(name, 32));
  return { verifyKey: toBase64url(publicKey) as VerifyKey, secret: privateKey as SigningSecret };
}

export function fixedSealing(name: string): SealingPair {
  const { publicKey, privateKey } = sodium.crypto_box_seed_keypair(fixedBytes(name, 32));
  return { sealingKey: toBase64url(publicKey) as SealingKey, secret: privateKey as OpeningSecret };
}

/**
 * What `crypto_box_seal` does, spelt out, with the one-time pair that it would draw at random: the public half, then a box
 * whose nonce is the hash of both public keys.
 */
export function fixedBox(name: string, message: Uint8Array, recipient: SealingKey): string {
  const once = sodium.crypto_box_seed_keypair(fixedBytes(name, 32));
  const key = bytesOf(recipient, 32);
  const nonce = sodium.crypto_generichash(24, concatenated(once.publicKey, key), null);
  return toBase64url(concatenated(once.publicKey, sodium.crypto_box_easy(message, nonce, key, once.privateKey)));
}
