// H(tag, …): every hash and every signature of the protocol speaks about bytes that are framed here.

import { concatenated, toBase64url, utf8 } from "./bytes.ts";
import { sodium } from "./sodium.ts";

type Field = Uint8Array | string;

function lengthPrefixed(bytes: Uint8Array): Uint8Array {
  const framed = new Uint8Array(8 + bytes.length);
  new DataView(framed.buffer).setBigUint64(0, BigInt(bytes.length), true);
  framed.set(bytes, 8);
  return framed;
}

/**
 * The tag and the fields, each with its length in front (8 bytes, little-endian), so that no two lists of fields share
 * an encoding. Strings are UTF-8.
 */
export const framed = (tag: string, ...fields: readonly Field[]): Uint8Array =>
  concatenated(...[tag, ...fields].map((field) => lengthPrefixed(typeof field === "string" ? utf8(field) : field)));

export const hashBytes = (tag: string, ...fields: readonly Field[]): Uint8Array =>
  sodium.crypto_generichash(32, framed(tag, ...fields), null);

/**
 * BLAKE2b-256 over the framed tag and fields.
 * @returns base64url, 43 characters
 */
export const hash = (tag: string, ...fields: readonly Field[]): string => toBase64url(hashBytes(tag, ...fields));
