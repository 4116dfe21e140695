// Everything that can be tried with stops, pauses and holds, and with their undoing.

import type { Actor } from "../guards.ts";
import type { Attempt } from "./attempt.ts";
import { everyWay, says } from "./attempt.ts";
import type { Slot } from "./world.ts";
import * as world from "./world.ts";

const { author, signed, story, head, oldHead } = world;
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
  "of an unknown permission": { scope: "permission", permission: world.bytes16("unknown") },
};

export const takingBack = (scope: Scope): Attempt[] =>
  everyWay(
    says(author, signed("stopped", { story, what: "take-back", ...scope }), `take-back-${nameOf(scope)}`),
    ["author"],
    unknown,
  );

export const herPauses = (scope: Scope): Attempt[] => [
  ...everyWay(
    says(author, signed("stopped", { story, what: "pause", ...scope }), `pause-${nameOf(scope)}`),
    ["author"],
    unknown,
  ),
  ...everyWay(says(author, signed("resumed", { story, ...scope, seen: head }), `resume-${nameOf(scope)}`), ["author"], {
    ...unknown,
    "before something came": { seen: oldHead },
  }),
];

const staffSays = (by: Actor, type: "paused" | "lifted", reason: string) => {
  const fields = { story, reason, by: by.staff!.id };
  const statement = type === "paused" ? signed(type, fields) : signed(type, fields);
  return everyWay(says(by, statement, `${type}-${reason}`), by.roles);
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

const holding = (by: Actor, hold: "safety" | "legal", on: boolean) =>
  everyWay(says(by, signed("held", { story, hold, on, by: by.staff!.id }), `${hold}-${on ? "on" : "off"}`), by.roles);
export const holds: readonly Attempt[] = [
  ...[true, false].flatMap((on) => holding(safety, "safety", on)),
  ...[true, false].flatMap((on) => holding(lead, "legal", on)),
];
