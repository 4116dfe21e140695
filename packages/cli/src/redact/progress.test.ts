import { expect, test } from "vitest";
import type { Terminal } from "../terminal.ts";
import { showProgress } from "./progress.ts";

function watched(stderrIsTerminal: boolean, stdoutIsTerminal: boolean) {
  const written: string[] = [];
  const stderr = { isTTY: stderrIsTerminal, columns: 60, write: (text: string) => void written.push(text) };
  return { written, terminal: { stderr, stdout: { isTTY: stdoutIsTerminal } } as unknown as Terminal };
}

test("a person who watches sees how far it is, in one line that fits", () => {
  const { written, terminal } = watched(true, false);
  showProgress(terminal, 4_000_000).read(1_000_000);
  expect(written).toEqual([`\r\u001b[2K${"█".repeat(6)}${"░".repeat(18)} 25 %  0 lines  1.0 MB`]);
  expect(written[0]!.length).toBeLessThan(65);
});

test("without a known end it counts, and promises nothing", () => {
  const { written, terminal } = watched(true, false);
  showProgress(terminal, undefined).read(1_000_000);
  expect(written).toEqual(["\r\u001b[2K0 lines  1.0 MB"]);
});

test("the end says what was done and leaves the line", () => {
  const { written, terminal } = watched(true, false);
  const progress = showProgress(terminal, 10);
  progress.read(10);
  progress.lineDone();
  progress.finish();
  expect(written.at(-1)).toBe("\r\u001b[2K1 line, 0.0 MB, in 0 s.\n");
});

test.each([
  [false, false],
  [false, true],
  [true, true],
])("nothing is drawn where nobody watches, or among the lines (stderr %s, stdout %s)", (stderr, stdout) => {
  const { written, terminal } = watched(stderr, stdout);
  const progress = showProgress(terminal, 10);
  progress.read(10);
  progress.lineDone();
  progress.clear();
  progress.finish();
  expect(written).toEqual([]);
});
