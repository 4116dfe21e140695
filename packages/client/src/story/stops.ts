import type { CutId, Day, PermissionId } from "@ownwords/consent";
import { sign } from "@ownwords/sealing/open";
import { alone, statementOf } from "../signing.ts";
import type { Device } from "./device.ts";

/** What a stop, or its undoing, is about. */
export type Scope = { readonly cut: CutId } | { readonly permission: PermissionId } | "everything";

const fieldsOf = (scope: Scope) => {
  if (scope === "everything") return { scope } as const;
  return "cut" in scope ? ({ scope: "cut", ...scope } as const) : ({ scope: "permission", ...scope } as const);
};

/** Stopping, and going on again. */
export function createStops({ wire, keys, id, load, send }: Device) {
  /** A stop needs nothing that others do: no head, no directory, no look at the story first. */
  const stop = async (what: "take-back" | "pause" | "erase", scope: Scope = "everything") => {
    const { today } = await wire.call("space", {});
    const fields = { story: id, what, ...fieldsOf(scope) };
    return send(today.date as Day, (day) => alone(sign(statementOf("stopped", day, fields), keys.signing.secret)));
  };
  return {
    takeBack: (scope?: Scope) => stop("take-back", scope),
    pause: (scope?: Scope) => stop("pause", scope),
    /** A draft goes at once, a sent story after some days in which she can keep it. */
    erase: () => stop("erase"),

    resume: async (scope: Scope = "everything") => {
      const { state, trust } = await load();
      const fields = { story: id, ...fieldsOf(scope), seen: state.anchor };
      return send(trust.today.date, (day) => alone(sign(statementOf("resumed", day, fields), keys.signing.secret)));
    },

    /** Cancels an erasure that has not come to its day. */
    keep: async () => {
      const { state, trust } = await load();
      const fields = { story: id, seen: state.anchor };
      return send(trust.today.date, (day) => alone(sign(statementOf("kept", day, fields), keys.signing.secret)));
    },
  };
}
