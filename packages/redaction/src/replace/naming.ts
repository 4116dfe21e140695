import type { Finding } from "../finding.ts";
import { agePhrase, contactPhrase, datePhrase, jobPhrase, organisationPhrase, referencePhrase } from "./kinds.ts";
import { bare, indefinite, letterOf, type Phrase, phraseText } from "./phrase.ts";
import { type Relation, relationOf, titlePhrase } from "./relation.ts";
import type { SettledStyle } from "./style.ts";

/** What is shown for one finding, and the stretch of the original that it stands for. */
export type Naming = { start: number; end: number; phrase: Phrase; pen?: string };

/** Chooses the words for every finding: the same for every mention of an entity, different ones told apart by a letter. */
export function nameFindings(text: string, findings: readonly Finding[], style: SettledStyle): Naming[] {
  const relations = relationsOf(text, findings);
  const people = new Map<number, Phrase>();
  findings.forEach((finding, index) => {
    if (finding.label === "PERSON")
      people.set(finding.entity, personPhrase(text, findings, relations, people.get(finding.entity), index));
  });
  const pens = penNames(findings, style);
  const named = findings.map((finding, index): Naming => {
    const pen = pens.get(finding.entity);
    if (finding.label === "PERSON" && pen !== undefined)
      return { start: finding.start, end: finding.end, phrase: bare(pen), pen };
    const phrase =
      finding.label === "PERSON" && !isWish(finding) ? people.get(finding.entity)! : phraseOf(text, finding);
    const says =
      relations[index]?.asName && phraseText(relations[index].phrase) === phraseText(phrase)
        ? indefinite("name")
        : phrase;
    const vague = style.style === "vaguer" ? vaguer(finding, phrase) : says;
    return { ...stretch(finding, relations[index], phrase), phrase: vague };
  });
  return style.style === "vaguer" ? named : withLetters(findings, named);
}

const isWish = (finding: Finding): boolean => finding.reason === "never-share";

function relationsOf(text: string, findings: readonly Finding[]): (Relation | undefined)[] {
  return findings.map((finding, index) => {
    if (finding.label !== "PERSON" || isWish(finding)) return undefined;
    const floor = findings[index - 1]?.end ?? 0;
    return relationOf(text, finding.start, finding.end, floor, findings[index + 1]?.start ?? text.length);
  });
}

type Ranked = Phrase & { strength?: number };

/** Somebody of whom nothing is said; or a word that was asked for, which may be no person at all. */
function unknownPhrase({ reason }: Finding): Phrase {
  if (reason === "her-own-word") return bare("something private");
  if (reason === "protected-word") return indefinite("name");
  return { article: "", noun: "person", lettered: true };
}

/** The strongest thing that any mention says about a person: "my sister" beats "Dr", which beats "person". */
function personPhrase(
  text: string,
  findings: readonly Finding[],
  relations: readonly (Relation | undefined)[],
  known: Ranked | undefined,
  index: number,
): Ranked {
  const { start, end } = findings[index]!;
  const relation = relations[index];
  const title = titlePhrase(text.slice(start, end));
  const here: Ranked = relation
    ? { ...relation.phrase, strength: relation.strength }
    : title
      ? { ...title, strength: 3.5 }
      : { ...unknownPhrase(findings[index]!), strength: 0 };
  return known !== undefined && (known.strength ?? 0) >= (here.strength ?? 0) ? known : here;
}

/** Words around a name are taken in only where the phrase says the same as they do. */
function stretch(finding: Finding, relation: Relation | undefined, phrase: Phrase): { start: number; end: number } {
  const same = relation !== undefined && phraseText(relation.phrase) === phraseText(phrase);
  return same ? { start: relation.start, end: relation.end } : { start: finding.start, end: finding.end };
}

function penNames(findings: readonly Finding[], style: SettledStyle): ReadonlyMap<number, string> {
  const given = new Map<number, string>();
  if (style.style !== "pen-names") return given;
  const names = style.penNames.filter((name) => name.trim() !== "");
  for (const { label, entity, reason } of findings) {
    const next = names[given.size];
    if (label === "PERSON" && reason !== "never-share" && !given.has(entity) && next !== undefined)
      given.set(entity, next);
  }
  return given;
}

function phraseOf(text: string, finding: Finding): Phrase {
  if (isWish(finding)) return indefinite("part kept private");
  const words = text.slice(finding.start, finding.end);
  const before = text.slice(Math.max(0, finding.start - 60), finding.start);
  switch (finding.label) {
    case "PERSON":
      return unknownPhrase(finding);
    case "PLACE":
      return indefinite("place");
    case "ADDRESS":
      return indefinite("address");
    case "ORG":
      return organisationPhrase(words);
    case "DATE":
      return datePhrase(words, before);
    case "AGE":
      return agePhrase(words, before);
    case "CONTACT":
      return contactPhrase(words);
    case "ID":
      return referencePhrase(words);
    case "JOB":
      return jobPhrase(words);
    case "DEMOGRAPHIC":
      return bare("my background");
    case "EVENT":
      return indefinite("event");
    case "QUANTITY":
      return indefinite("amount");
    default:
      return finding.label satisfies never;
  }
}

function vaguer(finding: Finding, phrase: Phrase): Phrase {
  if (isWish(finding)) return phrase;
  switch (finding.label) {
    case "PERSON":
      return bare("somebody");
    case "ORG":
      return indefinite("service");
    case "DATE":
      return bare("some time ago");
    case "CONTACT":
    case "ID":
      return indefinite("detail");
    default:
      return phrase;
  }
}

const told = new Set(["PERSON", "PLACE", "ORG"]);

/** "a hospital" stays alone; where two entities share it they become "hospital A" and "hospital B". */
function withLetters(findings: readonly Finding[], named: readonly Naming[]): Naming[] {
  const sharing = new Map<string, number[]>();
  const entityOf = (index: number) => findings[index]!.entity;
  named.forEach(({ phrase, pen }, index) => {
    if (
      pen !== undefined ||
      !told.has(findings[index]!.label) ||
      isWish(findings[index]!) ||
      /^(?:(?:a|my) name|something private)$/.test(phraseText(phrase))
    )
      return;
    const entities = sharing.get(phraseText(phrase)) ?? [];
    if (entities.length === 0 || !entities.includes(entityOf(index)))
      sharing.set(phraseText(phrase), [...entities, entityOf(index)]);
  });
  return named.map((one, index) => {
    const entities = sharing.get(phraseText(one.phrase));
    if (one.pen !== undefined || entities === undefined || (entities.length < 2 && !one.phrase.lettered)) return one;
    const letter = letterOf(entities.indexOf(entityOf(index)));
    const article = /^(?:a|an)$/.test(one.phrase.article) ? "" : one.phrase.article;
    return { ...one, phrase: { ...one.phrase, article, noun: `${one.phrase.noun} ${letter}` } };
  });
}
