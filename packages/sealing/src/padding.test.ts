import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { isPaddedLength, mostPadded, padded, unpadded } from "./padding.ts";
import { ready } from "./sodium.ts";

beforeAll(ready);

const kib = 1024;

test.each([
  [0, 4 * kib],
  [4 * kib - 1, 4 * kib],
  [4 * kib, 8 * kib],
  [4 * kib + 1, 8 * kib],
  [64 * kib - 1, 64 * kib],
  [64 * kib, 80 * kib],
  [64 * kib + 1, 80 * kib],
  [80 * kib - 1, 80 * kib],
  [80 * kib, 96 * kib],
  [mostPadded - 1, mostPadded],
  [mostPadded, undefined],
  [mostPadded + 1, undefined],
])("%i bytes are padded to %s", (length, expected) => {
  const found = padded(new Uint8Array(length).fill(7));
  expect(found?.length).toBe(expected);
  if (found) expect(unpadded(found)?.length).toBe(length);
});

test.each([
  [0, false],
  [4 * kib - 1, false],
  [4 * kib, true],
  [4 * kib + 1, false],
  [64 * kib, true],
  [68 * kib, false],
  [80 * kib, true],
  [mostPadded, true],
  [mostPadded + 16 * kib, false],
])("%i can be a padded length: %s", (length, expected) => {
  expect(isPaddedLength(length)).toBe(expected);
});

test("what ends in zeros or in the padding's own mark comes back whole", () => {
  const endings = fc.array(fc.constantFrom(0x00, 0x80), { maxLength: 40 });
  fc.assert(
    fc.property(fc.nat(70 * kib), endings, (length, ending) => {
      const bytes = new Uint8Array([...new Uint8Array(length).fill(1), ...ending]);
      expect(Buffer.compare(unpadded(padded(bytes)!)!, bytes)).toBe(0);
    }),
    { numRuns: 50 },
  );
});

test("bytes that were never padded are not unpadded", () => {
  expect(unpadded(new Uint8Array(4 * kib))).toBeUndefined();
  expect(unpadded(new Uint8Array(4 * kib).fill(1))).toBeUndefined();
  expect(unpadded(new Uint8Array(100))).toBeUndefined();
});
