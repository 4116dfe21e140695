// The guards: what the checkout may not do to its rooms and keys, and the proof that each guard would notice.

import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Fault, faultsOf, rules, sentenceOf } from "./faults.ts";
import { mayName } from "./import-rules.ts";
import { plants } from "./plants.ts";
import { type RoomName, rooms } from "./rooms.ts";
import { readTree, type SourceFile } from "./tree.ts";

const root = join(import.meta.dirname, "..", "..");
const checkout = readTree(root);
const known = new Set(faultsOf(checkout).map(sentenceOf));

test("the checkout keeps every rule of its rooms", () => {
  expect([...known]).toEqual([]);
});

test("every room of the table is there", () => {
  const missing = Object.keys(rooms).filter((room) => !checkout.some(({ path }) => path.startsWith(`${room}/`)));
  expect(missing).toEqual([]);
});

// The table can be changed in passing. These lists say again, apart from it, who may hold what.
test.each<[string, RoomName[]]>([
  ["@ownwords/sealing/open", ["packages/client", "packages/cli", "services/redaction-worker", "infra", "test"]],
  ["@ownwords/sealing/seal", ["packages/client", "packages/cli", "services/redaction-worker", "infra", "test"]],
  ["@ownwords/redaction", ["packages/cli", "services/redaction-worker", "infra", "test"]],
  ["libsodium-wrappers", ["packages/sealing"]],
  ["hash-wasm", ["packages/sealing"]],
  ["compromise", ["packages/redaction"]],
  ["pg", ["packages/store", "packages/queue", "infra", "test"]],
  ["bullmq", ["packages/queue"]],
  ["ioredis", ["packages/queue"]],
  ["fastify", ["packages/service-kit", "services/web/src"]],
  ["@fastify/helmet", ["packages/service-kit", "services/web/src"]],
  ["pino", ["packages/service-kit"]],
  ["kysely", []],
])("%s is kept to its rooms", (specifier, allowed) => {
  const may = (Object.keys(rooms) as RoomName[]).filter((room) => mayName(room, specifier, ""));
  expect(may.sort()).toEqual([...allowed].sort());
});

/** What is new when a copy of a room has one file more, or one file changed. */
function freshFaults({ path, text }: SourceFile): Fault[] {
  const folder = `${path.split("/").slice(0, -1).slice(0, 2).join("/")}/`;
  const room = checkout.filter((file) => file.path.startsWith(folder) && file.path !== path);
  return faultsOf([...room, { path, text }]).filter((fault) => !known.has(sentenceOf(fault)));
}

describe("a guard notices", () => {
  test.each(plants)("$rule in $path, and says $says", (plant) => {
    expect(freshFaults(plant)).toContainEqual({
      rule: plant.rule,
      path: plant.path,
      line: expect.any(Number),
      message: expect.stringMatching(plant.says),
    });
  });

  test("every rule has a plant", () => {
    expect([...new Set(plants.map(({ rule }) => rule))].sort()).toEqual([...rules].sort());
  });

  test("what lies on the disk: a file in a deep folder of a copied room is read like any other", () => {
    const copy = mkdtempSync(join(tmpdir(), "ownwords-rooms-"));
    try {
      cpSync(join(root, "packages/store"), join(copy, "packages/store"), {
        recursive: true,
        filter: (path) => basename(path) !== "node_modules",
      });
      cpSync(join(root, "packages/store/src"), join(copy, "packages/store/src/deep/deeper"), { recursive: true });
      const before = faultsOf(readTree(copy)).length;
      writeFileSync(join(copy, "packages/store/src/deep/deeper/planted.ts"), 'import "@ownwords/sealing/open";\n');
      expect(faultsOf(readTree(copy)).length).toBeGreaterThan(before);
    } finally {
      rmSync(copy, { recursive: true, force: true });
    }
  });
});

describe("a guard leaves alone", () => {
  test.each([
    ["packages/cli/src/planted.ts", "process.env.NO_COLOR;"],
    ["packages/consent/src/planted.test.ts", 'import "fast-check"; import "node:fs"; console.log(Math.random());'],
    ["packages/store/src/planted.ts", "// console.log, Math.random() and process.env are not for here"],
    ["services/web/author/planted.ts", 'const svg = "http://www.w3.org/2000/svg";'],
    ["services/web/planted.ts", 'const here = "http://127.0.0.1:7080";'],
    ["packages/store/src/planted.test.ts", 'import { freshDatabase } from "../../../test/setup/database.ts";'],
    ["test/planted.test.ts", 'new URL("../packages/sealing/", import.meta.url);'],
  ])("%s: %s", (path, text) => {
    expect(freshFaults({ path, text })).toEqual([]);
  });
});
