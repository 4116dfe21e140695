import type { CircleId, CutId, PermissionId, StoryId, TextStage } from "@ownwords/consent";
import { type Queryable, query } from "./pool.ts";

/** One thing that waits for the team: a text to check, one that the engine could not serve, or a release to approve. */
export type DeskItem = {
  readonly story: StoryId;
  readonly stage: TextStage;
  readonly permission: PermissionId | null;
  readonly cut: CutId | null;
  readonly circle: CircleId | null;
  /** Recorded day since which it waits. */
  readonly since: number;
};

/**
 * What waits, longest first.
 * @param after the last item of the page before: keyset, so a page costs the same however many there are
 */
export const readDesk = (pool: Queryable, after: { since: number; key: string } | null, most = 50) =>
  query<DeskItem & { key: string }>(
    pool,
    `select * from (
       select s.id as story, s.stage, null as permission, null as cut, null as circle, s.since, s.work_id::text as key
         from story s where s.stage in ('team-review','needs-person')
       union all
       select s.id, s.stage, p.id, p.cut_id, p.circle, p.since, p.id
         from permission p join story s on s.id = p.story_id where p.stage = 'in-check'
     ) waiting where (since, key) > ($1, $2) order by since, key limit $3`,
    [after?.since ?? 0, after?.key ?? "", most],
  );

/** An open permission of a circle, as the catalogue needs it. Whether it opens is the gate's to say. */
export const readOpenPermissions = (pool: Queryable, circles: readonly CircleId[], after: string | null, most = 50) =>
  query<{ permission: PermissionId; cut: CutId; circle: CircleId }>(
    pool,
    `select p.id as permission, p.cut_id as cut, p.circle from permission p
     where p.stage = 'open' and p.circle = any($1) and p.id > $2
       and exists (select from key_grant g where g.permission_id = p.id and g.lock = 'inner')
     order by p.id limit $3`,
    [circles, after ?? "", most],
  );
