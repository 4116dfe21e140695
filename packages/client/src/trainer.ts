// The library: cards of what is open for this trainer's circles, and the words, for a declared session.

import type {
  CardDocument,
  CutDocument,
  CutId,
  PermissionId,
  Purpose,
  SessionTerm,
  StaffId,
  StatementDigest,
  TextDigest,
} from "@ownwords/consent";
import { type Chain, type SealedText, statementDigest, type VerifiedChain, verifyChain } from "@ownwords/sealing";
import { type About, newId, openGrant, openText, type SealingPair, sign } from "@ownwords/sealing/open";
import { alone, sendAct, statementOf } from "./signing.ts";
import type { StaffSession } from "./staff-session.ts";
import { assertSameDays } from "./trust.ts";
import { ClientError } from "./wire.ts";

/** What the catalogue shows: the card that she agreed to, opened here and verified. */
export type CatalogueItem = {
  readonly permission: PermissionId;
  readonly cut: CutId;
  readonly digest: TextDigest;
  readonly approval: StatementDigest;
  readonly organisation: string;
  readonly purpose: Purpose | null;
  readonly copies: boolean;
  readonly card: CardDocument;
};

/** A session as it is declared: its purpose, who leads it, who debriefs. */
export type Session = { readonly purpose: Purpose; readonly facilitator: StaffId; readonly debrief: StaffId };

export type Opened = { readonly item: CatalogueItem; readonly document: CutDocument; readonly digest: TextDigest };
export type Trainer = ReturnType<typeof createTrainer>;

type Openable = { readonly sealed: unknown; readonly box: string };
type Release = { readonly permission: PermissionId; readonly chain: unknown; readonly card: Openable };

function open<Document>({ sealed, box }: Openable, pair: SealingPair, expected: TextDigest, about: About): Document {
  const grant = openGrant(box, pair);
  const opened = grant && openText(sealed as SealedText, grant.key, expected, about);
  if (!opened?.ok) throw new ClientError("not-verified");
  return opened.document as Document;
}

/** One release that cannot be read hides itself, and not the others. */
const unreadable: ReadonlySet<string> = new Set(["not-verified", "no-secret"]);

export function createTrainer(session: StaffSession) {
  const { wire, keys, id: by } = session;

  /** Directory → cut key → digest and card → two answers → approval, before a word is shown. */
  const verified = async ({ permission, chain, card }: Release) => {
    const { directory, today } = await session.trust();
    assertSameDays(today, session.clock);
    const verdict = verifyChain(directory, chain as Chain, "trainer", today.date);
    if (!verdict.ok || verdict.chain.second.permission !== permission) throw new ClientError("not-verified");
    const found: VerifiedChain<"trainer"> = verdict.chain;
    const { pair } = await session.circlePair(found.circle.id, found.second.epoch);
    const { second, approved } = found;
    const item: CatalogueItem = {
      permission,
      cut: found.cut,
      digest: second.digest,
      approval: statementDigest(approved),
      organisation: found.circle.organisation,
      purpose: found.circle.purpose,
      copies: second.copies,
      card: open<CardDocument>(card, pair, second.card, { of: found.cut, kinds: ["card"] }),
    };
    return { item, pair };
  };

  return {
    /** What is open now. What does not verify is not shown. */
    catalogue: async (): Promise<CatalogueItem[]> => {
      const { releases } = await wire.call("catalogue", {});
      const items: CatalogueItem[] = [];
      for (const release of releases)
        try {
          items.push((await verified(release)).item);
        } catch (error) {
          if (!(error instanceof ClientError) || !unreadable.has(error.code)) throw error;
        }
      return items;
    },

    /**
     * Opens exactly what was agreed, for this session.
     * @throws ClientError `not-available`, whatever the reason
     */
    open: async (
      { permission, cut, digest, approval }: Pick<CatalogueItem, "permission" | "cut" | "digest" | "approval">,
      declared: Session,
      terms: readonly SessionTerm[],
    ): Promise<Opened> => {
      const { today } = await session.trust();
      const view = newId();
      const reply = await sendAct(
        today.date,
        (day) =>
          alone(
            sign(
              statementOf("opened", day, {
                cut,
                permission,
                digest,
                approval,
                view,
                session: { ...declared, day },
                terms,
                by,
              }),
              keys.signing.secret,
            ),
          ),
        (body) => wire.call("open", body),
      );
      const { item, pair } = await verified(reply.release);
      // The words that come back are those that the declared session was signed for, and no others.
      const isTheOne =
        item.permission === permission && item.cut === cut && item.digest === digest && item.approval === approval;
      if (!isTheOne || item.purpose !== declared.purpose) throw new ClientError("not-verified");
      return {
        item,
        document: open<CutDocument>(reply.text, pair, item.digest, { of: cut, kinds: ["cut"] }),
        digest: item.digest,
      };
    },
  };
}
