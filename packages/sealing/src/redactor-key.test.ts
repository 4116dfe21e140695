import type { Day, RandomId, SealingKey } from "@ownwords/consent";
import { beforeAll, expect, test } from "vitest";
import { newSigningPair, sealingPairOf } from "./open/fresh.ts";
import { newRedactorWeek, signatureOver } from "./open/sign.ts";
import { type RedactorKey, redactorKeyMessage, usableOn, verifyRedactorKey } from "./redactor-key.ts";
import { ready } from "./sodium.ts";

beforeAll(ready);

const from = "2026-02-26" as Day;

test("a week's key verifies with the redactor's key and with no other", () => {
  const redactor = newSigningPair();
  const week = newRedactorWeek(redactor.secret, from);
  expect(verifyRedactorKey(week.public, redactor.verifyKey)).toBe(true);
  expect(verifyRedactorKey(week.public, newSigningPair().verifyKey)).toBe(false);
  expect(sealingPairOf(week.pair.secret).sealingKey).toBe(week.public.sealingKey);
});

test.each<[string, Partial<RedactorKey>]>([
  ["another id", { id: "A".repeat(22) as RandomId }],
  ["another key", { sealingKey: "A".repeat(43) as SealingKey }],
  ["another first day", { from: "2026-02-25" as Day }],
  ["a longer week", { until: "2026-03-05" as Day }],
  ["another week", { from: "2026-03-05" as Day, until: "2026-03-11" as Day }],
])("%s is refused", (_name, change) => {
  const redactor = newSigningPair();
  const week = newRedactorWeek(redactor.secret, from);
  expect(verifyRedactorKey({ ...week.public, ...change }, redactor.verifyKey)).toBe(false);
});

test("a key that the redactor signed for longer than a week is refused", () => {
  const redactor = newSigningPair();
  const week = newRedactorWeek(redactor.secret, from).public;
  const signedUntil = (until: string) => {
    const key = { ...week, until: until as Day };
    return { ...key, signature: signatureOver(redactorKeyMessage(key), redactor.secret) };
  };
  expect(verifyRedactorKey(signedUntil("2026-03-04"), redactor.verifyKey)).toBe(true);
  expect(verifyRedactorKey(signedUntil("2026-03-05"), redactor.verifyKey)).toBe(false);
});

test.each([
  ["2026-02-25", false],
  ["2026-02-26", true],
  ["2026-03-04", true],
  ["2026-03-06", true],
  ["2026-03-07", false],
])("a key of the week from 26 February can be sent to on %s: %s", (day, usable) => {
  const week = newRedactorWeek(newSigningPair().secret, from);
  expect(week.public.until).toBe("2026-03-04");
  expect(usableOn(week.public, day as Day)).toBe(usable);
});
