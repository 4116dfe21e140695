// What a verified directory says, in words for a person who looks after a deployment.

import type { Circle, Day, Purpose, StaffEntry } from "@ownwords/consent";
import {
  type Deployment,
  type RedactorKey,
  usableOn,
  type VerifiedDirectory,
  verifyRedactorKey,
} from "@ownwords/sealing";
import { printable } from "../terminal.ts";

const dayMs = 86_400_000;
const daysUntil = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / dayMs);
const days = (count: number) => (count === 1 ? "1 day" : `${count} days`);
const spoken = (code: string) => code.replaceAll("-", " ");

const purposeWords: Readonly<Record<Purpose, string>> = {
  "co-production": "co-production",
  "live-training": "live training",
  "e-learning": "e-learning",
  quotes: "quotes",
  "audio-reading": "reading aloud, recorded",
  translation: "translation",
  research: "research",
};

const row = (name: string, what: string) => `  ${name.padEnd(18)}${what}`;

/** @param redactorKeys as the service gave them: those that the redactor did not sign are passed over */
export function describeDirectory(
  directory: VerifiedDirectory,
  { stewards, threshold, leastSerial }: Deployment,
  redactorKeys: readonly RedactorKey[],
  today: Day,
): string {
  const { serial, validUntil, circles, staff, policy } = directory;
  const own = circles.filter(({ kind }) => kind !== "audience");
  return `The directory is genuine: enough of the stewards signed it (${threshold} of ${stewards.length} needed).

${row("Serial", `${serial} (at least ${leastSerial} is asked for)`)}
${row("Valid until", `${validUntil}, ${endOf(daysUntil(today, validUntil))}`)}
${row("Two people", policy.twoPeople ? "yes: who checks a text does not approve its release" : "no: one person may check a text and approve its release")}
${row("Redactor", redactorWeek(directory, redactorKeys, today))}

Who may hear stories
${audiences(circles).join("\n")}

In the charity
${own.map(({ organisation, kind }) => row(spoken(kind), printable(organisation))).join("\n")}

People: ${staff.length}
${people(staff, today).join("\n")}
`;
}

const endOf = (left: number): string =>
  left === 0
    ? "today is its last day: sign a new one now"
    : `${days(left)} from now${left <= 30 ? ": time to sign a new one" : ""}`;

function redactorWeek({ redactorKey }: VerifiedDirectory, keys: readonly RedactorKey[], today: Day): string {
  const usable = keys.find((key) => verifyRedactorKey(key, redactorKey) && usableOn(key, today));
  return usable
    ? `its key of the week ${usable.from} to ${usable.until} can be sealed to`
    : "it has no key that can be sealed to today: nothing can be sent. Is the redaction worker running?";
}

function audiences(circles: readonly Circle[]): string[] {
  const found = circles.filter(({ kind }) => kind === "audience");
  const organisations = Map.groupBy(found, ({ organisation }) => organisation);
  return found.length === 0
    ? ["  nobody yet"]
    : [...organisations].map(
        ([name, theirs]) =>
          `  ${printable(name)}: ${theirs.map(({ purpose }) => (purpose === null ? "nothing" : purposeWords[purpose])).join(", ")}`,
      );
}

function people(staff: readonly StaffEntry[], today: Day): string[] {
  const roles = [...new Set(staff.flatMap((one) => one.roles))];
  const ended = staff.filter(({ termsUntil }) => termsUntil < today).length;
  return [
    ...roles.map((role) => row(spoken(role), String(staff.filter((one) => one.roles.includes(role)).length))),
    ...(ended > 0 ? [row("terms ended", `${ended}: they can do nothing until they sign again`)] : []),
  ];
}
