// Signing in, for both sides: a challenge of one use, a signature over it, an opaque token. The database keeps hashes.

import { randomBytes } from "node:crypto";
import type { VerifyKey } from "@ownwords/consent";
import { hash, verifySession } from "@ownwords/sealing";
import { keepChallenge, type Pool, type Side, startSession, takeChallenge } from "@ownwords/store";

const challengeSeconds = 120;
const random = (): string => randomBytes(32).toString("base64url");

/** What the database keeps of a token: enough to recognise it, not to use it. */
export const tokenHash = (token: string): string => hash("token", token);

/** A fresh challenge. It is asked for without naming a key. */
export async function makeChallenge(pool: Pool): Promise<string> {
  const challenge = random();
  await keepChallenge(pool, hash("challenge", challenge), challengeSeconds);
  return challenge;
}

export type Answered = { readonly challenge: string; readonly signature: string };

/**
 * Verifies first: whoever cannot sign learns nothing of who is there.
 * @returns why not, or nothing when the answer is right
 */
export async function checkAnswer(
  pool: Pool,
  origin: string,
  key: VerifyKey | undefined,
  { challenge, signature }: Answered,
): Promise<"challenge-is-over" | "signature-is-wrong" | undefined> {
  if (!(await takeChallenge(pool, hash("challenge", challenge)))) return "challenge-is-over";
  return key && verifySession({ origin, challenge, key, signature }) ? undefined : "signature-is-wrong";
}

/** Starts a session. @returns the token, which only the asker ever holds */
export async function openSession(pool: Pool, side: Side, who: string, minutes: number): Promise<string> {
  const token = random();
  await startSession(pool, side, tokenHash(token), who, minutes);
  return token;
}
