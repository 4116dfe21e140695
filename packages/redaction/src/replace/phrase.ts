/** What stands for an entity: "a" + "GP surgery", "my" + "sister", "" + "Dr A". */
export type Phrase = {
  article: "" | "a" | "an" | "the" | "my" | "our" | "his" | "her" | "their";
  noun: string;
  /** Always told apart by a letter, also where there is only one. */
  lettered?: boolean;
};

export const indefinite = (noun: string): Phrase => ({ article: soundsOpen(noun) ? "an" : "a", noun });
export const bare = (noun: string): Phrase => ({ article: "", noun });

/** "an hour", "a university": what is heard counts. */
export function soundsOpen(noun: string): boolean {
  if (/^(?:NHS|[AEFHILMNORSX](?![A-Za-z]))/.test(noun)) return true;
  return /^(?:[aeio]|u(?!ni|se|k\b)|hour|honest|8|11\b|18\b)/i.test(noun);
}

/** A, B, … Z, AA, AB, … */
export function letterOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letterOf(Math.floor(index / 26) - 1) + last;
}

export const phraseText = (phrase: Phrase): string =>
  phrase.article ? `${phrase.article} ${phrase.noun}` : phrase.noun;
