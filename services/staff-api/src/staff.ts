// The desk, the library, the stewards. This process holds no key that opens or signs anything.

import {
  type Asked,
  act,
  checkAnswer,
  createDirectorySource,
  type Door,
  makeChallenge,
  namedBy,
  openable,
  openSession,
  readChain,
  tokenHash,
} from "@ownwords/acts";
import { circleOf, type StaffId, staffOf, type TextDigest } from "@ownwords/consent";
import { staffRoutes } from "@ownwords/contracts";
import { type Deployment, type SignedDirectory, verifyDirectory } from "@ownwords/sealing";
import { createHttp, type Handlers, type Log, mountHealth, mountRoutes, Problem } from "@ownwords/service-kit";
import {
  addCircleSecret,
  addDirectory,
  endSession,
  enterAsStaff,
  findPermission,
  type Named,
  type Pool,
  readCircleSecrets,
  readDesk,
  readOpenPermissions,
  readRedactorKeys,
  readRelease,
  readStoryStatements,
  readText,
} from "@ownwords/store";

export type StaffNeeds = {
  readonly pool: Pool;
  readonly deployment: Deployment;
  readonly hint: Door["hint"];
  readonly log: Log;
  readonly sessionMinutes: number;
};

/** Who may see where a story stands. A trainer never learns of a story. */
const mayLook: ReadonlySet<string> = new Set(["support", "safeguarding", "data-protection"]);

const mostSealedBody = 4 * 1024 * 1024;

/** The staff API as a Fastify instance that does not listen yet. */
export async function createStaff({ pool, deployment, hint, log, sessionMinutes }: StaffNeeds) {
  const directory = createDirectorySource(pool, deployment);
  const { staff: origin } = deployment.origins;
  const enter = (token: string | null, named: Named = {}) =>
    enterAsStaff(pool, token && tokenHash(token), named, sessionMinutes);

  /** Who is signed in, as the directory of today lists them; a Problem where nobody is. */
  const signedIn = async (token: string | null, named: Named = {}) => {
    const entered = await enter(token, named);
    const believed = await directory(entered.serial, entered.today.date);
    if (!believed || believed.isOver) return new Problem("not-ready");
    const staff = entered.who === null ? undefined : staffOf(believed.directory, entered.who as StaffId);
    if (!staff || staff.termsUntil < entered.today.date) return new Problem("sign-in-first");
    return { ...entered, directory: believed.directory, staff };
  };

  const perform = (token: string | null, asked: Asked) =>
    act(
      {
        pool,
        directory,
        enter: (db, named) => enterAsStaff(db, token && tokenHash(token), named, sessionMinutes),
        actor: (who, current) => {
          const staff = who === null ? undefined : staffOf(current, who as StaffId);
          return staff && { roles: staff.roles, staff };
        },
        hint,
      },
      asked,
    );

  /** What a reader verifies before a word is shown: never the parent, which would link cuts of one story. */
  const releaseFor = async (named: Named & { permission: Parameters<typeof readChain>[2] }, token: string | null) => {
    const { story } = await enter(token, named);
    const chain = story && (await readChain(pool, story, named.permission));
    const cut = story?.state.cuts[story.state.permissions[named.permission]!.cut];
    const card = cut && (await readText(pool, cut.card, "circle", named.permission, "inner"));
    if (!chain?.approved || !card) return undefined;
    const { cutKey, first, second, approved } = chain;
    return { permission: named.permission, chain: { cutKey, first, second, approved }, card: openable(card) };
  };

  const handlers: Handlers<typeof staffRoutes> = {
    challenge: async () => ({ challenge: await makeChallenge(pool) }),

    signIn: async ({ body }) => {
      const { serial, today } = await enter(null);
      const believed = await directory(serial, today.date);
      if (!believed) return new Problem("not-ready");
      const staff = staffOf(believed.directory, body.staff);
      const fault = await checkAnswer(pool, origin, staff?.verifyKey, body);
      if (fault || !staff) return new Problem(fault ?? "signature-is-wrong");
      if (staff.termsUntil < today.date) return new Problem("not-yours-to-do");
      return { token: await openSession(pool, "staff", staff.id, sessionMinutes), minutes: sessionMinutes };
    },

    signOut: async ({ token }) => {
      await endSession(pool, "staff", tokenHash(token!));
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

    circles: async ({ token }) => {
      const who = await signedIn(token);
      return who instanceof Problem ? who : { secrets: await readCircleSecrets(pool, who.staff.id) };
    },

    shareCircle: async ({ token, body }) => {
      const who = await signedIn(token);
      if (who instanceof Problem) return who;
      const circle = circleOf(who.directory, body.circle);
      const member = staffOf(who.directory, body.member);
      if (!circle || circle.epoch !== body.epoch || !member?.circles.includes(circle.id))
        return new Problem("unknown-circle");
      if (!who.staff.circles.includes(circle.id) && !who.staff.roles.includes("steward"))
        return new Problem("not-yours-to-do");
      const added = await addCircleSecret(pool, body.circle, body.epoch, body.member, body.box);
      return added ? {} : new Problem("already-exists");
    },

    publishDirectory: async ({ token, body }) => {
      const who = await signedIn(token);
      if (who instanceof Problem) return who;
      if (!who.staff.roles.includes("steward")) return new Problem("not-yours-to-do");
      const verdict = verifyDirectory(
        body as unknown as SignedDirectory,
        deployment,
        who.today.date,
        who.directory.serial + 1,
      );
      if (!verdict.ok) return new Problem("directory-is-refused");
      const { serial } = verdict.directory;
      return (await addDirectory(pool, serial, body.directory, body.signatures))
        ? { serial }
        : new Problem("directory-is-refused");
    },

    desk: async ({ token, body }) => {
      const who = await signedIn(token);
      if (who instanceof Problem) return who;
      if (!who.staff.roles.includes("support")) return new Problem("not-yours-to-do");
      return { today: who.today, items: await readDesk(pool, body.after ?? null) };
    },

    read: async ({ token, body }) => {
      const done = await perform(token, { named: { story: body.story }, action: "read" });
      if (!done.ok) return new Problem(done.code, done);
      const { next, loaded, context } = done;
      const [text, statements] = await Promise.all([
        readText(pool, next.text as TextDigest, "support"),
        readStoryStatements(pool, body.story),
      ]);
      if (!text) return new Problem("not-fit-to-read");
      const { verify, sealing } = loaded.keys;
      return { today: context.today, state: next, keys: { verify, sealing }, text: openable(text), statements };
    },

    look: async ({ token, body }) => {
      const who = await signedIn(token, { story: body.story });
      if (who instanceof Problem) return who;
      if (!who.staff.roles.some((role) => mayLook.has(role))) return new Problem("not-yours-to-do");
      return who.story ? { today: who.today, state: who.story.state } : new Problem("not-found");
    },

    release: async ({ token, body }) => {
      const place = await findPermission(pool, body.permission);
      const asked = {
        named: place ? { story: place.story } : {},
        action: "readRelease",
        permission: body.permission,
      } as const;
      const done = await perform(token, asked);
      if (!done.ok) return new Problem(done.code === "not-found" ? "unknown-permission" : done.code, done);
      const { loaded: story, context } = done;
      const permission = story.state.permissions[body.permission]!;
      const cut = story.state.cuts[permission.cut]!;
      const chain = await readChain(pool, story, body.permission);
      const [text, card, parent, outer] = await Promise.all([
        readText(pool, cut.digest, "support"),
        readText(pool, cut.card, "support"),
        readText(pool, cut.parent, "support"),
        readRelease(pool, body.permission, "outer"),
      ]);
      if (!chain?.parent?.checked || !text || !card) return new Problem("unknown-permission");
      const { storyKey, storySealingKey, agreed, checked } = chain.parent;
      return {
        today: context.today,
        circle: permission.circle,
        chain: { ...chain, parent: { storyKey, storySealingKey, agreed, checked } },
        text: openable(text),
        card: openable(card),
        parent: parent ? openable(parent) : null,
        outer,
      };
    },

    catalogue: async ({ token, body }) => {
      const who = await signedIn(token);
      if (who instanceof Problem) return who;
      if (!who.staff.roles.includes("trainer")) return new Problem("not-yours-to-do");
      const open = await readOpenPermissions(pool, who.staff.circles, body.after ?? null);
      const releases = await Promise.all(open.map(({ permission, cut }) => releaseFor({ permission, cut }, token)));
      return { today: who.today, releases: releases.filter((release) => release !== undefined) };
    },

    act: async ({ token, body }) => {
      if (body.signed.statement.type === "opened") return new Problem("statement-is-unknown");
      const done = await perform(token, {
        named: namedBy(body.signed.statement),
        signed: body.signed,
        enclosures: body,
      });
      return done.ok ? done.answer : new Problem(done.code, done);
    },

    open: async ({ token, body }) => {
      const { statement } = body.signed;
      if (statement.type !== "opened") return new Problem("statement-is-unknown");
      const done = await perform(token, { named: { cut: statement.cut }, signed: body.signed, enclosures: body });
      if (!done.ok) {
        // Why not is for the desk. A trainer is told "not available", whatever the reason.
        log.event("open.refused", { code: done.code, ...(done.reasons ? { reasons: done.reasons } : {}) });
        return new Problem(
          done.code === "sign-in-first" || done.code === "signed-on-another-day" ? done.code : "not-available",
          {
            ...(done.today ? { today: done.today } : {}),
          },
        );
      }
      const named = { cut: statement.cut, permission: statement.permission };
      const [release, text] = await Promise.all([
        releaseFor(named, token),
        readText(pool, statement.digest, "circle", statement.permission, "inner"),
      ]);
      return release && text ? { release, text: openable(text) } : new Problem("not-available");
    },
  };

  const app = await createHttp(log);
  mountRoutes(app, staffRoutes, handlers, {
    bodyLimits: { act: mostSealedBody, publishDirectory: 4 * 1024 * 1024 },
    perMinute: { challenge: 120, signIn: 60 },
  });
  mountHealth(app, async () => {
    const { serial, today } = await enter(null);
    return (await directory(serial, today.date))?.isOver === false;
  });
  return app;
}
