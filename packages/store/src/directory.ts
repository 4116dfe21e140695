import type { CircleId, Day, RandomId, SealingKey, StaffId } from "@ownwords/consent";
import { type Queryable, query } from "./pool.ts";

/**
 * The newest directory below a serial, as it was signed. Whoever uses one verifies it, and asks for the next where one
 * does not verify.
 */
export const readDirectoryBelow = async (db: Queryable, serial: number) =>
  (
    await query<{ serial: number; directory: unknown; signatures: unknown }>(
      db,
      "select serial, body as directory, signatures from directory where serial < $1 order by serial desc limit 1",
      [serial],
    )
  )[0];

/** @returns false when it is not the next serial */
export const addDirectory = async (
  db: Queryable,
  serial: number,
  directory: object,
  signatures: readonly object[],
): Promise<boolean> =>
  (
    await query<{ added: boolean }>(db, "select add_directory($1, $2, $3) as added", [
      serial,
      JSON.stringify(directory),
      JSON.stringify(signatures),
    ])
  )[0]!.added;

export type StoredRedactorKey = {
  readonly id: RandomId;
  readonly sealingKey: SealingKey;
  readonly from: Day;
  readonly until: Day;
  readonly signature: string;
};

/** The redactor's sealing keys whose week is not over by more than two days. */
export const readRedactorKeys = (pool: Queryable, today: Day) =>
  query<StoredRedactorKey>(
    pool,
    `select id, sealing_key as "sealingKey", from_day as "from", until_day as until, signature from redactor_key
     where until_day + 2 >= $1::date order by from_day desc`,
    [today],
  );

export const addRedactorKey = (pool: Queryable, { id, sealingKey, from, until, signature }: StoredRedactorKey) =>
  query(pool, "insert into redactor_key values ($1, $2, $3, $4, $5) on conflict do nothing", [
    id,
    sealingKey,
    from,
    until,
    signature,
  ]);

/** The secrets of circles that were sealed to this member. */
export const readCircleSecrets = (pool: Queryable, member: StaffId) =>
  query<{ circle: CircleId; epoch: number; box: string }>(
    pool,
    "select circle, epoch, box from circle_secret where member = $1",
    [member],
  );

/** @returns false when this member has one for this epoch already */
export const addCircleSecret = async (
  db: Queryable,
  circle: CircleId,
  epoch: number,
  member: StaffId,
  box: string,
): Promise<boolean> =>
  (
    await query(db, "insert into circle_secret values ($1, $2, $3, $4) on conflict do nothing returning circle", [
      circle,
      epoch,
      member,
      box,
    ])
  ).length === 1;

/** Serial of the newest directory; null before there is one. */
export const readSerial = async (pool: Queryable): Promise<number | null> =>
  (await query<{ serial: number | null }>(pool, "select max(serial) as serial from directory"))[0]!.serial;
