// The only process that opens a story, and only one that waits to be redacted: claim, open, redact, seal, sign, forget.

import { act, createDirectorySource, type Door } from "@ownwords/acts";
import {
  type OwnDocument,
  type RandomId,
  type StatementOf,
  type StoryId,
  supportCircleOf,
  type TextDigest,
  workDue,
} from "@ownwords/consent";
import type { Handler } from "@ownwords/queue";
import { looksEnglish } from "@ownwords/redaction";
import { type Deployment, type SealedText, verifyStatement } from "@ownwords/sealing";
import { newId, openGrant, openText, type SigningPair, sign, wipe } from "@ownwords/sealing/open";
import { grantTo, sealText } from "@ownwords/sealing/seal";
import { faultCode, type Log } from "@ownwords/service-kit";
import {
  enterAsWorker,
  extendLease,
  type Loaded,
  type Pool,
  readRedactorGrant,
  readStoryStatements,
  readText,
} from "@ownwords/store";
import type { Engine } from "./engine.ts";
import { weekPair } from "./week-keys.ts";

export type RedactionNeeds = {
  readonly pool: Pool;
  readonly deployment: Deployment;
  readonly hint: Door["hint"];
  readonly log: Log;
  readonly engine: Engine;
  readonly signing: SigningPair;
  /** The volume with this week's key. */
  readonly folder: string;
};

/** A worker that was killed holds up its one story for so long; one that lives renews it three times in that time. */
const leaseSeconds = 15;

/** What is done for one hint. It may run twice at once: the claim's number and the compare-and-set let one win. */
export function createRedaction({ pool, deployment, hint, log, engine, signing, folder }: RedactionNeeds): Handler {
  const directory = createDirectorySource(pool, deployment);
  const doorTo = (work: string): Door => ({
    pool,
    directory,
    enter: (db) => enterAsWorker(db, work),
    actor: () => ({ roles: ["redactor"] }),
    hint,
  });

  /** The sent text, or undefined when she did not sign for it, no key of ours opens it (its week is over), or it is damaged. */
  async function openSent({ state, keys }: Loaded, text: TextDigest): Promise<OwnDocument | undefined> {
    const statements = await readStoryStatements(pool, state.id);
    const isHers = statements.some((each) => {
      const sent = verifyStatement(each, [keys.verify]);
      return sent?.type === "sent" && sent.story === state.id && sent.digest === text && sent.mode === "service";
    });
    if (!isHers) return undefined;
    const [stored, grant] = await Promise.all([readText(pool, text, "redactor"), readRedactorGrant(pool, text)]);
    const pair = grant && weekPair(folder, grant.key as RandomId);
    if (!stored || !pair) return undefined;
    const opened = openGrant(grant.box, pair);
    wipe(pair.secret);
    if (!opened || opened.digest !== text) return undefined;
    const sealed = { header: stored.header, ciphertext: stored.ciphertext.toString("base64url") } as SealedText;
    const found = openText(sealed, opened.key, text, { of: state.id, kinds: ["sent"] });
    wipe(opened.key);
    return found.ok ? (found.document as OwnDocument) : undefined;
  }

  return async ({ work }, signal) => {
    const door = doorTo(work);
    const job = newId();
    const entered = await enterAsWorker(pool, work);
    const current = (await directory(entered.serial, entered.today.date))?.directory;
    if (!entered.story || !current) return;
    const context = { today: entered.today, directory: current, redactorKeys: [] };
    const due = workDue(entered.story.state, context).find(({ role }) => role === "redactor");
    if (!due) return;
    const claimed = await act(door, { named: {}, action: due.action, leaseSeconds });
    if (!claimed.ok || due.action === "fail") return;

    const { next, loaded } = claimed;
    const story = next.id as StoryId;
    const renewal = setInterval(
      () => {
        if (!signal.aborted) extendLease(pool, story, next.claim, leaseSeconds).catch(() => {});
      },
      (leaseSeconds * 1000) / 3,
    );
    const began = performance.now();
    try {
      const sent = await openSent(loaded, next.text!);
      if (!sent || !looksEnglish(sent.paragraphs.map(({ words }) => words).join("\n"))) {
        await act(door, { named: {}, action: "refuse", unfit: next.claim });
        log.event("redaction.needs-person", { job });
        return;
      }
      const { document, findings } = await engine.redact(sent);
      const support = supportCircleOf(current)!;
      const { sealed, digest, key } = sealText({
        document,
        kind: "redacted",
        of: story,
        producer: "redactor",
        parentDigest: next.text!,
      });
      const statement: StatementOf<"redacted"> = {
        v: 1,
        type: "redacted",
        id: newId(),
        day: claimed.context.today.date,
        story,
        parent: next.text!,
        digest,
        claim: next.claim,
        changes: document.changes.map(({ id, code }) => ({ id, code })),
      };
      const grant = { text: digest, lock: "one", permission: null } as const;
      const done = await act(door, {
        named: {},
        signed: sign(statement, signing.secret),
        enclosures: {
          texts: [sealed],
          grants: [
            { ...grant, to: "author", key: null, box: grantTo(key, digest, loaded.keys.sealing) },
            { ...grant, to: "support", key: String(support.epoch), box: grantTo(key, digest, support.sealingKey) },
          ],
        },
      });
      wipe(key);
      log.event(done.ok ? "redaction.done" : "redaction.refused", {
        job,
        findings,
        ms: Math.round(performance.now() - began),
        ...(done.ok ? {} : { code: done.code }),
      });
    } catch (error) {
      log.fault("redaction.failed", { job, code: faultCode(error) });
      // Given back at once: the next attempt need not wait for the lease. The claim has counted it.
      await extendLease(pool, story, next.claim, 0).catch(() => {});
      hint("redact", { work, version: next.seq });
      throw error;
    } finally {
      clearInterval(renewal);
    }
  };
}
