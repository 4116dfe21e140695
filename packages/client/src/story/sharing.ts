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
  type RandomId,
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
import { assertSameDays } from "../trust.ts";
import { ClientError } from "../wire.ts";
import type { Proposal } from "./changes.ts";
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

/** A cut as she was shown it, and the version that it is made from. */
export type CutPreview = { readonly parent: TextDigest; readonly document: CutDocument };

/** What she decided to cut, in any decision about this version: one of them decides every change, or nothing is agreed. */
function droppedIn({ digest, document }: Proposal, statements: Found["statements"]): RandomId[] {
  const decided = [...statements.values()].flatMap((each) =>
    each.type === "decided" && each.digest === digest ? [each.decisions] : [],
  );
  const isWhole = (decisions: StatementOf<"decided">["decisions"]) =>
    document.changes.every(({ id }) => decisions.some(({ change }) => change === id));
  if (document.changes.length > 0 && !decided.some(isWhole)) throw new ClientError("changes-are-not-decided");
  return decided.flat().flatMap(({ change, choice }) => (choice === "cut" ? [change] : []));
}

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
  const { keys, id, load, open, clock, send, toHer, toSupport } = device;
  return {
    /**
     * The words of a cut as they would be locked: what she looks at before she agrees, byte for byte what a trainer opens.
     * @param waiting the version that she was shown, every change of it decided
     * @throws ClientError `changes-are-not-decided`, `undeclared-change`
     */
    preview: async (waiting: Proposal, selection: Selection = {}): Promise<CutPreview> => {
      const { statements } = await load();
      if (waiting.departures.length > 0) throw new ClientError("undeclared-change");
      const dropped = droppedIn(waiting, statements);
      return { parent: waiting.digest, document: cutOf(waiting.document, dropped, selection) };
    },

    /** Agrees exactly what `preview` showed her, with its card. */
    agree: async (
      { parent, document }: CutPreview,
      card: CardDocument,
    ): Promise<{ cut: CutId; digest: TextDigest }> => {
      const found = await load();
      const { today, directory } = found.trust;
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
        parent,
        seen: found.state.anchor,
        notice: noticeOf(directory),
      };
      await send(today.date, (day) => ({
        signed: sign(statementOf("agreed", day, fields), keys.signing.secret, cut.signing.secret),
        texts: [text.sealed, cardText.sealed],
        grants: [toHer(text), toSupport(text, directory), toHer(cardText), toSupport(cardText, directory)],
        cutSalt,
      }));
      return { cut: cut.id, digest: text.digest };
    },

    /** The words of a cut as they are locked. */
    cut: async (cut: CutId): Promise<CutDocument> => {
      const { agreed } = ownCut(device, await load(), cut);
      return (await open(agreed.digest, { of: cut, kinds: ["cut"] })).document as CutDocument;
    },

    /** A first yes, a no, or not now. A new answer is a new permission. */
    answer: async (
      answer: "yes-once" | "no" | "not-now",
      { cut, circle, until, copies = false, alone: byHerself = true }: Answer,
    ): Promise<PermissionId> => {
      const found = await load();
      const { today, directory } = found.trust;
      if (answer === "yes-once") assertSameDays(today, clock);
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
      assertSameDays(today, clock);
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
      const lock = async (text: TextDigest, kind: "cut" | "card") => {
        const { key } = await open(text, { of: first.cut, kinds: [kind] });
        return lockTwice(key, { permission, text }, audience.sealingKey, supportCircleOf(directory)!.sealingKey);
      };
      const [textLock, cardLock] = [await lock(digest, "cut"), await lock(card, "card")];
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
