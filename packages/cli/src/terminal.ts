// The three streams, and how to write to them.

import { once } from "node:events";
import { CliError } from "./errors.ts";

export type Terminal = {
  readonly stdin: NodeJS.ReadStream & { readonly fd: 0 };
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
};

/** Writes, and waits while whoever reads the other end is behind. */
export async function write(stream: NodeJS.WriteStream, text: string): Promise<void> {
  if (!stream.write(text)) await once(stream, "drain");
}

/** A line on standard error. */
export const say = (terminal: Terminal, line: string): void => void terminal.stderr.write(`${line}\n`);

/** What came from elsewhere, without characters that would move the cursor, recolour, or turn the direction round. */
export const printable = (text: string): string => text.replace(/[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]/gu, "\u{fffd}");

/** `ownwords: <what>: <sentence> (<code>)`. Of what is no fault of ours only the code is said: a message may hold anything. */
export function sentenceOf(error: unknown): string {
  const known = error instanceof CliError ? error : new CliError("unexpected", outsideCode(error));
  return ["ownwords", printable(known.about ?? ""), `${known.message} (${known.code})`].filter(Boolean).join(": ");
}

const outsideCode = (error: unknown): string =>
  error instanceof Error && "code" in error && /^[\w-]{1,40}$/.test(String(error.code))
    ? String(error.code)
    : error instanceof Error
      ? error.name
      : "unknown";

/**
 * Ends quietly when whoever reads our output has gone (`| head`), and says so when it cannot be written.
 * @param exit ends the process
 */
export function endWithItsReader({ stdout, stderr }: Terminal, exit: (code: number) => void): void {
  stderr.on("error", () => exit(1));
  stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") return exit(0);
    stderr.write(`${sentenceOf(new CliError("not-writable"))}\n`);
    exit(1);
  });
}
