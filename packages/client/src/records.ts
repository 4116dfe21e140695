// What a service says was signed and written: verified here, or not believed.

import {
  type ActionName,
  actionNames,
  actionOf,
  type CircleId,
  circleOf,
  daysAfter,
  fitsWhere,
  rolesOf,
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
  firstHead,
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
  /**
   * The chain is whole; days go forwards; every line rests on the statement that its kind needs, about this story, of that
   * day, by that role and for that organisation, signed by whom it has to be; every statement has one line. What the
   * service did by itself is its own word. That nothing was cut off at the end only published checkpoints will show.
   */
  readonly verified: boolean;
  /** Sequence number of the first line that does not hold; one more than the last when a line is missing. */
  readonly brokenAt: number | null;
};

type Line = Record["ledger"][number];
type Statements = ReadonlyMap<StatementDigest, Verified<Statement>>;
/** Fields that say what a statement is about; which are there depends on its type. */
type AboutFields = {
  readonly story?: string;
  readonly cut?: string;
  readonly permission?: string;
  readonly circle?: CircleId;
};

/** Whether a line says what its statement says. */
function holds(line: Line, story: StoryId, statements: Statements, directory: VerifiedDirectory): boolean {
  if (!actionNames.includes(line.kind as ActionName)) return false;
  const kind = line.kind as ActionName;
  if (!rolesOf(kind).includes(line.role)) return false;
  const row = actionOf(kind);
  if (line.statement === null) return row.statement === null;
  const said = statements.get(line.statement);
  if (!said || !fitsWhere(row, said)) return false;
  const about = said as AboutFields;
  const all = [...statements.values()];
  const isOurs =
    about.story === story ||
    all.some((each) => each.type === "agreed" && each.story === story && each.cut === about.cut);
  if (!isOurs) return false;
  // A stop that was signed before midnight may arrive after it.
  if (said.day !== line.day && !(row.stop && daysAfter(said.day, 1) === line.day)) return false;
  const answered = all.find((each) => each.type === "answered" && each.permission === about.permission);
  const circle = about.circle ?? (answered as AboutFields | undefined)?.circle;
  const organisation = circle && circleOf(directory, circle)?.organisation;
  return circle === undefined
    ? line.organisation === null
    : organisation === undefined || line.organisation === organisation;
}

/** Her history, verified on her device. It speaks of roles and organisations, never of names. */
export function verifyHistory(
  story: StoryId,
  storyKey: VerifyKey,
  record: Record,
  directory: VerifiedDirectory,
): History {
  const { ledger } = record;
  const chained = ledger.map(({ head, organisation, statement, ...rest }) => ({
    entry: {
      ...rest,
      ...(organisation === null ? {} : { organisation }),
      ...(statement === null ? {} : { statement }),
    },
    head,
  })) as ChainedEntry[];
  const chain = verifyLedger(story, chained);
  const statements = verifiedStatements(record.statements, storyKey, directory);
  const named = ledger.flatMap(({ statement }) => (statement === null ? [] : [statement]));
  const heads = new Set<string>([firstHead(story), ...ledger.map(({ head }) => head)]);
  const untrue = ledger.find(
    (line, at) =>
      !holds(line, story, statements, directory) ||
      (at > 0 && line.day < ledger[at - 1]!.day) ||
      (line.statement !== null && named.indexOf(line.statement) !== named.lastIndexOf(line.statement)),
  );
  // Nothing that was signed may be without its line, and whatever a signer saw has to be there to be seen.
  const isMissing = [...statements].some(
    ([digest, said]) =>
      !named.includes(digest) || ("seen" in said && said.type !== "answered" && said.seen && !heads.has(said.seen)),
  );
  const brokenAt = chain.ok ? (untrue?.seq ?? (isMissing ? ledger.length + 1 : null)) : chain.at;
  return {
    lines: ledger.map(({ day, role, organisation, kind }) => ({ day, role, organisation, what: kind })),
    verified: brokenAt === null,
    brokenAt,
  };
}
