// Ids and digests that follow from what they name, so that whoever verifies can recompute them.

import type {
  CutId,
  Directory,
  GrantHash,
  PermissionId,
  SealingKey,
  Statement,
  StatementDigest,
  StoryId,
  TextDigest,
  VerifyKey,
} from "@ownwords/consent";
import { bytesOf } from "./bytes.ts";
import { canonical } from "./canonical.ts";
import { hash } from "./hash.ts";

/** `H("story", signing key, sealing key)`: a database writer cannot swap a story's keys and keep its id. */
export const storyIdOf = (verifyKey: VerifyKey, sealingKey: SealingKey): StoryId =>
  hash("story", bytesOf(verifyKey, 32), bytesOf(sealingKey, 32)) as StoryId;

/** `H("cut", signing key)`. */
export const cutIdOf = (verifyKey: VerifyKey): CutId => hash("cut", bytesOf(verifyKey, 32)) as CutId;

/** `H("statement", canonical JSON)`: what later statements name this one by. */
export const statementDigest = (statement: Statement): StatementDigest =>
  hash("statement", canonical(statement)) as StatementDigest;

/** Which release a grant is for. */
export type GrantFor = { readonly permission: PermissionId; readonly text: TextDigest };

/**
 * `H("grant", permission, text digest, inner)`: what her second yes and the approval agree on. It names what it is for, so
 * that nobody can have the outer lock of another release taken off under a yes of their own.
 * @param inner the sealed box with one lock left, base64url
 */
export const grantHash = ({ permission, text }: GrantFor, inner: string): GrantHash =>
  hash("grant", bytesOf(permission, 16), bytesOf(text, 32), bytesOf(inner)) as GrantHash;

/** `H("directory", canonical JSON)`: what a checkpoint carries beside the serial. */
export const directoryHash = (directory: Directory): string => hash("directory", canonical(directory));
