import type { CutId, Statement, StoryId } from "@ownwords/consent";
import type { SealedText } from "@ownwords/sealing";
import type { Named, StoredText } from "@ownwords/store";

/** A stored text as messages carry it. */
export const openable = ({ header, ciphertext, box }: StoredText) => ({
  sealed: { header: header as SealedText["header"], ciphertext: ciphertext.toString("base64url") },
  box,
});

/** Which story or cut a statement speaks of. */
export function namedBy(statement: Statement): Named {
  if ("story" in statement) return { story: statement.story as StoryId };
  return { cut: (statement as { cut: CutId }).cut };
}
