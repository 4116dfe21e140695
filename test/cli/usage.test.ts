import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ready } from "@ownwords/sealing";
import { readPassWords } from "@ownwords/sealing/open";
import { describe, expect, test } from "vitest";
import { ownwords } from "./program.ts";

const names = ["redact", "words", "directory", "help", "version"];

test("the help names every command in lines that fit a terminal", async () => {
  const { code, stdout, stderr } = await ownwords(["help"]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  for (const name of names) expect(stdout).toMatch(new RegExp(`^  ${name} +[A-Z].*\\.$`, "m"));
  expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
});

test.each(names)("%s has a page of its own, in the help and with --help", async (name) => {
  const page = await ownwords(["help", name]);
  expect(page.stdout).toMatch(new RegExp(`^Usage: ownwords ${name}`));
  expect(Math.max(...page.stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
  expect(await ownwords([name, "--help"])).toEqual(page);
});

test("the page of redact says every option", async () => {
  const { stdout } = await ownwords(["help", "redact"]);
  for (const option of ["findings", "jsonl", "recall", "hide", "consider", "style", "pen-name"])
    expect(stdout).toContain(`  --${option}`);
});

describe("what cannot be done is said with a code and the usage, and the exit code is 2", () => {
  test.each([
    [[], "no-command"],
    [["redat"], "unknown-command"],
    [["help", "redat"], "unknown-command"],
    [["constructor"], "unknown-command"],
    [["--loud"], "unknown-command"],
    [["redact", "--loud"], "unknown-option"],
    [["redact", "--hide"], "bad-option"],
    [["redact", "--jsonl=yes"], "bad-option"],
    [["redact", "--jsonl", "--findings"], "bad-option"],
    [["redact", "--recall", "1.1"], "bad-recall"],
    [["redact", "--recall", "much"], "bad-recall"],
    [["redact", "--recall="], "bad-recall"],
    [["redact", "--style", "loud"], "bad-style"],
    [["redact", "--style", "pen-names"], "pen-name-missing"],
    [["redact", "one.txt", "two.txt"], "too-many-arguments"],
    [["words", "more"], "too-many-arguments"],
    [["directory"], "option-missing"],
    [["directory", "--url", "http://127.0.0.1:1"], "option-missing"],
  ])("ownwords %j: %s", async (args, fault) => {
    const { code, stdout, stderr } = await ownwords(args);
    expect(code).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toMatch(new RegExp(`^ownwords: .*\\(${fault}\\)\n\nUsage: ownwords `));
  });
});

test("the version is the package's", async () => {
  const manifest = JSON.parse(
    readFileSync(join(import.meta.dirname, "..", "..", "packages", "cli", "package.json"), "utf8"),
  );
  expect(await ownwords(["version"])).toEqual({ code: 0, stdout: `ownwords ${manifest.version}\n`, stderr: "" });
});

test("words are eight pass words on one line, never the same, with the caution apart from them", async () => {
  await ready();
  const [one, two] = [await ownwords(["words"]), await ownwords(["words"])];
  expect(one.code).toBe(0);
  expect(one.stdout).toMatch(/^(?:[a-z]+ ){7}[a-z]+\n$/);
  expect(readPassWords(one.stdout)).toMatchObject({ ok: true });
  expect(one.stdout).not.toBe(two.stdout);
  expect(one.stderr).toMatch(/only you/);
});
