import type { Candidate } from "./candidate.ts";
import { createCasing } from "./casing.ts";
import { markCombinations } from "./combinations.ts";
import { createEchoes } from "./echoes.ts";
import { numberEntities } from "./entities.ts";
import type { Finding, FindOptions, Span } from "./finding.ts";
import { type Passage, tokensOf } from "./passage.ts";
import { recognisers } from "./recognisers.ts";
import { type Resolved, resolve, thresholdsOf } from "./resolve.ts";
import { windowsOf } from "./windows.ts";
import { keptPassages, wishedWords, wordListOf, wordsOf } from "./wishes.ts";

/**
 * Finds what would identify the author or anybody else in a story.
 *
 * Never throws, whatever the text. Findings are sorted, do not overlap, and never cut a surrogate pair; the same text and
 * options give the same findings. Time is linear in the text, and what is kept beside the findings is bounded.
 *
 * @param text a story in (mostly British) English, any length
 * @param options her own words, passages never to share, the knob, protected words, pen names; see {@link FindOptions}
 */
export function findIdentifiers(text: string, options: FindOptions = {}): Finding[] {
  const thresholds = thresholdsOf(options.recall);
  const wished = wordListOf([
    { entries: options.protectedWords ?? [], reason: "protected-word" },
    { entries: options.ownWords ?? [], reason: "her-own-word" },
  ]);
  const isPenName = penNameTest(options.penNames ?? []);
  const spans = [...windowsOf(text)];

  const casing = createCasing();
  for (const span of spans) casing.add(text.slice(span.start, span.end));
  const manner = casing.settle();

  const echoes = createEchoes();
  const proposed = spans.map((span) => {
    const passage = passageOf(text, span, manner);
    const candidates = wishedWords(passage, wished);
    for (const recogniser of recognisers) {
      for (const one of recogniser.find(passage)) if (!isPenName(passage, one)) candidates.push(one);
    }
    echoes.learn(passage, resolve(passage.text, candidates, thresholds));
    return candidates;
  });

  const found: Resolved[] = [];
  spans.forEach((span, index) => {
    const passage = passageOf(text, span, manner);
    const heard = echoes.hear(passage).filter((one) => !isPenName(passage, one));
    for (const one of resolve(passage.text, [...proposed[index]!, ...heard], thresholds)) {
      found.push({ ...one, start: one.start + span.start, end: one.end + span.start });
    }
  });
  markCombinations(found);
  const settled = keepBack(text, found, keptPassages(text, options.neverShare ?? []));
  const entities = numberEntities(settled.map((one) => ({ text: text.slice(one.start, one.end), label: one.label })));
  return settled.map((one, index) => ({
    start: one.start,
    end: one.end,
    label: one.label,
    tier: one.tier,
    confidence: one.confidence,
    entity: entities[index]!,
    reason: one.reason,
    source: one.source,
  }));
}

function passageOf(text: string, { start, end }: Span, manner: Omit<Passage, "text" | "tokens">): Passage {
  const part = text.slice(start, end);
  return { text: part, tokens: tokensOf(part), ...manner };
}

/** Names that stand in for real ones are not found, whole or in part. */
function penNameTest(penNames: readonly string[]): (passage: Passage, one: Candidate) => boolean {
  const names = penNames.map((name) => new Set(wordsOf(name))).filter((words) => words.size > 0);
  if (names.length === 0) return () => false;
  return (passage, one) => {
    const words = wordsOf(passage.text.slice(one.start, one.end));
    return words.length > 0 && names.some((name) => words.every((word) => name.has(word)));
  };
}

/** Lays the passages that she keeps over everything else; what is cut by one keeps its visible part. */
function keepBack(text: string, found: readonly Resolved[], kept: readonly Span[]): Resolved[] {
  if (kept.length === 0) return [...found];
  const all: Resolved[] = kept.map((span) => ({
    ...span,
    label: "EVENT",
    tier: "hide",
    confidence: 1,
    reason: "never-share",
    source: ["never-share"],
  }));
  let at = 0;
  for (const one of found) {
    while (at < kept.length && kept[at]!.end <= one.start) at += 1;
    let { start } = one;
    for (let k = at; k <= kept.length && start < one.end; k += 1) {
      const wall = kept[k] ?? { start: text.length, end: text.length };
      const end = Math.min(one.end, wall.start);
      if (start < end && /[\p{L}\p{N}]/u.test(text.slice(start, end))) all.push({ ...one, start, end });
      start = Math.max(start, wall.end);
      if (wall.start >= one.end) break;
    }
  }
  return all.sort((a, b) => a.start - b.start);
}
