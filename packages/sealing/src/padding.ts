// How long a sealed text is must not tell how long a story is.

import { sodium } from "./sodium.ts";

const small = 4 * 1024;
const large = 16 * 1024;
/** Up to here steps are small; above, large. */
const smallUpTo = 64 * 1024;

/** The longest padded plaintext: 100,000 characters in any script, with its markup. */
export const mostPadded = 1024 * 1024;

/** `sodium_pad` always adds at least one byte, so that a text of exactly one step takes two. */
const stepOf = (length: number): number => (length < smallUpTo ? small : large);

/** @returns undefined where the bytes are too long to be sealed */
export function padded(bytes: Uint8Array): Uint8Array | undefined {
  if (bytes.length >= mostPadded) return undefined;
  return sodium.pad(bytes, stepOf(bytes.length));
}

/** Is this a length that padding can give? */
export const isPaddedLength = (length: number): boolean =>
  length > 0 && length <= mostPadded && length % (length <= smallUpTo ? small : large) === 0;

/** @returns undefined where this was never padded */
export function unpadded(bytes: Uint8Array): Uint8Array | undefined {
  if (!isPaddedLength(bytes.length)) return undefined;
  try {
    return sodium.unpad(bytes, stepOf(bytes.length - 1));
  } catch {
    return undefined;
  }
}
