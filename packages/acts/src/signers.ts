import { type Statement, staffOf, statementTypes, type Verified, type VerifyKey } from "@ownwords/consent";
import { cutIdOf, type Signed, type VerifiedDirectory, verifyStatement } from "@ownwords/sealing";
import type { Loaded } from "@ownwords/store";

/** The keys that have to have signed, from verified places: the story's row (its id commits to them) or the directory. */
function keysFor(statement: Statement, { keys }: Loaded, directory: VerifiedDirectory): (VerifyKey | undefined)[] {
  const said = statement as {
    cut?: keyof Loaded["keys"]["cuts"];
    cutKey?: VerifyKey;
    by?: Parameters<typeof staffOf>[1];
  };
  switch (statementTypes[statement.type].signedBy) {
    case "story":
      return [keys.verify];
    case "cut":
      return [said.cut && keys.cuts[said.cut]];
    case "story+cut":
      return [keys.verify, said.cutKey && cutIdOf(said.cutKey) === said.cut ? said.cutKey : undefined];
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
