import { beforeAll, expect, test } from "vitest";
import { toBase64url } from "./bytes.ts";
import { sealText } from "./seal/seal-text.ts";
import { readSealedText, type SealedText } from "./sealed-text.ts";
import { ready } from "./sodium.ts";
import { exampleCut, exampleStory } from "./vectors/example.ts";

let cut: SealedText;
let version: SealedText;
beforeAll(async () => {
  await ready();
  const made = sealText({ document: {}, kind: "cut", of: exampleCut().id, producer: "author" });
  cut = made.sealed;
  version = sealText({
    document: {},
    kind: "checked",
    of: exampleStory().id,
    producer: "support",
    versionNo: 2,
    parentDigest: made.digest,
  }).sealed;
});

test("what sealing makes is read, from JSON too", () => {
  expect(readSealedText(JSON.parse(JSON.stringify(cut)))).toEqual({ ok: true, text: cut });
  expect(readSealedText(version)).toEqual({ ok: true, text: version });
});

test.each<[string, (text: SealedText) => unknown, string]>([
  ["nothing", () => undefined, "shape"],
  ["a list", () => [], "shape"],
  ["no header", ({ ciphertext }) => ({ ciphertext }), "shape"],
  ["a third field", (text) => ({ ...text, key: "x" }), "shape"],
  ["a ciphertext that is no text", (text) => ({ ...text, ciphertext: 7 }), "shape"],
  ["a ciphertext that is not base64url", (text) => ({ ...text, ciphertext: "*".repeat(5483) }), "shape"],
  ["another version", (text) => ({ ...text, header: { ...text.header, v: 2 } }), "header"],
  ["an unknown kind", (text) => ({ ...text, header: { ...text.header, kind: "note" } }), "header"],
  ["an unknown producer", (text) => ({ ...text, header: { ...text.header, producer: "me" } }), "header"],
  ["an id that is too short", (text) => ({ ...text, header: { ...text.header, of: "AAAA" } }), "header"],
  ["a nonce that is too long", (text) => ({ ...text, header: { ...text.header, nonce: text.header.of } }), "header"],
  ["no key tag", ({ header: { keyTag: _, ...header }, ...text }) => ({ ...text, header }), "header"],
  ["an unknown field", (text) => ({ ...text, header: { ...text.header, title: "x" } }), "header"],
  ["a story's field in a cut", (text) => ({ ...text, header: { ...text.header, versionNo: 1 } }), "cut-header"],
  [
    "a parent in a cut",
    (text) => ({ ...text, header: { ...text.header, parentDigest: text.header.of } }),
    "cut-header",
  ],
])("%s is refused", (_name, change, fault) => {
  expect(readSealedText(change(cut))).toEqual({ ok: false, fault });
});

test.each([[-1], [1.5], ["1"], [null], [undefined]])("a version number of %j is refused", (versionNo) => {
  const changed = { ...version, header: { ...version.header, versionNo } };
  expect(readSealedText(changed)).toEqual({ ok: false, fault: "header" });
});

const kib = 1024;
test.each([
  [0, false],
  [16, false],
  [4 * kib + 15, false],
  [4 * kib + 16, true],
  [4 * kib + 17, false],
  [64 * kib + 16, true],
  [68 * kib + 16, false],
  [80 * kib + 16, true],
  [1024 * kib + 16, true],
  [1024 * kib + 17, false],
  [1040 * kib + 16, false],
])("a ciphertext of %i bytes is accepted: %s", (length, accepted) => {
  const read = readSealedText({ ...cut, ciphertext: toBase64url(new Uint8Array(length)) });
  expect(read.ok ? true : read.fault).toBe(accepted || "length");
});

test("a smaller limit can be set, and no larger one", () => {
  const ofBytes = (length: number) => ({ ...cut, ciphertext: toBase64url(new Uint8Array(length + 16)) });
  expect(readSealedText(ofBytes(4 * kib), { mostBytes: 4 * kib }).ok).toBe(true);
  expect(readSealedText(ofBytes(8 * kib), { mostBytes: 4 * kib }).ok).toBe(false);
  expect(readSealedText(ofBytes(1040 * kib), { mostBytes: 4096 * kib }).ok).toBe(false);
});
