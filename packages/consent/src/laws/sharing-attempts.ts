// Everything that can be tried with cuts, answers, approvals and the service's own moves of a permission.

import type { Directory } from "../directory.ts";
import type { Actor, Context } from "../guards.ts";
import type { PermissionId, StatementDigest } from "../ids.ts";
import { releaseChecks } from "../risk-codes.ts";
import type { Release, StoryState } from "../state.ts";
import { type Attempt, alike, amiss, everyWay, exists, only, own, says } from "./attempt.ts";
import { isLive } from "./memory.ts";
import { keyTo } from "./text-attempts.ts";
import type { Cut, Slot } from "./world.ts";
import * as world from "./world.ts";

const { author, service, signed, story, text, olderText, head, oldHead, notice, bytes16, bytes32, dayAt } = world;
const a = world.actorOf(world.workers[0]);
const b = world.actorOf(world.workers[1]);

/** The name under which an ended permission is kept, where one is. */
export const endedPermission: PermissionId = bytes16("permission-ended");
export const firstOf = (permission: PermissionId): StatementDigest => bytes32(`first-${permission.replace(/A+$/, "")}`);
export const secondOf = (permission: PermissionId): StatementDigest =>
  bytes32(`second-${permission.replace(/A+$/, "")}`);
export const releaseOf = (permission: PermissionId): Release => {
  const name = permission.replace(/A+$/, "");
  return { text: bytes32(`inner-${name}`), card: bytes32(`innercard-${name}`) };
};

export function agreeing(cut: Cut, other: Cut): Attempt[] {
  const said = { story, cut: cut.id, cutKey: bytes32("key"), digest: cut.digest, card: cut.card, parent: text };
  const attached = {
    texts: [
      { digest: cut.digest, kind: "cut" },
      { digest: cut.card, kind: "card" },
    ],
    grants: [cut.digest, cut.card].flatMap((digest) => [keyTo(digest, "author"), keyTo(digest, "support")]),
  } as const;
  return everyWay(
    says(author, signed("agreed", { ...said, seen: head, notice }), `agreed-${cut.id.slice(0, 5)}`, attached),
    ["author"],
    {
      "made of an older text": { parent: olderText },
      "before something came": { seen: oldHead },
      "with other words": { digest: other.digest },
      "with another card": { card: other.card },
    },
  );
}

const answered = (slot: Slot, permission: PermissionId, fields: object) =>
  signed("answered", {
    cut: slot.cut.id,
    permission,
    digest: slot.cut.digest,
    card: slot.cut.card,
    circle: slot.circle.id,
    epoch: slot.circle.epoch,
    copies: false,
    alone: true,
    seen: head,
    notice,
    ...fields,
  });

const otherWords = (other: Slot) => ({
  "for other words": { digest: other.cut.digest },
  "with another card": { card: other.cut.card },
  "for another cut's words": { cut: other.cut.id },
});
const nowhere = {
  "for the charity's own circle": { circle: world.supportCircle.id },
  "for an older epoch": { epoch: 0 },
  "for an unknown circle": { circle: bytes16("circle-unknown") },
};
/** What the directory can say of a circle so that nothing more may be shared with it. */
const elsewhere = ({ circle }: Slot): [string, Context][] => {
  const saying = (rest: Partial<Directory>): Context => ({
    ...world.context,
    directory: { ...world.directory, ...rest },
  });
  const others = world.directory.circles.filter(({ id }) => id !== circle.id);
  const purposes = world.policy.purposes.filter((purpose) => purpose !== circle.purpose);
  return [
    ["while its circle has a newer epoch", saying({ circles: [...others, { ...circle, epoch: circle.epoch + 1 }] })],
    ["while its circle is gone", saying({ circles: others })],
    ["while its purpose is not offered", saying({ policy: { ...world.policy, purposes } })],
  ];
};
const misplaced = (slot: Slot, attempt: Attempt): Attempt[] =>
  elsewhere(slot).map(([why, context]) => ({ ...amiss(attempt, why), context }));

const untils = {
  "until today": { until: dayAt(0) },
  "until too late": { until: dayAt(62) },
  "until no day": { until: undefined },
};
const stale = { "before something came": { seen: oldHead } };

const isTaken = (slot: Slot) => (state: StoryState) =>
  Object.values(state.permissions).some(
    ({ cut, circle, stage }) => cut === slot.cut.id && circle === slot.circle.id && isLive(stage),
  );

const labelled = (what: string, { permission }: Slot) => `${what}-${permission.replace(/A+$/, "")}`;
const keysTo = ({ cut, permission }: Slot, lock: "outer" | "inner") => ({
  texts: [],
  grants: [cut.digest, cut.card].map((digest) => ({ text: digest, to: "circle", lock, permission }) as const),
});

/** The same permission, but everything that is said and sent is of the other's cut, circle, or both. */
const borrowing = (slot: Slot, other: Slot): Slot[] =>
  [
    { ...slot, cut: other.cut },
    { ...slot, circle: other.circle },
    { ...slot, cut: other.cut, circle: other.circle },
  ].filter(({ cut, circle }) => cut !== slot.cut || circle !== slot.circle);
const borrowed = (slot: Slot, other: Slot, said: (of: Slot) => Attempt): Attempt[] =>
  borrowing(slot, other).map((of) =>
    amiss(said(of), `all of it of another: ${of.cut.id.slice(0, 5)}, ${of.circle.organisation}`),
  );

const yesOnce = (slot: Slot, id: PermissionId, days: number) =>
  says(author, answered(slot, id, { answer: "yes-once", until: dayAt(days) }), labelled("first", slot));
const yes = (slot: Slot, days: number) => {
  const { permission } = slot;
  const fields = { answer: "yes", until: dayAt(days), first: firstOf(permission), release: releaseOf(permission) };
  return says(author, answered(slot, permission, fields), labelled("second", slot), keysTo(slot, "outer"));
};
const notNow = (slot: Slot, answer: "no" | "not-now") =>
  says(author, answered(slot, bytes16("permission-no"), { answer }), labelled(answer, slot));

/** @param until days from today that she can choose */
export function answering(slot: Slot, other: Slot, until: readonly number[]): Attempt[] {
  const another = bytes16<PermissionId>("permission-another");
  return [
    ...until.flatMap((days) => [
      ...everyWay(yesOnce(slot, slot.permission, days), ["author"], {
        ...otherWords(other),
        ...nowhere,
        ...untils,
        ...stale,
      }),
      ...everyWay(yes(slot, days), ["author"], {
        ...otherWords(other),
        ...nowhere,
        ...untils,
        ...stale,
        "naming another first": { first: firstOf(other.permission) },
        "naming no first": { first: undefined },
        "naming no key": { release: undefined },
        "naming another permission": { permission: other.permission },
      }),
      ...borrowed(slot, other, (of) => yes(of, days)),
      ...misplaced(slot, yesOnce(slot, slot.permission, days)),
      ...misplaced(slot, yes(slot, days)),
    ]),
    ...only([amiss(yesOnce(slot, other.permission, until[0]!), "with an id that was used")], exists(other.permission)),
    ...only([amiss(yesOnce(slot, another, until[0]!), "where one is live")], isTaken(slot)),
    // A no to whatever circle is a no: it opens nothing, and where the circle is gone it still ends what was.
    ...(["no", "not-now"] as const).flatMap((answer) => [
      ...everyWay(notNow(slot, answer), ["author"], otherWords(other)),
      ...Object.entries(nowhere).map(([why, fields]) => alike(notNow(slot, answer), why, fields)),
      ...elsewhere(slot).map(([why, context]) => ({ ...alike(notNow(slot, answer), why, {}), context })),
    ]),
  ];
}

const approval = (worker: Actor, slot: Slot) => {
  const { permission, cut, circle } = slot;
  const statement = signed("approved", {
    cut: cut.id,
    permission,
    digest: cut.digest,
    card: cut.card,
    circle: circle.id,
    epoch: circle.epoch,
    second: secondOf(permission),
    checks: releaseChecks,
    release: releaseOf(permission),
    by: worker.staff!.id,
  });
  return says(worker, statement, `${labelled("approved", slot)}-${world.nameOf(worker)}`, keysTo(slot, "inner"));
};
const returning = (worker: Actor, slot: Slot) => {
  const { permission, cut } = slot;
  const fields = { cut: cut.id, permission, digest: cut.digest, reason: "words-do-not-match", by: worker.staff!.id };
  return says(worker, signed("returned", fields), `${labelled("returned", slot)}-${world.nameOf(worker)}`);
};

export function releasing(slot: Slot, other: Slot): Attempt[] {
  const faults = { "of other words": { digest: other.cut.digest }, "of another cut": { cut: other.cut.id } };
  return [a, b].flatMap((worker) => [
    ...everyWay(own("readRelease", worker, { permission: slot.permission }), ["support"]),
    ...everyWay(approval(worker, slot), ["support"], {
      ...faults,
      ...nowhere,
      "with another card": { card: other.cut.card },
      "of another permission": { permission: other.permission },
      "of another yes": { second: secondOf(other.permission) },
      "with another key": { release: { ...releaseOf(slot.permission), text: bytes32("another") } },
      "with another key to the card": { release: { ...releaseOf(slot.permission), card: bytes32("another") } },
      "with one check less": { checks: releaseChecks.slice(1) },
    }),
    ...borrowed(slot, other, (of) => approval(worker, of)),
    ...misplaced(slot, approval(worker, slot)),
    ...everyWay(returning(worker, slot), ["support"], {
      ...faults,
      "of an unknown permission": { permission: bytes16("unknown") },
    }),
    // A return names no circle.
    ...borrowed(slot, { ...other, circle: slot.circle }, (of) => returning(worker, of)),
  ]);
}

/** The same two yeses with copies, which a first yes without them does not allow. */
export const withCopies = (slot: Slot, until: readonly number[]): Attempt[] =>
  until.flatMap((days) =>
    [yesOnce(slot, slot.permission, days), yes(slot, days)].map((attempt) =>
      alike(attempt, "with copies", { copies: true }),
    ),
  );

/** What the stage worker tries with a permission. */
export const ownMoves = (permission: PermissionId): Attempt[] =>
  (["elapse", "lapse", "expire"] as const).flatMap((name) => everyWay(own(name, service, { permission }), ["service"]));
