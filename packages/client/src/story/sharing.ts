// Agreeing the exact words, and answering for one organisation and purpose. What she signs about comes from statements that
// she signed herself: whoever writes in the database cannot put other words, or another audience, under her yes.

import {
  type CardDocument,
  type CircleId,
  type CutDocument,
  type CutId,
  circleOf,
  type Day,
  type LedgerHead,
  type PermissionId,
  type StatementOf,
  supportCircleOf,
  type TextDigest,
} from "@ownwords/consent";
import { hash } from "@ownwords/sealing";
import { type CutKeys, cutKeys, newId, newSalt, sign } from "@ownwords/sealing/open";
import { lockTwice, sealText } from "@ownwords/sealing/seal";
import { cutOf, type Selection } from "../documents.ts";
import { findStatement } from "../records.ts";
import { alone, statementOf } from "../signing.ts";
import { ClientError } from "../wire.ts";
import { readProposal } from "./changes.ts";
import { type Device, type Found, noticeOf } from "./device.ts";

export type Answer = {
  readonly cut: CutId;
  readonly circle: CircleId;
  /** Last day; a yes needs one. */
  readonly until?: Day;
  readonly copies?: boolean;
  /** Whether she answers by herself, or helped by somebody. */
  readonly alone?: boolean;
};

/** A cut of hers: its keys, and what she agreed. */
type OwnCut = { readonly keys: CutKeys; readonly agreed: StatementOf<"agreed"> };

function ownCut({ keys, id }: Device, { reply, statements }: Found, cut: CutId): OwnCut {
  const salt = reply.cutSalts.find((each) => each.cut === cut)?.salt;
  const own = salt === undefined ? undefined : cutKeys(keys, salt);
  const agreed = findStatement(statements, "agreed", (each) => each.cut === cut && each.story === id);
  if (own?.id !== cut || !agreed) throw new ClientError("not-verified");
  return { keys: own, agreed };
}

/**
 * Readers of a cut see her answers. A head in plain would tell them which cuts are of one story, so it is blinded; the
 * nonce goes to the intake alone.
 */
function blinded(anchor: LedgerHead): { seen: LedgerHead; seenNonce: string } {
  const seenNonce = newSalt();
  return { seen: hash("seen", seenNonce, anchor) as LedgerHead, seenNonce };
}

export function createSharing(device: Device) {
  const { keys, id, load, open, textKey, send, toHer, toSupport } = device;
  return {
    /**
     * Agrees the exact words of a cut.
     * @returns the cut, and the document as a trainer would open it, byte for byte
     */
    agree: async (
      card: CardDocument,
      selection: Selection = {},
    ): Promise<{ cut: CutId; digest: TextDigest; document: CutDocument }> => {
      const found = await load();
      const { today, directory } = found.trust;
      const waiting = await readProposal(device, found);
      if (waiting.departures.length > 0) throw new ClientError("words-differ");
      const decided = findStatement(found.statements, "decided", (each) => each.digest === waiting.digest);
      const dropped = (decided?.decisions ?? []).filter(({ choice }) => choice === "cut").map(({ change }) => change);
      const document = cutOf(waiting.document, dropped, selection);
      const cutSalt = newSalt();
      const cut = cutKeys(keys, cutSalt);
      const text = sealText({ document, kind: "cut", of: cut.id, producer: "author" });
      const cardText = sealText({ document: card, kind: "card", of: cut.id, producer: "author" });
      const fields = {
        story: id,
        cut: cut.id,
        cutKey: cut.signing.verifyKey,
        digest: text.digest,
        card: cardText.digest,
        parent: waiting.digest,
        seen: found.state.anchor,
        notice: noticeOf(directory),
      };
      await send(today.date, (day) => ({
        signed: sign(statementOf("agreed", day, fields), keys.signing.secret, cut.signing.secret),
        texts: [text.sealed, cardText.sealed],
        grants: [toHer(text), toSupport(text, directory), toHer(cardText), toSupport(cardText, directory)],
        cutSalt,
      }));
      return { cut: cut.id, digest: text.digest, document };
    },

    /** The words of a cut as they are locked. */
    cut: async (cut: CutId): Promise<CutDocument> => {
      const { agreed } = ownCut(device, await load(), cut);
      return (await open(agreed.digest)) as CutDocument;
    },

    /** A first yes, a no, or not now. A new answer is a new permission. */
    answer: async (
      answer: "yes-once" | "no" | "not-now",
      { cut, circle, until, copies = false, alone: byHerself = true }: Answer,
    ): Promise<PermissionId> => {
      const found = await load();
      const { today, directory } = found.trust;
      const own = ownCut(device, found, cut);
      const audience = circleOf(directory, circle);
      if (!audience) throw new ClientError("unknown-circle");
      const permission = newId<PermissionId>();
      const { seen, seenNonce } = blinded(found.state.anchor);
      const fields = {
        cut,
        permission,
        digest: own.agreed.digest,
        card: own.agreed.card,
        circle,
        epoch: audience.epoch,
        answer,
        ...(until ? { until } : {}),
        copies,
        alone: byHerself,
        seen,
        notice: noticeOf(directory),
      };
      await send(today.date, (day) => ({
        ...alone(sign(statementOf("answered", day, fields), own.keys.signing.secret)),
        seenNonce,
      }));
      return permission;
    },

    /**
     * The second yes, on another day. It grants the key, with two locks on.
     * @throws ClientError `nothing-to-decide` when there is no first yes of hers; `unknown-circle` when its keys have changed
     */
    confirm: async (
      permission: PermissionId,
      { until, copies = false, alone: byHerself = true }: { until: Day; copies?: boolean; alone?: boolean },
    ) => {
      const found = await load();
      const { today, directory } = found.trust;
      const first = findStatement(
        found.statements,
        "answered",
        (each) => each.permission === permission && each.answer === "yes-once",
      );
      const firstDigest = [...found.statements].find(([, each]) => each === (first as unknown))?.[0];
      if (!first || !firstDigest) throw new ClientError("nothing-to-decide");
      const own = ownCut(device, found, first.cut);
      const { digest, card } = own.agreed;
      const audience = circleOf(directory, first.circle);
      if (audience?.epoch !== first.epoch) throw new ClientError("unknown-circle");
      if (first.digest !== digest || first.card !== card) throw new ClientError("not-verified");
      const lock = async (text: TextDigest) =>
        lockTwice((await textKey(text)).key, text, audience.sealingKey, supportCircleOf(directory)!.sealingKey);
      const [textLock, cardLock] = [await lock(digest), await lock(card)];
      const { seen, seenNonce } = blinded(found.state.anchor);
      const outer = (text: TextDigest, box: string) =>
        ({ text, to: "circle", lock: "outer", permission, key: String(audience.epoch), box }) as const;
      const fields = {
        cut: first.cut,
        permission,
        digest,
        card,
        circle: first.circle,
        epoch: first.epoch,
        answer: "yes",
        until,
        copies,
        alone: byHerself,
        first: firstDigest,
        release: { text: textLock.innerHash, card: cardLock.innerHash },
        seen,
        notice: noticeOf(directory),
      } as const;
      return send(today.date, (day) => ({
        signed: sign(statementOf("answered", day, fields), own.keys.signing.secret),
        texts: [],
        grants: [outer(digest, textLock.outer), outer(card, cardLock.outer)],
        seenNonce,
      }));
    },
  };
}
