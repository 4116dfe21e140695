import type { PermissionId } from "./ids.ts";
import type { Grant, StoryState } from "./state.ts";

const waitsForRedaction = new Set(["sent", "redacting", "needs-person"]);

/**
 * Who may hold a key to which text, in this state. `decide` drops every grant for which this is false, in the same
 * transaction: a key never outlives its reason.
 */
export function mayHold(state: StoryState, grant: Grant): boolean {
  if (state.stage === "erased") return false;
  const stage = state.before ?? state.stage;
  switch (grant.to) {
    case "author":
      return true;
    case "redactor":
      return grant.text === state.text && waitsForRedaction.has(stage);
    case "support":
      return (
        (grant.text === state.text && !waitsForRedaction.has(stage)) ||
        Object.values(state.cuts).some(
          (cut) => cut.stage === "agreed" && (cut.digest === grant.text || cut.card === grant.text),
        )
      );
    case "circle": {
      const permission = state.permissions[grant.permission as PermissionId]?.stage;
      return grant.lock === "inner" ? permission === "open" : permission === "holding" || permission === "in-check";
    }
  }
}
