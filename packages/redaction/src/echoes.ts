import type { Candidate } from "./candidate.ts";
import type { Label } from "./finding.ts";
import { isWord, wordKind } from "./grammar/lexicon.ts";
import type { Passage, Token } from "./passage.ts";
import type { Resolved } from "./resolve.ts";
import { createNameIndex } from "./similar.ts";
import { monthCues, months } from "./words/calendar.ts";
import { neverNames, wordyNames } from "./words/ordinary.ts";
import { organisationSuffixes } from "./words/organisations.ts";
import { streets } from "./words/streets.ts";
import { speechVerbs } from "./words/talk.ts";
import { nicknameStarts, titles } from "./words/titles.ts";

/** The document pass: what was found once is found everywhere. First all passages are learnt from, then each is read again. */
export type Echoes = { learn(passage: Passage, found: readonly Resolved[]): void; hear(passage: Passage): Candidate[] };

type Known = {
  label: Label;
  confidence: number;
  /** Also where it stands in small letters: somebody was introduced by it, or a word list has it as a name. */
  small: boolean;
};

/** So many names no story has; a text that is made of names shall not fill the memory. */
const mostNames = 20_000;
/** Sources that go by the capital alone. */
const unsupported: ReadonlySet<string> = new Set(["capitals", "grammar", "organisation-context", "echo"]);
const echoed: ReadonlySet<Label> = new Set(["PERSON", "PLACE", "ORG", "ADDRESS"]);

export function createEchoes(): Echoes {
  const single = new Map<string, Known>();
  const phrases = new Map<string, { words: string[]; label: Label }[]>();
  const initials = new Map<string, Set<string>>();
  const index = createNameIndex();

  return {
    learn(passage, found) {
      for (const one of found) {
        if (one.tier !== "hide" || !echoed.has(one.label) || single.size >= mostNames) continue;
        const tokens = tokensWithin(passage.tokens, one.start, one.end);
        const names =
          one.label === "PERSON" ? tokens.filter((t) => !titles.has(t.base) && !nicknameStarts.has(t.base)) : tokens;
        if (names.length > 1)
          learnPhrase(
            names.map((t) => t.base),
            one.label,
          );
        if (one.label === "PERSON") {
          for (const name of names) learnName(name.base, one);
          if (names.length > 1) learnInitial(names);
        } else if (names.length === 1) learnName(names[0]!.base, one);
        else if (one.label !== "ADDRESS") for (const name of names) if (isOwnWord(name)) learnName(name.base, one);
      }
    },
    hear(passage) {
      const heard: Candidate[] = [];
      for (let i = 0; i < passage.tokens.length; i += 1) {
        const token = passage.tokens[i]!;
        for (const { words, label } of phrases.get(token.base) ?? []) {
          if (
            words.every((word, k) => passage.tokens[i + k]?.base === word) &&
            (token.cap || passage.flat || !words.every(isWord))
          ) {
            heard.push(candidate(token, passage.tokens[i + words.length - 1]!, label, 0.85, "echo"));
          }
        }
        const known = echoOf(passage, i);
        if (known) heard.push(candidate(token, token, known.label, known.confidence, known.source));
      }
      return heard;
    },
  };

  function learnName(base: string, { label, confidence, source }: Resolved): void {
    if (base.length < 2 || neverNames.has(base) || (wordKind(base) === "function" && !wordyNames.has(base))) return;
    const before = single.get(base);
    const introduced = source.some((one) => !unsupported.has(one)) || !/^(?:unknown|ordinary)$/.test(wordKind(base));
    const small = introduced || before?.small === true;
    if (before === undefined || before.confidence < confidence) single.set(base, { label, confidence, small });
    else before.small = small;
    if (!isWord(base) && label !== "ADDRESS") index.add(base);
  }

  function learnPhrase(words: string[], label: Label): void {
    const list = phrases.get(words[0]!) ?? [];
    if (list.length > 20 || list.some((one) => one.words.join(" ") === words.join(" "))) return;
    phrases.set(words[0]!, [...list, { words, label }]);
  }

  function learnInitial(names: readonly Token[]): void {
    const initial = names[0]!.base[0]!;
    initials.set(initial, (initials.get(initial) ?? new Set()).add(names[0]!.base));
  }

  function echoOf(passage: Passage, i: number): (Known & { source: string }) | undefined {
    const token = passage.tokens[i]!;
    if (!token.letters || token.saying) return undefined;
    const exact = single.get(token.base);
    if (exact && !token.cap && !passage.flat && !exact.small) return undefined;
    if (exact) return mayStandHere(passage, i, exact.label) ? { ...exact, confidence: 0.8, source: "echo" } : undefined;
    if (isInitialOf(token, passage.tokens[i - 1]))
      return { label: "PERSON", confidence: 0.55, source: "echo-initial", small: false };
    if (isWord(token.base) || (!token.cap && !passage.flat) || neverNames.has(token.base)) return undefined;
    const near = wordKind(token.base) === "unknown" ? index.near(token.base) : undefined;
    const known = near === undefined ? undefined : single.get(near);
    return known ? { ...known, confidence: passage.flat ? 0.5 : 0.65, source: "echo-misspelt" } : undefined;
  }

  /** "C." or "C" where one full name in the story begins with it. */
  function isInitialOf(token: Token, before: Token | undefined): boolean {
    if (token.base.length !== 1 || !token.cap || token.base === "i" || (token.base === "a" && token.starts))
      return false;
    return initials.get(token.base)?.size === 1 && !token.gap.includes("'") && !lettered.has(before?.fold ?? "");
  }
}

/** A name that is a word too counts with a capital that the sentence does not explain, or where it speaks. */
function mayStandHere(passage: Passage, i: number, label: Label): boolean {
  const token = passage.tokens[i]!;
  if (!isWord(token.base)) return true;
  if (passage.loud || !token.cap) return false;
  if (months.has(token.base) && monthCues.has(passage.tokens[i - 1]?.fold ?? "")) return false;
  if (!token.starts) return true;
  const next = passage.tokens[i + 1];
  if (label !== "PERSON") return false;
  return (
    next === undefined ||
    next.starts ||
    /[,(.!?\n]/.test(next.gap) ||
    token.base !== token.fold ||
    speechVerbs.has(next.fold)
  );
}

/** "vitamin C", "plan B", "with a K": what stands before a letter that is no initial. */
const lettered: ReadonlySet<string> = new Set(
  "vitamin plan class grade hepatitis a an the letter section group type band level part unit floor block option".split(
    " ",
  ),
);

const isOwnWord = (token: Token): boolean =>
  wordKind(token.base) === "unknown" &&
  token.base.length > 3 &&
  !organisationSuffixes.has(token.base) &&
  !streets.has(token.base);

function candidate(first: Token, last: Token, label: Label, confidence: number, source: string): Candidate {
  return { start: first.start, end: last.baseEnd, label, tier: "hide", confidence, source };
}

/** The tokens that lie within a span; the search is by halves, since tokens are in order. */
export function tokensWithin(tokens: readonly Token[], start: number, end: number): Token[] {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.start < start) low = middle + 1;
    else high = middle;
  }
  const within: Token[] = [];
  while (low < tokens.length && tokens[low]!.start < end) within.push(tokens[low++]!);
  return within;
}
