import { markSayings } from "./idioms.ts";
import { isOurBracket } from "./own-brackets.ts";
import { titles } from "./words/titles.ts";

/** A word or a number of a passage. */
export type Token = {
  start: number;
  end: number;
  text: string;
  /** Lower case, NFKC, without what cannot be seen; ’ becomes '. */
  fold: string;
  /** `fold` without a possessive 's, and where that ends. */
  base: string;
  baseEnd: number;
  /** What stands between the token before and this one. */
  gap: string;
  cap: boolean;
  upper: boolean;
  digits: boolean;
  letters: boolean;
  /** First of a sentence, a line, a quotation or a list item: its capital means little. */
  starts: boolean;
  sentence: number;
  /** Part of a saying: "Bob's your uncle". */
  saying: boolean;
};

/** A bounded part of a text with its tokens, and what was learnt about the whole text beforehand. */
export type Passage = {
  text: string;
  tokens: Token[];
  /** The text is typed without capitals, or in nothing else: names may come in small letters. */
  flat: boolean;
  /** The text is typed in capitals: they tell nothing. */
  loud: boolean;
  /** Words that the whole text also has in small letters. */
  small: ReadonlySet<string>;
};

// One character class per part and distinct separators: each position is read once, nothing backtracks.
const invisible = "\\u00ad\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\u2066-\\u2069\\ufeff";
const wordPattern = new RegExp(`[Tt]['’](?=\\p{L})|[\\p{L}\\p{M}\\p{N}${invisible}]+(?:['’‘ʼ][\\p{L}\\p{M}]+)*`, "gu");
const invisiblePattern = new RegExp(`[${invisible}]`, "gu");
const visiblePattern = /[\p{L}\p{N}]/u;
const plainAscii = /^[\x20-\x7e]*$/;
const hardEnd = /[.!?…\n\r\u2028\u2029]/;
const softStart = /[:;•"“”‘(*>[]\s*$|\s['’-]$|[–—]$|[-–—]\s$/;

/** Words that are one long run of letters are no names: this bounds what is folded. */
const longestWord = 64;

/** Lower case and one shape for one word, whatever it was typed with. */
export function foldWord(word: string): string {
  if (plainAscii.test(word)) return word.toLowerCase();
  return word
    .slice(0, longestWord)
    .replace(invisiblePattern, "")
    .replace(/[’‘ʼ]/g, "'")
    .normalize("NFKC")
    .toLowerCase();
}

/** Tokens of a passage, in order. What stands in brackets that the engine itself wrote is left out. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  const brackets = ourBrackets(text);
  let bracket = 0;
  let sentence = 0;
  let previousEnd = 0;
  for (const match of text.matchAll(wordPattern)) {
    const start = match.index;
    const end = start + match[0].length;
    while (bracket < brackets.length && brackets[bracket]!.end <= start) bracket += 1;
    if (bracket < brackets.length && start >= brackets[bracket]!.start) continue;
    if (!visiblePattern.test(match[0].slice(0, longestWord))) continue;
    const gap = text.slice(previousEnd, start);
    const before = tokens.at(-1);
    const ends = before === undefined || endsSentence(gap, before);
    if (ends) sentence += 1;
    const token = wordToken(match[0], start, gap);
    token.sentence = sentence;
    token.starts = ends || (gap !== " " && softStart.test(gap.slice(-4)));
    tokens.push(token);
    previousEnd = end;
  }
  markSayings(tokens);
  return tokens;
}

function wordToken(text: string, start: number, gap: string): Token {
  const fold = foldWord(text);
  const end = start + text.length;
  const possessive = fold.length > 2 && fold.endsWith("'s") ? 2 : 0;
  const letters = /\p{L}/u.test(text.slice(0, longestWord));
  const first = text.replace(invisiblePattern, "").slice(0, 2);
  const cap = letters && /^\p{Lu}/u.test(first);
  return {
    start,
    end,
    text,
    fold,
    base: possessive ? fold.slice(0, -2) : fold,
    baseEnd: end - possessive,
    gap,
    cap,
    upper: cap && fold.length > 1 && text === text.toUpperCase(),
    digits: /\p{N}/u.test(text.slice(0, longestWord)),
    letters,
    starts: false,
    sentence: 0,
    saying: false,
  };
}

function endsSentence(gap: string, before: Token): boolean {
  if (gap === " " || !hardEnd.test(gap)) return false;
  // "Dr. Green" and "T. Green" go on; "Ask Dr. Green. She" ends.
  const dot = gap === ". " || gap === ".";
  return !(
    dot &&
    (titles.has(before.fold) || before.fold === "st" || (before.cap && before.fold.length === 1) || gap === ".")
  );
}

/** Where a passage has brackets that the engine itself wrote. */
export function ourBrackets(text: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (let open = text.indexOf("["); open >= 0; open = text.indexOf("[", open + 1)) {
    const inside = text.slice(open + 1, open + 82);
    const length = inside.search(/[[\]\n]/);
    if (length > 0 && inside[length] === "]" && isOurBracket(inside.slice(0, length))) {
      found.push({ start: open, end: open + length + 2 });
    }
  }
  return found;
}

/** True where two tokens stand next to each other, with spaces or one hyphen between. */
export function follows(token: Token | undefined): boolean {
  return token !== undefined && (token.gap === " " || /^(?:[ \t\u00a0]{1,3}|[-‐‑])$/.test(token.gap));
}
