import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { fromBase64url, toBase64url } from "./bytes.ts";
import { framed, hash } from "./hash.ts";
import { ready } from "./sodium.ts";

beforeAll(ready);

test("no two lists of fields share their bytes", () => {
  const fields = fc.array(fc.string({ maxLength: 3 }), { maxLength: 4 });
  fc.assert(
    fc.property(fields, fields, (one, other) => {
      const same = one.length === other.length && one.every((field, at) => field === other[at]);
      expect(Buffer.compare(framed("t", ...one), framed("t", ...other)) === 0).toBe(same);
    }),
  );
  expect(hash("t", "ab", "c")).not.toBe(hash("t", "a", "bc"));
  expect(hash("t", "a")).not.toBe(hash("ta"));
});

test("a string counts as its UTF-8 bytes, and a lone surrogate has none", () => {
  expect(hash("t", "ё")).toBe(hash("t", new Uint8Array([0xd1, 0x91])));
  expect(() => hash("t", "\ud800")).toThrow(expect.objectContaining({ code: "ill-formed-text" }));
});

test("base64url has one spelling for each value", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 70 }), (bytes) => {
      expect(fromBase64url(toBase64url(bytes))).toEqual(bytes);
    }),
  );
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."AQgwBZ_-+/= \n"), maxLength: 6 }), (text) => {
      const bytes = fromBase64url(text);
      if (bytes) expect(toBase64url(bytes)).toBe(text);
    }),
    { numRuns: 2000 },
  );
});

test.each([["AB"], ["A"], ["AA=="], [" AA"], ["A A"], ["AA\n"], ["+/"], [7], [null], ["é"]])(
  "%j is not base64url",
  (text) => {
    expect(fromBase64url(text)).toBeUndefined();
  },
);

test("the length is checked where it is known", () => {
  const id = toBase64url(new Uint8Array(16));
  expect(fromBase64url(id, 16)).toEqual(new Uint8Array(16));
  expect(fromBase64url(id, 15)).toBeUndefined();
  expect(fromBase64url(id, 17)).toBeUndefined();
});
