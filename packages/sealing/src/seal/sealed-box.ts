// Sealed boxes as they travel: base64url.

import type { SealingKey } from "@ownwords/consent";
import { bytesOf, fromBase64url, toBase64url } from "../bytes.ts";
import { SealingError } from "../errors.ts";
import type { SealingPair } from "../keys.ts";
import { sodium } from "../sodium.ts";

/** @throws SealingError `no-such-key` where libsodium refuses the key (all shared secrets with it would be zero) */
export function sealBox(message: Uint8Array, recipient: SealingKey): string {
  const key = bytesOf(recipient, 32);
  try {
    return toBase64url(sodium.crypto_box_seal(message, key));
  } catch {
    throw new SealingError("no-such-key");
  }
}

/** @returns undefined for whatever was not sealed to this pair */
export function openBox(box: string, { sealingKey, secret }: SealingPair): Uint8Array | undefined {
  const sealed = fromBase64url(box);
  if (!sealed || sealed.length < sodium.crypto_box_SEALBYTES) return undefined;
  try {
    return sodium.crypto_box_seal_open(sealed, bytesOf(sealingKey, 32), secret);
  } catch {
    return undefined;
  }
}
