// Everything an author does. This process holds no key that opens or signs anything.

import {
  act,
  checkAnswer,
  createDirectorySource,
  type Door,
  makeChallenge,
  namedBy,
  openable,
  openSession,
  tokenHash,
} from "@ownwords/acts";
import type { StoryId, TextDigest } from "@ownwords/consent";
import { intakeRoutes } from "@ownwords/contracts";
import { type Deployment, firstHead, fromBase64url, readSealedText, storyIdOf, textDigest } from "@ownwords/sealing";
import { createHttp, type Handlers, type Log, mountHealth, mountRoutes, Problem } from "@ownwords/service-kit";
import {
  endSession,
  enterAsAuthor,
  hasSpace,
  makeSpace,
  type Pool,
  readCutSalts,
  readLedger,
  readRedactorKeys,
  readSpace,
  readStoryStatements,
  readText,
  saveDraft,
  saveSettings,
} from "@ownwords/store";

export type IntakeNeeds = {
  readonly pool: Pool;
  readonly deployment: Deployment;
  readonly hint: Door["hint"];
  readonly log: Log;
  readonly sessionMinutes: number;
};

const mostSealedBody = 4 * 1024 * 1024;

/** The intake API as a Fastify instance that does not listen yet. */
export async function createIntake({ pool, deployment, hint, log, sessionMinutes }: IntakeNeeds) {
  const directory = createDirectorySource(pool, deployment);
  const { author: origin } = deployment.origins;
  const enter = (token: string | null, story?: StoryId) =>
    enterAsAuthor(pool, token && tokenHash(token), story ? { story } : {}, sessionMinutes);

  const handlers: Handlers<typeof intakeRoutes> = {
    challenge: async () => ({ challenge: await makeChallenge(pool) }),

    signIn: async ({ body }) => {
      const fault = await checkAnswer(pool, origin, body.key, body);
      if (fault) return new Problem(fault);
      if (!(await hasSpace(pool, body.key))) return new Problem("nothing-under-these-words");
      return { token: await openSession(pool, "author", body.key, sessionMinutes), minutes: sessionMinutes };
    },

    makeSpace: async ({ body }) => {
      const fault = await checkAnswer(pool, origin, body.key, body);
      if (fault) return new Problem(fault);
      if (!(await makeSpace(pool, body.key))) return new Problem("space-exists");
      return { token: await openSession(pool, "author", body.key, sessionMinutes), minutes: sessionMinutes };
    },

    signOut: async ({ token }) => {
      await endSession(pool, "author", tokenHash(token!));
      return {};
    },

    directory: async () => {
      const { today, serial } = await enter(null);
      const [believed, redactorKeys] = await Promise.all([
        directory(serial, today.date),
        readRedactorKeys(pool, today.date),
      ]);
      return believed ? { today, ...believed.signed, redactorKeys } : new Problem("not-ready");
    },

    space: async ({ token }) => {
      const { who, today } = await enter(token);
      return who ? { today, ...(await readSpace(pool, who)) } : new Problem("sign-in-first");
    },

    saveSettings: async ({ token, body }) => {
      const { who } = await enter(token);
      if (!who) return new Problem("sign-in-first");
      await saveSettings(pool, who, body.settings);
      return {};
    },

    saveDraft: async ({ token, body }) => {
      const { who } = await enter(token);
      if (!who) return new Problem("sign-in-first");
      if (storyIdOf(body.verifyKey, body.sealingKey) !== body.story) return new Problem("story-keys-are-wrong");
      const read = readSealedText(body.sealed);
      if (!read.ok || read.text.header.kind !== "draft" || read.text.header.of !== body.story)
        return new Problem("sealed-text-is-wrong");
      const { header, ciphertext } = read.text;
      const digest = textDigest(read.text);
      const outcome = await saveDraft(
        pool,
        who,
        { ...body, head: firstHead(body.story), digest, header },
        Buffer.from(fromBase64url(ciphertext)!),
      );
      if (outcome === "stale") return new Problem("draft-moved-on");
      return outcome === "closed" ? new Problem("draft-is-closed") : { saved: true, digest };
    },

    story: async ({ token, body }) => {
      const { who, today, story } = await enter(token, body.story);
      if (!who) return new Problem("sign-in-first");
      if (!story) return new Problem("not-found");
      const [ledger, statements, cutSalts] = await Promise.all([
        readLedger(pool, body.story),
        readStoryStatements(pool, body.story),
        readCutSalts(pool, body.story),
      ]);
      const { verify, sealing } = story.keys;
      return { today, state: story.state, keys: { verify, sealing }, cutSalts, ledger, statements };
    },

    text: async ({ token, body }) => {
      const { who, story } = await enter(token, body.story);
      if (!who) return new Problem("sign-in-first");
      const isHers = story?.state.texts.some(({ digest }) => digest === body.digest);
      const found = isHers && (await readText(pool, body.digest as TextDigest, "author"));
      return found ? openable(found) : new Problem("not-found");
    },

    act: async ({ token, body }) => {
      const door: Door = {
        pool,
        directory,
        enter: (db, named) => enterAsAuthor(db, token && tokenHash(token), named, sessionMinutes),
        actor: (who) => (who ? { roles: ["author"] } : undefined),
        hint,
      };
      const done = await act(door, {
        named: namedBy(body.signed.statement),
        signed: body.signed,
        enclosures: body,
        ...(body.cutSalt ? { cutSalt: body.cutSalt } : {}),
        ...(body.seenNonce ? { seenNonce: body.seenNonce } : {}),
      });
      return done.ok ? done.answer : new Problem(done.code, done);
    },
  };

  const app = await createHttp(log);
  mountRoutes(app, intakeRoutes, handlers, {
    bodyLimits: { act: mostSealedBody, saveDraft: mostSealedBody, saveSettings: 128 * 1024 },
    perMinute: { challenge: 120, signIn: 60, makeSpace: 20 },
  });
  mountHealth(app, async () => {
    const { serial, today } = await enter(null);
    return (await directory(serial, today.date))?.isOver === false;
  });
  return app;
}
