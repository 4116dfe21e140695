import type { Day } from "@ownwords/consent";
import { type Deployment, type SignedDirectory, type VerifiedDirectory, verifyDirectory } from "@ownwords/sealing";
import { type Pool, type Queryable, readDirectoryBelow } from "@ownwords/store";

export type Believed = {
  readonly directory: VerifiedDirectory;
  readonly signed: SignedDirectory;
  /** Its last day has passed. It still says whose a stop is. */
  readonly isOver: boolean;
};

/**
 * The newest directory that the pinned stewards stand for; undefined while there is none. A row that does not verify is
 * passed over: whoever can put one there stops nothing with it.
 * @param db where to read, when the caller is in a transaction
 */
export type DirectorySource = (serial: number | null, today: Day, db?: Queryable) => Promise<Believed | undefined>;

/**
 * Remembers the directory until there is another row or another day.
 * @param deployment what is pinned with this installation
 */
export function createDirectorySource(pool: Pool, deployment: Deployment): DirectorySource {
  let known: { serial: number; day: Day; believed: Believed } | undefined;
  return async (serial, today, db = pool) => {
    if (serial === null) return undefined;
    if (known?.serial === serial && known.day === today) return known.believed;
    const below = (limit: number) =>
      readDirectoryBelow(db, limit) as Promise<(SignedDirectory & { serial: number }) | undefined>;
    for (let row = await below(serial + 1); row; row = await below(row.serial)) {
      const signed: SignedDirectory = { directory: row.directory, signatures: row.signatures };
      const lastDay = signed.directory?.validUntil;
      const isOver = typeof lastDay === "string" && lastDay < today;
      const verdict = verifyDirectory(signed, deployment, isOver ? lastDay : today, known?.believed.directory.serial);
      if (!verdict.ok) continue;
      known = { serial, day: today, believed: { directory: verdict.directory, signed, isOver } };
      return known.believed;
    }
    return known?.believed && { ...known.believed, isOver: known.believed.directory.validUntil < today };
  };
}
