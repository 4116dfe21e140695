import nlp from "compromise/two";
import { commonWords, wordEndings } from "../words/common.ts";
import { groups } from "../words/groups.ts";
import { functionWords, neverNames, wordyNames, wordySurnames, wordyTowns } from "../words/ordinary.ts";

/** What the grammar's own word list says about a word, without a sentence around it. */
export type WordKind =
  | "function"
  | "ordinary"
  | "first-name"
  | "last-name"
  | "place"
  | "country"
  | "organisation"
  | "unknown";

type Lexicon = Record<string, string | string[]>;
// Typed as a bare object in the library; its shape is checked by the tests of this file.
const lexicon = (nlp.model() as { one: { lexicon: Lexicon } }).one.lexicon;

const kindOfTag: Readonly<Record<string, WordKind>> = {
  MaleName: "first-name",
  FemaleName: "first-name",
  FirstName: "first-name",
  Person: "unknown",
  ProperNoun: "unknown",
  LastName: "last-name",
  City: "place",
  Place: "place",
  Region: "place",
  Country: "country",
  Organization: "organisation",
  SportsTeam: "unknown",
};

const endings: readonly [string, readonly string[]][] = [
  ["s", [""]],
  ["es", ["", "e"]],
  ["ies", ["y"]],
  ["ed", ["", "e"]],
  ["ing", ["", "e"]],
  ["in", ["", "e"]],
  ["ly", [""]],
  ["y", ["", "e"]],
  ["ness", [""]],
  ["ful", [""]],
  ["less", [""]],
  ["n't", [""]],
  ["'ve", [""]],
  ["'ll", [""]],
  ["'d", [""]],
];

/** Looks a folded word up: constant time in the size of the list. */
export function wordKind(base: string): WordKind {
  if (functionWords.has(base)) return "function";
  if (neverNames.has(base) || groups.has(base)) return "ordinary";
  if (wordyNames.has(base) || wordySurnames.has(base) || wordyTowns.has(base)) return "ordinary";
  const apostrophe = base.indexOf("'");
  if (apostrophe > 0 && /'(?:ve|m|d|ll|re|s|t)$/.test(base) && neverNames.has(base.slice(0, apostrophe)))
    return "ordinary";
  const own = taggedKind(base);
  if (own !== "unknown") return own;
  if (base.length < 4 || base.length > 30) return "unknown";
  return (base.length > 6 && wordEndings.test(base)) || isInflected(base) ? "ordinary" : "unknown";
}

/** A given name that is no everyday word. */
export const isFirstName = (base: string): boolean => wordKind(base) === "first-name";
/** A given name, also one that is an everyday word. */
export const mayBeFirstName = (base: string): boolean => wordyNames.has(base) || isFirstName(base);
export const isWord = (base: string): boolean => {
  const kind = wordKind(base);
  return kind === "function" || kind === "ordinary";
};

function taggedKind(base: string): WordKind {
  if (commonWords.has(base)) return "ordinary";
  if (!Object.hasOwn(lexicon, base)) return "unknown";
  const tags = lexicon[base]!;
  const tag = typeof tags === "string" ? tags : tags[0]!;
  return kindOfTag[tag] ?? "ordinary";
}

const isPlain = (stem: string): boolean => taggedKind(stem) === "ordinary" || wordyTowns.has(stem);

function isInflected(base: string): boolean {
  for (const [ending, stems] of endings) {
    if (!base.endsWith(ending)) continue;
    const cut = base.slice(0, base.length - ending.length);
    if (cut.length < 3) continue;
    if (stems.some((stem) => isPlain(cut + stem))) return true;
    if (cut.length > 3 && ending !== "s" && cut.at(-1) === cut.at(-2) && isPlain(cut.slice(0, -1))) return true;
  }
  return false;
}
