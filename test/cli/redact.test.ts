// Synthetic sentences.

import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findIdentifiers, redactText } from "@ownwords/redaction";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ownwords } from "./program.ts";

const story = "My sister Jo took me to Fernhill Surgery. The tea was warm, and Jo smiled.\n";
let folder: string;
const at = (name: string) => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "ownwords-cli-"));
  writeFileSync(at("story.txt"), story);
  writeFileSync(at("bom.txt"), `\ufeff${story}`);
  writeFileSync(at("empty.txt"), "");
  writeFileSync(at("blank.txt"), " \n\n");
  writeFileSync(at("latin.txt"), Buffer.from([0x63, 0x61, 0x66, 0xe9]));
  writeFileSync(at("large.txt"), Buffer.alloc(10_000_001, "a"));
  mkdirSync(at("folder"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("one story", () => {
  const expected = redactText(story, findIdentifiers(story)).text;

  test.each([
    ["a file", () => [at("story.txt")], ""],
    ["standard input", () => [], story],
    ["standard input for a dash", () => ["-"], story],
    ["a file with a byte order mark", () => [at("bom.txt")], ""],
  ])("from %s is printed redacted and nothing else", async (_from, args, input) => {
    expect(expected).not.toContain("Fernhill");
    expect(await ownwords(["redact", ...args()], input)).toEqual({ code: 0, stdout: expected, stderr: "" });
  });

  test("has its findings as JSON, one a line", async () => {
    const { code, stdout } = await ownwords(["redact", "--findings", at("story.txt")]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual(findIdentifiers(story));
    expect(stdout.trim().split("\n")).toHaveLength(findIdentifiers(story).length + 2);
  });

  test("with nothing to find has findings that are still JSON", async () => {
    expect(await ownwords(["redact", "--findings"], "The tea was warm.")).toMatchObject({ code: 0, stdout: "[]\n" });
  });

  test("hides every word that is asked for, and uses the pen names that are given", async () => {
    const { stdout } = await ownwords(["redact", "--hide", "tea", "--hide", "warm", "--pen-name", "Ruby"], story);
    expect(stdout).not.toMatch(/\b(?:tea|warm|Jo)\b/);
    expect(stdout).toContain("Ruby");
  });

  test("finds more or less as the recall says", async () => {
    const found = async (recall: string) =>
      JSON.parse((await ownwords(["redact", "--findings", "--recall", recall], story)).stdout);
    expect(await found("0")).toEqual(findIdentifiers(story, { recall: 0 }));
    expect(await found("1")).toEqual(findIdentifiers(story, { recall: 1 }));
  });

  test("keeps what is a question, unless asked to replace that too", async () => {
    const asked = "I was 34 when the garden opened.";
    expect((await ownwords(["redact"], asked)).stdout).toContain("34");
    expect((await ownwords(["redact", "--consider"], asked)).stdout).not.toContain("34");
  });

  test.each([
    ["nowhere.txt", "no-such-file"],
    ["story.txt/more", "no-such-file"],
    ["folder", "is-a-folder"],
    ["latin.txt", "not-utf8"],
    ["empty.txt", "empty"],
    ["blank.txt", "empty"],
    ["large.txt", "too-large"],
  ])("that is %s is refused as %s", async (name, fault) => {
    const { code, stdout, stderr } = await ownwords(["redact", at(name)]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(new RegExp(`^ownwords: ${at(name)}: .+ \\(${fault}\\)\n$`));
  });

  test("that is no file at all is refused as not-readable", async () => {
    const server = createServer().listen(at("socket"));
    await once(server, "listening");
    const { code, stderr } = await ownwords(["redact", at("socket")]);
    server.close();
    expect(code).toBe(1);
    expect(stderr).toMatch(/\(not-readable\)\n$/);
  });

  test.each([
    [Buffer.alloc(10_000_001, "a"), "too-large"],
    [Buffer.from([0xff]), "not-utf8"],
    [Buffer.from(""), "empty"],
  ])("on standard input is refused in the same way", async (input, fault) => {
    const { code, stderr } = await ownwords(["redact"], input);
    expect(code).toBe(1);
    expect(stderr).toMatch(new RegExp(`^ownwords: [^/]+ \\(${fault}\\)\n$`));
  });

  test("with a name that would move the cursor is said without doing so", async () => {
    const { stderr } = await ownwords(["redact", "\u001b[2Jgone.txt"]);
    expect(stderr).toMatch(/^ownwords: \ufffd\[2Jgone\.txt: /);
  });
});
