// Strings that must not be mixed up. All are base64url without padding: 43 characters for 32 bytes, 22 for 16.

declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** `H("story", signing key, sealing key)`: the id authenticates the story's keys. */
export type StoryId = Branded<"StoryId">;
/** `H("cut", signing key of the cut)`. Trainers see this, never a story id. */
export type CutId = Branded<"CutId">;
/** 16 random bytes: one answer of hers, for one cut and one circle. */
export type PermissionId = Branded<"PermissionId">;
/** `H("text", header, ciphertext)`: commits to every byte and to the key. */
export type TextDigest = Branded<"TextDigest">;
/** `H("statement", canonical JSON)`. */
export type StatementDigest = Branded<"StatementDigest">;
/** `H("grant", inner sealed box)`: what both locks of a release grant agree on. */
export type GrantHash = Branded<"GrantHash">;
/** `H("ledger", previous head, entry)`. */
export type LedgerHead = Branded<"LedgerHead">;
/** 16 random bytes: a person of the charity or of an organisation, as the directory lists them. */
export type StaffId = Branded<"StaffId">;
/** 16 random bytes: one organisation × one purpose, or the support circle. */
export type CircleId = Branded<"CircleId">;
/** Ed25519 verification key. */
export type VerifyKey = Branded<"VerifyKey">;
/** X25519 public key that something can be sealed to. */
export type SealingKey = Branded<"SealingKey">;
/** 16 random bytes without a meaning of their own: a change, a view, a paragraph, a redactor key. */
export type RandomId = Branded<"RandomId">;
/** A UTC day, `2026-03-01`. Nothing about her is kept finer than this. */
export type Day = Branded<"Day">;

/** A statement whose shape and signatures were checked. Only `@ownwords/sealing` makes one. */
export type Verified<T> = T & { readonly [verified]: true };
declare const verified: unique symbol;
