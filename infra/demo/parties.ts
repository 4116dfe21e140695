// Everybody tries: each party takes every box and sealed text out of the database, as a thief with a backup could, and tries
// every key that it really holds. Nothing here asks a service for permission.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { StaffSession } from "@ownwords/client";
import { type CircleId, type GrantHash, type PermissionId, supportCircleOf, type TextDigest } from "@ownwords/consent";
import { fromBase64url, type SealedText } from "@ownwords/sealing";
import {
  type OpeningSecret,
  openAccount,
  openGrant,
  openText,
  type SealingPair,
  sealingPairOf,
  storyKeys,
  takeOuterLockOff,
} from "@ownwords/sealing/open";
import { type Pool, query } from "@ownwords/store";
import type { Tried } from "./tell.ts";

export type Party = {
  readonly who: string;
  /** Every secret that this party holds now. */
  readonly pairs: () => Promise<readonly SealingPair[]>;
};

type Box = {
  readonly recipient: string;
  readonly lock: string;
  readonly box: string;
  readonly permission: PermissionId | null;
  readonly innerHash: GrantHash | null;
};

/** She: the keys of her stories, from her eight words and the salts that are kept with the stories. */
export const author = (owner: Pool, words: readonly string[], deploymentSalt: string): Party => ({
  who: "she",
  pairs: async () => {
    const account = await openAccount(words, deploymentSalt);
    const stories = await query<{ salt: string }>(owner, "select salt from account_story");
    return stories.map((story) => storyKeys(account, story.salt).sealing);
  },
});

/** The redaction program: the keys of its weeks, on its own volume. */
export const redactor = (folder: string): Party => ({
  who: "the redaction program",
  pairs: async () =>
    readdirSync(folder)
      .filter((name) => name.startsWith("week-"))
      .map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")) as { secret: string })
      .map(({ secret }) => sealingPairOf(fromBase64url(secret, 32) as OpeningSecret)),
});

export const member = (who: string, session: StaffSession, circle: CircleId): Party => ({
  who,
  pairs: async () => [session.keys.sealing, (await session.circlePair(circle)).pair],
});
export const supportWorker = async (who: string, session: StaffSession): Promise<Party> =>
  member(who, session, supportCircleOf((await session.trust()).directory)!.id);

/** The database administrator, or a thief with a backup: everything that is stored, and no key. */
export const thief: Party = { who: "whoever has the database", pairs: async () => [] };

/** Which boxes are tried: all that fit the text, or only the key that she made for the audience. */
type Which = "every box" | "the audience's key";
const count = (n: number, one: string): string =>
  `${n.toLocaleString("en")} ${n === 1 ? one : `${one}es`.replace("keyes", "keys")}`;

async function attempt(owner: Pool, { who, pairs }: Party, digest: TextDigest, which: Which): Promise<Tried> {
  const boxes = await query<Box>(
    owner,
    `select g.recipient, g.lock, g.box, g.permission_id as permission, p.release->>'text' as "innerHash"
     from key_grant g left join permission p on p.id = g.permission_id where g.text = $1 and (g.recipient = 'circle' or $2)`,
    [digest, which === "every box"],
  );
  const [text] = await query<{ header: object; ciphertext: Buffer }>(
    owner,
    "select header, ciphertext from text_version where digest = $1",
    [digest],
  );
  const no = (because: string): Tried => ({ who, opens: false, because });
  if (!text) return no("the text itself is gone");
  const held = await pairs();
  if (boxes.length === 0) return no("there is no such key any more");
  if (held.length === 0) return no(`has the sealed text and ${count(boxes.length, "box")}, and no key`);
  const sealed = { header: text.header, ciphertext: text.ciphertext.toString("base64url") } as SealedText;
  const tryWith = (box: string) => held.map((pair) => openGrant(box, pair)).find((grant) => grant?.digest === digest);
  for (const { box } of boxes) {
    const grant = tryWith(box);
    if (grant && openText(sealed, grant.key, digest, { of: sealed.header.of, kinds: [sealed.header.kind] }).ok)
      return { who, opens: true, because: "their key fits a box with this text's key" };
  }
  // With two locks on: whoever can take the outer one off tries what is inside.
  for (const { box, permission, innerHash } of boxes.filter(({ lock }) => lock === "outer"))
    for (const pair of held) {
      const inner = innerHash && permission && takeOuterLockOff(box, pair, { permission, text: digest }, innerHash);
      if (inner && !tryWith(inner)) return no("takes the outer lock off, and finds a second one that is not theirs");
    }
  return no(`tried ${count(held.length, "key")} on ${count(boxes.length, "box")}: none fits`);
}

/** Everybody tries to open one text. */
export const everybodyTries = async (
  owner: Pool,
  parties: readonly Party[],
  digest: TextDigest,
  which: Which = "every box",
): Promise<Tried[]> => {
  const tried: Tried[] = [];
  for (const party of parties) tried.push(await attempt(owner, party, digest, which));
  return tried;
};
