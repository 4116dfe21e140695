// biome-ignore-all lint/suspicious/noTemplateCurlyInString: source with placeholders is what is read here.
import { describe, expect, test } from "vitest";
import { importsOf } from "./imports.ts";

const specifiers = (text: string) => importsOf(text).map(({ specifier }) => specifier);

describe("every way of naming a module is seen", () => {
  test.each([
    ['import { a } from "x";', "x"],
    ["import a, { b as c } from 'x'", "x"],
    ['import * as all from "x";', "x"],
    ['import type { A } from "x";', "x"],
    ['import { type A } from "x";', "x"],
    ['import {\n  a,\n  // a remark; with (marks)\n  b,\n} from "x";', "x"],
    ['import "x";', "x"],
    ['import manifest from "x" with { type: "json" };', "x"],
    ['export { a } from "x";', "x"],
    ['export * from "x";', "x"],
    ['export type { A } from "x";', "x"],
    ['const a = await import("x");', "x"],
    ["const a = await import(`x`);", "x"],
    ['const a = import(/* why */ "x");', "x"],
    ["const a = await import(`x-${process.platform}`);", "x-*"],
    ['let a: import("x").A;', "x"],
    ['const a = require("x");', "x"],
    ['const a = require.resolve("x");', "x"],
    ['const a = import.meta.resolve("x");', "x"],
    ['new Worker(new URL("./x.ts", import.meta.url));', "./x.ts"],
    ['const a = `${await import("x")}`;', "x"],
    ['const a = /["\'`]/; import("x");', "x"],
    ['const a = b / c; const d = import("x"); const e = f / g;', "x"],
  ])("%s", (text, specifier) => {
    expect(specifiers(text)).toEqual([specifier]);
  });
});

describe("what names no module is passed over", () => {
  test.each([
    '// import a from "x";',
    '/* import a from "x"; */',
    "const a = 'import b from \"x\"';",
    'const a = `import b from "x"`;',
    'const a = /import b from "x"/;',
    'export const from = "x";',
    'export function a(from: string) {\n  return "x";\n}',
    'const a = { import: "x" };',
    'new URL("/v1", base);',
  ])("%s", (text) => {
    expect(specifiers(text)).toEqual([]);
  });
});

test.each(["import(name)", 'import("a" + name)', "require(name)", "import(`${name}`)", "import.meta.resolve(name)"])(
  "%s cannot be read, and is said to be so",
  (text) => {
    expect(specifiers(text)).toEqual([undefined]);
  },
);

test("an import is found on its line", () => {
  expect(importsOf('// one\nimport "a";\n\nimport {\n  b,\n} from "b";\n').map(({ line }) => line)).toEqual([2, 4]);
});

test.each(['import { a } from "', "`${", "/*", "'", "/[", "import(", ""])(
  "text that breaks off (%j) is read to its end",
  (text) => {
    expect(() => importsOf(text)).not.toThrow();
  },
);
