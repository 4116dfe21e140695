// The desk: what the engine proposed is checked, releases are approved or returned. Never her voice.

import {
  type CardDocument,
  type Change,
  type CutDocument,
  type PermissionId,
  type RandomId,
  type ReleaseCheck,
  type ReturnCode,
  type RiskCode,
  type Run,
  type SealingKey,
  type StatementDigest,
  type StoryDocument,
  type StoryId,
  supportCircleOf,
  type TextDigest,
} from "@ownwords/consent";
import { type Chain, type SealedText, statementDigest, storyIdOf, verifyChain } from "@ownwords/sealing";
import {
  type About,
  newId,
  openGrant,
  openText,
  type SealingPair,
  sign,
  takeOuterLockOff,
} from "@ownwords/sealing/open";
import { grantTo, sealText } from "@ownwords/sealing/seal";
import { findStatement, verifiedStatements } from "./records.ts";
import { type ActBody, alone, sendAct, statementOf } from "./signing.ts";
import type { StaffSession } from "./staff-session.ts";
import { assertSameDays } from "./trust.ts";
import { ClientError } from "./wire.ts";
import { compare, cutDepartures } from "./words/departures.ts";

/** The version in force, opened at the desk and verified. */
export type Reading = {
  readonly story: StoryId;
  readonly digest: TextDigest;
  readonly document: StoryDocument;
  readonly sealingKey: SealingKey;
};

/** A release that waits: verified, with the words of the cut and its card. */
export type Waiting = {
  readonly permission: PermissionId;
  readonly document: CutDocument;
  readonly card: CardDocument;
  readonly organisation: string;
  /** Her second yes, by its digest: what is approved is what was looked at. */
  readonly second: StatementDigest;
};

/** The versions that the desk reads. */
const deskKinds = ["sent", "redacted", "checked", "revised"] as const;

export type Support = ReturnType<typeof createSupport>;

const open = <Document>(
  { sealed, box }: { sealed: unknown; box: string },
  pair: SealingPair,
  expected: TextDigest,
  about: About,
): Document => {
  const grant = openGrant(box, pair);
  const opened = grant && openText(sealed as SealedText, grant.key, expected, about);
  if (!opened?.ok) throw new ClientError("not-verified");
  return opened.document as Document;
};

export function createSupport(session: StaffSession) {
  const { wire, keys, id: by } = session;
  const supportPair = async () => {
    const { directory } = await session.trust();
    return session.circlePair(supportCircleOf(directory)!.id);
  };
  const send = async (make: (day: Parameters<Parameters<typeof sendAct>[1]>[0]) => ActBody) => {
    const { today } = await session.trust();
    return sendAct(today.date, make, (body) => wire.call("act", body));
  };

  /** Who made the version in force, and that it is the one that was signed. */
  const read = async (story: StoryId): Promise<Reading> => {
    const [{ directory }, { pair }] = [await session.trust(), await supportPair()];
    const found = await wire.call("read", { story });
    // The checked version will be sealed to this key: it has to be the story's own.
    if (storyIdOf(found.keys.verify, found.keys.sealing) !== story) throw new ClientError("not-verified");
    const { text: digest } = found.state;
    const signed = verifiedStatements(found.statements as never, found.keys.verify, directory);
    const made =
      digest &&
      (findStatement(signed, "redacted", (each) => each.story === story && each.digest === digest) ??
        findStatement(signed, "checked", (each) => each.story === story && each.digest === digest) ??
        findStatement(signed, "asked", (each) => each.story === story && each.digest === digest) ??
        findStatement(signed, "sent", (each) => each.story === story && each.digest === digest));
    if (!made) throw new ClientError("not-verified");
    return {
      story,
      digest: made.digest,
      document: open<StoryDocument>(found.text, pair, made.digest, { of: story, kinds: deskKinds }),
      sealingKey: found.keys.sealing,
    };
  };

  /** A release that waits, with everything that was signed about it verified. */
  const inspect = async (permission: PermissionId) => {
    const [{ directory, today }, { pair }] = [await session.trust(), await supportPair()];
    assertSameDays(today, session.clock);
    const found = await wire.call("release", { permission });
    const verdict = verifyChain(directory, found.chain as Chain, "approver", today.date);
    if (!verdict.ok || verdict.chain.second.permission !== permission) throw new ClientError("not-verified");
    return { found, pair, ...verdict.chain };
  };

  /** The words too, compared with the version that was checked. */
  const look = async (permission: PermissionId) => {
    const inspected = await inspect(permission);
    const { found, pair, second, parent } = inspected;
    const document = open<CutDocument>(found.text, pair, second.digest, { of: second.cut, kinds: ["cut"] });
    const card = open<CardDocument>(found.card, pair, second.card, { of: second.cut, kinds: ["card"] });
    // Without the version that was checked there is nothing to compare with: it goes back to her.
    if (!found.parent) throw new ClientError("nothing-to-compare");
    const checked = open<StoryDocument>(found.parent, pair, parent.checked.digest, {
      of: parent.checked.story,
      kinds: ["checked"],
    });
    if (cutDepartures(checked, document).length > 0) throw new ClientError("undeclared-change");
    const { directory } = await session.trust();
    if (directory.policy.twoPeople && parent.checked.by === by) throw new ClientError("same-person");
    return { ...inspected, document, card };
  };

  return {
    /** What waits, longest first. */
    desk: async () => (await wire.call("desk", {})).items,
    read,

    /**
     * Closes the redaction review: the version in force, with changes taken further. Every change has a risk code; words
     * outside changes are hers and stay as they are.
     * @throws ClientError `undeclared-change` when they do not
     */
    check: async (reading: Reading, document: StoryDocument = reading.document) => {
      if (compare(reading.document, document).departures.length > 0) throw new ClientError("undeclared-change");
      const { directory } = await session.trust();
      const { epoch, sealingKey } = supportCircleOf(directory)!;
      const text = sealText({
        document,
        kind: "checked",
        of: reading.story,
        producer: "support",
        parentDigest: reading.digest,
      });
      const grant = { text: text.digest, lock: "one", permission: null } as const;
      return send((day) => ({
        signed: sign(
          statementOf("checked", day, {
            story: reading.story,
            parent: reading.digest,
            digest: text.digest,
            changes: document.changes.map(({ id, code }) => ({ id, code })),
            by,
          }),
          keys.signing.secret,
        ),
        texts: [text.sealed],
        grants: [
          { ...grant, to: "author", key: null, box: grantTo(text.key, text.digest, reading.sealingKey) },
          { ...grant, to: "support", key: String(epoch), box: grantTo(text.key, text.digest, sealingKey) },
        ],
      }));
    },

    /** A release that waits for the last check. */
    release: async (permission: PermissionId): Promise<Waiting> => {
      const { document, card, circle, second } = await look(permission);
      return { permission, document, card, organisation: circle.organisation, second: statementDigest(second) };
    },

    /**
     * Takes the outer lock off, for exactly what was looked at and she said yes to.
     * @param waiting what `release` gave
     */
    approve: async (waiting: Waiting, checks: readonly ReleaseCheck[]) => {
      const { permission } = waiting;
      const { found, pair, second } = await look(permission);
      if (statementDigest(second) !== waiting.second) throw new ClientError("something-came-since");
      const inner = (text: TextDigest, hash: NonNullable<typeof second.release>["text"]) => {
        const outer = found.outer.find((each) => each.text === text)?.box;
        const box = outer && takeOuterLockOff(outer, pair, { permission, text }, hash);
        if (!box) throw new ClientError("not-verified");
        return { text, to: "circle", lock: "inner", permission, key: String(second.epoch), box } as const;
      };
      const release = second.release!;
      const grants = [inner(second.digest, release.text), inner(second.card, release.card)];
      return send((day) => ({
        signed: sign(
          statementOf("approved", day, {
            cut: second.cut,
            permission,
            digest: second.digest,
            card: second.card,
            circle: second.circle,
            epoch: second.epoch,
            second: statementDigest(second),
            checks,
            release,
            by,
          }),
          keys.signing.secret,
        ),
        texts: [],
        grants,
      }));
    },

    /** Sends a release back to her, with a reason that she sees. */
    return: async (permission: PermissionId, reason: ReturnCode) => {
      const { second } = await inspect(permission);
      return send((day) =>
        alone(
          sign(
            statementOf("returned", day, { cut: second.cut, permission, digest: second.digest, reason, by }),
            keys.signing.secret,
          ),
        ),
      );
    },

    /** "I may know this person": closes it for this account, and records nothing more. */
    recuse: (story: StoryId) =>
      send((day) => alone(sign(statementOf("recused", day, { story, by }), keys.signing.secret))),
    pause: (story: StoryId, reason: "support" | "weak-proof" = "support") =>
      send((day) => alone(sign(statementOf("paused", day, { story, reason, by }), keys.signing.secret))),
    /** Lifts the team's pause, after another look: what came since is looked at first. */
    lift: async (story: StoryId) => {
      const { state } = await wire.call("look", { story });
      return send((day) =>
        alone(
          sign(statementOf("lifted", day, { story, reason: "support", seen: state.anchor, by }), keys.signing.secret),
        ),
      );
    },
    retry: (story: StoryId, parent: TextDigest) =>
      send((day) => alone(sign(statementOf("retried", day, { story, parent, by }), keys.signing.secret))),
  };
}

/** Marks words of a document as a change: all of them, wherever they stand, under one risk code. */
export function markWords(
  document: StoryDocument,
  words: string,
  shown: string,
  code: RiskCode,
  label: string,
): StoryDocument {
  const changes: Change[] = [];
  const marked = (runs: readonly Run[]): Run[] =>
    runs.flatMap((run): Run[] => {
      if ("change" in run || words === "" || !run.words.includes(words)) return [run];
      const { consider } = run;
      const rest = consider ? { consider } : {};
      return run.words.split(words).flatMap((part, at): Run[] => {
        const kept: Run[] = part === "" ? [] : [{ words: part, ...rest }];
        if (at === 0) return kept;
        const change = newId<RandomId>();
        changes.push({ id: change, code, label });
        return [{ change, shown }, ...kept];
      });
    });
  const title = marked(document.title);
  const paragraphs = document.paragraphs.map(({ id, runs }) => ({ id, runs: marked(runs) }));
  const lesson = marked(document.lesson);
  return { ...document, title, paragraphs, lesson, changes: [...document.changes, ...changes] };
}
