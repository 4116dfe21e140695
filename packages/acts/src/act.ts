// verify → decide → apply. The only way anything changes, for whoever asks: an author, the staff, a worker.

import {
  type Act,
  actionFor,
  actionOf,
  type Context,
  decide,
  type Statement,
  type StatementDigest,
  type StoryId,
  workDue,
} from "@ownwords/consent";
import type { ProblemCode } from "@ownwords/contracts";
import { canonical, ledgerHead, statementDigest, storyIdOf, usableOn } from "@ownwords/sealing";
import { apply, codeOf, type Enclosed, type Queryable, readRedactorKeys, withLockedStory } from "@ownwords/store";
import type { Asked, Done, Door, Refused } from "./door.ts";
import { readEnclosures } from "./enclosures.ts";
import { verifiedEvidence } from "./evidence.ts";
import { isReleased, isTheirs, knowsStories, unblinded } from "./fits.ts";
import { verifySigned } from "./signers.ts";

const no = (code: ProblemCode, more: Partial<Refused> = {}): Refused => ({ ok: false, code, ...more });

/** Lost races after which the story is held still while this action is decided: nobody can starve anybody. */
const racesBeforeLock = 2;

/**
 * Carries out one action, or says why not; then nothing has changed.
 * A retry of a lost answer is answered the same and done once.
 */
export async function act(door: Door, asked: Asked): Promise<Done | Refused> {
  const { signed } = asked;
  const digest = signed ? statementDigest(signed.statement) : null;
  const enclosed = signed
    ? readEnclosures(signed.statement, asked.enclosures ?? { texts: [], grants: [] })
    : { refs: [], texts: [] };
  if (!enclosed) return no("sealed-text-is-wrong");

  let story: StoryId | undefined;
  const attempt = async (db: Queryable): Promise<Done | Refused | "stale"> => {
    const entered = await door.enter(db, { ...asked.named, ...(digest === null ? {} : { statement: digest }) });
    const { today, story: loaded } = entered;
    const believed = await door.directory(entered.serial, today.date, db);
    if (!believed) return no("not-ready");
    const { directory } = believed;
    const actor = door.actor(entered.who, directory);
    if (!actor) return no("sign-in-first");
    if (!loaded) return no("not-found");
    story = loaded.state.id;
    // The id commits to the keys: whoever swaps them in the database has another story.
    if (storyIdOf(loaded.keys.verify, loaded.keys.sealing) !== story) return no("story-keys-are-wrong");

    const statement = signed ? verifySigned(signed, loaded, directory) : null;
    if (statement === undefined) return no("statement-is-not-signed");
    const action = statement ? actionFor(loaded.state, statement) : asked.action;
    if (!action) return no("statement-is-unknown");

    // A directory that is over stops everything but stops: nothing may keep her from closing what is open.
    if (believed.isOver && !actionOf(action).stop) return no("not-ready");

    const context = { today, directory, redactorKeys: await redactorKeys(db, statement, today.date) };
    if (loaded.past && action !== "open")
      return isTheirs(action, statement, actor)
        ? { ok: true, answer: loaded.past, action, loaded, next: loaded.state, context, actor }
        : no("not-yours-to-do");
    if (statement?.type === "agreed" && !asked.cutSalt) return no("cut-is-wrong");
    if (statement?.type === "approved" && !isReleased(statement.release, statement, asked.enclosures))
      return no("release-differs");

    const opened = statement?.type === "opened" ? statement.permission : undefined;
    const evidence = opened && (await verifiedEvidence(db, loaded, opened, directory, today.date));
    const asAct: Act = {
      by: actor,
      statement,
      statementDigest: digest,
      texts: enclosed.refs,
      grants: asked.enclosures?.grants ?? [],
      ...(asked.permission ? { permission: asked.permission } : {}),
      ...(asked.unfit === undefined ? {} : { unfit: asked.unfit }),
      ...(evidence ? { evidence } : {}),
      ...(statement?.type === "answered"
        ? { seen: unblinded(statement.seen, asked.seenNonce, loaded.state.anchor) }
        : {}),
    };
    const decision = decide(loaded.state, action, asAct, context);
    if (!decision.ok) {
      const { refusal, reasons } = decision;
      const head = actor.roles.some((role) => knowsStories.has(role)) ? { head: loaded.state.anchor } : {};
      return no(refusal, { ...head, today: today.date, ...(reasons ? { reasons } : {}) });
    }

    const head = ledgerHead(loaded.state.head, decision.entry);
    const next = { ...decision.next, head, anchor: decision.anchors ? head : loaded.state.anchor };
    const answer = await apply(db, loaded.state, next, decision.entry, stored(asked, enclosed.texts, digest), today.n);
    if (answer.outcome === "stale") return "stale";
    return { ok: true, answer, action, loaded, next, context, actor };
  };

  try {
    for (let races = 0; races < racesBeforeLock; races++) {
      const result = await attempt(door.pool);
      if (result !== "stale") return hinted(door, result);
    }
    const result = await withLockedStory(door.pool, story!, attempt);
    return result === "stale" ? no("something-came-since") : hinted(door, result);
  } catch (error) {
    // A random id that is taken already, in this story or another.
    if (codeOf(error) === "23505") return no("already-exists");
    throw error;
  }
}

/** Only a sent text is sealed to one of them. */
async function redactorKeys(db: Queryable, statement: Statement | null, day: Context["today"]["date"]) {
  if (statement?.type !== "sent") return [];
  return (await readRedactorKeys(db, day)).filter((key) => usableOn(key, day)).map(({ id }) => id);
}

const stored = (asked: Asked, texts: Enclosed["texts"], digest: StatementDigest | null): Enclosed => {
  const { signed } = asked;
  const statement = signed?.statement;
  return {
    texts,
    grants: asked.enclosures?.grants ?? [],
    statement:
      signed && digest
        ? { digest, type: signed.statement.type, body: canonical(signed.statement), signatures: signed.signatures }
        : null,
    cutKeys:
      statement?.type === "agreed"
        ? ({ [statement.cut]: { verifyKey: statement.cutKey, salt: asked.cutSalt ?? "" } } as Enclosed["cutKeys"])
        : {},
    ...(asked.leaseSeconds === undefined ? {} : { leaseSeconds: asked.leaseSeconds }),
  };
};

function hinted(door: Door, result: Done | Refused): Done | Refused {
  if (result.ok && result.answer.outcome === "done") {
    const waiting = new Set(
      workDue(result.next, result.context).map(({ role }) => (role === "redactor" ? "redact" : "stage")),
    );
    for (const queue of waiting)
      door.hint(queue as "redact" | "stage", { work: result.loaded.work, version: result.next.seq });
  }
  return result;
}
