import type { Candidate, Recogniser } from "../candidate.ts";
import { isFirstName, wordKind } from "../grammar/lexicon.ts";
import { follows, type Passage, type Token } from "../passage.ts";
import { functionWords, neverNames } from "../words/ordinary.ts";
import { centreKinds, everybodys, genericBefore, organisationSuffixes } from "../words/organisations.ts";

const joiners = new Set(["of", "the", "and", "for"]);
/** Last words that make a body even of everyday words: "Women's Aid". */
const bodies = new Set("aid executive trust foundation project society association".split(" "));
const working =
  /^(?:work|works|worked|working|job|nights|days|shift|shifts|manager|supervisor|boss|employed|packin|packing|cleaning|cleanin|temped|volunteer|volunteered|volunteering)$/;

/** Surgeries, hospitals, schools, courts, prisons, refuges by their last word; employers by "worked at"; "Salt & Thread". */
export const organisations: Recogniser = {
  name: "organisations",
  find(passage) {
    const found: Candidate[] = [];
    const add = (first: number, last: number, confidence: number, source: string) =>
      found.push({
        start: passage.tokens[first]!.start,
        end: passage.tokens[last]!.baseEnd,
        label: "ORG",
        tier: "hide",
        confidence,
        source,
      });
    for (let i = 0; i < passage.tokens.length; i += 1) {
      const suffixed = bySuffix(passage, i);
      if (suffixed) add(suffixed.first, suffixed.last, suffixed.confidence, "organisation-suffix");
      const employer = byWork(passage, i);
      if (employer) add(employer.first, employer.last, employer.confidence, "works-at");
      const named = byBigThe(passage, i) ?? bySmallAt(passage, i);
      if (named) add(named.first, named.last, named.confidence, "organisation-context");
      const pair = byAmpersand(passage, i);
      if (pair) add(pair.first, pair.last, 0.7, "ampersand");
      const prison = byPrison(passage, i);
      if (prison) add(prison.first, prison.last, 0.95, "prison");
    }
    return found;
  },
};

type Run = { first: number; last: number; confidence: number };

function bySuffix({ tokens, flat, loud }: Passage, at: number): Run | undefined {
  const suffix = tokens[at]!;
  const suffixKind = organisationSuffixes.get(suffix.base);
  if (suffixKind === undefined || suffix.saying) return undefined;
  const kind = centreKinds.has(tokens[at - 1]?.base ?? "") ? { ...suffixKind, strong: true } : suffixKind;
  const big = suffix.cap && !loud ? bigRun(tokens, at) : at;
  const first = big < at ? big : suffix.cap && !flat ? at : smallRun(tokens, at, flat);
  if (first === at) return suffix.cap && !loud ? byOf(tokens, at) : undefined;
  const words = tokens.slice(first, at).map((token) => token.base);
  if (everybodys.has([...words, suffix.base].join(" "))) return undefined;
  const small = big === at;
  if (!kind.strong && small) return undefined;
  const telling = words.filter((word) => !joiners.has(word) && !genericBefore.has(word) && !neverNames.has(word));
  if (telling.length === 0)
    return !small && bodies.has(suffix.base) ? { first, last: at, confidence: 0.45 } : undefined;
  const strange = telling.some((word) => wordKind(word) !== "ordinary");
  if (small && !strange && !isDirectlyAfterPreposition(tokens, first)) return undefined;
  return { first, last: at, confidence: kind.strong ? (small ? (strange ? 0.8 : 0.55) : 0.92) : strange ? 0.8 : 0.65 };
}

/** "Kent Police", "St Mary's Church of England School": the capitals before the suffix. */
function bigRun(tokens: readonly Token[], at: number): number {
  let first = at;
  while (at - first < 7 && isNear(tokens[first]!)) {
    const before = tokens[first - 1];
    if (before === undefined) break;
    if (before.cap && !isStartingWord(before)) first -= 1;
    else if (
      joiners.has(before.fold) &&
      !organisationSuffixes.has(tokens[first - 2]?.base ?? "") &&
      tokens[first - 2]?.cap &&
      !isStartingWord(tokens[first - 2]!) &&
      isNear(before)
    )
      first -= 2;
    else break;
  }
  return first;
}

/** In small letters: up to three words back to a preposition or an article. */
function smallRun(tokens: readonly Token[], at: number, flat: boolean): number {
  let first = at;
  while (at - first < 3 && isNear(tokens[first]!)) {
    const before = tokens[first - 1];
    if (before === undefined || functionWords.has(before.fold) || before.sentence !== tokens[at]!.sentence) break;
    if (!flat && !before.cap) break;
    if (genericBefore.has(before.base) && first === at - 1) {
      first -= 1;
      continue;
    }
    const kind = wordKind(before.base);
    // A verb or adverb ends it: "walked to", "really".
    if (kind === "ordinary" && /(?:ed|ly|ing)$/.test(before.base)) break;
    first -= 1;
  }
  while (first < at && genericBefore.has(tokens[first]!.base)) first += 1;
  return first;
}

const isDirectlyAfterPreposition = (tokens: readonly Token[], first: number): boolean =>
  /^(?:at|to|from|in|outside|near|called)$/.test(tokens[first - 1]?.fold ?? "");

/** "University of Salt", "Church of Saint Agnes". */
function byOf(tokens: readonly Token[], at: number): Run | undefined {
  let last = at + 1;
  if (tokens[last]?.fold !== "of" || !isNear(tokens[last]!)) return undefined;
  if (tokens[last + 1]?.fold === "the") last += 1;
  const begin = last;
  while (last - begin < 4 && tokens[last + 1]?.cap && isNear(tokens[last + 1]!)) last += 1;
  return last === begin ? undefined : { first: at, last, confidence: 0.8 };
}

function byWork({ tokens, flat, loud }: Passage, i: number): Run | undefined {
  if (!working.test(tokens[i]!.fold)) return undefined;
  const link = tokens[i + 1];
  if (link === undefined || !/^(?:at|for)$/.test(link.fold)) return undefined;
  const first = tokens[i + 2]?.fold === "the" ? i + 3 : i + 2;
  const name = tokens[first];
  if (name === undefined || name.sentence !== tokens[i]!.sentence || name.gap !== " ") return undefined;
  const kind = wordKind(name.base);
  const brand = neverNames.has(name.base) && name.base.length > 2;
  if (kind === "function" || (!name.cap && !flat) || (kind === "ordinary" && !brand && (flat || !name.cap)))
    return undefined;
  if (isFirstName(name.base) && link.fold === "for") return undefined;
  let last = first;
  while (last < first + 4 && !loud && tokens[last + 1]?.cap && isNear(tokens[last + 1]!)) last += 1;
  return { first, last, confidence: 0.7 };
}

/** "at The Full Kettle": an article with a capital in the middle of a sentence begins a title. */
function byBigThe({ tokens, loud }: Passage, i: number): Run | undefined {
  const the = tokens[i]!;
  if (loud || the.text !== "The" || the.starts) return undefined;
  let last = i;
  while (last < i + 5 && tokens[last + 1]?.cap && isNear(tokens[last + 1]!)) last += 1;
  return last === i ? undefined : { first: i + 1, last, confidence: 0.7 };
}

/** In flat text "at the X" or "out of X", where nobody knows X as a word. */
function bySmallAt({ tokens, flat }: Passage, i: number): Run | undefined {
  const preposition = tokens[i]!.fold;
  if (!flat || !(preposition === "at" || (preposition === "of" && tokens[i - 1]?.fold === "out"))) return undefined;
  const article = /^(?:the|t')$/.test(tokens[i + 1]?.fold ?? "");
  const first = article ? i + 2 : i + 1;
  const name = tokens[first];
  if (
    name === undefined ||
    name.sentence !== tokens[i]!.sentence ||
    !name.letters ||
    name.digits ||
    name.base.length < 4
  )
    return undefined;
  if (wordKind(name.base) !== "unknown") return undefined;
  const next = tokens[first + 1];
  const two = next !== undefined && isNear(next) && wordKind(next.base) === "unknown" && next.base.length > 3;
  return { first, last: two ? first + 1 : first, confidence: 0.45 };
}

/** "HMP Larkmoor", "hmp larkmoor park". */
function byPrison({ tokens }: Passage, i: number): Run | undefined {
  if (!/^hm[py]$/.test(tokens[i]!.base)) return undefined;
  let last = i;
  while (last < i + 3 && follows(tokens[last + 1]) && !functionWords.has(tokens[last + 1]!.fold)) {
    if (tokens[i + 1]!.cap && !tokens[last + 1]!.cap) break;
    last += 1;
  }
  return last === i ? undefined : { first: i, last, confidence: 0.95 };
}

function byAmpersand({ tokens, loud }: Passage, i: number): Run | undefined {
  const left = tokens[i]!;
  const right = tokens[i + 1];
  if (loud || !left.cap || !right?.cap || right.gap !== " & " || functionWords.has(left.fold) || left.base.length < 3)
    return undefined;
  return isFirstName(left.base) && isFirstName(right.base) ? undefined : { first: i, last: i + 1, confidence: 0.7 };
}

const isNear = (token: Token): boolean => /^(?: {1,2}|\u00a0|-|\. | & )$/.test(token.gap) && !token.starts;
const isStartingWord = (token: Token): boolean => token.starts && functionWords.has(token.fold);
