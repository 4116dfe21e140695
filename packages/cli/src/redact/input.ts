// Where a story or many come from: files that were named, or standard input.

import { createReadStream, fstatSync, type Stats } from "node:fs";
import { stat } from "node:fs/promises";
import { CliError, type CliErrorCode } from "../errors.ts";
import { say, type Terminal } from "../terminal.ts";

export type Input = {
  /** A file as it was named; nothing for standard input. */
  readonly name: string | undefined;
  /** In bytes, where it is known beforehand. */
  readonly size: number | undefined;
  readonly chunks: AsyncIterable<Buffer>;
};

/** A story, or a line of many, can have this many bytes. */
export const mostBytes = 10_000_000;

const codes: Readonly<Record<string, CliErrorCode>> = {
  ENOENT: "no-such-file",
  ENOTDIR: "no-such-file",
  EISDIR: "is-a-folder",
};
const readError = (error: unknown, name?: string) =>
  new CliError(codes[String((error as NodeJS.ErrnoException).code)] ?? "not-readable", name);

/** Opens a file, or standard input for `-` and for no name. @throws CliError */
export async function openInput(name: string | undefined, terminal: Terminal): Promise<Input> {
  if (name !== undefined && name !== "-") {
    const found = await stat(name).catch((error) => {
      throw readError(error, name);
    });
    if (found.isDirectory()) throw new CliError("is-a-folder", name);
    return { name, size: sizeOf(found), chunks: chunksOf(() => createReadStream(name), name) };
  }
  if (terminal.stdin.isTTY) say(terminal, "Reading what you type. End it with Ctrl-D on a line of its own.");
  return { name: undefined, size: sizeOf(fstatSync(terminal.stdin.fd)), chunks: chunksOf(() => terminal.stdin) };
}

/** A pipe says 0, and so does one with a name (`<(…)`). */
const sizeOf = (found: Stats): number | undefined => (found.isFile() ? found.size : undefined);

async function* chunksOf(open: () => AsyncIterable<Buffer>, name?: string): AsyncGenerator<Buffer> {
  try {
    yield* open();
  } catch (error) {
    throw readError(error, name);
  }
}

const decoder = new TextDecoder("utf-8", { fatal: true });
/** The text, or nothing where the bytes are not UTF-8. */
export function decoded(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

/** A whole story. @throws CliError `empty`, `too-large`, `not-utf8` */
export async function readStory({ name, size = 0, chunks }: Input): Promise<string> {
  if (size > mostBytes) throw new CliError("too-large", name);
  const read: Buffer[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > mostBytes) throw new CliError("too-large", name);
    read.push(chunk);
  }
  const text = decoded(Buffer.concat(read));
  if (text === undefined) throw new CliError("not-utf8", name);
  if (text.trim() === "") throw new CliError("empty", name);
  return text;
}
