// Source without its comments and without what stands in its strings: what is left can be searched with plain patterns.

export type Literal = {
  /** What stands between the quotes; of a template with `${…}` the part before the first one, and a star. */
  readonly value: string;
  /** Where the code goes on. */
  readonly end: number;
};

export type Source = {
  /** As long as the text, line for line: comments, strings and regular expressions are spaces, quotes are kept. */
  readonly code: string;
  /** By where the opening quote stands. */
  readonly literals: ReadonlyMap<number, Literal>;
};

const beforeRegex =
  /(?:^|[(,=:[!&|?{};+\-*%~^>]|\b(?:return|typeof|case|in|of|delete|void|throw|yield|await|else|do))$/;

/** Reads TypeScript or JavaScript. Text that breaks off, or is no code, is read as far as it goes: nothing throws. */
export function readSource(text: string): Source {
  const code = [...text.replace(/[^\n]/gu, (character) => " ".repeat(character.length))];
  const literals = new Map<number, Literal>();
  let at = 0;

  const keep = (until: number) => {
    for (; at < until; at += 1) code[at] = text[at]!;
  };
  /** The last code before here, to tell a division from a regular expression. */
  const before = () => {
    let from = at;
    for (let seen = 0; from > 0 && seen < 12; from -= 1) if (code[from - 1]!.trim() !== "") seen += 1;
    return code.slice(from, at).join("").trimEnd();
  };
  /** Past a string or a regular expression; neither goes over the end of a line. */
  const skipLine = (closing: string) => {
    let inClass = false;
    for (; at < text.length && text[at] !== "\n"; at += 1) {
      if (text[at] === "\\") at += 1;
      else if (closing === "/" && text[at] === "[") inClass = true;
      else if (closing === "/" && text[at] === "]") inClass = false;
      else if (text[at] === closing && !inClass) return;
    }
  };
  const readTemplate = () => {
    const start = at - 1;
    let value: string | undefined;
    while (at < text.length && text[at] !== "`") {
      if (text.startsWith("${", at)) {
        value ??= `${text.slice(start + 1, at)}*`;
        keep(at + 2);
        readCode("}");
        keep(at + 1);
      } else at += text[at] === "\\" ? 2 : 1;
    }
    value ??= text.slice(start + 1, at);
    keep(at + 1);
    literals.set(start, { value, end: at });
  };
  const readCode = (closing?: string) => {
    let open = 0;
    while (at < text.length) {
      const character = text[at]!;
      if (closing && character === closing && open === 0) return;
      if (character === "{") open += 1;
      if (character === "}") open -= 1;
      if (text.startsWith("//", at)) {
        const end = text.indexOf("\n", at);
        at = end === -1 ? text.length : end;
      } else if (text.startsWith("/*", at)) {
        const end = text.indexOf("*/", at + 2);
        at = end === -1 ? text.length : end + 2;
      } else if (character === '"' || character === "'") {
        const start = at;
        keep(at + 1);
        skipLine(character);
        const value = text.slice(start + 1, at);
        keep(Math.min(at + 1, text.length));
        literals.set(start, { value, end: at });
      } else if (character === "`") {
        keep(at + 1);
        readTemplate();
      } else if (character === "/" && beforeRegex.test(before())) {
        keep(at + 1);
        skipLine("/");
        keep(Math.min(at + 1, text.length));
      } else keep(at + 1);
    }
  };
  readCode();
  return { code: code.join(""), literals };
}

/** Counted from 1. */
export const lineAt = (text: string, index: number): number => text.slice(0, index).split("\n").length;
