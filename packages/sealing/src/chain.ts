// THE verifier: does everything that a release rests on hold together? Used by the gate, by clients and on the command line.

import type { Circle, CutId, Day, StatementDigest, StatementOf, Verified, VerifyKey } from "@ownwords/consent";
import { circleOf, daysAfter, monthsAfter, releaseChecks, staffOf } from "@ownwords/consent";
import { fromBase64url } from "./bytes.ts";
import { type ChainParent, type ParentFault, parentFaults, type VerifiedParent, verifyParent } from "./chain-parent.ts";
import type { VerifiedDirectory } from "./directory.ts";
import { cutIdOf, statementDigest } from "./identities.ts";
import { type Signed, verifyStatement } from "./signed-statement.ts";

/**
 * Who verifies. A trainer is never given the parent, which would link cuts of one story; an approver looks before there is
 * an approval; the gate sees both.
 */
export type ChainFor = "trainer" | "approver" | "gate";

type Answered = StatementOf<"answered">;
type Approved = StatementOf<"approved">;

export type Chain = {
  readonly cutKey: VerifyKey;
  readonly first: Signed<Answered>;
  readonly second: Signed<Answered>;
  readonly approved?: Signed<Approved>;
  readonly parent?: ChainParent;
};

/** Statements that fit together, for exactly one cut, one circle and one permission. */
declare const verifiedChain: unique symbol;
export type VerifiedChain<For extends ChainFor = ChainFor> = {
  readonly [verifiedChain]: true;
  readonly cut: CutId;
  readonly circle: Circle;
  readonly first: Verified<Answered>;
  readonly second: Verified<Answered>;
  readonly approved: For extends "approver" ? undefined : Verified<Approved>;
  readonly parent: For extends "trainer" ? undefined : VerifiedParent;
};

export const chainFaults = [
  "directory-expired",
  "cut-key",
  "first-signature",
  "second-signature",
  "first-cut",
  "second-cut",
  "first-answer",
  "second-answer",
  "second-first",
  "second-permission",
  "second-digest",
  "second-card",
  "second-circle",
  "second-epoch",
  "copies-said-once",
  "too-soon",
  "release-missing",
  "until-missing",
  "until-longer",
  "until-too-long",
  "until-passed",
  "circle-unknown",
  "circle-epoch",
  "circle-purpose",
  "hold",
  "approved-missing",
  "approver-unknown",
  "approver-role",
  "approver-terms",
  "approved-signature",
  "approved-cut",
  "approved-second",
  "approved-permission",
  "approved-digest",
  "approved-card",
  "approved-circle",
  "approved-epoch",
  "approved-release",
  "approved-checks",
  "same-person",
  ...parentFaults,
] as const;
export type ChainFault = (typeof chainFaults)[number];

type Checked = readonly [holds: boolean, fault: ChainFault];
const firstFault = (checks: readonly Checked[]): ChainFault | undefined => checks.find(([holds]) => !holds)?.[1];

/** Her two answers: the same words, the same audience, on two visits. */
function answersFault(first: Answered, second: Answered, cut: CutId, { policy }: VerifiedDirectory) {
  return firstFault([
    [first.cut === cut, "first-cut"],
    [second.cut === cut, "second-cut"],
    [first.answer === "yes-once", "first-answer"],
    [second.answer === "yes", "second-answer"],
    [second.first === statementDigest(first), "second-first"],
    [second.permission === first.permission, "second-permission"],
    [second.digest === first.digest, "second-digest"],
    [second.card === first.card, "second-card"],
    [second.circle === first.circle, "second-circle"],
    [second.epoch === first.epoch, "second-epoch"],
    // She may allow less on the second visit. What she allows more of was not said twice.
    [!second.copies || first.copies, "copies-said-once"],
    [second.until === undefined || (first.until !== undefined && second.until <= first.until), "until-longer"],
    [daysAfter(first.day, policy.secondVisitDaysBetween + 1) <= second.day, "too-soon"],
    [second.release !== undefined, "release-missing"],
    [second.until !== undefined, "until-missing"],
    [second.until! <= monthsAfter(second.day, policy.permissionMonths), "until-too-long"],
  ]);
}

/**
 * The audience, as the directory has it today. A release that is already open stays open when a later epoch begins (new
 * keys are for what is shared from then on); a new one must be for the epoch of today.
 */
function circleFault(circle: Circle | undefined, epoch: number, who: ChainFor, { policy }: VerifiedDirectory) {
  if (circle?.kind !== "audience") return "circle-unknown";
  const { purpose } = circle;
  return firstFault([
    [who === "approver" ? epoch === circle.epoch : epoch <= circle.epoch, "circle-epoch"],
    [purpose !== null && policy.purposes.includes(purpose), "circle-purpose"],
  ]);
}

/** The approval: by a support worker of the directory, of exactly what she said yes to. */
function verifyApproved(
  signed: Signed<Approved> | undefined,
  second: Answered,
  secondDigest: StatementDigest,
  directory: VerifiedDirectory,
): Verified<Approved> | ChainFault {
  if (!signed) return "approved-missing";
  const approver = staffOf(directory, signed.statement?.by);
  if (!approver) return "approver-unknown";
  const approved = verifyStatement(signed, [approver.verifyKey]);
  if (approved?.type !== "approved") return "approved-signature";
  const fault = firstFault([
    [approver.roles.includes("support"), "approver-role"],
    [approved.day <= approver.termsUntil, "approver-terms"],
    [approved.cut === second.cut, "approved-cut"],
    [approved.second === secondDigest, "approved-second"],
    [approved.permission === second.permission, "approved-permission"],
    [approved.digest === second.digest, "approved-digest"],
    [approved.card === second.card, "approved-card"],
    [approved.circle === second.circle, "approved-circle"],
    [approved.epoch === second.epoch, "approved-epoch"],
    [
      approved.release.text === second.release?.text && approved.release.card === second.release.card,
      "approved-release",
    ],
    [releaseChecks.every((check) => approved.checks.includes(check)), "approved-checks"],
  ]);
  return fault ?? approved;
}

/**
 * Verifies a release from the directory down to her answers, the approval and the text that it was cut from. Pure: it
 * reads no clock and remembers no decision. It says that the statements hold together; whether something came since (a
 * pause, a take-back) only the service's gate can say.
 * @param directory verified
 * @param chain as it came over the wire
 * @param who an approver's own identity is not in the chain: compare it with `parent.checked.by` where policy asks for two people
 * @returns the statements as verified, or the first thing that is wrong
 */
export function verifyChain<For extends ChainFor>(
  directory: VerifiedDirectory,
  chain: Chain,
  who: For,
  today: Day,
): { readonly ok: true; readonly chain: VerifiedChain<For> } | { readonly ok: false; readonly fault: ChainFault } {
  const refused = (fault: ChainFault) => ({ ok: false, fault }) as const;
  const { policy } = directory;
  if (directory.validUntil < today) return refused("directory-expired");

  const { cutKey } = chain;
  if (!fromBase64url(cutKey, 32)) return refused("cut-key");
  const cut = cutIdOf(cutKey);
  const first = verifyStatement(chain.first, [cutKey]);
  if (first?.type !== "answered") return refused("first-signature");
  const second = verifyStatement(chain.second, [cutKey]);
  if (second?.type !== "answered") return refused("second-signature");
  const fault = answersFault(first, second, cut, directory);
  if (fault) return refused(fault);
  if (second.until! < today) return refused("until-passed");

  const circle = circleOf(directory, second.circle);
  const unfit = circleFault(circle, second.epoch, who, directory);
  if (unfit) return refused(unfit);

  let approved: Verified<Approved> | undefined;
  if (who !== "approver") {
    const found = verifyApproved(chain.approved, second, statementDigest(second), directory);
    if (typeof found === "string") return refused(found);
    approved = found;
  }
  if ((approved?.day ?? today) < daysAfter(second.day, policy.holdDaysBetween + 1)) return refused("hold");

  let parent: VerifiedParent | undefined;
  if (who !== "trainer") {
    const found = verifyParent(chain.parent, cutKey, second, directory);
    if (!found.ok) return refused(found.fault satisfies ParentFault);
    parent = found.parent;
    if (policy.twoPeople && approved?.by === parent.checked.by) return refused("same-person");
  }
  return { ok: true, chain: { cut, circle, first, second, approved, parent } as VerifiedChain<For> };
}
