// New random things, and pairs from stored secrets.

import type { RandomId, SealingKey, VerifyKey } from "@ownwords/consent";
import { toBase64url } from "../bytes.ts";
import { SealingError } from "../errors.ts";
import type { OpeningSecret, SealingPair, SigningPair, SigningSecret } from "../keys.ts";
import { sodium } from "../sodium.ts";

/** 16 random bytes, base64url. Never time-ordered. */
export const newId = <Id extends string = RandomId>(): Id => toBase64url(sodium.randombytes_buf(16)) as Id;

/** 16 random bytes, base64url: kept with a story or a cut, to derive its keys again. */
export const newSalt = (): string => toBase64url(sodium.randombytes_buf(16));

/**
 * The pair of an Ed25519 secret key that was kept, for example on the redactor's volume. Both halves are computed again
 * from its seed: signing with a public half that does not belong to it would give the secret away.
 * @throws SealingError `not-bytes`
 */
export function signingPairOf(secret: SigningSecret): SigningPair {
  if (secret.length !== sodium.crypto_sign_SECRETKEYBYTES) throw new SealingError("not-bytes");
  const { publicKey, privateKey } = sodium.crypto_sign_seed_keypair(secret.subarray(0, sodium.crypto_sign_SEEDBYTES));
  return { verifyKey: toBase64url(publicKey) as VerifyKey, secret: privateKey as SigningSecret };
}

/**
 * The pair of an X25519 secret key that was kept.
 * @throws SealingError `not-bytes`
 */
export function sealingPairOf(secret: OpeningSecret): SealingPair {
  if (secret.length !== sodium.crypto_box_SECRETKEYBYTES) throw new SealingError("not-bytes");
  return { sealingKey: toBase64url(sodium.crypto_scalarmult_base(secret)) as SealingKey, secret };
}

/** For the redactor, the ledger and stewards. People's pairs come from their words. */
export const newSigningPair = (): SigningPair =>
  signingPairOf(sodium.crypto_sign_keypair().privateKey as SigningSecret);

/** A fresh sealing pair: a circle's for one epoch, made in a member's browser, or the redactor's for one week. */
export const newCircle = (): SealingPair => sealingPairOf(sodium.crypto_box_keypair().privateKey as OpeningSecret);

/**
 * Overwrites bytes that are no longer needed. JavaScript gives no guarantee: the engine may have moved or copied them, and
 * strings cannot be overwritten at all.
 */
export const wipe = (bytes: Uint8Array): void => sodium.memzero(bytes);
