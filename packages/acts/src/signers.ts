import { type CutId, type Statement, staffOf, statementTypes, type Verified, type VerifyKey } from "@ownwords/consent";
import { cutIdOf, type Signed, type VerifiedDirectory, verifyStatement } from "@ownwords/sealing";
import type { Loaded } from "@ownwords/store";

/** A cut's key, if its id commits to it. */
const ownKey = (cut: CutId, key: VerifyKey | undefined): VerifyKey | undefined =>
  key !== undefined && cutIdOf(key) === cut ? key : undefined;

/** The keys that have to have signed, from verified places: the story's row (its id commits to them) or the directory. */
function keysFor(statement: Statement, { keys }: Loaded, directory: VerifiedDirectory): (VerifyKey | undefined)[] {
  const said = statement as {
    cut?: CutId;
    cutKey?: VerifyKey;
    by?: Parameters<typeof staffOf>[1];
  };
  switch (statementTypes[statement.type].signedBy) {
    case "story":
      return [keys.verify];
    case "cut":
      return [said.cut && ownKey(said.cut, keys.cuts[said.cut])];
    case "story+cut":
      return [keys.verify, said.cut && ownKey(said.cut, said.cutKey)];
    case "redactor":
      return [directory.redactorKey];
    case "staff":
      return [said.by && staffOf(directory, said.by)?.verifyKey];
  }
}

/** The statement as verified, or undefined when it is not signed by whom it has to be. */
export function verifySigned(
  signed: Signed,
  loaded: Loaded,
  directory: VerifiedDirectory,
): Verified<Statement> | undefined {
  const keys = keysFor(signed.statement, loaded, directory);
  return keys.every((key) => key !== undefined) ? verifyStatement(signed, keys as VerifyKey[]) : undefined;
}
