// Every construction of the protocol, computed from fixed bytes. `vectors.json` is what this gave when it was published:
// Node and a browser must give the same, and so must anybody else's implementation.

import type { Day, PermissionId, RandomId, StaffId } from "@ownwords/consent";
import { bytesOf, toBase64url } from "../bytes.ts";
import { canonical } from "../canonical.ts";
import { framed, hash } from "../hash.ts";
import { directoryHash, grantHash, statementDigest } from "../identities.ts";
import type { Seed, TextKey } from "../keys.ts";
import { firstHead, type LedgerEntry, ledgerHead } from "../ledger.ts";
import { levelOf, openAccount, openStaff, rootOf } from "../open/account.ts";
import { wordsOf } from "../open/checksum.ts";
import { circleSecretContent, ownContent } from "../open/own.ts";
import { sign, signatureOver, signDirectory, signSession } from "../open/sign.ts";
import { padded } from "../padding.ts";
import { lastDayOfWeek, redactorKeyMessage } from "../redactor-key.ts";
import { grantContent } from "../seal/grant.ts";
import { sealWith } from "../seal/seal-text.ts";
import { exampleCut, exampleDirectory, exampleSigning, exampleStatements, exampleStory } from "./example.ts";
import { fixedBox, fixedBytes, fixedId, fixedSealing, fixedSigning } from "./fixed.ts";

const values = [
  { b: 1, a: [true, null, "ё\n"], "": {} },
  { "\u20ac": "euro", "\r": "return", "1": "one", "\ud83d\ude00": "face", "\ufb33": "dalet" },
  [0, -1, Number.MAX_SAFE_INTEGER],
];

const exampleText = () => ({
  v: 1,
  title: "A made-up example",
  paragraphs: [{ words: "There is a bench by the river." }],
});

function hashVectors() {
  const fields = ["", "a", "bc"];
  return {
    framed: toBase64url(framed("example", ...fields)),
    hash: hash("example", ...fields),
    hashOfNothing: hash("example"),
    canonical: values.map((value) => ({ json: JSON.stringify(value), canonical: canonical(value) })),
  };
}

async function keyVectors() {
  const salt = fixedId("salt");
  const staffId = fixedId<StaffId>("staff");
  const phrases = ["one", "two", "three"].map((name) => fixedBytes(`words ${name}`, 10));
  const words = wordsOf(phrases[0]!);
  const account = await openAccount(words, salt);
  const staff = await openStaff(words, salt, staffId);
  const story = exampleStory();
  return {
    passWords: phrases.map((entropy) => ({ entropy: toBase64url(entropy), words: wordsOf(entropy).join(" ") })),
    account: {
      words: words.join(" "),
      salt,
      root: toBase64url(await rootOf(words, bytesOf(salt))),
      verifyKey: account.signing.verifyKey,
      sealingKey: account.sealing.sealingKey,
      below: toBase64url(account.below),
    },
    staff: { staffId, verifyKey: staff.signing.verifyKey, sealingKey: staff.sealing.sealingKey },
    story: {
      accountRoot: toBase64url(fixedBytes("account root", 32)),
      accountBelow: toBase64url(levelOf(fixedBytes("account root", 32) as Seed).below),
      salt: fixedId("story salt"),
      verifyKey: story.signing.verifyKey,
      sealingKey: story.sealing.sealingKey,
      below: toBase64url(story.below),
      id: story.id,
    },
    cut: { salt: fixedId("cut salt"), verifyKey: exampleCut().signing.verifyKey, id: exampleCut().id },
  };
}

function textVectors() {
  const key = fixedBytes("text key", 32) as TextKey;
  const document = exampleText();
  const cutText = sealWith(
    { document, kind: "cut", of: exampleCut().id, producer: "author" },
    key,
    fixedBytes("text nonce", 24),
  );
  const version = sealWith(
    { document, kind: "sent", of: exampleStory().id, producer: "author", versionNo: 3, parentDigest: cutText.digest },
    key,
    fixedBytes("version nonce", 24),
  );
  const inner = fixedBox("inner", grantContent(key, cutText.digest), fixedSealing("audience").sealingKey);
  const secretOf = (name: string) => toBase64url(fixedSealing(name).secret);
  return {
    padding: [0, 1, 4095, 4096, 65_535, 65_536, 81_919, 81_920, 1_048_575].map((length) => ({
      length,
      padded: padded(new Uint8Array(length))!.length,
    })),
    text: { key: toBase64url(key), document: canonical(document), ...cutText.sealed, digest: cutText.digest },
    version: { ...version.sealed, digest: version.digest },
    grant: {
      audienceSecret: secretOf("audience"),
      supportSecret: secretOf("support circle"),
      inner,
      permission: fixedId<PermissionId>("permission"),
      innerHash: grantHash({ permission: fixedId<PermissionId>("permission"), text: cutText.digest }, inner),
      outer: fixedBox("outer", bytesOf(inner), fixedSealing("support circle").sealingKey),
    },
    own: {
      secret: secretOf("own"),
      value: canonical({ hideWordsMinutes: 15 }),
      box: fixedBox("own box", ownContent({ hideWordsMinutes: 15 }), fixedSealing("own").sealingKey),
    },
    circleSecret: {
      memberSecret: secretOf("member"),
      circleKey: fixedSealing("audience").sealingKey,
      box: fixedBox(
        "member box",
        circleSecretContent(fixedSealing("audience").secret),
        fixedSealing("member").sealingKey,
      ),
    },
  };
}

function signedVectors() {
  const { story, cut, checker, approver } = exampleSigning();
  const { sent, checked, agreed, first, second, approved } = exampleStatements();
  const origin = "https://words.example";
  const challenge = fixedId("challenge", 32);
  const directory = exampleDirectory();
  const from = "2026-03-02" as Day;
  const week = {
    id: fixedId<RandomId>("redactor week"),
    sealingKey: fixedSealing("redactor week").sealingKey,
    from,
    until: lastDayOfWeek(from),
  };
  const entries: LedgerEntry[] = [
    { seq: 1, day: sent.day, role: "author", kind: "sent", statement: statementDigest(sent) },
    { seq: 2, day: "2027-03-06" as Day, role: "service", kind: "expired" },
    { seq: 3, day: "2027-03-06" as Day, role: "trainer", organisation: "Riverside practice", kind: "destroyed" },
  ];
  const start = firstHead(exampleStory().id);
  const heads = [start];
  for (const entry of entries) heads.push(ledgerHead(heads.at(-1)!, entry));
  return {
    session: { origin, challenge, key: story.verifyKey, signature: signSession(origin, challenge, story.secret) },
    statements: [
      sign(sent, story.secret),
      sign(checked, checker.secret),
      sign(agreed, story.secret, cut.secret),
      sign(first, cut.secret),
      sign(second, cut.secret),
      sign(approved, approver.secret),
    ].map((signed) => ({
      ...signed,
      canonical: canonical(signed.statement),
      digest: statementDigest(signed.statement),
    })),
    directory: {
      directory,
      hash: directoryHash(directory),
      signatures: ["steward one", "steward two"].map((name) => signDirectory(directory, fixedSigning(name))),
    },
    redactorKey: {
      ...week,
      signedBy: directory.redactorKey,
      signature: signatureOver(redactorKeyMessage(week), fixedSigning("redactor").secret),
    },
    ledger: { story: exampleStory().id, start, entries: entries.map((entry, at) => ({ entry, head: heads[at + 1] })) },
  };
}

/** @returns plain JSON: what `vectors.json` holds */
export async function computeVectors() {
  return {
    about:
      "Test vectors of the Ownwords protocol, version 1. Byte strings are base64url without padding. All is made up.",
    ...hashVectors(),
    ...(await keyVectors()),
    ...textVectors(),
    ...signedVectors(),
  };
}

export type Vectors = Awaited<ReturnType<typeof computeVectors>>;
