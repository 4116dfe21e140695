// What a service says was signed and written: verified here, or not believed.

import {
  type ActionName,
  actionNames,
  actionOf,
  daysAfter,
  type Statement,
  type StatementDigest,
  type StatementOf,
  type StatementType,
  type StoryId,
  staffOf,
  statementTypes,
  type Verified,
  type VerifyKey,
} from "@ownwords/consent";
import {
  type ChainedEntry,
  cutIdOf,
  type LedgerEntry,
  type Signed,
  statementDigest,
  type VerifiedDirectory,
  verifyLedger,
  verifyStatement,
} from "@ownwords/sealing";

export type Record = {
  readonly ledger: readonly (Omit<LedgerEntry, "organisation" | "statement"> & {
    readonly organisation: string | null;
    readonly statement: StatementDigest | null;
    readonly head: string;
  })[];
  readonly statements: readonly Signed[];
};

/** Keys that a story's statements are checked with. The cuts' come from `agreed`, which both keys signed. */
function keysOf(
  statement: Statement,
  storyKey: VerifyKey,
  directory: VerifiedDirectory,
  cutKeys: ReadonlyMap<string, VerifyKey>,
) {
  const said = statement as { cut?: string; cutKey?: VerifyKey; by?: Parameters<typeof staffOf>[1] };
  switch (statementTypes[statement.type]?.signedBy) {
    case "story":
      return [storyKey];
    case "cut":
      return [cutKeys.get(said.cut ?? "")];
    case "story+cut":
      return [storyKey, said.cutKey];
    case "redactor":
      return [directory.redactorKey];
    case "staff":
      return [said.by && staffOf(directory, said.by)?.verifyKey];
    default:
      return [undefined];
  }
}

/** The statements of a story that verify, by digest. What does not is left out, and so counts for nothing. */
export function verifiedStatements(
  statements: readonly Signed[],
  storyKey: VerifyKey,
  directory: VerifiedDirectory,
): ReadonlyMap<StatementDigest, Verified<Statement>> {
  const found = new Map<StatementDigest, Verified<Statement>>();
  const cutKeys = new Map<string, VerifyKey>();
  for (const { statement } of statements)
    if (statement.type === "agreed" && cutIdOf(statement.cutKey) === statement.cut)
      cutKeys.set(statement.cut, statement.cutKey);
  for (const signed of statements) {
    const keys = keysOf(signed.statement, storyKey, directory, cutKeys);
    if (!keys.every((key) => key !== undefined)) continue;
    const verified = verifyStatement(signed, keys as VerifyKey[]);
    if (verified) found.set(statementDigest(verified), verified);
  }
  return found;
}

/** The verified statement of a type that fits. */
export const findStatement = <T extends StatementType>(
  statements: ReadonlyMap<StatementDigest, Verified<Statement>>,
  type: T,
  fits: (statement: StatementOf<T>) => boolean,
): Verified<StatementOf<T>> | undefined =>
  [...statements.values()].find((each) => each.type === type && fits(each as unknown as StatementOf<T>)) as
    | Verified<StatementOf<T>>
    | undefined;

export type HistoryLine = {
  readonly day: string;
  readonly role: string;
  readonly organisation: string | null;
  readonly what: string;
};
export type History = {
  readonly lines: readonly HistoryLine[];
  /** Chain whole; every line rests on the statement that its kind needs, of that day, signed by whom it has to be. */
  readonly verified: boolean;
  /** Sequence number of the first line that does not hold. */
  readonly brokenAt: number | null;
};

/** Her history, verified on her device. It speaks of roles and organisations, never of names. */
export function verifyHistory(
  story: StoryId,
  storyKey: VerifyKey,
  record: Record,
  directory: VerifiedDirectory,
): History {
  const chained = record.ledger.map(({ head, organisation, statement, ...rest }) => ({
    entry: {
      ...rest,
      ...(organisation === null ? {} : { organisation }),
      ...(statement === null ? {} : { statement }),
    },
    head,
  })) as ChainedEntry[];
  const chain = verifyLedger(story, chained);
  const statements = verifiedStatements(record.statements, storyKey, directory);
  const untrue = record.ledger.find(({ statement, kind, day }) => {
    const wanted = actionNames.includes(kind as ActionName) ? actionOf(kind as ActionName).statement : undefined;
    if (statement === null) return wanted !== null;
    const said = statements.get(statement);
    if (said === undefined || said.type !== wanted) return true;
    // A stop that was signed before midnight may arrive after it.
    return said.day !== day && !(actionOf(kind as ActionName).stop && daysAfter(said.day, 1) === day);
  });
  const brokenAt = chain.ok ? (untrue?.seq ?? null) : chain.at;
  return {
    lines: record.ledger.map(({ day, role, organisation, kind }) => ({ day, role, organisation, what: kind })),
    verified: brokenAt === null,
    brokenAt,
  };
}
