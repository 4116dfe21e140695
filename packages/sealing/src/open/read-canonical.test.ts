import { expect, test } from "vitest";
import { readCanonical } from "./read-canonical.ts";

const read = (text: string) => readCanonical(new TextEncoder().encode(text));

test("canonical JSON is read", () => {
  expect(read('{"a":[1,"ё"],"b":null}')).toEqual({ value: { a: [1, "ё"], b: null } });
});

test.each([
  [""],
  ["{"],
  ['{"b":1,"a":2}'],
  ['{"a":1,"a":1}'],
  ['{ "a":1}'],
  ["1.0"],
  ["0.5"],
  ["\ufeff{}"],
  ['"\\ud800"'],
  ['"\\u0061"'],
])("%s is not", (text) => {
  expect(read(text)).toBeUndefined();
});

test("bytes that are no UTF-8 are not", () => {
  expect(readCanonical(new Uint8Array([0x22, 0xff, 0x22]))).toBeUndefined();
});
