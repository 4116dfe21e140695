import type { Statement, VerifyKey } from "@ownwords/consent";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { bytesOf, toBase64url } from "./bytes.ts";
import { statementDigest } from "./identities.ts";
import { newSigningPair, signingPairOf } from "./open/fresh.ts";
import { sign, signSession } from "./open/sign.ts";
import { verifySession } from "./session.ts";
import { type Signed, verifyStatement } from "./signed-statement.ts";
import { ready } from "./sodium.ts";
import { exampleSigning, exampleStatements } from "./vectors/example.ts";
import { fixedId } from "./vectors/fixed.ts";

let statements: ReturnType<typeof exampleStatements>;
let keys: ReturnType<typeof exampleSigning>;
beforeAll(async () => {
  await ready();
  statements = exampleStatements();
  keys = exampleSigning();
});

function flipped(text: string, bit: number): string {
  const bytes = bytesOf(text);
  bytes[bit >> 3]! ^= 1 << (bit & 7);
  return toBase64url(bytes);
}

describe("a signed statement", () => {
  test("verifies with the key that signed it, however often it is asked", () => {
    const signed = sign(statements.first, keys.cut.secret);
    for (let times = 0; times < 3; times++)
      expect(verifyStatement(signed, [keys.cut.verifyKey])).toBe(statements.first);
  });

  test("does not verify with another key, though it verified with its own before", () => {
    const signed = sign(statements.first, keys.cut.secret);
    verifyStatement(signed, [keys.cut.verifyKey]);
    expect(verifyStatement(signed, [keys.story.verifyKey])).toBeUndefined();
  });

  test("does not verify with any bit of its signature turned, though it verified before", () => {
    const signed = sign(statements.first, keys.cut.secret);
    verifyStatement(signed, [keys.cut.verifyKey]);
    fc.assert(
      fc.property(fc.nat(64 * 8 - 1), (bit) => {
        const changed = { ...signed, signatures: [flipped(signed.signatures[0]!, bit)] };
        expect(verifyStatement(changed, [keys.cut.verifyKey])).toBeUndefined();
      }),
    );
  });

  test("does not verify with any field changed", () => {
    const { statement, signatures } = sign(statements.second, keys.cut.secret);
    for (const change of [
      { copies: true },
      { until: "2027-03-06" },
      { epoch: 3 },
      { answer: "no" },
      { id: fixedId("x") },
    ])
      expect(
        verifyStatement({ statement: { ...statement, ...change } as Statement, signatures }, [keys.cut.verifyKey]),
      ).toBeUndefined();
  });

  test("of two signers needs both, in order", () => {
    const { story, cut } = keys;
    const signed = sign(statements.agreed, story.secret, cut.secret);
    const both: VerifyKey[] = [story.verifyKey, cut.verifyKey];
    expect(verifyStatement(signed, both)).toBe(statements.agreed);
    expect(verifyStatement(signed, both.toReversed())).toBeUndefined();
    expect(verifyStatement({ ...signed, signatures: signed.signatures.slice(0, 1) }, both)).toBeUndefined();
    expect(verifyStatement({ ...signed, signatures: signed.signatures.slice(0, 1) }, both.slice(0, 1))).toBeUndefined();
    expect(verifyStatement({ ...signed, signatures: [...signed.signatures, ""] }, both)).toBeUndefined();
  });

  test("is refused where it is no statement, whatever stands there", () => {
    const { signatures } = sign(statements.first, keys.cut.secret);
    const wire: unknown[] = [
      null,
      {},
      { statement: null, signatures },
      { statement: { ...statements.first, note: "x" }, signatures },
      { statement: statements.first, signatures: null },
      { statement: statements.first, signatures: [7] },
      { statement: statements.first, signatures: [""] },
      { statement: statements.first },
    ];
    for (const value of wire) expect(verifyStatement(value as Signed, [keys.cut.verifyKey])).toBeUndefined();
    expect(verifyStatement({ statement: statements.first, signatures }, ["" as VerifyKey])).toBeUndefined();
    expect(verifyStatement({ statement: statements.first, signatures }, [])).toBeUndefined();
    const { cut, story } = keys;
    expect(
      verifyStatement({ statement: statements.first, signatures }, [cut.verifyKey, story.verifyKey]),
    ).toBeUndefined();
  });

  test("has a digest that tells two apart which say the same", () => {
    const again = { ...statements.first, id: fixedId<typeof statements.first.id>("another") };
    expect(statementDigest(again)).not.toBe(statementDigest(statements.first));
  });

  test("is not made of something else, or by another number of signers", () => {
    const code = expect.objectContaining({ code: "not-a-statement" });
    expect(() => sign({ ...statements.first, note: "x" } as Statement, keys.cut.secret)).toThrow(code);
    expect(() => sign(statements.agreed, keys.story.secret)).toThrow(code);
    expect(() => sign(statements.first, keys.story.secret, keys.cut.secret)).toThrow(code);
  });
});

test("a signature for signing in is no signature under a statement, nor for another origin or challenge", () => {
  const { verifyKey: key, secret } = newSigningPair();
  const [origin, challenge] = ["https://words.example", fixedId("challenge", 32)];
  const signature = signSession(origin, challenge, secret);
  expect(verifySession({ origin, challenge, key, signature })).toBe(true);
  expect(verifySession({ origin: "https://words.example.net", challenge, key, signature })).toBe(false);
  expect(verifySession({ origin, challenge: fixedId("other", 32), key, signature })).toBe(false);
  expect(verifySession({ origin, challenge: "short", key, signature })).toBe(false);
  expect(verifySession({ origin, challenge, key: keys.story.verifyKey, signature })).toBe(false);
  expect(verifyStatement({ statement: statements.first, signatures: [signature] }, [key])).toBeUndefined();
});

test("a pair can be put together again from its kept secret", () => {
  const pair = newSigningPair();
  expect(signingPairOf(pair.secret)).toEqual(pair);
});
