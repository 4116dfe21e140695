// Eight words = 80 random bits and an 8-bit checksum, eleven bits a word, most significant first.

import { hashBytes } from "../hash.ts";
import { passWords } from "../words/list.ts";

export const wordCount = 8;
export const entropyBytes = 10;
const bitsPerWord = 11n;

const indexOf = new Map(passWords.map((word, index) => [word, index]));

export const isPassWord = (word: string): boolean => indexOf.has(word);

const checksum = (entropy: Uint8Array): number => hashBytes("pass-words", entropy)[0]!;

/** @param entropy 10 random bytes */
export function wordsOf(entropy: Uint8Array): string[] {
  let bits = 0n;
  for (const byte of [...entropy, checksum(entropy)]) bits = (bits << 8n) | BigInt(byte);
  return Array.from({ length: wordCount }, (_, at) => {
    const shift = bitsPerWord * BigInt(wordCount - 1 - at);
    return passWords[Number((bits >> shift) & 2047n)]!;
  });
}

/** Are these eight words of the list whose checksum is right? One wrong phrase in 256 is. */
export function isPhrase(words: readonly string[]): boolean {
  if (words.length !== wordCount) return false;
  let bits = 0n;
  for (const word of words) {
    const index = indexOf.get(word);
    if (index === undefined) return false;
    bits = (bits << bitsPerWord) | BigInt(index);
  }
  const entropy = new Uint8Array(entropyBytes);
  for (let at = 0; at < entropyBytes; at++) entropy[at] = Number((bits >> BigInt(8 * (entropyBytes - at))) & 255n);
  return Number(bits & 255n) === checksum(entropy);
}
