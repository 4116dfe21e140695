/** What kind of thing an identifier is. */
export const labels = [
  "PERSON",
  "PLACE",
  "ADDRESS",
  "ORG",
  "DATE",
  "AGE",
  "CONTACT",
  "ID",
  "JOB",
  "DEMOGRAPHIC",
  "EVENT",
  "QUANTITY",
] as const;
export type Label = (typeof labels)[number];

/** `hide`: taken out unless somebody says otherwise. `consider`: a question to the support worker and to her. */
export type Tier = "hide" | "consider";

/** Why something is to be changed. A closed list: codes travel, words of hers do not. */
export const riskCodes = [
  "names-a-person",
  "names-a-place",
  "gives-an-address",
  "names-an-organisation",
  "gives-a-date",
  "gives-an-age",
  "gives-contact",
  "gives-a-reference",
  "names-a-job",
  "tells-a-group",
  "press-event",
  "gives-an-amount",
  "rare-combination",
  "her-own-word",
  "protected-word",
  "never-share",
] as const;
export type RiskCode = (typeof riskCodes)[number];

export const riskOfLabel: Readonly<Record<Label, RiskCode>> = {
  PERSON: "names-a-person",
  PLACE: "names-a-place",
  ADDRESS: "gives-an-address",
  ORG: "names-an-organisation",
  DATE: "gives-a-date",
  AGE: "gives-an-age",
  CONTACT: "gives-contact",
  ID: "gives-a-reference",
  JOB: "names-a-job",
  DEMOGRAPHIC: "tells-a-group",
  EVENT: "press-event",
  QUANTITY: "gives-an-amount",
};

export type Span = { start: number; end: number };

/** One thing that may identify somebody. Offsets are UTF-16 units of the text that was given. */
export type Finding = Span & {
  label: Label;
  tier: Tier;
  /** 0 to 1. Not a probability yet: the order is meant, not the number. */
  confidence: number;
  /** The same number for every mention of the same person, place or thing; from 1, in order of first mention. */
  entity: number;
  reason: RiskCode;
  /** The recognisers that saw it. */
  source: string[];
};

export type FindOptions = {
  /** Words that she wants hidden, wherever they stand. */
  ownWords?: string[];
  /** Passages that must not leave her draft, in UTF-16 units; anything out of range is clamped. */
  neverShare?: Span[];
  /** 0 finds only what is certain, 1 everything that anything points to. Default 0.5. */
  recall?: number;
  /** Names that a deployment protects: its own staff and places. */
  protectedWords?: string[];
  /** Names that were put in the place of real ones, and so are not found. */
  penNames?: string[];
};
