// Where a cut comes from: her word for it, signed with both keys, and the review of the text that it is part of.

import { type SealingKey, type StatementOf, staffOf, type Verified, type VerifyKey } from "@ownwords/consent";
import { fromBase64url } from "./bytes.ts";
import type { VerifiedDirectory } from "./directory.ts";
import { cutIdOf, storyIdOf } from "./identities.ts";
import { type Signed, verifyStatement } from "./signed-statement.ts";

/** The link from a cut to its story. Readable to her, the desk and the gate, never to a trainer. */
export type ChainParent = {
  readonly storyKey: VerifyKey;
  readonly storySealingKey: SealingKey;
  readonly agreed: Signed<StatementOf<"agreed">>;
  readonly checked?: Signed<StatementOf<"checked">>;
  /**
   * That she sent the story at all. It carries no weight (between it and the review there can be any number of rounds), and
   * is verified where it is given.
   */
  readonly sent?: Signed<StatementOf<"sent">>;
};

export type VerifiedParent = {
  readonly agreed: Verified<StatementOf<"agreed">>;
  readonly checked: Verified<StatementOf<"checked">>;
  readonly sent: Verified<StatementOf<"sent">> | undefined;
};

export const parentFaults = [
  "parent-missing",
  "story-keys",
  "agreed-signature",
  "agreed-story",
  "agreed-cut",
  "agreed-digest",
  "agreed-card",
  "checked-missing",
  "checker-unknown",
  "checker-role",
  "checker-terms",
  "checked-signature",
  "checked-story",
  "checked-digest",
  "sent-signature",
  "sent-story",
] as const;
export type ParentFault = (typeof parentFaults)[number];

/**
 * Verifies `agreed` back to `checked`, and `sent` where it is given.
 * @param cutKey the key that the answers verified with
 * @param answer what she said yes to
 */
export function verifyParent(
  parent: ChainParent | undefined,
  cutKey: VerifyKey,
  answer: StatementOf<"answered">,
  directory: VerifiedDirectory,
): { readonly ok: true; readonly parent: VerifiedParent } | { readonly ok: false; readonly fault: ParentFault } {
  const refused = (fault: ParentFault) => ({ ok: false, fault }) as const;
  if (!parent) return refused("parent-missing");
  const { storyKey, storySealingKey } = parent;
  if (!fromBase64url(storyKey, 32) || !fromBase64url(storySealingKey, 32)) return refused("story-keys");

  const agreed = verifyStatement(parent.agreed, [storyKey, cutKey]);
  if (agreed?.type !== "agreed") return refused("agreed-signature");
  // The id authenticates the keys: keys of somebody else's give another id.
  if (agreed.story !== storyIdOf(storyKey, storySealingKey)) return refused("agreed-story");
  if (agreed.cutKey !== cutKey || agreed.cut !== cutIdOf(cutKey)) return refused("agreed-cut");
  if (agreed.digest !== answer.digest) return refused("agreed-digest");
  if (agreed.card !== answer.card) return refused("agreed-card");

  if (!parent.checked) return refused("checked-missing");
  const checker = staffOf(directory, parent.checked.statement?.by);
  if (!checker) return refused("checker-unknown");
  const checked = verifyStatement(parent.checked, [checker.verifyKey]);
  if (checked?.type !== "checked") return refused("checked-signature");
  if (!checker.roles.includes("support")) return refused("checker-role");
  if (checked.day > checker.termsUntil) return refused("checker-terms");
  if (checked.story !== agreed.story) return refused("checked-story");
  if (checked.digest !== agreed.parent) return refused("checked-digest");

  if (!parent.sent) return { ok: true, parent: { agreed, checked, sent: undefined } };
  const sent = verifyStatement(parent.sent, [storyKey]);
  if (sent?.type !== "sent") return refused("sent-signature");
  if (sent.story !== agreed.story) return refused("sent-story");
  return { ok: true, parent: { agreed, checked, sent } };
}
