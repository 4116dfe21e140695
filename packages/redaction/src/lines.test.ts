import { expect, test } from "vitest";
import { redactLines } from "./index.ts";

async function* linesOf(...lines: string[]) {
  yield* lines;
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

test("each good line gives its findings, each bad one its number and a code, and the rest goes on", async () => {
  const results = await collect(
    redactLines(
      linesOf(
        '{"id":"one","text":"My sister Jo came."}',
        "{",
        "",
        "[]",
        '{"text":"x"}',
        '{"id":1}',
        '{"id":2,"text":"It rained.","more":true}',
      ),
    ),
  );
  expect(results).toEqual([
    { id: "one", text: "My sister Jo came.", findings: [expect.objectContaining({ start: 10, end: 12 })] },
    { line: 2, code: "not-json" },
    { line: 4, code: "not-an-object" },
    { line: 5, code: "id-missing" },
    { line: 6, code: "text-missing" },
    { id: 2, text: "It rained.", findings: [] },
  ]);
});

test("options reach every line", async () => {
  const results = await collect(redactLines(linesOf('{"id":1,"text":"the blue kettle"}'), { ownWords: ["kettle"] }));
  expect(results).toMatchObject([{ findings: [{ reason: "her-own-word" }] }]);
});
