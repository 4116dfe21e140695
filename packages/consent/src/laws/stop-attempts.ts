// Everything that can be tried with stops, pauses and holds, and with their undoing.

import type { Actor } from "../guards.ts";
import type { Attempt } from "./attempt.ts";
import { everyWay, says } from "./attempt.ts";
import type { Slot } from "./world.ts";
import * as world from "./world.ts";

const { author, signed, story, head, oldHead } = world;
const [one] = world.slots;
const a = world.actorOf(world.workers[0]);
const b = world.actorOf(world.workers[1]);
const lead = world.actorOf(world.dataProtectionLead);
const safety = world.actorOf(world.safeguardingLead);

type Scope = {
  readonly scope: "everything" | "cut" | "permission";
  readonly cut?: string;
  readonly permission?: string;
};
export const everything: Scope = { scope: "everything" };
export const ofCut = ({ cut }: Slot): Scope => ({ scope: "cut", cut: cut.id });
export const ofPermission = ({ permission }: Slot): Scope => ({ scope: "permission", permission });

const nameOf = (scope: Scope) => (scope.cut ?? scope.permission ?? "everything").replace(/A+$/, "");
const unknown = {
  "of an unknown cut": { scope: "cut", cut: world.bytes32("unknown"), permission: undefined },
  "of an unknown permission": { scope: "permission", permission: world.bytes16("unknown"), cut: undefined },
};
const stale = { "before something came": { seen: oldHead }, "having seen nothing": { seen: undefined } };

/** A target that does not fit the scope. */
const unfit = ({ scope }: Scope) => ({
  "and something else": scope === "cut" ? { permission: one.permission } : { cut: one.cut.id },
  ...(scope === "everything"
    ? { "and one permission": { permission: one.permission } }
    : { "of nothing": { cut: undefined, permission: undefined } }),
});

export const takingBack = (scope: Scope): Attempt[] =>
  everyWay(
    says(author, signed("stopped", { story, what: "take-back", ...scope }), `take-back-${nameOf(scope)}`),
    ["author"],
    { ...unknown, ...unfit(scope) },
  );

export const herPauses = (scope: Scope): Attempt[] => [
  ...everyWay(
    says(author, signed("stopped", { story, what: "pause", ...scope }), `pause-${nameOf(scope)}`),
    ["author"],
    { ...unknown, ...unfit(scope) },
  ),
  ...everyWay(says(author, signed("resumed", { story, ...scope, seen: head }), `resume-${nameOf(scope)}`), ["author"], {
    ...unknown,
    ...unfit(scope),
    ...stale,
  }),
];

const staffSays = (by: Actor, type: "paused" | "lifted", reason: string) => {
  const fields = { story, reason, by: by.staff!.id };
  return type === "paused"
    ? everyWay(says(by, signed(type, fields), `paused-${reason}`), by.roles)
    : everyWay(says(by, signed(type, { ...fields, seen: head }), `lifted-${reason}`), by.roles, stale);
};

export const deskPauses: readonly Attempt[] = [
  ...staffSays(a, "paused", "support"),
  ...staffSays(b, "lifted", "support"),
];
export const otherPauses: readonly Attempt[] = [
  ...staffSays(a, "paused", "weak-proof"),
  ...staffSays(lead, "paused", "incident"),
  ...staffSays(lead, "lifted", "incident"),
  ...staffSays(lead, "lifted", "restore"),
];

const holding = (by: Actor, hold: "safety" | "legal"): Attempt[] => {
  const held = (does: "set" | "lift", fields: object) =>
    says(by, signed("held", { story, hold, does, by: by.staff!.id, ...fields }), `${does}-${hold}`);
  return [...everyWay(held("set", {}), by.roles), ...everyWay(held("lift", { seen: head }), by.roles, stale)];
};
export const holds: readonly Attempt[] = [...holding(safety, "safety"), ...holding(lead, "legal")];
