// Synthetic sentences.

import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { findIdentifiers, redactText } from "@ownwords/redaction";
import { expect, test } from "vitest";
import { ended, ownwords, start } from "./program.ts";

const text = "My sister Jo took me to Fernhill Surgery.";
const line = (id: string | number) => `${JSON.stringify({ id, text })}\n`;
const parsed = (output: string) =>
  output
    .trim()
    .split("\n")
    .map((each) => JSON.parse(each));

test("each line comes out redacted, with findings whose places are those of the text that came in", async () => {
  const { code, stdout, stderr } = await ownwords(["redact", "--jsonl"], line(1) + line("two"));
  const findings = findIdentifiers(text);
  const redacted = redactText(text, findings).text;
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(parsed(stdout)).toEqual([
    { id: 1, text: redacted, findings },
    { id: "two", text: redacted, findings },
  ]);
});

test("bad lines are named by number and code, without a word of them; the rest goes on; the exit code is 1", async () => {
  const input = Buffer.concat([
    Buffer.from(`${line(1)}secret tea\r\n\n[1]\n{"id":2}\n{"text":"tea"}\n`),
    Buffer.from([0xff, 0x0a]),
    Buffer.from(line(8).trim()),
  ]);
  const { code, stdout, stderr } = await ownwords(["redact", "--jsonl"], input);
  expect(code).toBe(1);
  expect(parsed(stdout).map(({ id }) => id)).toEqual([1, 8]);
  expect(stderr.match(/line \d+(?=:)|\([\w-]+\)/g)).toEqual([
    ...["line 2", "(not-json)", "line 4", "(not-an-object)", "line 5", "(text-missing)"],
    ...["line 6", "(id-missing)", "line 7", "(not-utf8)", "(bad-lines)"],
  ]);
  expect(stderr).not.toContain("secret");
});

test("files are read one after the other, and a bad line says which file it is in", async () => {
  const folder = mkdtempSync(join(tmpdir(), "ownwords-cli-"));
  try {
    const [one, two] = [join(folder, "one.jsonl"), join(folder, "two.jsonl")];
    writeFileSync(one, line(1));
    writeFileSync(two, `oops\n${line(2)}`);
    const { stdout, stderr } = await ownwords(["redact", "--jsonl", one, two]);
    expect(parsed(stdout).map(({ id }) => id)).toEqual([1, 2]);
    expect(stderr).toContain(`${two}, line 1: This line is not JSON. (not-json)`);

    const missing = await ownwords(["redact", "--jsonl", one, join(folder, "three.jsonl")]);
    expect(missing).toMatchObject({ code: 1, stdout: "", stderr: expect.stringMatching(/\(no-such-file\)\n$/) });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test("no lines in, no lines out", async () => {
  expect(await ownwords(["redact", "--jsonl"], "")).toEqual({ code: 0, stdout: "", stderr: "" });
});

test("a reader that goes away ends it quietly", async () => {
  const child = start(["redact", "--jsonl"]);
  const end = ended(child);
  child.stdout.once("data", () => child.stdout.destroy());
  let open = true;
  child.stdin.once("close", () => {
    open = false;
  });
  for (let id = 1; open && id < 1000; id += 1)
    if (!child.stdin.write(line("i".repeat(100_000))))
      await Promise.race([once(child.stdin, "drain").catch(() => {}), end]);
  child.stdin.destroy();
  expect(await end).toMatchObject({ code: 0, stderr: "" });
});

test("150 MB pass through it with a slow reader, and it holds none of them", async () => {
  // Long ids: they are read, parsed and written like everything else, and the engine has little to do.
  const many = 1500;
  const sayMemory = "process.on('exit',()=>process.stderr.write('most '+process.resourceUsage().maxRSS))";
  const child = start(["redact", "--jsonl"], ["--import", `data:text/javascript,${encodeURIComponent(sayMemory)}`]);
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (said) => {
    stderr += said;
  });
  const closed = once(child, "close");
  const feed = async () => {
    const long = `${JSON.stringify({ id: "i".repeat(100_000), text: "Tea." })}\n`;
    for (let sent = 0; sent < many; sent += 1) if (!child.stdin.write(long)) await once(child.stdin, "drain");
    child.stdin.end();
  };
  const read = async () => {
    let lines = 0;
    for await (const chunk of child.stdout as AsyncIterable<Buffer>) {
      for (const byte of chunk) if (byte === 0x0a) lines += 1;
      for (let turn = 0; turn < 20; turn += 1) await setImmediate();
    }
    return lines;
  };
  const [lines] = await Promise.all([read(), feed()]);
  expect([lines, (await closed)[0]]).toEqual([many, 0]);
  const mostKilobytes = Number(/most (\d+)/.exec(stderr)?.[1]);
  expect(mostKilobytes).toBeLessThan(300_000);
});
