import { type Token, tokensOf } from "../passage.ts";
import { months, seasonOf, seasons } from "../words/calendar.ts";
import { readNumber, readOrdinal } from "../words/numbers.ts";
import { centreKinds, organisationSuffixes } from "../words/organisations.ts";
import { bare, indefinite, type Phrase } from "./phrase.ts";

/** "a GP surgery", "a hospital": by the words of the name. */
export function organisationPhrase(name: string): Phrase {
  const tokens = tokensOf(name.slice(0, 200));
  for (let at = tokens.length - 1; at >= 0; at -= 1) {
    const centre = centreKinds.get(tokens[at - 1]?.fold ?? "");
    if (centre && /^cent(?:re|er)$/.test(tokens[at]!.fold)) return indefinite(centre);
    const kind = organisationSuffixes.get(tokens[at]!.base);
    if (kind) return indefinite(kind.kind);
  }
  return tokens[0]?.fold === "hmp" ? indefinite("prison") : indefinite("organisation");
}

/** "spring 2014", "the 1990s" or "a date". */
export function datePhrase(date: string, before: string): Phrase {
  if (/\b(?:born|birth|dob|d\.o\.b\.?)\b[^.!?]{0,16}$/i.test(before)) return indefinite("date of birth");
  const { month, year } = partsOf(date);
  if (month !== undefined) return bare(year === undefined ? seasonOf(month) : `${seasonOf(month)} ${year}`);
  const season = tokensOf(date.slice(0, 60)).find(
    (token) => seasons.has(token.fold) && /^(?:spring|summer|autumn|winter)$/.test(token.fold),
  );
  if (year === undefined) return indefinite("date");
  return season ? bare(`${season.fold} ${year}`) : { article: "the", noun: `${Math.floor(year / 10) * 10}s` };
}

function partsOf(date: string): { month?: number; year?: number } {
  const iso = /^(\d{4})[-/](\d{1,2})/.exec(date);
  const numeric = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{2,4})$/.exec(date);
  const year = /(?:19|20)\d\d/.exec(date)?.[0] ?? (numeric?.[3]?.length === 2 ? century(numeric[3]) : undefined);
  const named = tokensOf(date.slice(0, 60))
    .map((token) => months.get(token.base))
    .find((month) => month !== undefined);
  const middle = Number(iso?.[2] ?? numeric?.[2]);
  const month = named ?? (middle >= 1 && middle <= 12 ? middle : numeric ? Number(numeric[1]) : undefined);
  return {
    ...(month !== undefined && month >= 1 && month <= 12 ? { month } : {}),
    ...(year === undefined ? {} : { year: Number(year) }),
  };
}

/** Two digits: a year that is past. No clock is read, so that the same text always gives the same words. */
const century = (digits: string): string => (Number(digits) > 40 ? `19${digits}` : `20${digits}`);

/** Where an age stands says how it has to be put. */
export function agePhrase(age: string, before: string): Phrase {
  const tokens = tokensOf(age.slice(0, 60));
  const years = yearsOf(tokens);
  const fold = age.toLowerCase();
  if (/^(?:y|yr|year|primary)/.test(fold))
    return bare(/primary/.test(fold) || (years ?? 9) < 7 ? "primary-school age" : "secondary-school age");
  if (/(?:month|week|day)/.test(fold)) return bare("under five");
  const ordinal = readOrdinal(tokens[0]?.base, tokens[1]?.base) !== undefined;
  if (ordinal) return bare("birthday");
  if (years === undefined) return bare("some years old");
  if (/year-?old$/.test(fold)) return bare(years < 18 ? "school-age" : `${Math.floor(years / 10) * 10}-something`);
  if (years < 5) return bare("under five");
  if (years < 11) return bare("primary-school age");
  if (years < 16) return bare("secondary-school age");
  const subject =
    before
      .match(/(?<![\p{L}'’])(?:i|i'm|im|me|my|she|her|she's|shes|he|his|he's|hes)(?![\p{L}'’])/giu)
      ?.at(-1)
      ?.toLowerCase() ?? "";
  const whose = /^[im]/.test(subject)
    ? "my"
    : subject.startsWith("s") || subject === "her"
      ? "her"
      : subject.startsWith("h")
        ? "his"
        : "their";
  const part = years < 18 ? "mid" : years < 20 ? "late" : years % 10 < 4 ? "early" : years % 10 < 7 ? "mid" : "late";
  const decade = years < 20 ? "teens" : `${Math.floor(years / 10) * 10}s`;
  return bare(`in ${whose} ${part} ${decade}`);
}

function yearsOf(tokens: readonly Token[]): number | undefined {
  for (let at = 0; at < tokens.length; at += 1) {
    const digits = /^\D{0,2}(\d{1,3})/.exec(tokens[at]!.base);
    if (digits) return Number(digits[1]);
    const number = readNumber(tokens[at]!.base, tokens[at + 1]?.base);
    if (number) return number.value;
  }
  return undefined;
}

export function contactPhrase(contact: string): Phrase {
  if (/^\S*\s?(?:@|\(at\)|\[at\])\s?\S+\.\S+$|\bat\b.*\bdot\b/i.test(contact) && !contact.startsWith("@"))
    return indefinite("email address");
  if (/^[@#]/.test(contact)) return indefinite("account name");
  if (/^(?:https?:|www\.)|\.[a-z]{2,}/i.test(contact)) return indefinite("web address");
  return /^[\d\s+()./-]+$|^(?:\p{L}+[\s,-]+){4}/u.test(contact)
    ? indefinite("phone number")
    : indefinite("account name");
}

export function referencePhrase(reference: string): Phrase {
  const plain = reference.replace(/[\s.-]/g, "");
  if (/^[a-z]{2}\d{6}[a-d]$/i.test(plain)) return indefinite("National Insurance number");
  if (/^\d{10}$/.test(plain)) return indefinite("NHS number");
  if (/^(?:[a-z]{2}\d{2}[a-z]{3}|[a-z]\d{1,3}[a-z]{3}|[a-z]{3}\d{1,3}[a-z])$/i.test(plain))
    return indefinite("car registration");
  if (/^\d{14,19}$/.test(plain) || /^[a-z]{2}\d{2}[a-z0-9]{11,}$/i.test(plain)) return indefinite("bank account");
  return indefinite("reference number");
}

const fields: readonly [RegExp, string][] = [
  [
    /nurse|midwife|doctor|carer|care|paramedic|physio|therap|counsel|dental|surgeon|pharmac|radiograph|vet/,
    "health or care",
  ],
  [/teach|tutor|lecturer|school|nursery|childmind|nanny|dinner|headteacher/, "education"],
  [/driver|bus|taxi|lorry|pilot|hgv|delivery|porter/, "transport"],
  [/cook|chef|waiter|waitress|bar|pub|hotel|kitchen|café|cafe|housekeep|restaurant|chippy|takeaway/, "hospitality"],
  [/shop|sales|cashier|bakery|baker|butcher|supermarket|hair|beaut/, "retail"],
  [/clerk|secretary|reception|admin|office|account|manager|analyst/, "an office"],
  [/electric|plumb|builder|join|carpent|mechanic|weld|fitter|paint|plaster|factory|warehouse|pack|machin/, "a trade"],
  [/police|officer|soldier|fire|post|council|warden|judge|magistrate/, "public service"],
];

/** A job becomes its field: "a worker in education". */
export function jobPhrase(job: string): Phrase {
  const fold = job.toLowerCase();
  const field = fields.find(([pattern]) => pattern.test(fold))?.[1];
  return indefinite(field ? `worker in ${field}` : "worker");
}
