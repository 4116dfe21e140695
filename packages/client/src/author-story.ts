// One story on its author's device: she reads, decides, signs. Nothing is believed that does not verify.

import {
  type CardDocument,
  type CircleId,
  type CutDocument,
  type CutId,
  circleOf,
  type Day,
  type DraftDocument,
  type LedgerHead,
  type OwnDocument,
  type PermissionId,
  type SealingKey,
  type StatementOf,
  type StoryDocument,
  type StoryId,
  type StoryState,
  supportCircleOf,
  type TextDigest,
  type TextStage,
} from "@ownwords/consent";
import type { SealedText, VerifiedDirectory } from "@ownwords/sealing";
import {
  type CutKeys,
  cutKeys,
  newId,
  newSalt,
  openGrant,
  openText,
  type StoryKeys,
  sign,
} from "@ownwords/sealing/open";
import { grantTo, lockTwice, type SealedNow, sealText } from "@ownwords/sealing/seal";
import type { IntakeWire } from "./author.ts";
import { assertFits, type Choice, cutOf, type Selection, toSend, withOwnWords } from "./documents.ts";
import { findStatement, type History, verifiedStatements, verifyHistory } from "./records.ts";
import { type ActBody, alone, sendAct, statementOf } from "./signing.ts";
import type { Trust } from "./trust.ts";
import { ClientError } from "./wire.ts";
import { compare, type Departure, type TakenOut } from "./words/departures.ts";

/** What a screen asked her to answer was shown under this notice. */
type Notice = StatementOf<"sent">["notice"];
export type Scope = { readonly cut: CutId } | { readonly permission: PermissionId } | "everything";

/** What waits for her decision: each change beside her own words. */
export type Proposal = {
  readonly digest: TextDigest;
  readonly document: StoryDocument;
  readonly before: readonly TakenOut[];
  /** Words that were changed without saying so. When there is one, nothing can be agreed. */
  readonly departures: readonly Departure[];
};

export type AnswerTo = {
  readonly cut: CutId;
  readonly circle: CircleId;
  readonly until: Day;
  readonly copies?: boolean;
  readonly alone?: boolean;
};

export type AuthorStory = ReturnType<typeof createAuthorStory>;

export function createAuthorStory(wire: IntakeWire, keys: StoryKeys, salt: string, currentTrust: () => Promise<Trust>) {
  const id: StoryId = keys.id;
  let draftDigest: TextDigest | null | undefined;

  const load = async () => {
    const found = await wire.call("story", { story: id });
    if (found.state.id !== id || found.keys.verify !== keys.signing.verifyKey) throw new ClientError("not-verified");
    return found;
  };
  const openDigest = async (digest: TextDigest): Promise<unknown> => {
    const { sealed, box } = await wire.call("text", { story: id, digest });
    const grant = openGrant(box, keys.sealing);
    const opened = grant && openText(sealed as SealedText, grant.key, digest);
    if (!opened?.ok) throw new ClientError("not-verified");
    return opened.document;
  };
  const draftOfState = (state: StoryState) => state.texts.find(({ kind }) => kind === "draft")?.digest ?? null;

  const noticeOf = (directory: VerifiedDirectory): Notice => {
    const notice = directory.notices[0];
    if (!notice) throw new ClientError("directory-refused");
    return notice as unknown as Notice;
  };
  const supportKey = (directory: VerifiedDirectory) => supportCircleOf(directory)!;
  const toHer = (text: SealedNow) =>
    ({
      text: text.digest,
      to: "author",
      lock: "one",
      permission: null,
      key: null,
      box: grantTo(text.key, text.digest, keys.sealing.sealingKey),
    }) as const;
  const toSupport = (text: SealedNow, directory: VerifiedDirectory) => {
    const { epoch, sealingKey } = supportKey(directory);
    return {
      text: text.digest,
      to: "support",
      lock: "one",
      permission: null,
      key: String(epoch),
      box: grantTo(text.key, text.digest, sealingKey),
    } as const;
  };
  const send = (day: Day, make: (day: Day) => ActBody) => sendAct(day, make, (body) => wire.call("act", body));
  const scopeOf = (scope: Scope) =>
    scope === "everything"
      ? ({ scope } as const)
      : "cut" in scope
        ? ({ scope: "cut", cut: scope.cut } as const)
        : ({ scope: "permission", permission: scope.permission } as const);
  /** Stops need nothing that others do: no head, no directory, no look at the story first. */
  const stop = async (what: "take-back" | "pause" | "erase", scope: Scope = "everything") => {
    const { today } = await wire.call("space", {});
    return send(today.date as Day, (day) =>
      alone(sign(statementOf("stopped", day, { story: id, what, ...scopeOf(scope) }), keys.signing.secret)),
    );
  };

  /** The checked version, if she can believe it, beside the last words that were hers. */
  const proposal = async (): Promise<Proposal> => {
    const [{ state, statements }, { directory }] = await Promise.all([load(), currentTrust()]);
    const digest = state.text;
    const signed = verifiedStatements(statements as never, keys.signing.verifyKey, directory);
    const checked = digest && findStatement(signed, "checked", (each) => each.story === id && each.digest === digest);
    if (!checked || state.stage !== "author-review") throw new ClientError("nothing-to-decide");
    const document = (await openDigest(checked.digest)) as StoryDocument;
    // Her last own words: what the team's version has to be made from.
    const order = new Map(state.texts.map((text, at) => [text.digest, at] as const));
    const hers = [...signed.values()].flatMap((each) =>
      each.type === "sent" || each.type === "asked" ? [each.digest] : [],
    );
    const chain = parentsOf(checked.parent, signed);
    const own = chain.find((parent) => hers.includes(parent) && order.has(parent));
    if (!own) throw new ClientError("not-verified");
    const before = (await openDigest(own)) as OwnDocument | StoryDocument;
    const { departures, taken } = compare(before, document);
    const named = new Set(checked.changes.map((change) => change.id));
    const unnamed = document.changes.filter(({ id: change }) => !named.has(change));
    return {
      digest: checked.digest,
      document,
      before: taken,
      departures: [...departures, ...unnamed.map((): Departure => ({ place: "title", kind: "no-risk-code" }))],
    };
  };

  const cutKeysFor = async (cut: CutId): Promise<{ keys: CutKeys; found: Awaited<ReturnType<typeof load>> }> => {
    const found = await load();
    const cutSalt = found.cutSalts.find((each) => each.cut === cut)?.salt;
    const own = cutSalt && cutKeys(keys, cutSalt);
    if (!own || own.id !== cut) throw new ClientError("not-verified");
    return { keys: own, found };
  };

  return {
    id,

    stage: async (): Promise<TextStage> => (await load()).state.stage,
    state: async (): Promise<StoryState> => (await load()).state as StoryState,

    /** Saves the draft, sealed to herself. It is "saved" when this resolves, and not before. */
    saveDraft: async (draft: DraftDocument): Promise<TextDigest> => {
      assertFits(draft);
      if (draftDigest === undefined) {
        const known = (await wire.call("space", {})).stories.some(({ story }) => story === id);
        draftDigest = known ? draftOfState((await load()).state as StoryState) : null;
      }
      const text = sealText({ document: draft, kind: "draft", of: id, producer: "author" });
      const { digest } = await wire.call("saveDraft", {
        story: id,
        verifyKey: keys.signing.verifyKey,
        sealingKey: keys.sealing.sealingKey as SealingKey,
        salt,
        sealed: text.sealed,
        box: toHer(text).box,
        previous: draftDigest,
      });
      draftDigest = digest;
      return digest;
    },

    draft: async (): Promise<DraftDocument | null> => {
      draftDigest = draftOfState((await load()).state as StoryState);
      return draftDigest === null ? null : ((await openDigest(draftDigest)) as DraftDocument);
    },

    /** Sends the saved draft to be redacted, without the passages that she never shares. */
    send: async ({ alone: byHerself = true } = {}) => {
      const [{ state }, { today, directory, redactorKey }] = await Promise.all([load(), currentTrust()]);
      if (!redactorKey) throw new ClientError("redactor-key-refused");
      const draft = draftOfState(state as StoryState);
      if (draft === null) throw new ClientError("nothing-to-decide");
      const document = toSend((await openDigest(draft)) as DraftDocument);
      const text = sealText({ document, kind: "sent", of: id, producer: "author" });
      const grants = [
        toHer(text),
        {
          text: text.digest,
          to: "redactor",
          lock: "one",
          permission: null,
          key: redactorKey.id,
          box: grantTo(text.key, text.digest, redactorKey.sealingKey),
        } as const,
      ];
      return send(today.date, (day) => ({
        signed: sign(
          statementOf("sent", day, {
            story: id,
            digest: text.digest,
            mode: "service",
            redactorKey: redactorKey.id,
            alone: byHerself,
            notice: noticeOf(directory),
          }),
          keys.signing.secret,
        ),
        texts: [text.sealed],
        grants,
      }));
    },

    proposal,

    /**
     * Decides every change of the version that waits for her. With own words anywhere, all goes back to the team; else
     * the version is hers to agree to.
     * @throws ClientError `words-differ` when words were changed without saying so
     */
    decide: async (choices: readonly Choice[]) => {
      const [waiting, { today, directory }, { state }] = await Promise.all([proposal(), currentTrust(), load()]);
      if (waiting.departures.length > 0) throw new ClientError("words-differ");
      const seen = state.anchor as LedgerHead;
      if (choices.some(({ choice }) => choice === "own")) {
        const document = withOwnWords(waiting.document, choices);
        const text = sealText({ document, kind: "revised", of: id, producer: "author", parentDigest: waiting.digest });
        return send(today.date, (day) => ({
          signed: sign(
            statementOf("asked", day, { story: id, parent: waiting.digest, digest: text.digest, seen }),
            keys.signing.secret,
          ),
          texts: [text.sealed],
          grants: [toHer(text), toSupport(text, directory)],
        }));
      }
      const decisions = choices.map(({ change, choice }) => ({ change, choice: choice as "agree" | "cut" }));
      return send(today.date, (day) =>
        alone(
          sign(
            statementOf("decided", day, { story: id, digest: waiting.digest, decisions, seen }),
            keys.signing.secret,
          ),
        ),
      );
    },

    /**
     * Agrees the exact words of a cut.
     * @returns the cut, and the document as a trainer would open it, byte for byte
     */
    agree: async (
      card: CardDocument,
      selection: Selection = {},
    ): Promise<{ cut: CutId; digest: TextDigest; document: CutDocument }> => {
      const [waiting, { today, directory }, { state, statements }] = await Promise.all([
        proposal(),
        currentTrust(),
        load(),
      ]);
      if (waiting.departures.length > 0) throw new ClientError("words-differ");
      const signed = verifiedStatements(statements as never, keys.signing.verifyKey, directory);
      const decided = findStatement(signed, "decided", (each) => each.digest === waiting.digest);
      const dropped = (decided?.decisions ?? []).filter(({ choice }) => choice === "cut").map(({ change }) => change);
      const document = cutOf(waiting.document, dropped, selection);
      const cutSalt = newSalt();
      const cut = cutKeys(keys, cutSalt);
      const text = sealText({ document, kind: "cut", of: cut.id, producer: "author" });
      const cardText = sealText({ document: card, kind: "card", of: cut.id, producer: "author" });
      await send(today.date, (day) => ({
        signed: sign(
          statementOf("agreed", day, {
            story: id,
            cut: cut.id,
            cutKey: cut.signing.verifyKey,
            digest: text.digest,
            card: cardText.digest,
            parent: waiting.digest,
            seen: state.anchor as LedgerHead,
            notice: noticeOf(directory),
          }),
          keys.signing.secret,
          cut.signing.secret,
        ),
        texts: [text.sealed, cardText.sealed],
        grants: [toHer(text), toSupport(text, directory), toHer(cardText), toSupport(cardText, directory)],
        cutSalt,
      }));
      return { cut: cut.id, digest: text.digest, document };
    },

    /** The words of a cut as they are locked. */
    cut: async (cut: CutId): Promise<CutDocument> => {
      const { found } = await cutKeysFor(cut);
      return (await openDigest((found.state as StoryState).cuts[cut]!.digest)) as CutDocument;
    },

    /** Answers for one cut and one named organisation: a first yes, a no, or not now. A new answer is a new permission. */
    answer: async (
      answer: "yes-once" | "no" | "not-now",
      { cut, circle, until, copies = false, alone: byHerself = true }: Omit<AnswerTo, "until"> & { until?: Day },
    ): Promise<PermissionId> => {
      const [{ keys: own, found }, { today, directory }] = await Promise.all([cutKeysFor(cut), currentTrust()]);
      const audience = circleOf(directory, circle);
      if (!audience) throw new ClientError("unknown-circle");
      const { digest, card } = (found.state as StoryState).cuts[cut]!;
      const permission = newId<PermissionId>();
      await send(today.date, (day) =>
        alone(
          sign(
            statementOf("answered", day, {
              cut,
              permission,
              digest,
              card,
              circle,
              epoch: audience.epoch,
              answer,
              ...(until ? { until } : {}),
              copies,
              alone: byHerself,
              seen: (found.state as StoryState).anchor,
              notice: noticeOf(directory),
            }),
            own.signing.secret,
          ),
        ),
      );
      return permission;
    },

    /** The second yes, on another day, her words typed again. It grants the key, with two locks on. */
    confirm: async (
      permission: PermissionId,
      { until, copies = false, alone: byHerself = true }: { until: Day; copies?: boolean; alone?: boolean },
    ) => {
      const asked = ((await load()).state as StoryState).permissions[permission];
      if (!asked?.first) throw new ClientError("nothing-to-decide");
      const [{ keys: own, found }, { today, directory }] = await Promise.all([cutKeysFor(asked.cut), currentTrust()]);
      const { digest, card } = (found.state as StoryState).cuts[asked.cut]!;
      const audience = circleOf(directory, asked.circle);
      if (!audience) throw new ClientError("unknown-circle");
      const lock = async (text: TextDigest) => {
        const { box } = await wire.call("text", { story: id, digest: text });
        const grant = openGrant(box, keys.sealing);
        if (!grant) throw new ClientError("not-verified");
        return lockTwice(grant.key, text, audience.sealingKey, supportKey(directory).sealingKey);
      };
      const [textLock, cardLock] = [await lock(digest), await lock(card)];
      const outer = (text: TextDigest, box: string) =>
        ({ text, to: "circle", lock: "outer", permission, key: String(audience.epoch), box }) as const;
      return send(today.date, (day) => ({
        signed: sign(
          statementOf("answered", day, {
            cut: asked.cut,
            permission,
            digest,
            card,
            circle: asked.circle,
            epoch: asked.epoch,
            answer: "yes",
            until,
            copies,
            alone: byHerself,
            first: asked.first!,
            release: { text: textLock.innerHash, card: cardLock.innerHash },
            seen: (found.state as StoryState).anchor,
            notice: noticeOf(directory),
          }),
          own.signing.secret,
        ),
        texts: [],
        grants: [outer(digest, textLock.outer), outer(card, cardLock.outer)],
      }));
    },

    takeBack: (scope: Scope = "everything") => stop("take-back", scope),
    pause: (scope: Scope = "everything") => stop("pause", scope),
    erase: () => stop("erase"),

    resume: async (scope: Scope = "everything") => {
      const { state, today } = await load();
      return send(today.date as Day, (day) =>
        alone(
          sign(
            statementOf("resumed", day, { story: id, ...scopeOf(scope), seen: state.anchor as LedgerHead }),
            keys.signing.secret,
          ),
        ),
      );
    },

    /** Cancels an erasure that has not come to its day. */
    keep: async () => {
      const { state, today } = await load();
      return send(today.date as Day, (day) =>
        alone(sign(statementOf("kept", day, { story: id, seen: state.anchor as LedgerHead }), keys.signing.secret)),
      );
    },

    /** Everything that happened to her story, verified here. */
    history: async (): Promise<History> => {
      const [found, { directory }] = await Promise.all([load(), currentTrust()]);
      return verifyHistory(id, keys.signing.verifyKey, found as never, directory);
    },
  };
}

/** The versions before one, newest first, by what was signed about each. */
function parentsOf(from: TextDigest, statements: ReturnType<typeof verifiedStatements>): TextDigest[] {
  const parent = new Map<TextDigest, TextDigest>();
  for (const each of statements.values())
    if (each.type === "redacted" || each.type === "checked") parent.set(each.digest, each.parent);
  const chain: TextDigest[] = [];
  for (let at: TextDigest | undefined = from; at !== undefined && !chain.includes(at); at = parent.get(at))
    chain.push(at);
  return chain;
}
