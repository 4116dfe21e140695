// The signed directory: who may act, and for which audience. Every client verifies it before it seals anything.

import { type Day, type Directory, policyFaults, type VerifyKey } from "@ownwords/consent";
import { canonical } from "./canonical.ts";
import { isDirectory } from "./directory-shape.ts";
import { framed } from "./hash.ts";
import { isSignedBy } from "./signed-statement.ts";

export type StewardSignature = { readonly steward: VerifyKey; readonly signature: string };

export type SignedDirectory = {
  readonly directory: Directory;
  readonly signatures: readonly StewardSignature[];
};

/** What is pinned with the served sites: whom to believe about the directory, and how old it may be. */
export type Deployment = {
  readonly v: 1;
  readonly stewards: readonly VerifyKey[];
  /** How many of the stewards must have signed. */
  readonly threshold: number;
  readonly leastSerial: number;
  /** The pass words' salt, 16 bytes, base64url. */
  readonly salt: string;
  readonly origins: { readonly author: string; readonly staff: string };
};

declare const verifiedDirectory: unique symbol;
/** A directory that the pinned stewards stand for. Only `verifyDirectory` makes one. */
export type VerifiedDirectory = Directory & { readonly [verifiedDirectory]: true };

export const directoryFaults = [
  "deployment",
  "shape",
  "signatures",
  "salt",
  "serial",
  "expired",
  "support-circle",
  "repeated",
  "policy",
] as const;
export type DirectoryFault = (typeof directoryFaults)[number];

export const directoryMessage = (directory: Directory): Uint8Array => framed("directory", canonical(directory));

const differ = (values: readonly string[]): boolean => new Set(values).size === values.length;

/** Pinned stewards who signed. A signature of anybody else counts nothing, and does no harm. */
function signersOf({ directory, signatures }: SignedDirectory, stewards: readonly VerifyKey[]): number {
  const message = directoryMessage(directory);
  return stewards.filter((steward) =>
    signatures.some((given) => given?.steward === steward && isSignedBy(message, given.signature, steward)),
  ).length;
}

/**
 * Two ids for one thing, or one key for two people or two audiences: either would let one person count twice, or a grant
 * reach further than it says.
 */
function nothingRepeats({ circles, staff, notices, redactorKey, ledgerKey }: Directory): boolean {
  return [
    circles.map(({ id }) => id),
    staff.map(({ id }) => id),
    notices.map(({ id }) => id),
    [redactorKey, ledgerKey, ...staff.map(({ verifyKey }) => verifyKey)],
    [...circles, ...staff].map(({ sealingKey }) => sealingKey),
  ].every(differ);
}

/**
 * Verifies a directory against what is pinned.
 * @param signed as it came over the wire
 * @param today a directory is good up to and including its last day
 * @param leastSerialSeen the highest serial that this client has met, so that it is never led back
 */
export function verifyDirectory(
  signed: SignedDirectory,
  deployment: Deployment,
  today: Day,
  leastSerialSeen = 0,
):
  | { readonly ok: true; readonly directory: VerifiedDirectory }
  | { readonly ok: false; readonly fault: DirectoryFault } {
  const refused = (fault: DirectoryFault) => ({ ok: false, fault }) as const;
  const { stewards, threshold, leastSerial, salt } = deployment;
  if (!(Number.isInteger(threshold) && threshold >= 1 && threshold <= stewards.length && differ(stewards)))
    return refused("deployment");
  const directory: unknown = signed?.directory;
  if (!isDirectory(directory) || !Array.isArray(signed.signatures)) return refused("shape");
  if (signersOf(signed, stewards) < threshold) return refused("signatures");
  if (directory.salt !== salt) return refused("salt");
  if (directory.serial < Math.max(leastSerial, leastSerialSeen)) return refused("serial");
  if (directory.validUntil < today) return refused("expired");
  if (directory.circles.filter(({ kind }) => kind === "support").length !== 1) return refused("support-circle");
  if (!nothingRepeats(directory)) return refused("repeated");
  if (policyFaults(directory.policy).length > 0) return refused("policy");
  return { ok: true, directory: directory as VerifiedDirectory };
}
