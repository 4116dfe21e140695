import type { Candidate } from "./candidate.ts";
import type { Label, RiskCode, Span, Tier } from "./finding.ts";
import { riskOfLabel } from "./finding.ts";

/** A span that is settled but for its entity; offsets within its passage. */
export type Resolved = Span & { label: Label; tier: Tier; confidence: number; reason: RiskCode; source: string[] };

export type Thresholds = { hide: number; consider: number };

/** Turns the one knob into two thresholds: 0.5 hides from 0.5 on, and asks from 0.3 on. */
export function thresholdsOf(recall = 0.5): Thresholds {
  const knob = Number.isFinite(recall) ? Math.min(1, Math.max(0, recall)) : 0.5;
  const hide = Math.min(0.96, Math.max(0.02, 1 - knob));
  return { hide, consider: hide * 0.6 };
}

/** Names of these kinds are taken for each other; votes for any of them say "a name". */
const nameLabels: ReadonlySet<Label> = new Set(["PERSON", "PLACE", "ORG", "ADDRESS"]);

/**
 * Settles overlaps within one passage by painting: candidates are laid over each other, the weakest first, and what shows
 * at the end is the answer. Time is linear in the lengths of the candidates, whatever their number; nothing that a
 * recogniser saw is left uncovered because a neighbour won.
 */
export function resolve(text: string, candidates: readonly Candidate[], thresholds: Thresholds): Resolved[] {
  const usable = candidates.filter((one) => one.start < one.end && one.confidence >= thresholds.consider * 0.5);
  const order = [...usable.keys()].sort((a, b) => rank(usable[a]!) - rank(usable[b]!) || a - b);
  const owner = new Int32Array(text.length).fill(-1);
  for (const at of order) owner.fill(at, usable[at]!.start, usable[at]!.end);
  const runs = runsOf(owner, usable);
  const runAt = new Int32Array(text.length).fill(-1);
  runs.forEach((run, index) => {
    runAt.fill(index, run.start, run.end);
  });
  const voices = runs.map(() => new Map<string, number>());
  const hides = runs.map(() => false);
  for (const one of usable) {
    for (let at = one.start; at < one.end; at += 1) {
      const index = runAt[at]!;
      if (index < 0) continue;
      const run = runs[index]!;
      at = run.end - 1;
      if (one.label !== run.label && !(nameLabels.has(one.label) && nameLabels.has(run.label))) continue;
      voices[index]!.set(one.source, Math.max(voices[index]!.get(one.source) ?? 0, one.confidence));
      if (one.tier === "hide") hides[index] = true;
    }
  }
  const found: Resolved[] = [];
  runs.forEach((run, index) => {
    const confidence = together(voices[index]!);
    const tier: Tier = hides[index] && confidence >= thresholds.hide ? "hide" : "consider";
    const trimmed = trim(text, run);
    if (confidence < thresholds.consider || trimmed === undefined) return;
    const source = [...voices[index]!.keys()].sort();
    found.push({ ...trimmed, label: run.label, tier, confidence, reason: run.reason, source });
  });
  return found;
}

/** Longer beats shorter where both are about as sure, hiding beats asking. */
const rank = (one: Candidate): number =>
  one.confidence + (one.tier === "hide" ? 0.05 : 0) + Math.min(one.end - one.start, 40) / 100;

/** Independent voices: the chance that not all of them are wrong. An echo repeats what another voice said, so it adds nothing. */
function together(voices: ReadonlyMap<string, number>): number {
  let wrong = 1;
  let echo = 0;
  for (const [source, confidence] of voices) {
    if (source.startsWith("echo")) echo = Math.max(echo, confidence);
    else wrong *= 1 - confidence;
  }
  return Math.round(Math.min(0.99, Math.max(echo, 1 - wrong)) * 1000) / 1000;
}

type Run = Span & { label: Label; reason: RiskCode };

function runsOf(owner: Int32Array, candidates: readonly Candidate[]): Run[] {
  const runs: Run[] = [];
  let last = -1;
  for (let at = 0; at < owner.length; at += 1) {
    const mine = owner[at]!;
    if (mine >= 0 && mine !== last) {
      const one = candidates[mine]!;
      const before = runs.at(-1);
      const touching = last >= 0 && before !== undefined && before.label === one.label;
      // Two views of one name are one name; two names that only stand side by side do not overlap.
      if (touching && overlap(candidates[last]!, one)) before.end = at + 1;
      else runs.push({ start: at, end: at + 1, label: one.label, reason: one.reason ?? riskOfLabel[one.label] });
    } else if (mine >= 0) runs.at(-1)!.end = at + 1;
    last = mine;
  }
  return runs;
}

const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

const inside = /[\p{L}\p{N}]/u;

/** Takes spaces and punctuation off both ends of what is left of a span; nothing, if nothing is left. */
function trim(text: string, run: Run): Span | undefined {
  let { start, end } = run;
  while (start < end && /[\s,;:.()'’"]/.test(text[start]!)) start += 1;
  while (end > start && /[\s,;:("]/.test(text[end - 1]!)) end -= 1;
  return start < end && inside.test(text.slice(start, end)) ? { start, end } : undefined;
}
