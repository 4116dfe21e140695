// Sealing towards others. Needs public keys only; the one secret here is the fresh key of the text that is sealed.

export type { TextKey } from "./keys.ts";
export { grantTo, lockTwice } from "./seal/grant.ts";
export { type SealedNow, sealText, type ToSeal } from "./seal/seal-text.ts";
