const monthList = "january february march april may june july august september october november december".split(" ");
const short = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/** Month names and their short forms → 1 to 12. */
export const months: ReadonlyMap<string, number> = new Map([
  ...monthList.map((name, i) => [name, i + 1] as const),
  ...short.map((name, i) => [name, i + 1] as const),
  ["sept", 9],
]);
/** Months that are words too. */
export const wordyMonths: ReadonlySet<string> = new Set([
  "may",
  "march",
  "mar",
  "dec",
  "sep",
  "jan",
  "august",
  "apr",
  "jun",
]);
/** What stands before a month, and seldom before a person of that name. */
export const monthCues: ReadonlySet<string> = new Set(
  "in of since by from until till last next this that every each early late mid for during before after end and or to the around about".split(
    " ",
  ),
);
export const weekdays: ReadonlySet<string> = new Set(
  "monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays mon tue tues wed weds thu thurs fri sat sun".split(
    " ",
  ),
);
export const seasons: ReadonlySet<string> = new Set(
  "spring summer autumn winter christmas easter xmas eid ramadan diwali halloween".split(" "),
);

/** The season of a month, in the northern half of the world. */
export function seasonOf(month: number): string {
  return ["winter", "spring", "summer", "autumn"][Math.floor((month % 12) / 3)]!;
}
