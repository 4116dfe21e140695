import type { Candidate } from "./candidate.ts";
import type { RiskCode, Span } from "./finding.ts";
import { foldWord, type Passage } from "./passage.ts";
import { splitsPair } from "./windows.ts";

/** Words that somebody asked to hide, by their first word. */
export type WordList = ReadonlyMap<string, readonly { words: string[]; reason: RiskCode }[]>;

const wordPattern = /[\p{L}\p{M}\p{N}]+/gu;

export function wordListOf(lists: readonly { entries: readonly string[]; reason: RiskCode }[]): WordList {
  const list = new Map<string, { words: string[]; reason: RiskCode }[]>();
  for (const { entries, reason } of lists) {
    for (const entry of entries) {
      const words = wordsOf(entry);
      if (words.length > 0) list.set(words[0]!, [...(list.get(words[0]!) ?? []), { words, reason }]);
    }
  }
  return list;
}

/** Folded words of a name or an entry, split at apostrophes as well: "O'Hara" is two. */
export const wordsOf = (text: string): string[] => foldWord(text.slice(0, 500)).match(wordPattern) ?? [];

/** Every place where an entry stands, in any case, possessive or not. */
export function wishedWords(passage: Passage, list: WordList): Candidate[] {
  if (list.size === 0) return [];
  const found: Candidate[] = [];
  const parts = partsOf(passage);
  for (let i = 0; i < parts.length; i += 1) {
    for (const { words, reason } of list.get(parts[i]!.word) ?? []) {
      if (!words.every((word, k) => parts[i + k]?.word === word)) continue;
      const end = parts[i + words.length - 1]!.end;
      found.push({
        start: parts[i]!.start,
        end,
        label: "PERSON",
        tier: "hide",
        confidence: 0.99,
        source: reason,
        reason,
      });
    }
  }
  return found;
}

function partsOf({ tokens }: Passage): { word: string; start: number; end: number }[] {
  const parts: { word: string; start: number; end: number }[] = [];
  for (const token of tokens) {
    if (token.base.length > 64) continue;
    if (!token.base.includes("'")) {
      parts.push({ word: token.base, start: token.start, end: token.baseEnd });
      continue;
    }
    for (const match of token.text.matchAll(wordPattern)) {
      const start = token.start + match.index;
      parts.push({ word: foldWord(match[0]), start, end: start + match[0].length });
    }
  }
  return parts;
}

/** Passages that she keeps: whole numbers, within the text, in order, joined where they touch, no pair cut in two. */
export function keptPassages(text: string, passages: readonly Span[]): Span[] {
  const clean: Span[] = [];
  for (const { start, end } of passages) {
    let from = clamp(start, text.length);
    let to = clamp(end, text.length);
    if (splitsPair(text, from)) from -= 1;
    if (splitsPair(text, to)) to += 1;
    if (from < to) clean.push({ start: from, end: to });
  }
  clean.sort((a, b) => a.start - b.start || a.end - b.end);
  const joined: Span[] = [];
  for (const span of clean) {
    const last = joined.at(-1);
    if (last !== undefined && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else joined.push(span);
  }
  return joined;
}

const clamp = (at: number, length: number): number =>
  Number.isNaN(at) ? 0 : Math.min(length, Math.max(0, Math.trunc(at)));
