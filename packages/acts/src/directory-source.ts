import type { Day } from "@ownwords/consent";
import { type Deployment, type SignedDirectory, type VerifiedDirectory, verifyDirectory } from "@ownwords/sealing";
import { type Pool, readDirectory } from "@ownwords/store";

/** The newest directory, verified against what is pinned; undefined while there is none that can be believed. */
export type DirectorySource = (serial: number | null, today: Day) => Promise<VerifiedDirectory | undefined>;

/**
 * Remembers the directory until a newer one is there or another day begins.
 * @param deployment what is pinned with this installation
 */
export function createDirectorySource(pool: Pool, deployment: Deployment): DirectorySource {
  let known: { serial: number; day: Day; directory: VerifiedDirectory } | undefined;
  return async (serial, today) => {
    if (serial === null) return undefined;
    if (known?.serial === serial && known.day === today) return known.directory;
    const signed = (await readDirectory(pool)) as SignedDirectory | undefined;
    const verdict = signed && verifyDirectory(signed, deployment, today, known?.serial);
    if (!verdict?.ok) return undefined;
    known = { serial: verdict.directory.serial, day: today, directory: verdict.directory };
    return known.directory;
  };
}
