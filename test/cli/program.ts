// The command line as a person has it: a process of its own, with its streams.

import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { join } from "node:path";

const main = join(import.meta.dirname, "..", "..", "packages", "cli", "src", "main.ts");

export type Ended = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

/** @param nodeOptions for Node itself, before the program */
export const start = (args: readonly string[], nodeOptions: readonly string[] = []): ChildProcessWithoutNullStreams =>
  spawn(process.execPath, [...nodeOptions, main, ...args]);

/** Waits until it has ended; what it says of standard output is left to the caller when `stdout` is being read elsewhere. */
export function ended(child: ChildProcessWithoutNullStreams): Promise<Ended> {
  let [stdout, stderr] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text) => {
    stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text) => {
    stderr += text;
  });
  // A program that does not want its input closes it.
  child.stdin.on("error", () => {});
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, stdout, stderr })));
}

/** Runs it to its end. */
export function ownwords(args: readonly string[], input: string | Uint8Array = ""): Promise<Ended> {
  const child = start(args);
  const end = ended(child);
  child.stdin.end(input);
  return end;
}
