import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { daysAfter, monthsAfter } from "./days.ts";
import type { Day } from "./ids.ts";

describe("so many months on", () => {
  it.each([
    ["2026-01-15", 1, "2026-02-15"],
    ["2026-01-31", 1, "2026-02-28"],
    ["2028-01-31", 1, "2028-02-29"],
    ["2028-02-29", 12, "2029-02-28"],
    ["2028-02-29", 48, "2032-02-29"],
    ["2026-03-31", 1, "2026-04-30"],
    ["2026-11-30", 3, "2027-02-28"],
    ["2026-12-31", 1, "2027-01-31"],
    ["2026-12-01", 24, "2028-12-01"],
    ["2026-06-10", 0, "2026-06-10"],
  ])("%s and %i is %s", (day, months, then) => {
    expect(monthsAfter(day as Day, months)).toBe(then);
  });
  it("is never more than so many months of 31 days, and always in the right month", () => {
    const days = fc.date({ min: new Date("2020-01-01"), max: new Date("2060-01-01"), noInvalidDate: true });
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 24 }), (date, months) => {
        const day = date.toISOString().slice(0, 10) as Day;
        const then = monthsAfter(day, months);
        const number = (of: string) => Number(of.slice(0, 4)) * 12 + Number(of.slice(5, 7));
        expect(number(then) - number(day)).toBe(months);
        expect(then <= daysAfter(day, months * 31)).toBe(true);
        expect(then.slice(8) <= day.slice(8)).toBe(true);
      }),
    );
  });
});

describe("so many days on", () => {
  it.each([
    ["2026-02-28", 1, "2026-03-01"],
    ["2028-02-28", 1, "2028-02-29"],
    ["2026-03-28", 2, "2026-03-30"],
    ["2026-10-24", 2, "2026-10-26"],
    ["2026-12-31", 1, "2027-01-01"],
    ["2026-01-01", -1, "2025-12-31"],
  ])("%s and %i is %s", (day, days, then) => {
    expect(daysAfter(day as Day, days)).toBe(then);
  });
});
