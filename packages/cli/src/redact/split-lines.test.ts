import * as fc from "fast-check";
import { expect, test } from "vitest";
import { mostBytes } from "./input.ts";
import { splitLines } from "./split-lines.ts";

async function* cut(bytes: Uint8Array, size: number): AsyncGenerator<Buffer> {
  for (let from = 0; from < bytes.length; from += size) yield Buffer.from(bytes.subarray(from, from + size));
}

async function linesOf(bytes: Uint8Array, size: number) {
  const bad: [number, string][] = [];
  const lines: string[] = [];
  for await (const line of splitLines(cut(bytes, size), (at, code) => bad.push([at, code]))) lines.push(line);
  return { lines, bad };
}

test("however the bytes arrive, the lines are the same", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: "grapheme" }).filter((line) => !/[\n\ufeff]/.test(line))),
      fc.integer({ min: 1, max: 9 }),
      async (lines, size) => {
        const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(""));
        expect(await linesOf(bytes, size)).toEqual({ lines, bad: [] });
      },
    ),
  );
});

test("a last line needs no end", async () => {
  expect((await linesOf(Buffer.from("one\ntwo"), 100)).lines).toEqual(["one", "two"]);
});

test("a line that is not UTF-8 is reported, and those after it keep their numbers", async () => {
  const bytes = Buffer.concat([Buffer.from("one\n"), Buffer.from([0xff, 0x0a]), Buffer.from("three\n")]);
  expect(await linesOf(bytes, 3)).toEqual({ lines: ["one", "", "three"], bad: [[2, "not-utf8"]] });
});

test.each([
  [mostBytes, []],
  [mostBytes + 1, [[1, "line-too-long"]]],
])("a line of %i bytes", async (length, bad) => {
  const read = await linesOf(Buffer.concat([Buffer.alloc(length, "a"), Buffer.from("\nnext")]), 1_000_000);
  expect(read.bad).toEqual(bad);
  expect(read.lines.map((line) => line.length)).toEqual([bad.length === 0 ? length : 0, 4]);
});
