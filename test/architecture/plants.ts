// What the guards have to notice.

import type { Fault } from "./faults.ts";

export type Plant = {
  readonly rule: Fault["rule"];
  readonly path: string;
  readonly text: string;
  readonly says: RegExp;
};

const manifest = (dependencies: Record<string, string>) => JSON.stringify({ dependencies }, null, 2);
const tells = /she was here/;
const asks = /tells them that she was there/;

/** One file more, or one file changed, for every rule and every way round it that we know. */
export const plants: readonly Plant[] = [
  { rule: "no-room", path: "packages/attic/src/index.ts", text: "", says: /Give its room a row/ },
  ...[
    "packages/store",
    "packages/acts",
    "services/intake-api",
    "services/staff-api",
    "services/stage-worker",
    "services/web/src",
  ].flatMap((room): Plant[] =>
    ["@ownwords/sealing/open", "@ownwords/sealing/seal"].map((specifier) => ({
      rule: "our-import",
      path: `${room}/planted.ts`,
      text: `import type { A } from "${specifier}";`,
      says: /only packages\/client, packages\/cli, services\/redaction-worker, infra, test may\..*somebody's name/,
    })),
  ),
  {
    rule: "our-import",
    path: "services/staff-api/src/planted.ts",
    text: 'import("@ownwords/redaction");',
    says: /clear text/,
  },
  {
    rule: "our-import",
    path: "packages/consent/src/planted.ts",
    text: 'export * from "@ownwords/store";',
    says: /way to the database/,
  },
  {
    rule: "our-import",
    path: "packages/consent/src/planted.test.ts",
    text: 'import "@ownwords/store";',
    says: /way to the database/,
  },
  {
    rule: "our-import",
    path: "services/intake-api/src/planted.ts",
    text: 'import "@ownwords/client";',
    says: /must have nobody's/,
  },
  {
    rule: "our-import",
    path: "packages/queue/src/planted.ts",
    text: 'import "@ownwords/consent";',
    says: /who depends on whom/,
  },
  {
    rule: "service-import",
    path: "services/staff-api/src/planted.ts",
    text: 'import "@ownwords/intake-api";',
    says: /way into another/,
  },
  {
    rule: "service-import",
    path: "packages/cli/src/planted.ts",
    text: 'import "@ownwords/web";',
    says: /way into another/,
  },
  {
    rule: "outside-import",
    path: "packages/client/src/planted.ts",
    text: 'import sodium from "libsodium-wrappers";',
    says: /only packages\/sealing may.*cryptography/,
  },
  { rule: "outside-import", path: "packages/cli/src/planted.ts", text: 'require("hash-wasm");', says: /cryptography/ },
  {
    rule: "outside-import",
    path: "services/redaction-worker/src/planted.ts",
    text: 'import nlp from "compromise/two";',
    says: /engine can be measured/,
  },
  {
    rule: "outside-import",
    path: "services/staff-api/src/planted.ts",
    text: 'import pg from "pg";',
    says: /every query/,
  },
  {
    rule: "outside-import",
    path: "services/stage-worker/src/planted.ts",
    text: 'import { Queue } from "bullmq";',
    says: /opaque ids/,
  },
  { rule: "outside-import", path: "packages/store/src/planted.ts", text: 'import "ioredis";', says: /opaque ids/ },
  {
    rule: "outside-import",
    path: "services/intake-api/src/planted.ts",
    text: 'import cors from "@fastify/cors";',
    says: /same headers/,
  },
  {
    rule: "outside-import",
    path: "packages/acts/src/planted.ts",
    text: 'import.meta.resolve("pino");',
    says: /listed fields/,
  },
  {
    rule: "outside-import",
    path: "packages/store/src/planted.ts",
    text: 'import { Kysely } from "kysely";',
    says: /no room may\. Queries are plain SQL/,
  },
  {
    rule: "outside-import",
    path: "packages/store/src/planted.ts",
    text: 'import { test } from "vitest";',
    says: /who depends on whom/,
  },
  {
    rule: "room-border",
    path: "services/staff-api/src/planted.ts",
    text: 'import "../../intake-api/src/intake.ts";',
    says: /entered by its package name/,
  },
  {
    rule: "room-border",
    path: "services/web/planted.ts",
    text: 'import "./src/sites.ts";',
    says: /entered by its package name/,
  },
  {
    rule: "room-border",
    path: "services/stage-worker/src/planted.ts",
    text: 'new Worker(new URL("../../../packages/sealing/src/open.ts", import.meta.url));',
    says: /entered by its package name/,
  },
  {
    rule: "room-border",
    path: "test/planted.ts",
    text: 'import "../packages/sealing/src/keys.ts";',
    says: /entered by its package name/,
  },
  {
    rule: "room-border",
    path: "packages/store/src/planted.ts",
    text: 'import { freshDatabase } from "../../../test/setup/database.ts";',
    says: /entered by its package name/,
  },
  {
    rule: "unreadable-import",
    path: "services/intake-api/src/planted.ts",
    text: "await import(name);",
    says: /only running it can tell/,
  },
  {
    rule: "script-import",
    path: "packages/sealing/src/planted.ts",
    text: 'import "./vectors/make.ts";',
    says: /a person runs/,
  },
  ...["consent", "redaction", "sealing", "contracts", "client"].map(
    (name): Plant => ({
      rule: "node-in-browser",
      path: `packages/${name}/src/planted.ts`,
      text: 'import { readFileSync } from "node:fs";',
      says: /has to run on her phone/,
    }),
  ),
  {
    rule: "node-in-browser",
    path: "packages/sealing/src/planted.ts",
    text: 'Buffer.from("a");',
    says: /has to run on her phone/,
  },
  {
    rule: "undeclared-dependency",
    path: "packages/contracts/package.json",
    text: manifest({ "@ownwords/consent": "workspace:*" }),
    says: /runs by luck/,
  },
  {
    rule: "unused-dependency",
    path: "packages/queue/package.json",
    text: manifest({ bullmq: "6.7.0", pg: "8.23.1", "@types/pg": "8.23.1", "@types/node": "24.19.2" }),
    says: /not there to be misused/,
  },
  {
    rule: "inexact-version",
    path: "packages/contracts/package.json",
    text: manifest({ "@ownwords/consent": "workspace:*", typebox: "^1.4.3" }),
    says: /nobody chose/,
  },
  {
    rule: "inexact-version",
    path: "packages/contracts/package.json",
    text: manifest({ "@ownwords/consent": "0.1.0", typebox: "1.4.3" }),
    says: /nobody chose/,
  },
  {
    rule: "inexact-version",
    path: "package.json",
    text: JSON.stringify({ devDependencies: { vitest: "latest" } }),
    says: /nobody chose/,
  },
  {
    rule: "dependency-elsewhere",
    path: "packages/contracts/package.json",
    text: manifest({ "@ownwords/consent": "workspace:*", typebox: "1.4.3", pg: "8.23.1" }),
    says: /may not import.*every query/,
  },
  {
    rule: "console",
    path: "services/redaction-worker/src/planted.ts",
    text: "console.log(1);",
    says: /takes anything, a story too/,
  },
  {
    rule: "process-env",
    path: "services/intake-api/src/planted.ts",
    text: "process.env.A;",
    says: /reads its settings once/,
  },
  {
    rule: "process-env",
    path: "services/intake-api/src/planted.ts",
    text: 'import { env } from "node:process";',
    says: /reads its settings once/,
  },
  { rule: "math-random", path: "packages/queue/src/planted.ts", text: "Math.random();", says: /can be foretold/ },
  ...[
    "localStorage.a",
    'window.sessionStorage["a"]',
    "indexedDB.open('a')",
    "document.cookie = 'a'",
    "caches.open('a')",
  ].map((text): Plant => ({ rule: "browser-storage", path: "packages/client/src/planted.ts", text, says: tells })),
  {
    rule: "browser-storage",
    path: "services/web/author/planted.html",
    text: "<script>localStorage.a = 1</script>",
    says: tells,
  },
  {
    rule: "third-party-address",
    path: "services/web/author/planted.css",
    text: "a { background: url(//elsewhere.example/a.png) }",
    says: asks,
  },
  {
    rule: "third-party-address",
    path: "services/web/staff/planted.html",
    text: '<img src="https://elsewhere.example/a.png">',
    says: asks,
  },
  {
    rule: "third-party-address",
    path: "services/web/src/planted.ts",
    text: 'fetch("https://elsewhere.example");',
    says: asks,
  },
];
