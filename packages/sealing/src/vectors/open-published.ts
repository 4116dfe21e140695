// The other direction: opens and verifies published vectors through the package's entries, as a client would.

import {
  canonical,
  fromBase64url,
  readSealedText,
  type Signed,
  storyIdOf,
  verifyLedger,
  verifyRedactorKey,
  verifySession,
  verifyStatement,
} from "../index.ts";
import type { OpeningSecret, TextKey } from "../keys.ts";
import {
  cutKeys,
  openAccount,
  openGrant,
  openOwn,
  openSecret,
  openText,
  readPassWords,
  sealingPairOf,
  takeOuterLockOff,
} from "../open.ts";
import type { Vectors } from "./compute.ts";
import { exampleSigning, exampleStory } from "./example.ts";

const pairOf = (secret: string) => sealingPairOf(fromBase64url(secret, 32) as OpeningSecret);

function opensText({ text }: Vectors): boolean {
  const { key, document, digest, ...sealed } = text;
  const read = readSealedText(sealed);
  const opened =
    read.ok &&
    openText(read.text, fromBase64url(key, 32) as TextKey, digest, {
      of: read.text.header.of,
      kinds: [read.text.header.kind],
    });
  return opened !== false && opened.ok && canonical(opened.document) === document;
}

function opensGrant({ grant, text }: Vectors): boolean {
  const inner = takeOuterLockOff(
    grant.outer,
    pairOf(grant.supportSecret),
    { permission: grant.permission, text: text.digest },
    grant.innerHash,
  );
  const opened = inner === grant.inner && openGrant(inner, pairOf(grant.audienceSecret));
  return opened !== false && opened?.digest === text.digest;
}

async function derivesAccount({ account }: Vectors): Promise<boolean> {
  const read = readPassWords(account.words.toUpperCase().replaceAll(" ", "-"));
  return read.ok && (await openAccount(read.words, account.salt)).signing.verifyKey === account.verifyKey;
}

function verifiesStatements({ statements }: Vectors): boolean {
  const { story, cut, checker, approver } = exampleSigning();
  const keys = [[story], [checker], [story, cut], [cut], [cut], [approver]];
  return statements.every(({ statement, signatures }, at) =>
    verifyStatement(
      { statement, signatures } as Signed,
      keys[at]!.map(({ verifyKey }) => verifyKey),
    ),
  );
}

/**
 * @param vectors what was published
 * @returns the names of those that do not open or verify: none, if all is well
 */
export async function openPublished(vectors: Vectors): Promise<string[]> {
  const { story, cut, own, circleSecret, session, redactorKey, ledger } = vectors;
  const held: Record<string, boolean> = {
    account: await derivesAccount(vectors),
    story: storyIdOf(story.verifyKey, story.sealingKey) === story.id,
    cut: cutKeys(exampleStory(), cut.salt).id === cut.id,
    text: opensText(vectors),
    grant: opensGrant(vectors),
    own: canonical(openOwn(own.box, pairOf(own.secret))?.value ?? null) === own.value,
    circleSecret:
      openSecret(circleSecret.box, pairOf(circleSecret.memberSecret))?.sealingKey === circleSecret.circleKey,
    statements: verifiesStatements(vectors),
    session: verifySession(session),
    redactorKey: verifyRedactorKey(redactorKey, redactorKey.signedBy),
    ledger: verifyLedger(ledger.story, ledger.entries as Parameters<typeof verifyLedger>[1]).ok,
  };
  return Object.keys(held).filter((name) => !held[name]);
}
