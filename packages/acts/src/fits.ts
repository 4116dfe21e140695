// What has to fit beside the rules of packages/consent, because it needs a hash or says who may learn what.

import {
  type ActionName,
  type Actor,
  type LedgerHead,
  type Release,
  type Role,
  rolesOf,
  type Statement,
  type StatementOf,
} from "@ownwords/consent";
import { grantHash, hash } from "@ownwords/sealing";
import type { Enclosures } from "./enclosures.ts";

/** Whose heads of a ledger are: with them a trainer could tell which cuts are of one story. */
export const knowsStories: ReadonlySet<Role> = new Set([
  "author",
  "redactor",
  "service",
  "support",
  "safeguarding",
  "data-protection",
]);

/** An answer of before is for whoever could have asked, and nobody else. */
export const isTheirs = (action: ActionName, statement: Statement | null, { roles, staff }: Actor): boolean =>
  roles.some((role) => rolesOf(action).includes(role)) &&
  (!statement || !("by" in statement) || statement.by === staff?.id);

/** The boxes are the ones that she signed for: a key that opens nothing is no approval. */
export const isReleased = (
  release: Release,
  { permission, digest, card }: StatementOf<"approved">,
  enclosures: Enclosures | undefined,
): boolean =>
  (enclosures?.grants ?? []).every(
    ({ text, box }) =>
      grantHash({ permission, text }, box) ===
      (text === digest ? release.text : text === card ? release.card : undefined),
  );

/**
 * What her answer says it saw. Readers of a cut see the answer, and a plain head would tell them which cuts are of one
 * story: so the statement holds `H("seen", nonce, head)`, and the nonce comes along for us alone.
 */
export const unblinded = (seen: LedgerHead, nonce: string | undefined, anchor: LedgerHead): LedgerHead | undefined =>
  nonce !== undefined && hash("seen", nonce, anchor) === seen ? anchor : undefined;
