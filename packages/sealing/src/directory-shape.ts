// What a directory looks like, checked before anything in it is believed.

import { type Directory, purposes, roles } from "@ownwords/consent";
import { fromBase64url } from "./bytes.ts";

type Check = (value: unknown) => boolean;

const text: Check = (value) => typeof value === "string" && value.isWellFormed();
const count: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
const flag: Check = (value) => typeof value === "boolean";
const day: Check = (value) => typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value);
const bytes =
  (length: number): Check =>
  (value) =>
    fromBase64url(value, length) !== undefined;
const oneOf =
  (...allowed: readonly unknown[]): Check =>
  (value) =>
    allowed.includes(value);
const listOf =
  (item: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(item);
/** An object with exactly these fields. */
const record =
  (fields: Readonly<Record<string, Check>>): Check =>
  (value) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
    const given = value as Record<string, unknown>;
    return (
      Object.keys(given).every((name) => Object.hasOwn(fields, name)) &&
      Object.entries(fields).every(([name, check]) => check(given[name]))
    );
  };

const circle = record({
  id: bytes(16),
  kind: oneOf("audience", "support", "safeguarding"),
  organisation: text,
  purpose: oneOf(null, ...purposes),
  epoch: count,
  sealingKey: bytes(32),
});

const staffRoles = roles.filter((role) => role !== "author" && role !== "redactor" && role !== "service");
const staff = record({
  id: bytes(16),
  verifyKey: bytes(32),
  sealingKey: bytes(32),
  roles: listOf(oneOf(...staffRoles)),
  circles: listOf(bytes(16)),
  termsUntil: day,
});

const policy = record({
  purposes: listOf(oneOf(...purposes)),
  secondVisitDaysBetween: count,
  holdDaysBetween: count,
  permissionMonths: count,
  eraseDelayDays: count,
  copyReturnDays: count,
  useReportDays: count,
  changeReportMonths: count,
  termsMonths: count,
  openViewLeaseSeconds: count,
  firstYesLapseDays: count,
  rekeyDays: count,
  draftGraceDays: count,
  readingCapPerDay: count,
  sessionMinutes: count,
  hideWordsMinutes: listOf(count),
  draftRetentionMonths: count,
  twoPeople: flag,
});

const directory = record({
  v: oneOf(1),
  serial: count,
  validUntil: day,
  salt: bytes(16),
  policy,
  circles: listOf(circle),
  staff: listOf(staff),
  redactorKey: bytes(32),
  ledgerKey: bytes(32),
  notices: listOf(record({ id: bytes(16), hash: bytes(32), language: oneOf("en") })),
});

/** @param value anything at all, for example parsed JSON */
export const isDirectory = (value: unknown): value is Directory => directory(value);
