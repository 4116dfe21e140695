// Answers, approvals and openings of one cut of Ann's, made by hand: right but for what a test changes.

import {
  type CutId,
  daysAfter,
  type LedgerHead,
  type PermissionId,
  releaseChecks,
  type StatementOf,
  sessionTerms,
} from "@ownwords/consent";
import { hash } from "@ownwords/sealing";
import { type CutKeys, newId, newSalt } from "@ownwords/sealing/open";
import { lockTwice } from "@ownwords/sealing/seal";
import { bare, signedAs } from "./hands.ts";
import type { Scene } from "./scene.ts";

/** How an answer names the head that it saw: its nonce is for the intake alone. */
export const blinded = (head: LedgerHead, seenNonce: string = newSalt()) => ({
  seen: hash("seen", seenNonce, head) as LedgerHead,
  seenNonce,
});

type Answered = StatementOf<"answered">;
type Grants = (good: object[]) => object[];

export function releaseActs(scene: Scene, cut: CutId, own: CutKeys) {
  const { world, hers, approver, trainer, notice } = scene;
  const lastDay = daysAfter(scene.day, 300);
  const locked = () => scene.state.cuts[cut]!;

  const answer = (fields: Partial<Answered> = {}, secret = own.signing.secret, more: object = {}) => {
    const { seen, seenNonce } = blinded(scene.state.anchor);
    const said = {
      cut,
      permission: newId<PermissionId>(),
      digest: locked().digest,
      card: locked().card,
      circle: world.circle("riversideTraining"),
      epoch: 1,
      answer: "yes-once",
      until: lastDay,
      copies: false,
      alone: true,
      seen,
      notice,
      ...fields,
    } as const;
    return { ...bare(signedAs("answered", scene.day, said, secret)), seenNonce, ...more };
  };
  const answered = (fields: Partial<Answered> = {}, { secret = own.signing.secret, hands = hers, more = {} } = {}) =>
    hands.act(answer(fields, secret, more));

  /** The second yes, with locks on keys that only look like the text's. */
  const yes = (
    permission: PermissionId,
    fields: Partial<Answered> = {},
    change: Grants = (good) => good,
    more = {},
  ) => {
    const { riversideTraining, support } = world.trial.circles;
    const locks = [locked().digest, locked().card].map((text) => ({
      text,
      ...lockTwice(
        new Uint8Array(32) as never,
        { permission, text },
        riversideTraining.circle.sealingKey,
        support.circle.sealingKey,
      ),
    }));
    const good = locks.map(({ text, outer }) => ({
      text,
      to: "circle",
      lock: "outer",
      permission,
      key: "1",
      box: outer,
    }));
    const release = { text: locks[0]!.innerHash, card: locks[1]!.innerHash };
    const first = scene.state.permissions[permission]!.first!;
    return answered(
      { permission, answer: "yes", first, release, ...fields },
      { more: { grants: change(good), ...more } },
    );
  };

  /** @param boxes the release with the outer lock off */
  const approved = (
    permission: PermissionId,
    boxes: ReadonlyMap<string, string>,
    fields: object = {},
    by = approver,
    change: Grants = (good) => good,
  ) => {
    const { circle, epoch, second, release } = scene.state.permissions[permission]!;
    const { digest, card } = locked();
    const said = { cut, permission, digest, card, circle, epoch, second, checks: releaseChecks, release, by: by.id };
    const good = [digest, card].map((text) => ({
      text,
      to: "circle",
      lock: "inner",
      permission,
      key: "1",
      box: boxes.get(text)!,
    }));
    const signed = signedAs("approved", scene.day, { ...said, ...fields } as never, by.secret);
    return by.act({ signed, texts: [], grants: change(good) });
  };

  /** A trainer's declared session, signed. */
  const opening = (permission: PermissionId, fields: object = {}, by = trainer, session: object = {}) => {
    const said = {
      cut,
      permission,
      digest: locked().digest,
      approval: scene.state.permissions[permission]!.approval!,
      view: newId(),
      session: { purpose: "live-training", day: scene.day, facilitator: by.id, debrief: by.id, ...session },
      terms: sessionTerms,
      by: by.id,
      ...fields,
    };
    return bare(signedAs("opened", scene.day, said as never, by.secret));
  };

  return { lastDay, answer, answered, yes, approved, opening };
}
