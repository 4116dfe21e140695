import type { CircleId, Day, RandomId, SealingKey, StaffId } from "@ownwords/consent";
import { type Queryable, query } from "./pool.ts";

/** The newest directory as it was signed. Whoever uses it verifies it. */
export const readDirectory = async (pool: Queryable) =>
  (
    await query<{ directory: unknown; signatures: unknown }>(
      pool,
      "select body as directory, signatures from directory order by serial desc limit 1",
    )
  )[0];

/** @returns false when there is a directory with this serial or a later one */
export const addDirectory = async (
  pool: Queryable,
  serial: number,
  directory: object,
  signatures: readonly object[],
): Promise<boolean> =>
  (
    await query(
      pool,
      `insert into directory select $1, $2, $3 where not exists (select from directory where serial >= $1)
       on conflict do nothing returning serial`,
      [serial, JSON.stringify(directory), JSON.stringify(signatures)],
    )
  ).length === 1;

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

export const addCircleSecret = (pool: Queryable, circle: CircleId, epoch: number, member: StaffId, box: string) =>
  query(pool, "insert into circle_secret values ($1, $2, $3, $4) on conflict do nothing", [circle, epoch, member, box]);

/** Serial of the newest directory; null before there is one. */
export const readSerial = async (pool: Queryable): Promise<number | null> =>
  (await query<{ serial: number | null }>(pool, "select max(serial) as serial from directory"))[0]!.serial;
