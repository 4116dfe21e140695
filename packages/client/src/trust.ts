// The directory, verified before anything is sealed to a key in it.

import { type Day, daysAfter, type Today } from "@ownwords/consent";
import type { intakeRoutes, ReplyOf } from "@ownwords/contracts";
import {
  type Deployment,
  type RedactorKey,
  type SignedDirectory,
  usableOn,
  type VerifiedDirectory,
  verifyDirectory,
  verifyRedactorKey,
} from "@ownwords/sealing";
import { ClientError } from "./wire.ts";

export type Trust = {
  readonly today: Today;
  readonly directory: VerifiedDirectory;
  /** The redactor's key to seal to today. */
  readonly redactorKey: RedactorKey | undefined;
};

/** The clock of this device. */
export type Clock = () => Date;

/**
 * A service that lies about the day could have two visits in one minute count as two, or show what has ended. So before a
 * yes is signed, or words of others are shown, the day has to be about the device's own. Stops never ask this.
 * @throws ClientError `clock-differs`
 */
export function assertSameDays({ date }: Today, clock: Clock): void {
  const ours = clock().toISOString().slice(0, 10) as Day;
  if (date < daysAfter(ours, -1) || date > daysAfter(ours, 1)) throw new ClientError("clock-differs");
}

/**
 * Verifies what a service says of the day, the directory and the redactor's keys.
 * @param leastSerial the highest serial met before
 * @throws ClientError `directory-refused`
 */
export function trust(
  reply: ReplyOf<(typeof intakeRoutes)["directory"]>,
  deployment: Deployment,
  leastSerial = 0,
): Trust {
  const today = reply.today as Today;
  const verdict = verifyDirectory(reply as unknown as SignedDirectory, deployment, today.date as Day, leastSerial);
  if (!verdict.ok) throw new ClientError("directory-refused");
  const { directory } = verdict;
  const redactorKey = (reply.redactorKeys as RedactorKey[]).find(
    (key) => verifyRedactorKey(key, directory.redactorKey) && usableOn(key, today.date as Day),
  );
  return { today, directory, redactorKey };
}
