// The keys and people of a local trial. Made on one machine, by one person, for trying things out: a real deployment has a
// ceremony with stewards whose keys never meet a server.

import {
  composeDirectory,
  inviteStaff,
  makeCircle,
  makeNotice,
  type NewCircle,
  type NewStaff,
  secretsFor,
  signWith,
} from "@ownwords/client";
import { type Day, type Directory, defaultPolicy, type Policy } from "@ownwords/consent";
import type { Deployment, SignedDirectory } from "@ownwords/sealing";
import { newSalt, newSigningPair, type SigningPair } from "@ownwords/sealing/open";
import { addCircleSecret, addDirectory, type Pool, StoreError } from "@ownwords/store";

export const trialPeople = [
  "support-1",
  "support-2",
  "trainer-riverside",
  "trainer-hillside",
  "lead",
  "steward",
] as const;
export type TrialPerson = (typeof trialPeople)[number];

export type Trial = {
  readonly deployment: Deployment;
  readonly signed: SignedDirectory;
  readonly people: Readonly<Record<TrialPerson, NewStaff>>;
  readonly circles: Readonly<
    Record<"support" | "safeguarding" | "riversideTraining" | "riversideElearning" | "hillsideTraining", NewCircle>
  >;
  readonly redactor: SigningPair;
  readonly ledger: SigningPair;
  readonly stewards: readonly SigningPair[];
};

/**
 * Makes everything that a trial needs. Nothing is written anywhere yet.
 * @param today first day of everybody's terms
 */
export async function makeTrial(
  origins: Deployment["origins"],
  today: Day,
  policy: Policy = defaultPolicy,
): Promise<Trial> {
  const salt = newSalt();
  const circles = {
    support: makeCircle("support", "The support team", null),
    safeguarding: makeCircle("safeguarding", "The safeguarding leads", null),
    riversideTraining: makeCircle("audience", "Riverside practice", "live-training"),
    riversideElearning: makeCircle("audience", "Riverside practice", "e-learning"),
    hillsideTraining: makeCircle("audience", "Hillside practice", "live-training"),
  };
  const id = (name: keyof typeof circles) => circles[name].circle.id;
  const invite = (roles: Parameters<typeof inviteStaff>[1], ...names: (keyof typeof circles)[]) =>
    inviteStaff(salt, roles, names.map(id), today, policy);
  const people = {
    "support-1": await invite(["support", "safeguarding"], "support", "safeguarding"),
    "support-2": await invite(["support"], "support"),
    "trainer-riverside": await invite(["trainer"], "riversideTraining", "riversideElearning"),
    "trainer-hillside": await invite(["trainer"], "hillsideTraining"),
    lead: await invite(["data-protection"]),
    steward: await invite(["steward"]),
  };
  const [redactor, ledger, steward] = [newSigningPair(), newSigningPair(), newSigningPair()];
  const directory: Directory = composeDirectory(
    {
      salt,
      policy,
      circles: Object.values(circles).map(({ circle }) => circle),
      staff: Object.values(people).map(({ entry }) => entry),
      redactorKey: redactor.verifyKey,
      ledgerKey: ledger.verifyKey,
      notices: [makeNotice("A notice of a local trial.")],
    },
    1,
    today,
  );
  const deployment: Deployment = { v: 1, stewards: [steward.verifyKey], threshold: 1, leastSerial: 1, salt, origins };
  return { deployment, signed: signWith(directory, [steward]), people, circles, redactor, ledger, stewards: [steward] };
}

/** Puts the directory and the circles' secrets, sealed to their members, into a migrated database. */
export async function installTrial(pool: Pool, { signed, people, circles }: Trial): Promise<void> {
  const staff = Object.values(people).map(({ entry }) => entry);
  if (!(await addDirectory(pool, signed.directory.serial, signed.directory, signed.signatures)))
    throw new StoreError("schema-is-newer");
  for (const circle of Object.values(circles))
    for (const { circle: id, epoch, member, box } of secretsFor(circle, staff))
      await addCircleSecret(pool, id, epoch, member, box);
}
