import { canonical } from "../canonical.ts";

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * Reads canonical JSON. One value has one spelling: whatever else decrypts was not sealed by this package.
 * @returns undefined for anything else
 */
export function readCanonical(bytes: Uint8Array): { readonly value: unknown } | undefined {
  try {
    const text = decoder.decode(bytes);
    const value: unknown = JSON.parse(text);
    return canonical(value) === text ? { value } : undefined;
  } catch {
    return undefined;
  }
}
