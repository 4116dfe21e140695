import type { Finding, Label, RiskCode, Tier } from "../finding.ts";
import { splitsPair } from "../windows.ts";
import { type Naming, nameFindings } from "./naming.ts";
import { type Phrase, phraseText, soundsOpen } from "./phrase.ts";
import { type Style, type StyleOptions, settleStyle } from "./style.ts";

export type Replacement = {
  /** In the original text, UTF-16 units; may take in words that the replacement repeats ("my sister called Jo"). */
  start: number;
  end: number;
  /** Where `shown` begins in the redacted text. */
  at: number;
  shown: string;
  label: Label;
  tier: Tier;
  reason: RiskCode;
  entity: number;
};

/**
 * Puts something in the place of every finding to hide: the same for the same entity, in square brackets, so that the
 * sentence still reads. Findings that do not fit the text (out of range, overlapping, through a surrogate pair) are
 * fitted or left out; nothing throws.
 *
 * @param text the text that the findings are of
 * @param findings as {@link findIdentifiers} gives them, or a part of them
 * @param style how to replace; `bracketed` by default
 */
export function redactText(
  text: string,
  findings: readonly Finding[],
  style?: Style | StyleOptions,
): { text: string; replacements: Replacement[] } {
  const settled = settleStyle(style);
  const chosen = fitting(
    text,
    findings.filter((one) => one.tier === "hide" || settled.consider),
  );
  const replacements: Replacement[] = [];
  const parts: string[] = [];
  let copied = 0;
  let length = 0;
  const put = (part: string) => {
    parts.push(part);
    length += part.length;
  };
  nameFindings(text, chosen, settled).forEach((naming, index) => {
    const { label, tier, reason, entity } = chosen[index]!;
    const placed = place(text, naming, copied);
    put(text.slice(copied, placed.start));
    replacements.push({
      start: placed.start,
      end: placed.end,
      at: length,
      shown: placed.shown,
      label,
      tier,
      reason,
      entity,
    });
    put(placed.shown);
    copied = placed.end;
  });
  put(text.slice(copied));
  return { text: parts.join(""), replacements };
}

/** In order, within the text, whole characters; of two that overlap the first keeps its start and the union is covered. */
function fitting(text: string, findings: readonly Finding[]): Finding[] {
  const clean = findings
    .filter(({ start, end }) => Number.isInteger(start) && Number.isInteger(end))
    .map((one) => {
      const start = Math.max(0, one.start);
      const end = Math.min(text.length, one.end);
      return { ...one, start: splitsPair(text, start) ? start - 1 : start, end: splitsPair(text, end) ? end + 1 : end };
    })
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const fitted: Finding[] = [];
  for (const one of clean) {
    const last = fitted.at(-1);
    if (last !== undefined && one.start < last.end) last.end = Math.max(last.end, one.end);
    else fitted.push(one);
  }
  return fitted;
}

type Placed = { start: number; end: number; shown: string };

const determiner = /(?:^|[^\p{L}\p{N}'’])(a|an|the|my|our|his|her|their|your|this|that|some|every|another|each)( )$/iu;

/** Makes the words around a replacement agree with it; never reaches back over what was already written. */
function place(text: string, { start: wantedStart, end, phrase, pen }: Naming, floor: number): Placed {
  let start = Math.max(floor, wantedStart);
  if (pen !== undefined) return { start, end, shown: pen };
  const left = text.slice(Math.max(floor, start - 12), start);
  const [, word, space] = determiner.exec(left) ?? [];
  let shown = word === undefined ? phraseText(phrase) : phrase.noun;
  let prefix = "";
  if (word !== undefined && space !== undefined && /^an?$/i.test(word)) {
    const right = soundsOpen(shown) ? "an" : "a";
    if (word.toLowerCase() !== right) {
      start -= word.length + 1;
      prefix = `${word[0] === "A" ? `A${right.slice(1)}` : right} `;
    }
  }
  // "on 3 May 2014" is "in spring 2014".
  const on = /(?:^|\s)(on) $/i.exec(text.slice(Math.max(floor, start - 4), start));
  if (on && isTime(phrase)) {
    start -= 3;
    prefix = on[1] === "On" ? "In " : "in ";
  }
  if (startsSentence(text, start) && prefix === "" && /^\p{Lu}/u.test(text.slice(start, start + 2)))
    shown = shown[0]!.toUpperCase() + shown.slice(1);
  return { start, end, shown: `${prefix}[${shown}]` };
}

const isTime = (phrase: Phrase): boolean =>
  /^(?:spring|summer|autumn|winter)\b/.test(phrase.noun) || /^\d{4}s$/.test(phrase.noun);

const startsSentence = (text: string, at: number): boolean =>
  /(?:^|[.!?…]["'”’)]?\s+|\n\s*)["'“‘(]?$/.test(text.slice(Math.max(0, at - 6), at)) || at === 0;
