import { type ActionName, actionNames, actionOf } from "./actions.ts";
import { type Decision, decide, rolesOf } from "./decide.ts";
import type { Act, Context } from "./guards.ts";
import type { PermissionId } from "./ids.ts";
import type { Role } from "./machines.ts";
import type { StoryState } from "./state.ts";

/** What the service does by itself: the rows that say when. */
export const ownActions = actionNames.filter((name) => actionOf(name).due !== undefined);

export type DueAct = {
  readonly action: ActionName;
  readonly role: Extract<Role, "redactor" | "service">;
  readonly act: Act;
  readonly decision: Extract<Decision, { ok: true }>;
};

/**
 * What waits to be done for a story now. There is no second rule: work is due when `decide` would accept it.
 */
export function workDue(state: StoryState, context: Context): DueAct[] {
  return ownActions.flatMap((action) => {
    const role = rolesOf(action)[0] as DueAct["role"];
    const base: Act = { by: { roles: [role] }, statement: null, statementDigest: null, texts: [], grants: [] };
    const targets = actionOf(action).permission ? (Object.keys(state.permissions) as PermissionId[]) : [undefined];
    return targets.flatMap((permission) => {
      const act = permission === undefined ? base : { ...base, permission };
      const decision = decide(state, action, act, context);
      return decision.ok ? [{ action, role, act, decision }] : [];
    });
  });
}
