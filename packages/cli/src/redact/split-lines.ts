import { decoded, mostBytes } from "./input.ts";

const newline = 0x0a;

/**
 * Splits bytes into lines of text, one at a time. A line that cannot be one is reported and comes out empty, so that the
 * lines after it keep their numbers.
 * @param onBad `line` counts from 1
 */
export async function* splitLines(
  chunks: AsyncIterable<Buffer>,
  onBad: (line: number, code: "line-too-long" | "not-utf8") => void,
): AsyncGenerator<string> {
  let line = 0;
  let length = 0;
  let parts: Buffer[] = [];

  const take = (part: Buffer) => {
    length += part.length;
    if (length > mostBytes) parts = [];
    else if (part.length > 0) parts.push(part);
  };
  const finish = (): string => {
    line += 1;
    const text = length > mostBytes ? undefined : decoded(Buffer.concat(parts));
    if (text === undefined) onBad(line, length > mostBytes ? "line-too-long" : "not-utf8");
    length = 0;
    parts = [];
    return text ?? "";
  };

  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(newline); end !== -1; end = chunk.indexOf(newline, from)) {
      take(chunk.subarray(from, end));
      yield finish();
      from = end + 1;
    }
    take(chunk.subarray(from));
  }
  if (length > 0) yield finish();
}
