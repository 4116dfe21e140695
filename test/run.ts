// `npm test`: fetches what it needs, runs every check and every test, and ends with one line that counts them.

import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromiumPath } from "./setup/chromium.ts";

const root = join(import.meta.dirname, "..");
const run = (command: string, args: string[]) => spawnSync(command, args, { cwd: root, stdio: "inherit" }).status === 0;

function fetchChromium(): boolean {
  if (chromiumPath()) return true;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    console.log("Fetching Chromium, which the browser tests need.");
    const quiet = { stdio: "ignore", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } } as const;
    spawnSync("apt-get", ["update", "-qq"], quiet);
    spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], quiet);
    if (chromiumPath()) return true;
  }
  console.error("Chromium is missing. Install it (on Debian: apt-get install chromium), or set CHROMIUM to its path.");
  return false;
}

type Report = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTotalTestSuites: number;
  success: boolean;
};

const only = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "ownwords-report-"));
const file = join(folder, "report.json");
const ready = fetchChromium();
const checked = only.length > 0 || run(process.execPath, ["infra/local/check.ts"]);
const ran =
  ready &&
  run(process.execPath, [
    "node_modules/vitest/vitest.mjs",
    "run",
    "--config",
    "test/vitest.config.ts",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${file}`,
    ...only,
  ]);

const report: Partial<Report> = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
rmSync(folder, { recursive: true, force: true });
const { numPassedTests: passed = 0, numFailedTests = 0, numPendingTests: skipped = 0 } = report;
// Something that failed before it could be counted (the check, a file that does not load, a browser) counts as one.
const failed = Math.max(numFailedTests, checked && ran ? 0 : 1);
console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
