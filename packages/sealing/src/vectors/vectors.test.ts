import { createPublicKey, verify } from "node:crypto";
import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { ready } from "../index.ts";
import { computeVectors, type Vectors } from "./compute.ts";
import { openPublished } from "./open-published.ts";

const published = JSON.parse(readFileSync(new URL("../../vectors.json", import.meta.url), "utf8")) as Vectors;

beforeAll(ready);

test("every construction gives what was published", async () => {
  expect(JSON.parse(JSON.stringify(await computeVectors()))).toEqual(published);
});

test("what was published opens and verifies through the entries", async () => {
  expect(await openPublished(published)).toEqual([]);
});

test("a published vector that is damaged is noticed", async () => {
  const { text, session, ledger } = published;
  const damaged = {
    ...published,
    text: { ...text, digest: published.version.digest },
    session: { ...session, origin: "https://words.example.invalid" },
    ledger: { ...ledger, entries: ledger.entries.toReversed() },
  };
  expect(await openPublished(damaged)).toEqual(["text", "grant", "session", "ledger"]);
});

test("another implementation of Ed25519 agrees about the bytes that are signed", () => {
  const prefixed = (text: string) => {
    const length = Buffer.alloc(8);
    length.writeBigUInt64LE(BigInt(Buffer.byteLength(text)));
    return Buffer.concat([length, Buffer.from(text)]);
  };
  const { canonical, signatures } = published.statements[0]!;
  const message = Buffer.concat([prefixed("statement"), prefixed(canonical)]);
  const key = createPublicKey({
    key: { kty: "OKP", crv: "Ed25519", x: published.story.verifyKey },
    format: "jwk",
  });
  expect(verify(null, message, key, Buffer.from(signatures[0]!, "base64url"))).toBe(true);
});
