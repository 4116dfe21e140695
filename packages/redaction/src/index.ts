export { findIdentifiers } from "./find.ts";
export {
  type Finding,
  type FindOptions,
  type Label,
  labels,
  type RiskCode,
  riskCodes,
  type Span,
  type Tier,
} from "./finding.ts";
export { looksEnglish } from "./language.ts";
export { type BadLine, type LineCode, lineCodes, type RedactedLine, redactLines } from "./lines.ts";
export { type Replacement, redactText } from "./replace/redact.ts";
export type { Style, StyleOptions } from "./replace/style.ts";
