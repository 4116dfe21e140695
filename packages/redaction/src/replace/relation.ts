import { type Token, tokensOf } from "../passage.ts";
import { kinAdjectives, kinship, roleStarts, roles } from "../words/kinship.ts";
import { titles } from "../words/titles.ts";
import { bare, indefinite, type Phrase } from "./phrase.ts";

/**
 * What the words around one mention of a person say about who it is. The span takes in the words that the phrase would
 * repeat; `asName`: the sentence says both ("my key worker was Jo"), so here the phrase would repeat it all the same.
 */
export type Relation = { phrase: Phrase; start: number; end: number; strength: number; asName?: true };

const before = 90;
const after = 50;
const owners = new Set(["my", "our", "his", "her", "their"]);
const dialectOwners: Record<string, string> = { me: "my", ma: "my", wor: "our" };

/** Reads the surroundings of a mention; `start` and `end` take in the words that the phrase repeats. */
export function relationOf(
  text: string,
  start: number,
  end: number,
  floor: number,
  ceiling: number,
): Relation | undefined {
  const from = Math.max(floor, start - before);
  const left = tokensOf(text.slice(from, start));
  const right = tokensOf(text.slice(end, Math.min(ceiling, end + after)));
  const gap = left.length > 0 ? text.slice(from + left.at(-1)!.end, start) : "\n";
  return (
    kinBefore(left, gap, text, from, start, end) ??
    kinAfter(right, text, start, end) ??
    self(left, gap, start, end) ??
    our(left, gap, from, end)
  );
}

/** "my ex, darren," · "my sister called jo" · "a nurse called Jo" · "The social worker, Tim,". */
function kinBefore(
  left: Token[],
  gap: string,
  text: string,
  from: number,
  start: number,
  end: number,
): Relation | undefined {
  let at = left.length - 1;
  const link = left[at];
  if (link === undefined || !/^[ \u00a0]?,?[ \u00a0]?$/.test(gap)) return undefined;
  const comma = gap.includes(",");
  const naming = /^(?:called|named)$/.test(link.fold);
  const being = /^(?:is|was|name's)$/.test(link.fold);
  if (naming || being) at -= 1;
  const kin = left[at];
  if (kin === undefined || (!kinship.has(kin.fold) && !roles.has(kin.fold)) || kin.sentence !== left.at(-1)!.sentence)
    return undefined;
  let first = at;
  if (roles.has(kin.fold) && roleStarts.has(left[first - 1]?.fold ?? "") && spaced(left[first])) first -= 1;
  while (
    first > 0 &&
    at - first < 3 &&
    spaced(left[first]) &&
    kinAdjectives.has(left[first - 1]!.fold) &&
    !kinship.has(left[first - 1]!.fold)
  )
    first -= 1;
  const owner = left[first - 1];
  if (owner === undefined || !spaced(left[first])) return undefined;
  const whose = owners.has(owner.fold) ? owner.fold : dialectOwners[owner.fold];
  const article = /^(?:a|an|the)$/.test(owner.fold) ? owner.fold : undefined;
  if (whose === undefined && article === undefined) return undefined;
  const words = left.slice(first, at + 1).map((token) => token.fold);
  const noun = words.join(" ");
  const phrase: Phrase = whose ? { article: whose as Phrase["article"], noun } : { article: "the", noun };
  if (being) return { phrase, start, end, strength: whose ? 3 : 2, asName: true };
  // "my ex, darren, came": the second comma goes with the name.
  const close = comma && text[end] === "," ? end + 1 : end;
  return { phrase, start: from + owner.start, end: close, strength: whose ? 4 : 3 };
}

/** "Nathan, my eldest, was": the words behind the name go with it. */
function kinAfter(right: Token[], text: string, start: number, end: number): Relation | undefined {
  const owner = right[0];
  if (owner === undefined || !/^,? ?$/.test(owner.gap) || !owners.has(owner.fold)) return undefined;
  let at = 1;
  while (at < 3 && kinAdjectives.has(right[at]?.fold ?? "") && !kinship.has(right[at]!.fold) && spaced(right[at]))
    at += 1;
  const kin = right[at];
  if (kin === undefined || !spaced(kin) || !(kinship.has(kin.fold) || roles.has(kin.fold)) || kin.base !== kin.fold)
    return undefined;
  const noun = right
    .slice(1, at + 1)
    .map((token) => token.fold)
    .join(" ");
  const stop = end + kin.end;
  const close = owner.gap.startsWith(",") && text[stop] === "," ? stop + 1 : stop;
  return { phrase: { article: owner.fold as Phrase["article"], noun }, start, end: close, strength: 4 };
}

/** "I am Jo", "my name is Jo": she herself. */
function self(left: Token[], gap: string, start: number, end: number): Relation | undefined {
  if (gap !== " ") return undefined;
  const words = left
    .slice(-3)
    .map((token) => token.fold)
    .join(" ");
  const is = /(?:^| )(?:i am|i'm|im|call me|calls me|my name is|my name's|my name was)$/.test(words);
  if (!is) return undefined;
  const phrase: Phrase = { article: "my", noun: "name" };
  return { phrase, start, end, strength: 5, ...(/name|call/.test(words) ? { asName: true } : {}) };
}

/** "our Shaz". */
function our(left: Token[], gap: string, from: number, end: number): Relation | undefined {
  const owner = left.at(-1);
  if (gap !== " " || owner === undefined || !/^(?:our|wor)$/.test(owner.fold)) return undefined;
  return { phrase: { article: "my", noun: "relative" }, start: from + owner.start, end, strength: 1 };
}

const spaced = (token: Token | undefined): boolean => token?.gap === " ";

const relatives = new Set(
  "auntie aunty aunt uncle nan nana nanna nain taid gran granny grandma grandad grandpa cousin".split(" "),
);

/** "Dr A", "Officer B"; a nickname or a bare name says no more than that there is somebody. */
export function titlePhrase(name: string): Phrase | undefined {
  const [first, second] = tokensOf(name.slice(0, 80));
  const title = first === undefined || second === undefined ? undefined : titles.get(first.fold);
  if (title !== undefined) return { ...bare(title), lettered: true };
  return first && second && relatives.has(first.fold) ? indefinite(first.fold) : undefined;
}
