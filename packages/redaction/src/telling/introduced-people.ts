import type { Candidate, Recogniser } from "../candidate.ts";
import { isFirstName, mayBeFirstName, wordKind } from "../grammar/lexicon.ts";
import { follows, type Passage } from "../passage.ts";
import { groups } from "../words/groups.ts";
import { kinAdjectives, kinship, possessives, roleStarts, roles } from "../words/kinship.ts";
import { nicknameStarts, titles, wordyTitles } from "../words/titles.ts";
import { nameEnd, nameLook } from "./names.ts";

const linking = new Set("called named is was name's is's names nicknamed".split(" "));
const naming = new Set("called named nicknamed".split(" "));
const signed = new Set("signed love from dear ask for".split(" "));

/** People as they are brought in: "my ex, darren", "our Shaz", "Dr Green", "called jo", "Big Dave", "Jo, my sister". */
export const introducedPeople: Recogniser = {
  name: "introduced-people",
  find(passage) {
    const found: Candidate[] = [];
    for (let i = 0; i < passage.tokens.length; i += 1) {
      const name =
        nickname(passage, i) ??
        afterKin(passage, i) ??
        afterOur(passage, i) ??
        afterTitle(passage, i) ??
        afterNaming(passage, i);
      if (name) found.push(person(passage, name));
      const before = beforeKin(passage, i);
      if (before) found.push(person(passage, before));
    }
    return found;
  },
};

type Name = { first: number; last: number; confidence: number; source: string };

function person({ tokens }: Passage, { first, last, confidence, source }: Name): Candidate {
  return { start: tokens[first]!.start, end: tokens[last]!.baseEnd, label: "PERSON", tier: "hide", confidence, source };
}

const confidenceOf = { capital: 0.9, known: 0.85, unknown: 0.6, none: 0 } as const;

function afterKin(passage: Passage, i: number): Name | undefined {
  const { tokens, flat } = passage;
  const kin = tokens[i]!;
  const role = roles.has(kin.base);
  if (!role && !kinship.has(kin.base)) return undefined;
  if (kin.base !== kin.fold && !/^\p{Lu}/u.test(tokens[i + 1]?.text ?? "")) return undefined;
  let at = i + 1;
  let linked = false;
  if (tokens[at] && linking.has(tokens[at]!.fold) && tokens[at]!.gap === " ") {
    linked = naming.has(tokens[at]!.fold);
    // "my sister is happy": a plain "is" needs a name that is one for sure.
    if (!linked && nameLook(passage, at + 1) !== "capital" && !isFirstName(tokens[at + 1]?.base ?? ""))
      return undefined;
    at += 1;
  }
  const name = tokens[at];
  if (name === undefined || name.sentence !== kin.sentence || !/^[ ,(:\u00a0-]{1,3}$/.test(name.gap)) return undefined;
  if (possessives.has(name.fold) || nicknameStarts.has(name.fold) || kinship.has(name.fold)) return undefined;
  const look = nameLook(passage, at);
  if (look === "none" || (look === "capital" && groups.has(name.base))) return undefined;
  const owned = ownerBefore(passage, i);
  const single = name.base.length === 1;
  if (single && !(owned && (name.cap || !/^[ai]$/.test(name.base)))) return undefined;
  let confidence: number = confidenceOf[look];
  if (look === "unknown") {
    if (flat && linked) confidence = 0.85;
    else if (!owned || !flat) return undefined;
    if (name.gap.includes(",")) confidence = 0.6;
    if (role) confidence -= 0.1;
  }
  if (look === "known" && !isFirstName(name.base) && !linked && !single) confidence = owned ? 0.55 : 0.3;
  return { first: at, last: nameEnd(passage, at), confidence, source: role ? "role-and-name" : "kin-and-name" };
}

function ownerBefore({ tokens }: Passage, kin: number): boolean {
  let at = kin - 1;
  while (at > kin - 4 && kinAdjectives.has(tokens[at]?.fold ?? "")) at -= 1;
  if (roleStarts.has(tokens[at]?.fold ?? "")) at -= 1;
  const owner = tokens[at];
  return owner !== undefined && (possessives.has(owner.fold) || owner.base !== owner.fold);
}

/** "our Shaz", "wor Kev". */
function afterOur(passage: Passage, i: number): Name | undefined {
  const { tokens, flat } = passage;
  if (tokens[i]!.fold !== "our" && tokens[i]!.fold !== "wor") return undefined;
  const name = tokens[i + 1];
  if (name?.gap !== " " || kinship.has(name.base)) return undefined;
  const look = nameLook(passage, i + 1);
  if (look === "none" || (look === "known" && !isFirstName(name.base))) return undefined;
  // A word nobody knows after "our" is a thing as often as a person; only short ones are nicknames.
  if (look === "unknown" && (!flat || name.base.length > 7 || name.base.endsWith("s"))) return undefined;
  if (look === "capital" && wordKind(name.base) === "ordinary" && !mayBeFirstName(name.base)) return undefined;
  return {
    first: i + 1,
    last: nameEnd(passage, i + 1),
    confidence: look === "unknown" ? 0.6 : 0.85,
    source: "our-and-name",
  };
}

/** "Dr Green", "PC Sam Hill", "dr heppel". */
function afterTitle(passage: Passage, i: number): Name | undefined {
  const { tokens, flat } = passage;
  if (!titles.has(tokens[i]!.fold)) return undefined;
  let at = i + 1;
  while (titles.has(tokens[at]?.fold ?? "") && at < i + 3) at += 1;
  const name = tokens[at];
  if (name === undefined || !/^(?:\. ?| {1,2}|\u00a0)$/.test(name.gap)) return undefined;
  const look = nameLook(passage, at);
  if (look === "none") return flat || name.cap ? afterPlainTitle(passage, i, at) : undefined;
  const wordy = wordyTitles.has(tokens[i]!.fold);
  const bigTitle = tokens[i]!.cap && !flat;
  if (wordy && look !== "capital" && !isFirstName(name.base) && wordKind(name.base) !== "last-name") {
    if (!flat || look !== "unknown") return undefined;
  }
  if (!wordy && look === "unknown" && !flat && !bigTitle && name.base.length < 4) return undefined;
  const lookAt = nameEnd(passage, at);
  const first = wordy && !bigTitle && tokens[i]!.fold !== "dr" ? at : i;
  return { first, last: lookAt, confidence: look === "unknown" && wordy ? 0.55 : 0.93, source: "title-and-name" };
}

/** "mrs green", "Mr Will": a title that is no word makes a name of any word but the grammatical ones. */
function afterPlainTitle({ tokens }: Passage, i: number, at: number): Name | undefined {
  const name = tokens[at]!;
  if (wordyTitles.has(tokens[i]!.fold) || wordKind(name.base) === "function" || !name.letters) return undefined;
  return { first: i, last: at, confidence: 0.75, source: "title-and-name" };
}

/** "called jo", "my name is Jo", "I am Jo", "signed, Jo", "dear Jo", "c/o". */
function afterNaming(passage: Passage, i: number): Name | undefined {
  const { tokens, flat } = passage;
  const word = tokens[i]!.fold;
  let at = i + 1;
  let sure = false;
  if (word === "name" && /^(?:is|was|wis)$/.test(tokens[at]?.fold ?? "")) {
    sure = true;
    at += 1;
  } else if (word === "name's" || word === "names")
    sure = word === "name's" || /^(?:my|her|his)$/.test(tokens[i - 1]?.fold ?? "");
  else if (naming.has(word)) {
    if (/^(?:me|her|him|them|us)$/.test(tokens[at]?.fold ?? "")) at += 1;
    sure = !flat || at === i + 1;
  } else if (word === "call" && /^(?:me|her|him)$/.test(tokens[at]?.fold ?? "")) at += 1;
  else if (/^(?:am|i'm|im|ah'm)$/.test(word)) sure = false;
  else if (signed.has(word) && !/^(?:for|from|love)$/.test(word)) sure = false;
  else return undefined;
  const name = tokens[at];
  if (name === undefined || !/^[ ,:\n\u00a0]{1,3}$/.test(name.gap) || titles.has(name.fold)) return undefined;
  const look = nameLook(passage, at);
  if (look === "none" || groups.has(name.base)) return undefined;
  const known = isFirstName(name.base);
  if (look === "unknown" && !(flat && sure)) return undefined;
  if (look === "known" && !known && !sure) return undefined;
  if (look === "capital" && !sure && wordKind(name.base) === "ordinary" && !mayBeFirstName(name.base)) return undefined;
  return {
    first: at,
    last: nameEnd(passage, at),
    confidence: known || look === "capital" ? 0.85 : 0.65,
    source: "named",
  };
}

/** "Big Dave", "Auntie Jo", "Nain Megan": the first word belongs to the name. */
function nickname(passage: Passage, i: number): Name | undefined {
  const { tokens, flat } = passage;
  const first = tokens[i]!;
  if (!nicknameStarts.has(first.fold) || !follows(tokens[i + 1])) return undefined;
  // "his brother Mick": only "Brother Mick" is one name.
  if (/^(?:mother|brother|cousin)$/.test(first.fold) && (!first.cap || flat)) return undefined;
  const look = nameLook(passage, i + 1);
  const name = tokens[i + 1]!;
  const known = isFirstName(name.base);
  const adjective = /^(?:big|little|wee|old|young)$/.test(first.fold);
  if (look === "capital" && first.cap && !flat && (known || wordKind(name.base) !== "ordinary" || !first.starts)) {
    return { first: i, last: nameEnd(passage, i + 1), confidence: 0.85, source: "nickname" };
  }
  if (known || (!adjective && look === "capital")) {
    return {
      first: flat || adjective ? i : i + 1,
      last: nameEnd(passage, i + 1),
      confidence: 0.75,
      source: "nickname",
    };
  }
  return undefined;
}

/** "Nathan, my eldest", "Jo my sister". */
function beforeKin(passage: Passage, i: number): Name | undefined {
  const { tokens, flat } = passage;
  const owner = tokens[i + 1];
  if (owner === undefined || !/^(?:my|our|his|her|the)$/.test(owner.fold) || !/^,? $/.test(owner.gap)) return undefined;
  let kin = i + 2;
  while (kin < i + 4 && kinAdjectives.has(tokens[kin]?.fold ?? "") && !kinship.has(tokens[kin]?.fold ?? "")) kin += 1;
  const word = tokens[kin]?.base ?? "";
  if (!kinship.has(word) && !roles.has(word) && !roleStarts.has(word)) return undefined;
  const comma = owner.gap.startsWith(",");
  const look = nameLook(passage, i);
  const known = isFirstName(tokens[i]!.base);
  if (look === "none" || (look !== "capital" && !known)) return undefined;
  const word0 = wordKind(tokens[i]!.base);
  if (!known && (!comma || (word0 === "ordinary" && (tokens[i]!.starts || flat)))) return undefined;
  let first = i;
  while (
    first > 0 &&
    follows(tokens[first]) &&
    nameLook(passage, first - 1) === "capital" &&
    !tokens[first - 1]!.starts
  )
    first -= 1;
  return { first, last: i, confidence: 0.85, source: "name-and-kin" };
}
