import type { Candidate, Recogniser } from "../candidate.ts";
import type { Label } from "../finding.ts";
import { isFirstName, mayBeFirstName, type WordKind, wordKind } from "../grammar/lexicon.ts";
import { follows, type Passage, type Token } from "../passage.ts";
import { monthCues, months, seasons, weekdays } from "../words/calendar.ts";
import { groups } from "../words/groups.ts";
import { kinship, possessives, roles } from "../words/kinship.ts";
import { neverNames, wordySurnames } from "../words/ordinary.ts";
import { organisationSuffixes } from "../words/organisations.ts";
import { streets } from "../words/streets.ts";
import { livingWords, personBefore, placeBefore, speechVerbs } from "../words/talk.ts";
import { titles } from "../words/titles.ts";
import { isWordyName } from "./names.ts";

/** Words with a capital that are no words, or stand where a name stands. The context says what they name. */
export const capitals: Recogniser = {
  name: "capitals",
  find(passage) {
    if (passage.loud) return [];
    const { tokens } = passage;
    const found: Candidate[] = [];
    let previous: { last: number; label: Label } | undefined;
    for (let i = 0; i < tokens.length; i += 1) {
      if (!startsRun(tokens, i)) continue;
      const last = runEnd(tokens, i);
      const judged = surer(listed(passage, i, last, previous), judge(passage, i, last));
      if (judged) previous = { last, label: judged.label };
      if (judged)
        found.push({
          start: tokens[withInitial(tokens, judged.first)]!.start,
          end: tokens[last]!.baseEnd,
          tier: "hide",
          source: "capitals",
          label: judged.label,
          confidence: judged.confidence,
        });
      i = last;
    }
    return found;
  },
};

/** "I. Green": an initial with its full stop before a surname. */
function withInitial(tokens: readonly Token[], first: number): number {
  const before = tokens[first - 1];
  return before?.base.length === 1 && before.cap && /^\. ?$/.test(tokens[first]!.gap) ? first - 1 : first;
}

const compass = new Set("north south east west upper lower great little new old".split(" "));
const abbreviations = new Set(["st", "mt"]);

type Judged = { first: number; label: Label; confidence: number };

/** What can never be part of a capitalised name. */
function isNoName(token: Token): boolean {
  if (isWordyName(token)) return false;
  if (wordKind(token.base) === "function" || neverNames.has(token.base) || groups.has(token.base)) return true;
  if (token.digits) return true; // "M6", "PE15": recognisers of their own
  if (weekdays.has(token.base) || seasons.has(token.base)) return true;
  return /^[a-z]$/.test(token.base) || (months.has(token.base) && !mayBeFirstName(token.base));
}

/** "North Larkborough" is a name, "the North" is none. */
function startsRun(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i]!;
  if (!token.cap || token.saying) return false;
  if (!isNoName(token)) return true;
  const next = tokens[i + 1];
  return compass.has(token.base) && follows(next) && next!.cap && !next!.starts && !isNoName(next!);
}

function runEnd(tokens: readonly Token[], first: number): number {
  let last = first;
  while (last - first < 6) {
    const next = tokens[last + 1];
    const dotted = next?.gap === ". " && abbreviations.has(tokens[last]!.base);
    if (!(follows(next) || dotted) || next!.starts || next!.saying || endsByPossessive(tokens[last]!, next!)) break;
    const within = next!.gap === "-" && !next!.cap && tokens[last + 2]?.gap === "-" && tokens[last + 2]!.cap;
    const particle = /^(?:de|van|von|der|al|el|bin|y)$/.test(next!.fold) && tokens[last + 2]?.cap;
    if (particle || within) last += 2;
    else if (next!.cap && (compass.has(next!.base) || !isNoName(next!))) last += 1;
    else break;
  }
  return last;
}

const surer = (a: Judged | undefined, b: Judged | undefined): Judged | undefined =>
  a === undefined || (b !== undefined && b.confidence > a.confidence) ? b : a;

/** "from Reading, Ware or Hope": the next of a list is what the one before was. */
function listed(
  passage: Passage,
  first: number,
  last: number,
  previous?: { last: number; label: Label },
): Judged | undefined {
  const { tokens } = passage;
  if (previous === undefined || tokens[first]!.starts || first > last) return undefined;
  const comma = previous.last === first - 1 && tokens[first]!.gap === ", ";
  const joined = previous.last === first - 2 && /^(?:and|or|to)$/.test(tokens[first - 1]!.fold);
  if (!comma && !joined) return undefined;
  const strange = tokens.slice(first, last + 1).some((token) => kindHere(passage, token) !== "ordinary");
  if (!strange && last > first) return undefined;
  const given = isFirstName(tokens[first]!.base);
  return { first, label: given ? "PERSON" : previous.label, confidence: strange ? 0.7 : comma ? 0.45 : 0.55 };
}

/** A word that nobody knows is a word after all where the story has it in small letters too. */
function kindHere({ small, flat }: Passage, token: Token): WordKind {
  const kind = wordKind(token.base);
  if (isWordyName(token)) return "ordinary";
  return kind === "unknown" && !flat && small.has(token.base) ? "ordinary" : kind;
}

/** "Jo's Mum" are two; "Yarrow's Wood" is one name. */
const endsByPossessive = (token: Token, next: Token): boolean =>
  token.base !== token.fold &&
  !(organisationSuffixes.has(next.base) || streets.has(next.base) || wordySurnames.has(next.base));

function judge(passage: Passage, from: number, last: number): Judged | undefined {
  const { tokens } = passage;
  let first = from;
  const after = tokens[last + 1];
  // A sentence's first capital counts only if the word is no word, or somebody is made to speak by it.
  if (tokens[first]!.starts && wordKind(tokens[first]!.base) === "ordinary") {
    const withHer = after?.fold === "and" && /^(?:me|i|my|her|his)$/.test(tokens[last + 2]?.fold ?? "");
    const speaks =
      first === last && mayBeFirstName(tokens[first]!.base) && (withHer || startsSpeaking(tokens[first]!, after));
    if (speaks) return { first, label: "PERSON", confidence: 0.6 };
    if (first === last) return undefined;
    if (!(mayBeFirstName(tokens[first]!.base) && wordKind(tokens[first + 1]!.base) !== "ordinary")) first += 1;
  }
  const kinds = tokens.slice(first, last + 1).map((token) => kindHere(passage, token));
  const words = tokens.slice(first, last + 1);
  const before = tokens[first - 1];
  const sameSentence = before !== undefined && before.sentence === tokens[first]!.sentence;
  const cue = sameSentence && before.gap !== undefined ? before.fold : "";
  const strange = kinds.some((kind) => kind !== "ordinary");
  if (words.every((word) => titles.has(word.base))) return undefined;
  if (words.length === 1 && months.has(words[0]!.base) && monthCues.has(cue)) return undefined;
  if (words.some((word) => kinship.has(word.base) || roles.has(word.base)) && !strange) return undefined;

  if (kinds.includes("country") && words.length === 1) return undefined;
  const place = placeBefore.has(cue) && !/[,;]/.test(tokens[first]!.gap);
  const person = personBefore.has(cue);
  const living = place && livingWords.has(tokens[first - 2]?.fold ?? "");
  const given = kinds[0] === "first-name" || (kinds.includes("last-name") && !kinds.includes("place"));

  if (words.some((word) => !word.cap && word.gap === "-")) return { first, label: "PLACE", confidence: 0.8 };
  if (place && living && /^(?:in|near|outside)$/.test(cue))
    return { first, label: "PLACE", confidence: strange ? 0.75 : 0.65 };
  if (cue === "on" && livingWords.has(tokens[first - 2]?.fold ?? ""))
    return { first, label: "ADDRESS", confidence: 0.7 };
  if (given) return { first, label: "PERSON", confidence: person || !tokens[first]!.starts ? 0.85 : 0.75 };
  if (kinds.every((kind) => kind === "place" || kind === "country")) return { first, label: "PLACE", confidence: 0.8 };
  if (cue === "the" && words.length === 1 && kinds[0] === "unknown" && placeBefore.has(tokens[first - 2]?.fold ?? "")) {
    return { first, label: "ORG", confidence: 0.65 };
  }
  if (cue === "at" || (cue === "the" && tokens[first - 2]?.fold === "at"))
    return strange || cue === "at" ? { first, label: "ORG", confidence: strange ? 0.65 : 0.5 } : undefined;
  if (place && cue !== "to")
    return { first, label: "PLACE", confidence: strange ? 0.75 : living ? 0.65 : placeWord(words, after) };
  if (place) {
    const label: Label =
      living ||
      !/^(?:said|spoke|speak|talk|talked|listen|listened|wrote|according|belongs|married|grateful|thanks|next|close|it|that|me)$/.test(
        tokens[first - 2]?.fold ?? "",
      )
        ? "PLACE"
        : "PERSON";
    return { first, label, confidence: strange ? 0.7 : living || label === "PERSON" ? 0.6 : 0.3 };
  }
  if (!strange) {
    if (words.length > 1) return person ? { first, label: "PERSON", confidence: 0.45 } : undefined;
    if (mayBeFirstName(words[0]!.base) && (person || startsSpeaking(words[0]!, after)))
      return { first, label: "PERSON", confidence: 0.6 };
    // A given name that is a word too, with a capital for which nothing else accounts.
    if (mayBeFirstName(words[0]!.base) && cue !== "the") return { first, label: "PERSON", confidence: 0.5 };
    return person && !possessives.has(cue) ? { first, label: "PERSON", confidence: 0.35 } : undefined;
  }
  if (tokens[first]!.starts) {
    const speaks = after !== undefined && startsSpeaking(words.at(-1)!, after);
    if (words.length > 1)
      return {
        first,
        label: "PERSON",
        confidence: speaks ? 0.75 : kinds[0] === "unknown" && !words.some((w) => w.upper) ? 0.55 : 0.35,
      };
    const addressed = after !== undefined && after.gap === ", " && /^(?:you|are|is)$/.test(after.fold);
    const acts =
      after !== undefined &&
      after.gap === " " &&
      (/[a-z]{2}ed$/.test(after.fold) || (after.fold === "and" && tokens[last + 2]?.cap === true));
    return (speaks || addressed || acts) && kinds[0] === "unknown"
      ? { first, label: "PERSON", confidence: 0.55 }
      : undefined;
  }
  if (words.every((word) => word.upper && word.base.length <= 5)) return { first, label: "ORG", confidence: 0.4 };
  if (kinds.length === 1 && kinds[0] === "organisation") return { first, label: "ORG", confidence: 0.45 };
  return { first, label: kinds.includes("place") ? "PLACE" : "PERSON", confidence: 0.65 };
}

/** An everyday word with a capital behind "in": a place unless a thing of that name follows. */
function placeWord(words: readonly Token[], after: Token | undefined): number {
  if (words.length > 1 || words.some((word) => titles.has(word.base))) return 0.3;
  return after === undefined || after.starts || after.gap !== " " || wordKind(after.base) === "function" ? 0.5 : 0.3;
}

const stating =
  /^(?:is|was|isn't|wasn't|has|had|does|did|will|would|can|could|makes|made|gives|gave|keeps|kept|lives|works|comes|came|helps|helped|never|always|still|just)$/;

function startsSpeaking(name: Token, after: Token | undefined): boolean {
  if (after === undefined || after.sentence !== name.sentence) return false;
  if (after.gap === " (" || name.base !== name.fold) return true;
  if (!/^,? $/.test(after.gap) || !speechVerbs.has(after.fold)) return false;
  // "Hope is a good thing": of a word that is a name too, more than being has to be said.
  return wordKind(name.base) !== "ordinary" || !stating.test(after.fold);
}
