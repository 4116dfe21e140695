import type { Candidate, Recogniser } from "../candidate.ts";
import type { Passage } from "../passage.ts";
import { isCardNumber, isNhsNumber, isUkPhone } from "./checksums.ts";
import { anyOf, wordsBefore } from "./cues.ts";
import { type DigitReading, digitRuns, readingsFrom } from "./digit-runs.ts";

const phoneCues = new Set(
  "phone tel telephone mobile mob number call ring rang text whatsapp landline no. fax".split(" "),
);
const referenceCues = new Set(
  "crime ref reference case nhs account claim prison incident log order passport licence visa".split(" "),
);
const accountCues = new Set("account acc a/c sort bank payee code".split(" "));

type Found = Pick<Candidate, "label" | "confidence" | "source">;

/** Telephone, card, NHS and bank numbers, and whatever else has seven digits or more. */
export const longNumbers: Recogniser = {
  name: "long-numbers",
  find(passage) {
    const found: Candidate[] = [];
    for (const run of digitRuns(passage.text)) {
      for (let from = 0; from < run.groups.length; ) {
        const hit = readHere(passage, readingsFrom(passage.text, run, from));
        if (hit) found.push({ ...hit.found, start: hit.reading.start, end: hit.reading.end, tier: "hide" });
        // Go on behind what was read; a group belongs to one number.
        from = hit ? run.groups.findIndex((group) => group.end >= hit.reading.end) + 1 : from + 1;
      }
    }
    return found;
  },
};

function readHere(passage: Passage, readings: DigitReading[]): { reading: DigitReading; found: Found } | undefined {
  let before: ReadonlySet<string> | undefined;
  const cued = (words: ReadonlySet<string>) => {
    before ??= wordsBefore(passage, readings[0]!.start);
    return anyOf(before, words);
  };
  for (const reading of readings) {
    const found = meaningOf(passage, reading, cued);
    if (found) return { reading, found };
  }
  return undefined;
}

type Cued = (words: ReadonlySet<string>) => boolean;

function meaningOf(passage: Passage, reading: DigitReading, cue: Cued): Found | undefined {
  const { digits, shape, plus } = reading;
  if (digits.length < 6) return undefined;
  const before = passage.text.charCodeAt(reading.start - 1);
  // Glued to letters: part of a reference, which has a recogniser of its own.
  if (isLetter(before) || isLetter(passage.text.charCodeAt(reading.end))) return undefined;
  const national = nationalForm(digits, plus);
  if (isUkPhone(national)) return { label: "CONTACT", confidence: 0.97, source: "phone" };
  if (isCardNumber(digits)) return { label: "ID", confidence: 0.97, source: "card" };
  if (isNhsNumber(digits)) return { label: "ID", confidence: 0.97, source: "nhs-number" };
  if (shape === "2-2-2-8") return { label: "ID", confidence: 0.95, source: "bank-account" };
  if ((shape === "2-2-2" || shape === "8" || shape === "6") && cue(accountCues)) {
    return { label: "ID", confidence: 0.9, source: "bank-account" };
  }
  if (plus && digits.length >= 8 && digits.length <= 15) return { label: "CONTACT", confidence: 0.9, source: "phone" };
  if (shape === "3-3-4") return { label: "ID", confidence: 0.8, source: "nhs-number" };
  if (digits.length >= 6 && digits.length <= 12 && cue(phoneCues) && !cue(referenceCues)) {
    return { label: "CONTACT", confidence: 0.75, source: "phone" };
  }
  // One unbroken group: a reference of some kind. Sums of money have commas or a sign before them.
  const currency = "£$€".includes(passage.text[reading.start - 1] ?? " ");
  if (/^\d{7,}$/.test(shape === String(digits.length) ? digits : "") && !currency) {
    return { label: "ID", confidence: 0.7, source: "long-number" };
  }
  return undefined;
}

/** "+44 (0)7700…" and "0044 7700…" → "07700…". */
function nationalForm(digits: string, plus: boolean): string {
  const rest =
    plus && digits.startsWith("44") ? digits.slice(2) : digits.startsWith("0044") ? digits.slice(4) : undefined;
  if (rest === undefined) return digits;
  return rest.startsWith("0") ? rest : `0${rest}`;
}

const isLetter = (unit: number): boolean => (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122);
