// The one door to libsodium. Every other file of this package takes its primitives from here.

import sodium from "libsodium-wrappers";

export { sodium };

/** Resolves when the cryptographic library is loaded. Await it once, before anything else of this package. */
export const ready = (): Promise<void> => sodium.ready;
