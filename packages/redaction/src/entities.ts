import type { Label } from "./finding.ts";
import { foldWord } from "./passage.ts";
import { createNameIndex, type NameIndex, soundShape } from "./similar.ts";
import { nicknameStarts, titleGender, titles } from "./words/titles.ts";

export type Mention = { text: string; label: Label };

/** So many different names are compared with each other; beyond it every spelling is an entity of its own. */
const mostNames = 20_000;

/**
 * Numbers mentions from 1, in order of first mention. A short form belongs to the one full name that has it ("Jo" to
 * "Jo Green", "Larkfell" to "Larkfell House"); where two could be meant it stays by itself.
 */
export function numberEntities(mentions: readonly Mention[]): number[] {
  const keys = mentions.map(keyOf);
  const distinct = new Map<string, Key>();
  for (const key of keys) if (!distinct.has(key.id) && distinct.size < mostNames) distinct.set(key.id, key);
  const parents = linkShortForms([...distinct.values()]);
  const numbers = new Map<string, number>();
  return keys.map((key) => {
    const root = parents.get(key.id) ?? key.id;
    const number = numbers.get(root) ?? numbers.size + 1;
    numbers.set(root, number);
    return number;
  });
}

type Key = { id: string; label: Label; words: string[]; gender: string };

function keyOf({ text, label }: Mention): Key {
  const all = foldWord(text.slice(0, 200)).match(/[\p{L}\p{M}\p{N}']+/gu) ?? [];
  const named =
    label === "PERSON"
      ? all.filter((word) => !titles.has(word) && !nicknameStarts.has(word))
      : all.filter((word) => word !== "the");
  const words = (named.length > 0 ? named : all).map((word) => (label === "PERSON" ? soundShape(word) : word));
  const gender = label === "PERSON" ? (titleGender.get(all[0] ?? "") ?? "") : "";
  return { id: `${label} ${gender} ${words.join(" ")}`, label, words, gender };
}

const linked: ReadonlySet<Label> = new Set(["PERSON", "ORG", "PLACE"]);

function linkShortForms(keys: readonly Key[]): Map<string, string> {
  const byWord = new Map<string, Key[]>();
  for (const key of keys) {
    if (!linked.has(key.label)) continue;
    const starts = key.label === "PERSON" ? [1, 3, 4].map((n) => `${key.words[0]?.slice(0, n)}…`) : [];
    for (const word of new Set([...key.words, ...starts])) {
      const list = byWord.get(`${key.label} ${word}`) ?? [];
      if (list.length < 8) byWord.set(`${key.label} ${word}`, [...list, key]);
    }
  }
  const parents = new Map<string, string>();
  const spellings = createNameIndex();
  for (const key of keys) {
    if (!linked.has(key.label)) continue;
    const forms = longerForms(key, byWord);
    const longer = forms.length > 0 ? forms : otherSpellings(key, byWord, spellings);
    if (key.label === "PERSON") for (const word of key.words) spellings.add(word);
    const agreeing = longer.filter((other) => key.gender === "" || other.gender === "" || key.gender === other.gender);
    const names = new Set(agreeing.map((other) => other.words.join(" ")));
    if (names.size === 1) parents.set(key.id, agreeing[0]!.id);
  }
  // A short form of a short form: go up; a form is linked to a longer one only, so this ends.
  for (const [id] of parents) {
    let root = id;
    for (let step = 0; step < 4 && parents.has(root); step += 1) root = parents.get(root)!;
    parents.set(id, root);
  }
  return parents;
}

/** The name that this one is a slip of the pen away from, among those that came before. */
function otherSpellings(key: Key, byWord: Map<string, Key[]>, spellings: NameIndex): Key[] {
  const [word, ...more] = key.words;
  if (key.label !== "PERSON" || word === undefined || more.length > 0) return [];
  const near = spellings.near(word);
  return near === undefined || near === word ? [] : (byWord.get(`PERSON ${near}`) ?? []).slice(0, 1);
}

/** Names with more words that hold this one; the same name with another or no title; or a first name that it shortens. */
function longerForms(key: Key, byWord: Map<string, Key[]>): Key[] {
  const [word] = key.words;
  if (word === undefined) return [];
  const holding = byWord.get(`${key.label} ${word}`) ?? [];
  const longer = holding.filter(
    (other) => other.words.length > key.words.length && key.words.every((w) => other.words.includes(w)),
  );
  if (longer.length > 0) return longer;
  const same = holding.filter(
    (other) => other.id !== key.id && key.gender === "" && other.words.join(" ") === key.words.join(" "),
  );
  if (same.length > 0) return same.length === 1 ? same : [];
  if (key.label !== "PERSON" || key.words.length > 1) return [];
  if (word.length !== 1 && word.length !== 3 && word.length !== 4) return [];
  return (byWord.get(`PERSON ${word}…`) ?? []).filter((other) => other.words[0]!.length > word.length);
}
