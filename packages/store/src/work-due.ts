import {
  actionNames,
  actionOf,
  cutMachine,
  type Due,
  type Move,
  type Policy,
  permissionMachine,
  type Today,
  textMachine,
} from "@ownwords/consent";
import { type Queryable, query } from "./pool.ts";

/** A story that may have work waiting: a hint's payload, and which worker it is for. */
export type Waiting = { readonly work: string; readonly version: number; readonly queue: "redact" | "stage" };

/** When a row is due, in SQL. A little too much is harmless: `decide` has the last word. */
function dueSql(due: Due, since: string, policy: Policy): string {
  if (due === "at-once") return "true";
  if (due === "when-the-lease-is-over")
    return "not exists (select from claim_lease l where l.story_id = s.id and l.until > clock_timestamp())";
  if (due === "past-its-day") return "p.ends_on < $2";
  const days = "afterDays" in due ? policy[due.afterDays] : policy[due.afterMonths] * 31;
  return `${since} < $1 - ${Number(days)}`;
}

/** The query follows from the rows of the table of actions that say when they are due. */
function workDueSql(policy: Policy): string {
  const parts = actionNames.flatMap((name) => {
    const { due, text, permission } = actionOf(name);
    if (!due) return [];
    const move: Move = text ? textMachine[text] : permission ? permissionMachine[permission] : cutMachine.retire;
    const states = move.from.map((state) => `'${state}'`).join(",");
    const queue = move.by[0] === "redactor" ? "redact" : "stage";
    const select = `select s.work_id::text as work, s.seq as version, '${queue}' as queue from story s`;
    return text
      ? [`${select} where s.stage in (${states}) and ${dueSql(due, "s.since", policy)}`]
      : [
          `${select} join permission p on p.story_id = s.id where p.stage in (${states}) and ${dueSql(due, "p.since", policy)}`,
        ];
  });
  return `${parts.join(" union ")} limit $3`;
}

/**
 * What waits to be done, over all stories. The sweeper enqueues these; the hint after a commit only makes it sooner.
 * @param most rows at the most; the rest is found by the next sweep
 */
export const workDue = (pool: Queryable, today: Today, policy: Policy, most = 1000): Promise<Waiting[]> =>
  query<Waiting>(pool, workDueSql(policy), [today.n, today.date, most]);
