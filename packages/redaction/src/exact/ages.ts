import type { Candidate, Recogniser } from "../candidate.ts";
import { isFirstName, wordKind } from "../grammar/lexicon.ts";
import type { Token } from "../passage.ts";
import { kinship, possessives } from "../words/kinship.ts";
import { readNumber, readOrdinal } from "../words/numbers.ts";

const being = new Set(
  "was were am is i'm im she's he's they're shes hes turned turning be been being hit reached becoming became are ah'm".split(
    " ",
  ),
);
const softeners = new Set(
  "only just barely nearly about around almost still now already maybe more less than over under".split(" "),
);
/** What may follow an age; a noun may not: "I was two stone lighter". */
const goesOn = new Set(
  "when and then now if but or before so at the a our because cos with in on i he she they we my her his who that which by as although though last hersen hissen year years to".split(
    " ",
  ),
);
const units = new Set("years year yrs yr months month weeks week days".split(" "));

/** Ages: "aged 7", "when i was nineteen", "a 45-year-old", "my 30th", "in y9", "Primary 3". Always a question. */
export const ages: Recogniser = {
  name: "ages",
  find({ tokens }) {
    const found: Candidate[] = [];
    for (let i = 0; i < tokens.length; i += 1) {
      const age = ageAt(tokens, i);
      if (!age) continue;
      const { last, confidence } = age;
      found.push({
        start: tokens[i]!.start,
        end: tokens[last]!.baseEnd,
        label: "AGE",
        tier: "consider",
        confidence,
        source: "age",
      });
      i = last;
    }
    return found;
  },
};

type Age = { last: number; confidence: number };

function ageAt(tokens: readonly Token[], i: number): Age | undefined {
  return schoolYear(tokens, i) ?? birthday(tokens, i) ?? yearsOld(tokens, i) ?? bareAge(tokens, i);
}

function schoolYear(tokens: readonly Token[], i: number): Age | undefined {
  const token = tokens[i]!;
  const before = tokens[i - 1]?.fold ?? "";
  if (/^(?:y|yr)(?:[1-9]|1[0-3])$/.test(token.base)) return { last: i, confidence: 0.85 };
  const next = readNumber(tokens[i + 1]?.base, undefined);
  if (!next || tokens[i + 1]!.gap !== " ") return undefined;
  if (
    (token.fold === "year" || token.fold === "yr") &&
    next.value <= 13 &&
    /^(?:in|was|of|into|from|since|to|a|our|my|his|her)$/.test(before)
  ) {
    return { last: i + 1, confidence: 0.75 };
  }
  return token.fold === "primary" && next.value <= 7 ? { last: i + 1, confidence: 0.8 } : undefined;
}

/** "my 30th", "her eighteenth birthday". */
function birthday(tokens: readonly Token[], i: number): Age | undefined {
  const ordinal = readOrdinal(tokens[i]!.base, tokens[i + 1]?.base);
  if (!ordinal) return undefined;
  const last = i + ordinal.words - 1;
  if (tokens[last + 1]?.fold === "birthday") return { last, confidence: 0.9 };
  const own = possessives.has(tokens[i - 1]?.fold ?? "") && ordinal.value >= 13;
  return own && (ends(tokens[last + 1]) || goesOn.has(tokens[last + 1]!.fold)) ? { last, confidence: 0.75 } : undefined;
}

/** "9 years old", "seven-year-old", "eight months old", "6yo", "19 yrs". */
function yearsOld(tokens: readonly Token[], i: number): Age | undefined {
  const first = tokens[i]!;
  if (/^\d{1,3}(?:yo|yrs?old)$/.test(first.fold)) return { last: i, confidence: 0.9 };
  const number = readNumber(first.fold, tokens[i + 1]?.fold);
  if (!number) return undefined;
  const at = i + number.words;
  if (!units.has(tokens[at]?.fold ?? "")) return undefined;
  const next = tokens[at + 1]?.fold ?? "";
  if (/^olds?$/.test(next)) return { last: at + 1, confidence: 0.92 };
  if (next === "of" && tokens[at + 2]?.fold === "age") return { last: at + 2, confidence: 0.92 };
  const be = tokens[i - 1]?.fold ?? "";
  return /^(?:am|i'm|im)$/.test(be) && /^y/.test(tokens[at]!.fold) && ends(tokens[at + 1])
    ? { last: at, confidence: 0.7 }
    : undefined;
}

function bareAge(tokens: readonly Token[], i: number): Age | undefined {
  const first = tokens[i]!;
  const number = readNumber(first.base, tokens[i + 1]?.base);
  if (!number || number.value < 1 || number.value > 110 || /[£$€:#]$/.test(first.gap) || first.gap.length > 3)
    return undefined;
  const last = i + number.words - 1;
  const after = tokens[last + 1];
  let at = i - 1;
  while (at > i - 5 && softeners.has(tokens[at]?.fold ?? "")) at -= 1;
  const before = tokens[at];
  // "my son (Tyler, 8)".
  const named = first.gap === ", " && tokens[i - 1] !== undefined && isFirstName(tokens[i - 1]!.base);
  if (named && ends(after)) return { last, confidence: 0.5 };
  if (before === undefined || tokens[i - 1]!.sentence !== first.sentence) return undefined;
  if (before.fold === "aged" || (before.fold === "age" && !units.has(after?.fold ?? "")))
    return { last, confidence: 0.92 };
  const free = ends(after) || (after !== undefined && goesOn.has(after.fold) && !units.has(after.fold));
  if (!free) return undefined;
  if (being.has(before.fold) && first.fold !== "one" && isSomebody(tokens, at))
    return { last, confidence: number.value >= 4 ? 0.8 : 0.55 };
  // A clock says "at seven in the evening"; nobody's clock says "at nineteen".
  const hour = number.value <= 12 || after?.fold === "in" || after?.fold === "to";
  if (before.fold === "at" && !hour) return { last, confidence: 0.6 };
  // "a physio, only about twenty five, …"
  if (number.value > 15 && /^(?:only|about)$/.test(tokens[i - 1]!.fold) && after?.gap.startsWith(","))
    return { last, confidence: 0.45 };
  return after?.fold === "if" && number.value > 12 ? { last, confidence: 0.55 } : undefined;
}

/** Who "was nineteen": a pronoun, a name, "my daughter", or the contraction itself. Not "it", "there", "that". */
function isSomebody(tokens: readonly Token[], at: number): boolean {
  const verb = tokens[at]!.fold;
  if (/^(?:i'm|im|ah'm|she's|he's|shes|hes|they're|turned|turning|am)$/.test(verb)) return true;
  const subject = tokens[at - 1];
  if (subject === undefined) return true;
  if (/^(?:i|he|she|they|we|who|only|also|ah|both)$/.test(subject.fold)) return true;
  if (subject.fold === "one") return false;
  return (
    (subject.cap && wordKind(subject.base) !== "function") ||
    kinship.has(subject.fold) ||
    softeners.has(subject.fold) ||
    /^(?:been|be|have)$/.test(subject.fold) ||
    /^(?:unknown|first-name)$/.test(wordKind(subject.base))
  );
}

/** Nothing is counted behind it: a stop, the end, or "now". A comma within a number is no stop. */
function ends(token: Token | undefined): boolean {
  if (token === undefined || token.starts || token.fold === "now") return true;
  return /[.;:!?)"”’\n]|,\s|\s[-–—]/.test(token.gap);
}
