import { SealingError } from "./errors.ts";

/** Deeper than anything that is sealed or signed, and far from what would exhaust the stack. */
const mostNesting = 32;

function serialized(value: unknown, depth: number): string {
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "string") {
    if (!value.isWellFormed()) throw new SealingError("ill-formed-text");
    return JSON.stringify(value);
  }
  if (Number.isSafeInteger(value)) return JSON.stringify(value);
  if (typeof value !== "object" || depth === mostNesting) throw new SealingError("not-json");
  if (Array.isArray(value)) return `[${Array.from(value, (item) => serialized(item, depth + 1)).join(",")}]`;
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw new SealingError("not-json");
  // RFC 8785 §3.2.3 sorts names by UTF-16 code units, as `sort` does.
  const members = Object.keys(value)
    .sort()
    .map((name) => `${serialized(name, depth)}:${serialized((value as Record<string, unknown>)[name], depth + 1)}`);
  return `{${members.join(",")}}`;
}

/**
 * Canonical JSON (RFC 8785) over well-formed strings. Narrower than the RFC in numbers: safe integers only, because
 * nothing of ours needs a fraction and implementations differ in how they print one. `undefined` is refused too, so that
 * a field is either there or not.
 * @throws SealingError `not-json` or `ill-formed-text`
 */
export const canonical = (value: unknown): string => serialized(value, 0);
