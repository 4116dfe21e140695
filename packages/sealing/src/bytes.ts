// Byte strings and their one spelling: base64url without padding and without stray bits.

import { SealingError } from "./errors.ts";
import { sodium } from "./sodium.ts";

const encoder = new TextEncoder();

/** @throws SealingError `ill-formed-text`, because an encoder would map every lone surrogate to the same bytes */
export function utf8(text: string): Uint8Array {
  if (!text.isWellFormed()) throw new SealingError("ill-formed-text");
  return encoder.encode(text);
}

export const toBase64url = (bytes: Uint8Array): string =>
  sodium.to_base64(bytes, sodium.base64_variants.URLSAFE_NO_PADDING);

/**
 * Reads base64url, strictly: no padding, no white space, no stray bits.
 * @param length bytes that it must be, if that is known
 * @returns undefined for anything else
 */
export function fromBase64url(text: unknown, length?: number): Uint8Array | undefined {
  if (typeof text !== "string") return undefined;
  if (length !== undefined && text.length !== Math.ceil((length * 4) / 3)) return undefined;
  try {
    return sodium.from_base64(text, sodium.base64_variants.URLSAFE_NO_PADDING);
  } catch {
    return undefined;
  }
}

/** @throws SealingError `not-bytes` */
export function bytesOf(text: string, length?: number): Uint8Array {
  const bytes = fromBase64url(text, length);
  if (!bytes) throw new SealingError("not-bytes");
  return bytes;
}

export function concatenated(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
