// What every part of a story needs on its author's device: its keys, and what the service holds, believed only when it
// verifies.

import {
  type Day,
  type Statement,
  type StatementDigest,
  type StatementOf,
  type StoryId,
  type StoryState,
  supportCircleOf,
  type TextDigest,
  type Verified,
} from "@ownwords/consent";
import type { intakeRoutes, ReplyOf } from "@ownwords/contracts";
import type { SealedText, VerifiedDirectory } from "@ownwords/sealing";
import { type About, openGrant, openText, type StoryKeys, type TextKey } from "@ownwords/sealing/open";
import { grantTo, type SealedNow } from "@ownwords/sealing/seal";
import { verifiedStatements } from "../records.ts";
import { type ActBody, sendAct } from "../signing.ts";
import type { Clock, Trust } from "../trust.ts";
import { ClientError, type Wire } from "../wire.ts";

export type IntakeWire = Wire<typeof intakeRoutes>;

/** A story as the service has it. The state is the service's word; the statements are verified. */
export type Found = {
  readonly reply: ReplyOf<(typeof intakeRoutes)["story"]>;
  readonly state: StoryState;
  readonly statements: ReadonlyMap<StatementDigest, Verified<Statement>>;
  readonly trust: Trust;
};

export type Device = {
  readonly wire: IntakeWire;
  readonly keys: StoryKeys;
  readonly id: StoryId;
  /** From which the story's keys are derived; kept with the story. */
  readonly salt: string;
  readonly load: () => Promise<Found>;
  readonly trust: () => Promise<Trust>;
  readonly clock: Clock;
  /** A text of hers by the digest that a verified statement names, with its key: checked to be what it says. */
  readonly open: (digest: TextDigest, about?: About) => Promise<{ document: unknown; key: TextKey }>;
  readonly toHer: (text: SealedNow) => ActBody["grants"][number];
  readonly toSupport: (text: SealedNow, directory: VerifiedDirectory) => ActBody["grants"][number];
  readonly send: (day: Day, make: (day: Day) => ActBody) => Promise<ReplyOf<(typeof intakeRoutes)["act"]>>;
};

export function createDevice(
  wire: IntakeWire,
  keys: StoryKeys,
  salt: string,
  trust: () => Promise<Trust>,
  clock: Clock,
): Device {
  const { id } = keys;
  const versions: About = { of: id, kinds: ["sent", "redacted", "checked", "revised"] };
  return {
    wire,
    keys,
    id,
    salt,
    trust,
    clock,
    load: async () => {
      const [reply, trusted] = await Promise.all([wire.call("story", { story: id }), trust()]);
      if (reply.state.id !== id || reply.keys.verify !== keys.signing.verifyKey) throw new ClientError("not-verified");
      const statements = verifiedStatements(reply.statements as never, keys.signing.verifyKey, trusted.directory);
      return { reply, state: reply.state as StoryState, statements, trust: trusted };
    },
    open: async (digest, about = versions) => {
      const { sealed, box } = await wire.call("text", { story: id, digest });
      const grant = openGrant(box, keys.sealing);
      const opened = grant && openText(sealed as SealedText, grant.key, digest, about);
      if (!opened?.ok) throw new ClientError("not-verified");
      return { document: opened.document, key: grant!.key };
    },
    toHer: ({ key, digest }) => ({
      text: digest,
      to: "author",
      lock: "one",
      permission: null,
      key: null,
      box: grantTo(key, digest, keys.sealing.sealingKey),
    }),
    toSupport: ({ key, digest }, directory) => {
      const { epoch, sealingKey } = supportCircleOf(directory)!;
      const box = grantTo(key, digest, sealingKey);
      return { text: digest, to: "support", lock: "one", permission: null, key: String(epoch), box };
    },
    send: async (day, make) => {
      const reply = await sendAct(day, make, (body) => wire.call("act", body));
      // A service can lie in form; it cannot be taken for a yes by answering anything at all.
      if (reply.outcome !== "done" && reply.outcome !== "repeated") throw new ClientError("not-understood");
      return reply;
    },
  };
}

/** The notice that a screen shows when it asks her. */
export function noticeOf(directory: VerifiedDirectory): StatementOf<"sent">["notice"] {
  const [notice] = directory.notices;
  if (!notice) throw new ClientError("directory-refused");
  return notice;
}
