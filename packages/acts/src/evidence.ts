import type { Day, Evidence, PermissionId } from "@ownwords/consent";
import { type Chain, statementDigest, type VerifiedDirectory, verifyChain } from "@ownwords/sealing";
import { type Loaded, type Queryable, readStatements } from "@ownwords/store";

/** The statements that a permission rests on, as stored: what a reader is given to verify. */
export async function readChain(db: Queryable, { state, keys }: Loaded, id: PermissionId): Promise<Chain | undefined> {
  const permission = state.permissions[id];
  const cut = permission && state.cuts[permission.cut];
  if (!permission || !cut) return undefined;
  const wanted = [cut.agreed, cut.checked, permission.first, permission.second, permission.approval];
  const stored = new Map((await readStatements(db, wanted)).map((found) => [found.digest, found]));
  const [agreed, checked, first, second, approved] = wanted.map((digest) => {
    const found = digest === null ? undefined : stored.get(digest);
    return found && { statement: found.statement, signatures: found.signatures };
  });
  if (!agreed || !checked || !first || !second) return undefined;
  return {
    cutKey: keys.cuts[permission.cut],
    first,
    second,
    ...(approved ? { approved } : {}),
    parent: { storyKey: keys.verify, storySealingKey: keys.sealing, agreed, checked },
  } as Chain;
}

/**
 * What the gate looks at: the five statements, verified for this permission.
 * @returns undefined when anything about them is wrong, and then nothing opens
 */
export async function verifiedEvidence(
  db: Queryable,
  loaded: Loaded,
  permission: PermissionId,
  directory: VerifiedDirectory,
  today: Day,
): Promise<Evidence | undefined> {
  const chain = await readChain(db, loaded, permission);
  const verdict = chain && verifyChain(directory, chain, "gate", today);
  if (!verdict?.ok) return undefined;
  const { first, second, approved, parent } = verdict.chain;
  // The state's own columns say which statements count. Whoever swaps one of them swaps nothing.
  const said = loaded.state.permissions[permission]!;
  const cut = loaded.state.cuts[said.cut]!;
  const { agreed, checked } = parent;
  const isTheOne =
    statementDigest(first) === said.first &&
    statementDigest(second) === said.second &&
    statementDigest(approved) === said.approval &&
    statementDigest(agreed) === cut.agreed &&
    statementDigest(checked) === cut.checked;
  return isTheOne ? { agreed, checked, first, second, approved } : undefined;
}
