/** Why a detail is proposed to be changed. A change without one of these is refused: that would be tidying her voice. */
export const riskCodes = [
  "names-a-person",
  "names-a-place",
  "gives-an-address",
  "names-an-organisation",
  "gives-a-date",
  "gives-an-age",
  "gives-contact",
  "gives-a-reference",
  "gives-an-amount",
  "names-a-job",
  "tells-a-group",
  "press-event",
  "rare-combination",
  "other-story",
  "third-person",
  "court-limits",
  "suicide-method",
  "her-own-word",
  "protected-word",
  "never-share",
] as const;
export type RiskCode = (typeof riskCodes)[number];

/** Why a release went back to her. Shown to her in plain words. */
export const returnCodes = [
  "you-may-be-recognised",
  "somebody-else-may-be-recognised",
  "a-court-limits-this",
  "another-story-is-too-close",
  "words-do-not-match",
  "danger-right-now",
] as const;
export type ReturnCode = (typeof returnCodes)[number];

/** W5. All are confirmed with an approval, each by its code. */
export const releaseChecks = [
  "motivated-intruder",
  "local-insider",
  "other-stories-there",
  "lifelong-anonymity",
  "family-court",
  "suicide-detail",
  "third-people",
  "words-compared",
] as const;
export type ReleaseCheck = (typeof releaseChecks)[number];

/** T4. A trainer accepts all of them each time. */
export const sessionTerms = [
  "no-recording",
  "no-copying",
  "no-ai",
  "no-guessing-who",
  "stop-if-recognised",
  "learners-may-leave",
  "debrief-happens",
  "use-is-reported",
] as const;
export type SessionTerm = (typeof sessionTerms)[number];
