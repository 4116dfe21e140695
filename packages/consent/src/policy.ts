// The numbers of a deployment. They stand in the signed directory and are shown to her in plain words.

/** What a story can be shared for. A deployment offers some of these. */
export const purposes = [
  "co-production",
  "live-training",
  "e-learning",
  "quotes",
  "audio-reading",
  "translation",
  "research",
] as const;
export type Purpose = (typeof purposes)[number];

/** Never a purpose, whatever a deployment wishes (T11). */
export const refusedPurposes = ["publicity", "fundraising", "ai-training"] as const;

export type Policy = {
  readonly purposes: readonly Purpose[];
  /** Whole recorded days between her first and her second yes. */
  readonly secondVisitDaysBetween: number;
  /** Whole recorded days between her second yes and the last check. */
  readonly holdDaysBetween: number;
  /** The longest a permission can last, in months. */
  readonly permissionMonths: number;
  /** Whole recorded days between asking to erase a sent story and erasing it. */
  readonly eraseDelayDays: number;
  readonly copyReturnDays: number;
  readonly useReportDays: number;
  readonly changeReportMonths: number;
  readonly termsMonths: number;
  /** An open page asks again after this many seconds. */
  readonly openViewLeaseSeconds: number;
  /** Calendar days after which a first yes that was not confirmed lapses. */
  readonly firstYesLapseDays: number;
  readonly rekeyDays: number;
  readonly draftGraceDays: number;
  readonly readingCapPerDay: number;
  readonly sessionMinutes: number;
  readonly hideWordsMinutes: readonly number[];
  readonly draftRetentionMonths: number;
  /** The approver must be another person than the checker. */
  readonly twoPeople: boolean;
};

export const defaultPolicy: Policy = {
  purposes,
  secondVisitDaysBetween: 1,
  holdDaysBetween: 7,
  permissionMonths: 12,
  eraseDelayDays: 7,
  copyReturnDays: 7,
  useReportDays: 28,
  changeReportMonths: 3,
  termsMonths: 12,
  openViewLeaseSeconds: 30,
  firstYesLapseDays: 90,
  rekeyDays: 7,
  draftGraceDays: 7,
  readingCapPerDay: 5,
  sessionMinutes: 15,
  hideWordsMinutes: [5, 15, 60],
  draftRetentionMonths: 24,
  twoPeople: true,
};

const floors = { secondVisitDaysBetween: 1, holdDaysBetween: 1, firstYesLapseDays: 3, permissionMonths: 1 } as const;

/**
 * What a policy may not say, whoever signs it.
 * @returns the names of the settings that are wrong; empty when the policy can be used
 */
export function policyFaults(policy: Policy): (keyof Policy)[] {
  const faults: (keyof Policy)[] = [];
  for (const [name, usual] of Object.entries(defaultPolicy) as [keyof Policy, unknown][]) {
    const value: unknown = policy[name];
    const isCount = Number.isSafeInteger(value) && (value as number) >= 0;
    if (typeof usual === "number" ? !isCount : typeof value !== typeof usual) faults.push(name);
  }
  for (const [name, least] of Object.entries(floors) as [keyof typeof floors, number][])
    if (!(policy[name] >= least)) faults.push(name);
  if (policy.permissionMonths > 24) faults.push("permissionMonths");
  // A first yes has to live long enough to be said again.
  if (!(policy.firstYesLapseDays > policy.secondVisitDaysBetween)) faults.push("firstYesLapseDays");
  const offered: readonly unknown[] = Array.isArray(policy.purposes) ? policy.purposes : [];
  if (offered.length === 0 || offered.some((purpose) => !purposes.includes(purpose as Purpose)))
    faults.push("purposes");
  const minutes: readonly unknown[] = Array.isArray(policy.hideWordsMinutes) ? policy.hideWordsMinutes : [null];
  if (!minutes.every((each) => Number.isSafeInteger(each) && (each as number) > 0)) faults.push("hideWordsMinutes");
  return [...new Set(faults)];
}
