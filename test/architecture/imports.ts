// Which modules a file names, in whatever way. A type counts as much as a value: who depends on whom is the question.

import { lineAt, readSource } from "./source-text.ts";

export type Import = {
  /** As written; `undefined` where it cannot be read from the source. */
  readonly specifier: string | undefined;
  readonly line: number;
  /** `file`: a path that is opened (a worker, a folder), not a module that is loaded. */
  readonly kind: "module" | "file";
};

const quote = "[\"'`]";
/** Each ends where the opening quote of the specifier should stand. */
const forms = [
  { pattern: new RegExp(`\\b(?:import|export)\\b[^"'\`;()]*?\\bfrom\\s*(?=${quote})`, "g"), kind: "module" },
  { pattern: new RegExp(`\\bimport\\s*(?=${quote})`, "g"), kind: "module" },
  { pattern: /\bimport\s*\(\s*/g, kind: "module" },
  { pattern: /\brequire\s*(?:\.\s*resolve\s*)?\(\s*/g, kind: "module" },
  { pattern: /\bimport\s*\.\s*meta\s*\.\s*(?:resolve|glob)\s*\(\s*/g, kind: "module" },
  { pattern: new RegExp(`\\bnew\\s+URL\\s*\\(\\s*(?=${quote})`, "g"), kind: "file" },
] as const;

/** Every module and file that a source names, in the order of its lines. */
export function importsOf(text: string): Import[] {
  const { code, literals } = readSource(text);
  return forms
    .flatMap(({ pattern, kind }) =>
      [...code.matchAll(pattern)].flatMap((match): Import[] => {
        const at = match.index + match[0].length;
        const literal = literals.get(at);
        const after = literal ? code.slice(literal.end).trimStart() : "";
        if (kind === "file" && !/^,\s*import\s*\.\s*meta\b/.test(after)) return [];
        // "a" + b is not known before it runs.
        const whole = literal !== undefined && /^(?:[),;\n]|$)|^[^+.?[]/.test(after);
        const specifier = literal && (whole || after === "") ? literal.value : undefined;
        return [
          { specifier: specifier?.startsWith("*") ? undefined : specifier, line: lineAt(text, match.index), kind },
        ];
      }),
    )
    .sort((a, b) => a.line - b.line);
}

/** `@scope/name` or `name` of a specifier, without what follows. */
export const packageOf = (specifier: string): string =>
  specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
