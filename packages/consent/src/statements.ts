// What people decide, as signed statements. This table is the only place where their fields stand: the types, the checker
// below, the HTTP schemas and the docs derive from it. Statements hold codes, days, ids and digests, never a word of hers.

import type {
  CircleId,
  CutId,
  Day,
  GrantHash,
  LedgerHead,
  PermissionId,
  RandomId,
  SealingKey,
  StaffId,
  StatementDigest,
  StoryId,
  TextDigest,
  VerifyKey,
} from "./ids.ts";
import { purposes } from "./policy.ts";
import { releaseChecks, returnCodes, riskCodes, sessionTerms } from "./risk-codes.ts";

/** The kinds of a single value: what it means, and how many bytes of base64url it is. */
export const valueKinds = {
  story: 32,
  cut: 32,
  text: 32,
  statement: 32,
  grantHash: 32,
  ledgerHead: 32,
  verifyKey: 32,
  sealingKey: 32,
  permission: 16,
  circle: 16,
  staff: 16,
  random: 16,
} as const;

type Values = {
  story: StoryId;
  cut: CutId;
  text: TextDigest;
  statement: StatementDigest;
  grantHash: GrantHash;
  ledgerHead: LedgerHead;
  verifyKey: VerifyKey;
  sealingKey: SealingKey;
  permission: PermissionId;
  circle: CircleId;
  staff: StaffId;
  random: RandomId;
  day: Day;
  count: number;
  flag: boolean;
};

/** A single value, one of a few codes, a list (of at most `most`), or a group of named fields. */
export type Field =
  | keyof Values
  | { readonly oneOf: readonly string[] }
  | { readonly list: Field; readonly most: number }
  | { readonly fields: Fields };
/** A name that ends in `?` may be left out. */
export type Fields = { readonly [name: string]: Field };

type ValueOf<F extends Field> = F extends keyof Values
  ? Values[F]
  : F extends { oneOf: readonly (infer Code)[] }
    ? Code
    : F extends { list: infer Item extends Field }
      ? readonly ValueOf<Item>[]
      : F extends { fields: infer Inner extends Fields }
        ? RecordOf<Inner>
        : never;
type RecordOf<F extends Fields> = {
  readonly [Name in keyof F as Name extends `${string}?` ? never : Name]: ValueOf<F[Name]>;
} & {
  readonly [Name in keyof F as Name extends `${infer Plain}?` ? Plain : never]?: ValueOf<F[Name]>;
};

const oneOf = <const Codes extends readonly string[]>(...codes: Codes) => ({ oneOf: codes }) as const;
const changes = { list: { fields: { id: "random", code: { oneOf: riskCodes } } }, most: 2000 } as const;
const notice = { fields: { id: "random", hash: "text", language: oneOf("en") } } as const;
const release = { fields: { text: "grantHash", card: "grantHash" } } as const;

/** Who signs: the story's key, the cut's key, both, the redactor's, or a person of the directory. */
export type Signer = "story" | "cut" | "story+cut" | "redactor" | "staff";

const row = <const S extends Signer, const F extends Fields>(signedBy: S, fields: F) => ({ signedBy, fields }) as const;

export const statementTypes = {
  sent: row("story", {
    story: "story",
    digest: "text",
    mode: oneOf("service", "device"),
    "redactorKey?": "random",
    alone: "flag",
    notice,
  }),
  redacted: row("redactor", { story: "story", parent: "text", digest: "text", claim: "count", changes }),
  retried: row("staff", { story: "story", parent: "text", by: "staff" }),
  checked: row("staff", { story: "story", parent: "text", digest: "text", changes, by: "staff" }),
  decided: row("story", {
    story: "story",
    digest: "text",
    decisions: { list: { fields: { change: "random", choice: oneOf("agree", "cut") } }, most: 2000 },
    seen: "ledgerHead",
  }),
  asked: row("story", { story: "story", parent: "text", digest: "text", seen: "ledgerHead" }),
  agreed: row("story+cut", {
    story: "story",
    cut: "cut",
    cutKey: "verifyKey",
    digest: "text",
    card: "text",
    parent: "text",
    seen: "ledgerHead",
    notice,
  }),
  answered: row("cut", {
    cut: "cut",
    permission: "permission",
    digest: "text",
    card: "text",
    circle: "circle",
    epoch: "count",
    answer: oneOf("yes-once", "yes", "no", "not-now"),
    "until?": "day",
    copies: "flag",
    alone: "flag",
    "first?": "statement",
    "release?": release,
    seen: "ledgerHead",
    notice,
  }),
  stopped: row("story", {
    story: "story",
    what: oneOf("take-back", "pause", "erase"),
    scope: oneOf("everything", "cut", "permission"),
    "cut?": "cut",
    "permission?": "permission",
  }),
  resumed: row("story", {
    story: "story",
    scope: oneOf("everything", "cut", "permission"),
    "cut?": "cut",
    "permission?": "permission",
    seen: "ledgerHead",
  }),
  kept: row("story", { story: "story", seen: "ledgerHead" }),
  approved: row("staff", {
    cut: "cut",
    permission: "permission",
    digest: "text",
    card: "text",
    circle: "circle",
    epoch: "count",
    second: "statement",
    checks: { list: { oneOf: releaseChecks }, most: releaseChecks.length },
    release,
    by: "staff",
  }),
  returned: row("staff", {
    cut: "cut",
    permission: "permission",
    digest: "text",
    reason: { oneOf: returnCodes },
    by: "staff",
  }),
  paused: row("staff", { story: "story", reason: oneOf("support", "incident", "weak-proof"), by: "staff" }),
  lifted: row("staff", {
    story: "story",
    reason: oneOf("support", "incident", "restore"),
    seen: "ledgerHead",
    by: "staff",
  }),
  held: row("staff", {
    story: "story",
    hold: oneOf("safety", "legal"),
    does: oneOf("set", "lift"),
    "seen?": "ledgerHead",
    by: "staff",
  }),
  recused: row("staff", { story: "story", by: "staff" }),
  erased: row("staff", { story: "story", by: "staff" }),
  opened: row("staff", {
    cut: "cut",
    permission: "permission",
    digest: "text",
    approval: "statement",
    view: "random",
    session: {
      fields: { purpose: { oneOf: purposes }, day: "day", facilitator: "staff", debrief: "staff" },
    },
    terms: { list: { oneOf: sessionTerms }, most: sessionTerms.length },
    by: "staff",
  }),
} as const;

export type StatementType = keyof typeof statementTypes;

/** Every statement: its type, a random id (so that two that say the same differ), the UTC day that the service gave. */
const common = { id: "random", day: "day" } as const;

export type StatementOf<T extends StatementType> = { readonly v: 1; readonly type: T } & RecordOf<typeof common> &
  RecordOf<(typeof statementTypes)[T]["fields"]>;
export type Statement = { [T in StatementType]: StatementOf<T> }[StatementType];

/** The fields of a type with the common ones, for whoever derives a schema. */
export const fieldsOf = (type: StatementType): Fields => ({ ...common, ...statementTypes[type].fields });

const dayShape = /^[1-9]\d{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
/** A day that the calendar has: 30 February is none. */
const isDay = (value: string): boolean =>
  dayShape.test(value) && new Date(`${value}T00:00:00Z`).toISOString().startsWith(value);
/** Base64url of exactly so many bytes; the last character carries no stray bits, so that one value has one spelling. */
const isBytes = (value: string, bytes: number): boolean =>
  value.length === Math.ceil((bytes * 4) / 3) &&
  /^[A-Za-z0-9_-]+$/.test(value) &&
  (bytes % 3 === 1 ? /[AQgw]$/ : bytes % 3 === 2 ? /[AEIMQUYcgkosw048]$/ : /$/).test(value);

function fits(value: unknown, field: Field): boolean {
  if (typeof field === "string") {
    if (field === "count") return Number.isSafeInteger(value) && (value as number) >= 0;
    if (field === "flag") return typeof value === "boolean";
    if (typeof value !== "string") return false;
    return field === "day" ? isDay(value) : isBytes(value, valueKinds[field]);
  }
  if ("oneOf" in field) return typeof value === "string" && field.oneOf.includes(value);
  if ("list" in field)
    return Array.isArray(value) && value.length <= field.most && value.every((item) => fits(item, field.list));
  return hasExactly(value, field.fields);
}

function hasExactly(value: unknown, fields: Fields): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const given = value as Record<string, unknown>;
  const names = new Set<string>();
  for (const [name, field] of Object.entries(fields)) {
    const plain = name.replace("?", "");
    names.add(plain);
    if (given[plain] === undefined ? plain === name : !fits(given[plain], field)) return false;
  }
  return Object.keys(given).every((name) => names.has(name));
}

/**
 * Is this a statement, of exactly the fields that its type has?
 * @param value anything at all, for example parsed JSON
 */
export function isStatement(value: unknown): value is Statement {
  if (typeof value !== "object" || value === null) return false;
  const { v, type, ...rest } = value as Record<string, unknown>;
  return (
    v === 1 &&
    typeof type === "string" &&
    Object.hasOwn(statementTypes, type) &&
    hasExactly(rest, fieldsOf(type as StatementType))
  );
}
