import { describe, expect, it } from "vitest";
import { defaultPolicy, type Policy, policyFaults, refusedPurposes } from "./policy.ts";

const faults = (change: object) => policyFaults({ ...defaultPolicy, ...change } as Policy);

/** A first yes cannot be judged against a wait that is none. */
const hangsOn = (name: string) => (name === "secondVisitDaysBetween" ? ["firstYesLapseDays"] : []);

describe("what a policy may say", () => {
  it("is what the defaults say", () => {
    expect(policyFaults(defaultPolicy)).toEqual([]);
  });
  it.each(["secondVisitDaysBetween", "holdDaysBetween", "permissionMonths"] as const)(
    "is no %s of less than 1",
    (name) => {
      expect(faults({ [name]: 0 })).toEqual([name]);
      expect(faults({ [name]: 1 })).toEqual([]);
    },
  );
  it("is a first yes that can be confirmed before it lapses", () => {
    expect(faults({ firstYesLapseDays: 2 })).toEqual(["firstYesLapseDays"]);
    expect(faults({ firstYesLapseDays: 3 })).toEqual([]);
    for (const secondVisitDaysBetween of [3, 10, 90]) {
      const lapsesAfter = (firstYesLapseDays: number) => faults({ secondVisitDaysBetween, firstYesLapseDays });
      expect(lapsesAfter(secondVisitDaysBetween)).toEqual(["firstYesLapseDays"]);
      expect(lapsesAfter(secondVisitDaysBetween + 1)).toEqual([]);
    }
  });
  it("is no permission of more than 24 months", () => {
    expect(faults({ permissionMonths: 24 })).toEqual([]);
    expect(faults({ permissionMonths: 25 })).toEqual(["permissionMonths"]);
  });
  it.each(Object.entries(defaultPolicy).filter(([, value]) => typeof value === "number"))(
    "is a whole number, not below 0, for %s",
    (name) => {
      for (const value of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, "7", null, undefined, true, [7]])
        expect(faults({ [name]: value }).filter((fault) => !hangsOn(name).includes(fault))).toEqual([name]);
    },
  );
  it.each(Object.keys(defaultPolicy) as (keyof Policy)[])("is nothing without %s", (name) => {
    const { [name]: _, ...rest } = defaultPolicy;
    expect(policyFaults(rest as Policy)).toContain(name);
    for (const value of [null, undefined, {}, "text"]) expect(faults({ [name]: value })).toContain(name);
  });
  it.each(refusedPurposes)("is never %s", (purpose) => {
    expect(faults({ purposes: ["quotes", purpose] })).toEqual(["purposes"]);
  });
  it("is at least one purpose that is known", () => {
    expect(faults({ purposes: [] })).toEqual(["purposes"]);
    expect(faults({ purposes: ["constructor"] })).toEqual(["purposes"]);
    expect(faults({ purposes: ["quotes"] })).toEqual([]);
  });
  it("is a plain yes or no to two people", () => {
    expect(faults({ twoPeople: false })).toEqual([]);
    for (const value of [undefined, null, 0, "false"]) expect(faults({ twoPeople: value })).toEqual(["twoPeople"]);
  });
});
