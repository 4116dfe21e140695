import type { Label, RiskCode, Span, Tier } from "./finding.ts";
import type { Passage } from "./passage.ts";

/** What one recogniser proposes; offsets within its passage. The resolver settles overlaps. */
export type Candidate = Span & {
  label: Label;
  tier: Tier;
  confidence: number;
  source: string;
  reason?: RiskCode;
};

/** One row of the engine. It must take time linear in the passage, and remember nothing. */
export type Recogniser = { name: string; find(passage: Passage): Candidate[] };
