// Setting up: who may act, for which audiences. A directory is composed here, signed with the stewards' keys, and published.

import {
  type Circle,
  type CircleId,
  type Day,
  type Directory,
  daysAfter,
  defaultPolicy,
  monthsAfter,
  type Notice,
  type Policy,
  type Purpose,
  type StaffEntry,
  type StaffId,
  type TextDigest,
  type VerifyKey,
} from "@ownwords/consent";
import { hash, type SignedDirectory, type StewardSignature } from "@ownwords/sealing";
import {
  makePassWords,
  newCircle,
  newId,
  openStaff,
  type SealingPair,
  type SigningPair,
  sealSecretTo,
  signDirectory,
} from "@ownwords/sealing/open";
import type { StaffSession } from "./staff-session.ts";

const directoryDays = 90;

/** A circle as it is made: its directory entry, and the secret that its members are given. */
export type NewCircle = { readonly circle: Circle; readonly pair: SealingPair };

export function makeCircle(kind: Circle["kind"], organisation: string, purpose: Purpose | null): NewCircle {
  const pair = newCircle();
  return {
    circle: { id: newId<CircleId>(), kind, organisation, purpose, epoch: 1, sealingKey: pair.sealingKey },
    pair,
  };
}

/** A person as they are invited: their directory entry, and the eight words that only they keep. */
export type NewStaff = { readonly entry: StaffEntry; readonly words: readonly string[] };

export async function inviteStaff(
  salt: string,
  roles: StaffEntry["roles"],
  circles: readonly CircleId[],
  today: Day,
  policy: Policy = defaultPolicy,
): Promise<NewStaff> {
  const id = newId<StaffId>();
  const words = makePassWords();
  const { signing, sealing } = await openStaff(words, salt, id);
  const termsUntil = monthsAfter(today, policy.termsMonths);
  return {
    entry: { id, verifyKey: signing.verifyKey, sealingKey: sealing.sealingKey, roles, circles, termsUntil },
    words,
  };
}

/** A notice by its hash: what a screen showed her when she answered. */
export const makeNotice = (text: string): Notice => ({
  id: newId(),
  hash: hash("notice", text) as TextDigest,
  language: "en",
});

export type DirectoryParts = {
  readonly salt: string;
  readonly policy: Policy;
  readonly circles: readonly Circle[];
  readonly staff: readonly StaffEntry[];
  readonly redactorKey: VerifyKey;
  readonly ledgerKey: VerifyKey;
  readonly notices: readonly Notice[];
};

/** The next directory. It is good for 90 days. */
export const composeDirectory = (parts: DirectoryParts, serial: number, today: Day): Directory => ({
  v: 1,
  serial,
  validUntil: daysAfter(today, directoryDays),
  ...parts,
});

/** Signs with as many stewards as are at hand. */
export const signWith = (directory: Directory, stewards: readonly SigningPair[]): SignedDirectory => ({
  directory,
  signatures: stewards.map((pair): StewardSignature => signDirectory(directory, pair)),
});

/** Seals a circle's secret to each of its members. */
export const secretsFor = ({ circle, pair }: NewCircle, staff: readonly StaffEntry[]) =>
  staff
    .filter(({ circles }) => circles.includes(circle.id))
    .map(({ id, sealingKey }) => ({
      circle: circle.id,
      epoch: circle.epoch,
      member: id,
      box: sealSecretTo(pair.secret, sealingKey),
    }));

export const createSteward = ({ wire, trust }: StaffSession) => ({
  directory: async () => (await trust()).directory,
  publish: async (signed: SignedDirectory) => wire.call("publishDirectory", signed as never),
  share: async (secrets: ReturnType<typeof secretsFor>) => {
    for (const secret of secrets) await wire.call("shareCircle", secret);
  },
});
export type Steward = ReturnType<typeof createSteward>;
