// Secret keys as types of their own: a secret cannot be passed where a public key is meant, nor one kind for another.

import type { SealingKey, VerifyKey } from "@ownwords/consent";

declare const secret: unique symbol;
type Secret<Name extends string> = Uint8Array & { readonly [secret]: Name };

/** Ed25519 secret key, 64 bytes (seed and public key, as libsodium keeps it). */
export type SigningSecret = Secret<"SigningSecret">;
/** X25519 secret key, 32 bytes: opens what was sealed to its public key. */
export type OpeningSecret = Secret<"OpeningSecret">;
/** The 32 random bytes that one text is sealed with. */
export type TextKey = Secret<"TextKey">;
/** 32 bytes from which further pairs are derived. */
export type Seed = Secret<"Seed">;

export type SigningPair = { readonly verifyKey: VerifyKey; readonly secret: SigningSecret };
export type SealingPair = { readonly sealingKey: SealingKey; readonly secret: OpeningSecret };
