import { findIdentifiers } from "./find.ts";
import type { Finding, FindOptions } from "./finding.ts";

/** What can be wrong with a line. */
export const lineCodes = ["not-json", "not-an-object", "id-missing", "text-missing"] as const;
export type LineCode = (typeof lineCodes)[number];

export type RedactedLine = { id: string | number; text: string; findings: Finding[] };
/** `line` counts from 1. Nothing of the line's content is in it. */
export type BadLine = { line: number; code: LineCode };

/**
 * Reads `{id, text}` lines and gives `{id, text, findings}` for each. A bad line gives its number and a code, and the rest
 * goes on; empty lines are passed over. One line is held at a time.
 *
 * @param lines lines without their ends, as they come
 * @param options as for {@link findIdentifiers}
 */
export async function* redactLines(
  lines: AsyncIterable<string>,
  options: FindOptions = {},
): AsyncGenerator<RedactedLine | BadLine> {
  let line = 0;
  for await (const raw of lines) {
    line += 1;
    if (raw.trim() === "") continue;
    const read = readLine(raw);
    yield typeof read === "string" ? { line, code: read } : { ...read, findings: findIdentifiers(read.text, options) };
  }
}

function readLine(raw: string): { id: string | number; text: string } | LineCode {
  let value: unknown;
  try {
    value = JSON.parse(raw);
  } catch {
    return "not-json";
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) return "not-an-object";
  const { id, text } = value as Record<string, unknown>;
  if (typeof id !== "string" && typeof id !== "number") return "id-missing";
  return typeof text === "string" ? { id, text } : "text-missing";
}
