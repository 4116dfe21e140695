// The redactor's keys on its own volume: one to sign with, and a sealing key for each week, which is destroyed two days
// after its week. They are never in a database, a queue or a backup.

import { closeSync, fsyncSync, openSync, readdirSync, readFileSync, rmSync, statSync, writeSync } from "node:fs";
import { join } from "node:path";
import { type Day, daysAfter, type RandomId } from "@ownwords/consent";
import { fromBase64url, type RedactorKey, toBase64url } from "@ownwords/sealing";
import {
  newRedactorWeek,
  type OpeningSecret,
  type SealingPair,
  type SigningPair,
  type SigningSecret,
  sealingPairOf,
  signingPairOf,
} from "@ownwords/sealing/open";

type WeekFile = { readonly public: RedactorKey; readonly secret: string };
const weekFile = /^week-([A-Za-z0-9_-]{22})\.json$/;

/** Writes a file that only this process can read, and waits until it is on the disk. */
function writeSecret(path: string, content: string): void {
  const file = openSync(path, "wx", 0o600);
  writeSync(file, content);
  fsyncSync(file);
  closeSync(file);
}

/** @param folder with `redactor.key`: the Ed25519 secret key, base64url */
export const readSigningPair = (folder: string): SigningPair =>
  signingPairOf(fromBase64url(readFileSync(join(folder, "redactor.key"), "utf8").trim(), 64) as SigningSecret);

const readWeeks = (folder: string): WeekFile[] =>
  readdirSync(folder)
    .filter((name) => weekFile.test(name))
    .map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")) as WeekFile);

/** The pair of a week, while its secret is still there. */
export function weekPair(folder: string, id: RandomId): SealingPair | undefined {
  const week = readWeeks(folder).find((each) => each.public.id === id);
  return week && sealingPairOf(fromBase64url(week.secret, 32) as OpeningSecret);
}

/**
 * Sees to it that there is a key for today, and that no key outlives its time.
 * @returns the key of the week, and whether it is new and has to be published
 */
export function turnWeek(folder: string, signing: SigningPair, today: Day): { key: RedactorKey; isNew: boolean } {
  for (const { public: key } of readWeeks(folder))
    if (daysAfter(key.until, 2) < today) destroy(join(folder, `week-${key.id}.json`));
  const current = readWeeks(folder).find(({ public: key }) => key.from <= today && today <= key.until);
  if (current) return { key: current.public, isNew: false };
  const week = newRedactorWeek(signing.secret, today);
  const content: WeekFile = { public: week.public, secret: toBase64url(week.pair.secret) };
  writeSecret(join(folder, `week-${week.public.id}.json`), JSON.stringify(content));
  return { key: week.public, isNew: true };
}

/** Overwrites before it removes: what a disk keeps of it after that is the disk's, and is said in the threat model. */
function destroy(path: string): void {
  const file = openSync(path, "r+");
  writeSync(file, Buffer.alloc(statSync(path).size));
  fsyncSync(file);
  closeSync(file);
  rmSync(path);
}
