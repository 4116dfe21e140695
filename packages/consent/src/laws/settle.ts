// States that differ only in names, in how long ago is long ago, and in what nothing reads any more are one state.

import { actionNames, actionOf } from "../actions.ts";
import type { CutId, Day, PermissionId } from "../ids.ts";
import { permissionMachine, textMachine } from "../machines.ts";
import type { Grant, PermissionState, StoryState } from "../state.ts";
import { isLive, longEnough, type Memory, offset } from "./memory.ts";
import { endedPermission, firstOf, releaseOf, secondOf } from "./sharing-attempts.ts";
import { lastClaim } from "./text-attempts.ts";
import { bytes32, dayAt, head, newerText, olderText, story, text, today } from "./world.ts";

export type Node = { readonly state: StoryState; readonly memory: Memory };

/** Stages in which the code counts days, read from the table: in all others the day of entry means nothing. */
const counting = new Set<string>(
  actionNames
    .map(actionOf)
    .filter(({ due }) => typeof due === "object")
    .flatMap(
      (row) => (row.text ? textMachine[row.text].from : permissionMachine[row.permission!].from) as readonly string[],
    )
    .concat(permissionMachine.confirm.from),
);

const since = (stage: string, n: number) => (counting.has(stage) ? Math.max(n, today.n - longEnough) : today.n);

/** An ended row in the shape in which it would be easiest to bring back: signed by everybody, long ago, ending far off. */
const ended = (permission: PermissionState): PermissionState => ({
  ...permission,
  since: today.n - longEnough,
  endsOn: dayAt(20),
  until: dayAt(20),
  copies: true,
  first: firstOf(endedPermission),
  second: secondOf(endedPermission),
  release: releaseOf(endedPermission),
  approval: bytes32("approved-ended"),
});

const grantName = ({ text: digest, to, lock, permission }: Grant) => `${digest}${to}${lock}${permission}`;

/**
 * @param keepsEnded whether the last permission that ended stays, under a name of its own. Elsewhere ended rows are
 *   dropped: that nothing ever changes or reads them is checked where they are kept.
 */
export function settle(next: StoryState, memory: Memory, keepsEnded: boolean): Node {
  const permissions: Record<PermissionId, PermissionState> = {};
  let last: PermissionState | undefined;
  for (const [id, permission] of Object.entries(next.permissions) as [PermissionId, PermissionState][])
    if (isLive(permission.stage)) permissions[id] = { ...permission, since: since(permission.stage, permission.since) };
    else if (keepsEnded && (id !== endedPermission || !last)) last = permission;
  if (last) permissions[endedPermission] = ended(last);

  const cuts: StoryState["cuts"] = Object.fromEntries(
    Object.entries(next.cuts).map(([id, cut]) => [id, { ...cut, parent: cut.parent === next.text ? text : olderText }]),
  );
  const ownDigests = new Set(Object.values(cuts).flatMap(({ digest, card }) => [digest, card]));
  const grants = new Map<string, Grant>();
  for (const grant of next.grants) {
    if (grant.to === "author") continue;
    const kept =
      grant.text === next.text
        ? { ...grant, text }
        : ownDigests.has(grant.text) && (grant.permission === null || permissions[grant.permission])
          ? grant
          : undefined;
    if (kept) grants.set(grantName(kept), kept);
  }
  const gone = (target: CutId | PermissionId | null) =>
    target !== null && !cuts[target as CutId] && !permissions[target as PermissionId];
  const state: StoryState = {
    ...next,
    id: story,
    seq: 0,
    head,
    anchor: head,
    since: since(next.stage, next.since),
    text: next.text && text,
    claim: lastClaim,
    recused: [...next.recused].sort(),
    // A pause of a permission that ended can reach nothing: ids are used once.
    pauses: next.pauses.filter(({ target }) => !gone(target)),
    holds: [...next.holds].sort(),
    cuts,
    permissions,
    texts: next.texts.length > 0 ? [{ digest: newerText, kind: "sent" }] : [],
    grants: [...grants.keys()].sort().map((name) => grants.get(name)!),
  };
  const live = (id: string) => id === "everything" || cuts[id as CutId] || permissions[id as PermissionId];
  return {
    state,
    memory: {
      ...memory,
      answers: Object.fromEntries(Object.entries(memory.answers).filter(([id]) => permissions[id as PermissionId])),
      pauses: memory.pauses.filter((pause) => live(pause.slice(pause.indexOf(":") + 1))).sort(),
    },
  };
}

/** A recorded day later: the past moves away, days of the calendar that count come nearer. */
export function aDayLaterIn(state: StoryState, calendarDays: number): StoryState {
  const nearer = (day: Day) => dayAt(Math.max(-1, offset(day) - calendarDays));
  const permissions = Object.entries(state.permissions).map(([id, permission]) => [
    id,
    {
      ...permission,
      since: Math.max(permission.since - 1, today.n - longEnough),
      endsOn: nearer(permission.endsOn),
      until: permission.until && nearer(permission.until),
    },
  ]);
  return {
    ...state,
    since: Math.max(state.since - 1, today.n - longEnough),
    permissions: Object.fromEntries(permissions),
  };
}

/** Other names for cuts, circles or workers under which the world looks the same. */
export type Renaming = ReadonlyMap<string, string>;

const keyUnder = ({ state, memory }: Node, names: Renaming): string => {
  const name = (id: string | null) => (id === null ? "-" : (names.get(id) ?? id.replace(/A+$/, "")));
  const many = (parts: string[]) => parts.sort().join(",");
  const { checked } = state;
  return [
    state.stage,
    state.before,
    state.since,
    state.text && 1,
    checked && `${name(checked.by)}${checked.changes.length}`,
    state.decided,
    state.attempts,
    state.leaseOver,
    many(state.recused.map(name)),
    many(state.pauses.map(({ reason, target }) => reason + name(target))),
    state.holds.join(),
    many(
      Object.entries(state.cuts).map(([id, cut]) => `${name(id)}${cut.stage}${name(cut.checkedBy)}${cut.parent[0]}`),
    ),
    many(
      Object.entries(state.permissions).map(
        ([id, { stage, since: n, endsOn, until, copies, first, second, approval }]) =>
          `${name(id)}${stage}${n}${endsOn}${until}${copies}${first && 1}${second && 1}${approval && 1}`,
      ),
    ),
    state.texts.length,
    many(state.grants.map((grant) => `${name(grant.text)}${grant.to}${grant.lock}${name(grant.permission)}`)),
    name(memory.checker),
    memory.decided,
    many(Object.entries(memory.cuts).map(([id, cut]) => `${name(id)}${name(cut.checker)}`)),
    many(
      Object.entries(memory.answers).map(
        ([id, { gap, until, named, copies, second, held, waited, approvedBy }]) =>
          `${name(id)}${gap}.${until}.${named}${copies}${second}${held}${waited}${name(approvedBy)}`,
      ),
    ),
    many(memory.pauses.map((pause) => pause.replace(/:(.*)/, (_, target) => `:${name(target)}`))),
    memory.holds.join(),
    many(memory.recused.map(name)),
    memory.leaving,
    memory.left,
  ].join("|");
};

/** One key for all states that differ only in a renaming. */
export function keyOf(node: Node, renamings: readonly Renaming[]): string {
  let least = keyUnder(node, new Map());
  for (const names of renamings) {
    const key = keyUnder(node, names);
    if (key < least) least = key;
  }
  return least;
}
