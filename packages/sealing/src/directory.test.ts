import { type Day, type Directory, defaultPolicy, type SealingKey, type VerifyKey } from "@ownwords/consent";
import { beforeAll, describe, expect, test } from "vitest";
import { type Deployment, type SignedDirectory, verifyDirectory } from "./directory.ts";
import { signDirectory } from "./open/sign.ts";
import { ready } from "./sodium.ts";
import { exampleDirectory } from "./vectors/example.ts";
import { fixedId, fixedSigning } from "./vectors/fixed.ts";

let directory: Directory;
let deployment: Deployment;
const today = "2026-03-20" as Day;
beforeAll(async () => {
  await ready();
  directory = exampleDirectory();
  deployment = {
    v: 1,
    stewards: ["one", "two", "three"].map((name) => fixedSigning(name).verifyKey),
    threshold: 2,
    leastSerial: 5,
    salt: directory.salt,
    origins: { author: "https://words.example", staff: "https://desk.words.example" },
  };
});

const signedBy = (said: Directory, ...names: string[]): SignedDirectory => ({
  directory: said,
  signatures: names.map((name) => signDirectory(said, fixedSigning(name))),
});

test("a directory that enough stewards signed is verified", () => {
  expect(verifyDirectory(signedBy(directory, "one", "three"), deployment, today)).toEqual({ ok: true, directory });
});

test("a further signature of somebody unknown does no harm and counts nothing", () => {
  expect(verifyDirectory(signedBy(directory, "guest", "one", "three"), deployment, today).ok).toBe(true);
  expect(verifyDirectory(signedBy(directory, "guest", "one"), deployment, today)).toEqual({
    ok: false,
    fault: "signatures",
  });
});

test("the same steward twice is one", () => {
  expect(verifyDirectory(signedBy(directory, "one", "one"), deployment, today)).toEqual({
    ok: false,
    fault: "signatures",
  });
});

test("a signature is of one directory", () => {
  const { signatures } = signedBy(directory, "one", "two");
  expect(verifyDirectory({ directory: { ...directory, serial: 8 }, signatures }, deployment, today)).toEqual({
    ok: false,
    fault: "signatures",
  });
});

describe("though stewards signed it, it is refused with", () => {
  const [support, audience] = [0, 1];
  test.each<[string, (directory: Directory) => object, string]>([
    ["an unknown field", () => ({ motto: "x" }), "shape"],
    ["another version", () => ({ v: 2 }), "shape"],
    ["a short salt", () => ({ salt: "AAAA" }), "shape"],
    [
      "ill-formed text",
      ({ circles }) => ({ circles: circles.with(audience, { ...circles[audience]!, organisation: "\ud800" }) }),
      "shape",
    ],
    ["a refused purpose", () => ({ policy: { ...defaultPolicy, purposes: ["publicity"] } }), "shape"],
    [
      "a role that is no person's",
      ({ staff }) => ({ staff: staff.with(0, { ...staff[0]!, roles: ["redactor" as never] }) }),
      "shape",
    ],
    ["another salt", () => ({ salt: fixedId("other salt") }), "salt"],
    ["a serial below the pinned one", () => ({ serial: 4 }), "serial"],
    ["its last day over", () => ({ validUntil: "2026-03-19" }), "expired"],
    ["no support circle", ({ circles }) => ({ circles: circles.toSpliced(support, 1) }), "support-circle"],
    [
      "two support circles",
      ({ circles }) => ({
        circles: [...circles, { ...circles[support]!, id: fixedId("x"), sealingKey: fixedId("x", 32) }],
      }),
      "support-circle",
    ],
    [
      "two circles of one id",
      ({ circles }) => ({ circles: [...circles, { ...circles[audience]!, sealingKey: fixedId("x", 32) }] }),
      "repeated",
    ],
    [
      "two circles of one key",
      ({ circles }) => ({ circles: [...circles, { ...circles[audience]!, id: fixedId("x") }] }),
      "repeated",
    ],
    [
      "two people of one id",
      ({ staff }) => ({
        staff: [
          ...staff,
          { ...staff[0]!, verifyKey: fixedId<VerifyKey>("x", 32), sealingKey: fixedId<SealingKey>("x", 32) },
        ],
      }),
      "repeated",
    ],
    [
      "one person under two ids",
      ({ staff }) => ({ staff: [...staff, { ...staff[0]!, id: fixedId("x"), sealingKey: fixedId("x", 32) }] }),
      "repeated",
    ],
    ["a person who is the redactor", ({ staff }) => ({ redactorKey: staff[0]!.verifyKey }), "repeated"],
    ["a permission that outlives two years", () => ({ policy: { ...defaultPolicy, permissionMonths: 25 } }), "policy"],
    ["no day between two answers", () => ({ policy: { ...defaultPolicy, secondVisitDaysBetween: 0 } }), "policy"],
  ])("%s", (_name, change, fault) => {
    const changed = { ...directory, ...change(directory) } as Directory;
    // What cannot be signed (ill-formed text) is refused for its shape before signatures are looked at.
    const signed = fault === "shape" ? { directory: changed, signatures: [] } : signedBy(changed, "one", "two");
    expect(verifyDirectory(signed, deployment, today)).toEqual({ ok: false, fault });
  });

  test("a serial below one that this client has met", () => {
    const signed = signedBy(directory, "one", "two");
    expect(verifyDirectory(signed, deployment, today, 7).ok).toBe(true);
    expect(verifyDirectory(signed, deployment, today, 8)).toEqual({ ok: false, fault: "serial" });
  });
});

test("it is good on its last day", () => {
  const signed = signedBy(directory, "one", "two");
  expect(verifyDirectory(signed, deployment, directory.validUntil).ok).toBe(true);
});

test.each([[0], [4], [1.5]])("a deployment that asks for %s of three stewards is refused", (threshold) => {
  const signed = signedBy(directory, "one", "two");
  expect(verifyDirectory(signed, { ...deployment, threshold }, today)).toEqual({ ok: false, fault: "deployment" });
});

test("a deployment that pins one steward twice is refused", () => {
  const stewards = [deployment.stewards[0]!, deployment.stewards[0]!];
  const signed = signedBy(directory, "one");
  expect(verifyDirectory(signed, { ...deployment, stewards }, today)).toEqual({ ok: false, fault: "deployment" });
});

test("whatever comes over the wire, it answers and does not throw", () => {
  const wire: unknown[] = [
    null,
    {},
    { directory: [] },
    { directory, signatures: null },
    { directory, signatures: [null, 7, {}, { steward: deployment.stewards[0], signature: 7 }] },
  ];
  for (const value of wire) expect(verifyDirectory(value as SignedDirectory, deployment, today).ok).toBe(false);
});
