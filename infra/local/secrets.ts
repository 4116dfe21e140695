// What a local stack keeps in its folder. Every file is readable to its owner alone.

import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Deployment, toBase64url } from "@ownwords/sealing";
import type { Process } from "@ownwords/store";
import type { Trial, TrialPerson } from "./trial.ts";

/** How somebody of the trial signs in. A real deployment never writes these down. */
export type SignIn = { readonly id: string; readonly words: readonly string[]; readonly roles: readonly string[] };
export type People = Readonly<Record<TrialPerson, SignIn>>;

export type Passwords = Readonly<Record<Process | "owner", string>>;

/** Writes a whole file or none. */
export function writeOnce(path: string, content: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeFileSync(`${path}.new`, content, { mode: 0o600 });
  renameSync(`${path}.new`, path);
}

const readJson = <T>(path: string): T => JSON.parse(readFileSync(path, "utf8")) as T;

/** Passwords of the database roles, made on the first run. */
export function passwordsIn(folder: string): Passwords {
  const path = join(folder, "database.json");
  if (!existsSync(path)) {
    const fresh = () => randomBytes(24).toString("base64url");
    const made: Passwords = { owner: fresh(), intake: fresh(), staff: fresh(), redaction: fresh(), stage: fresh() };
    writeOnce(path, JSON.stringify(made));
  }
  return readJson(path);
}

/** Keeps a trial: each key in the folder of the process that holds it. The deployment comes last, and says that it is whole. */
export function keepTrial(folder: string, trial: Trial): void {
  writeOnce(join(folder, "redactor", "redactor.key"), toBase64url(trial.redactor.secret));
  writeOnce(join(folder, "ledger", "ledger.key"), toBase64url(trial.ledger.secret));
  writeOnce(join(folder, "stewards", "steward.key"), toBase64url(trial.stewards[0]!.secret));
  const people = Object.fromEntries(
    Object.entries(trial.people).map(([name, { entry, words }]) => [
      name,
      { id: entry.id, words, roles: entry.roles } satisfies SignIn,
    ]),
  );
  const circles = Object.fromEntries(Object.entries(trial.circles).map(([name, { circle }]) => [name, circle.id]));
  writeOnce(join(folder, "people.json"), JSON.stringify(people, null, 2));
  writeOnce(join(folder, "circles.json"), JSON.stringify(circles, null, 2));
  writeOnce(join(folder, "deployment.json"), JSON.stringify(trial.deployment, null, 2));
}

export const deploymentPath = (folder: string): string => join(folder, "deployment.json");
export const keptDeployment = (folder: string): Deployment | undefined =>
  existsSync(deploymentPath(folder)) ? readJson(deploymentPath(folder)) : undefined;
export const keptPeople = (folder: string): People => readJson(join(folder, "people.json"));
export const keptCircles = (folder: string): Readonly<Record<keyof Trial["circles"], string>> =>
  readJson(join(folder, "circles.json"));
