import { type Pool, query } from "@ownwords/store";

/**
 * Lets days pass: adds them to the recorded ones. For tests and the demo, with the owner's rights; no service can.
 * @param days recorded days to add
 * @param calendarDays how far the calendar moves with each: 1, or more for a service that was down
 */
export const letDaysPass = (pool: Pool, days: number, calendarDays = 1) =>
  query(
    pool,
    `insert into day select last.n + step, last.date + step * $2::int
     from (select n, date from today()) last, generate_series(1, $1::int) step`,
    [days, calendarDays],
  );
