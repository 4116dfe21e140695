import type { Candidate, Recogniser } from "../candidate.ts";
import type { Tier } from "../finding.ts";
import type { Token } from "../passage.ts";
import { months, seasons, wordyMonths } from "../words/calendar.ts";
import { readNumber, readOrdinal } from "../words/numbers.ts";

const numeric =
  /(?<![\p{L}\p{N}/.-])(?:(\d{1,2})([/.\- ])(\d{1,2})\2(\d{4}|\d{2})|(\d{4})[-/](\d{1,2})[-/](\d{1,2}))(?![\p{L}\p{N}/]|[.-]\d)/gu;

/** Dates as people write them. Those with a day are hidden; a month with a year, or a year, is a question. */
export const dates: Recogniser = {
  name: "dates",
  find({ text, tokens }) {
    const found: Candidate[] = [];
    const add = (start: number, end: number, tier: Tier, confidence: number) =>
      found.push({ start, end, label: "DATE", tier, confidence, source: "date" });

    for (const m of text.matchAll(numeric)) {
      const [day, month] = m[1] === undefined ? [m[7], m[6]] : [m[1], m[3]];
      if (m[2] === " " && m[4]?.length !== 4) continue;
      if (fits(Number(day), Number(month)) || fits(Number(month), Number(day)))
        add(m.index, m.index + m[0].length, "hide", 0.9);
    }
    for (let i = 0; i < tokens.length; i += 1) {
      const said = saidDate(tokens, i);
      if (!said) continue;
      add(tokens[i]!.start, tokens[said.last]!.baseEnd, said.tier, said.confidence);
      i = said.last;
    }
    return found;
  },
};

const fits = (day: number, month: number): boolean => day >= 1 && day <= 31 && month >= 1 && month <= 12;

type SaidDate = { last: number; tier: Tier; confidence: number };

function saidDate(tokens: readonly Token[], i: number): SaidDate | undefined {
  const first = tokens[i]!;
  const day = dayAt(tokens, i);
  if (day !== undefined) {
    const at = tokens[day + 1]?.fold === "of" ? day + 2 : day + 1;
    if (isMonth(tokens[at]) && joined(tokens[at]))
      return { last: yearAfter(tokens, at) ?? at, tier: "hide", confidence: 0.88 };
  }
  if (isMonth(first)) {
    const dayAfter = dayAt(tokens, i + 1);
    const year = yearAfter(tokens, i);
    const plain = wordyMonths.has(first.fold) && !first.cap;
    if (year !== undefined) return { last: year, tier: "consider", confidence: 0.85 };
    if (dayAfter !== undefined && joined(tokens[i + 1]) && !plain) {
      return { last: yearAfter(tokens, dayAfter) ?? dayAfter, tier: "hide", confidence: 0.8 };
    }
  }
  if (seasons.has(first.fold)) {
    const year = yearAfter(tokens, tokens[i + 1]?.fold === "of" ? i + 1 : i);
    if (year !== undefined) return { last: year, tier: "consider", confidence: 0.8 };
  }
  if (isYear(first) && !/[£$€]$/.test(first.gap)) return { last: i, tier: "consider", confidence: 0.7 };
  const wordYear = saidYear(tokens, i);
  return wordYear === undefined ? undefined : { last: wordYear, tier: "consider", confidence: 0.7 };
}

/** The last token of a day of a month that begins at `i`: "3", "3rd", "the twenty first" without its article. */
function dayAt(tokens: readonly Token[], i: number): number | undefined {
  const first = tokens[i];
  if (first === undefined) return undefined;
  const ordinal = readOrdinal(first.fold, tokens[i + 1]?.fold);
  const number = ordinal ?? (first.digits ? readNumber(first.fold, undefined) : undefined);
  if (number === undefined || number.value < 1 || number.value > 31) return undefined;
  return i + number.words - 1;
}

function yearAfter(tokens: readonly Token[], i: number): number | undefined {
  const next = tokens[i + 1];
  if (next === undefined || !/^(?:[ ,./-]{1,2}|['’ ]{1,2})$/.test(next.gap)) return undefined;
  if (isYear(next) || (/^\d\d$/.test(next.fold) && /['’]/.test(next.gap))) return i + 1;
  return saidYear(tokens, i + 1);
}

/** "nineteen eighty four", "twenty twelve", "two thousand and nine": its last token. */
function saidYear(tokens: readonly Token[], i: number): number | undefined {
  const words = tokens.slice(i, i + 5).map((token) => token.fold);
  if (words[0] === "two" && words[1] === "thousand") {
    const and = words[2] === "and" ? 3 : 2;
    const rest = readNumber(words[and], words[and + 1]);
    return rest && rest.value < 100 && !/^\d/.test(words[and]!) ? i + and + rest.words - 1 : undefined;
  }
  if (words[0] !== "nineteen" && words[0] !== "twenty") return undefined;
  const rest = readNumber(words[1], words[2]);
  const enough = rest !== undefined && rest.value >= 10 && rest.value < 100 && !/^\d/.test(words[1]!);
  return enough ? i + rest.words : undefined;
}

const isMonth = (token: Token | undefined): boolean => token !== undefined && months.has(token.base);
const isYear = (token: Token): boolean => /^(?:19[2-9]\d|20[0-4]\d)$/.test(token.base);
const joined = (token: Token | undefined): boolean => token !== undefined && /^[ \u00a0.,/-]{1,2}$/.test(token.gap);
