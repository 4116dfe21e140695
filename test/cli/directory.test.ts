import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { letDaysPass } from "@ownwords/infra/local";
import type { Deployment } from "@ownwords/sealing";
import { newSalt, newSigningPair } from "@ownwords/sealing/open";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createWorld, type World } from "../journeys/world.ts";
import { ownwords } from "./program.ts";

let world: World;
let folder: string;
beforeAll(async () => {
  world = await createWorld();
  folder = mkdtempSync(join(tmpdir(), "ownwords-cli-"));
});
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

const ask = (url: string, deployment: unknown) => {
  const file = join(folder, "deployment.json");
  writeFileSync(file, typeof deployment === "string" ? deployment : JSON.stringify(deployment));
  return ownwords(["directory", "--url", url, "--deployment", file]);
};

test("a directory that verifies is said in plain words, by either API", async () => {
  const { code, stdout, stderr } = await ask(world.urls.intake, world.deployment);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const { directory } = world.trial.signed;
  expect(stdout).toContain(directory.validUntil);
  expect(stdout).toMatch(/Serial +1 /);
  expect(stdout).toMatch(/Riverside practice: live training, e-learning\n/);
  expect(stdout).toMatch(/Hillside practice: live training\n/);
  expect(stdout).toMatch(/People: 6\n/);
  expect(stdout).toMatch(/^ {2}trainer +2$/m);
  expect(stdout).toMatch(/its key of the week \d{4}-\d{2}-\d{2} to /);
  expect(await ask(`${world.urls.staff}/`, world.deployment)).toEqual({ code, stdout, stderr });
});

test.each<[string, (deployment: Deployment) => unknown]>([
  ["directory-signatures", (deployment) => ({ ...deployment, stewards: [newSigningPair().verifyKey] })],
  ["directory-salt", (deployment) => ({ ...deployment, salt: newSalt() })],
  ["directory-serial", (deployment) => ({ ...deployment, leastSerial: 2 })],
  ["directory-deployment", (deployment) => ({ ...deployment, threshold: 2 })],
  ["deployment-unreadable", (deployment) => ({ ...deployment, stewards: "all" })],
  ["deployment-unreadable", () => "null"],
  ["deployment-unreadable", () => "not JSON"],
])("%s: nothing is shown of a directory that does not verify", async (fault, change) => {
  const { code, stdout, stderr } = await ask(world.urls.intake, change(world.deployment));
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toMatch(new RegExp(`\\(${fault}\\)\n$`));
});

test.each([
  ["http://127.0.0.1:1", 1, "service-away"],
  ["nowhere", 2, "bad-url"],
  ["file:///tmp", 2, "bad-url"],
])("%s is answered with exit code %i and %s", async (url, exit, fault) => {
  const { code, stderr } = await ask(url, world.deployment);
  expect(code).toBe(exit);
  expect(stderr).toContain(`(${fault})`);
});

test("what answers but is no such API is not understood", async () => {
  const { code, stderr } = await ask(`${world.urls.intake}/elsewhere`, world.deployment);
  expect(code).toBe(1);
  expect(stderr).toContain("(not-understood)");
});

test("a deployment file that is not there is named", async () => {
  const { code, stderr } = await ownwords(["directory", "--url", world.urls.intake, "--deployment", "nowhere.json"]);
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: "ownwords: nowhere.json: There is no such file. (no-such-file)\n",
  });
});

test("a directory whose last day is over does not verify", async () => {
  await letDaysPass(world.database.owner, 120);
  const { code, stderr } = await ask(world.urls.intake, world.deployment);
  expect({ code, stderr: stderr.includes("(directory-expired)") }).toEqual({ code: 1, stderr: true });
});
