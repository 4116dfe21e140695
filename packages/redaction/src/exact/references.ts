import type { Candidate, Recogniser } from "../candidate.ts";
import { postcodeAreas } from "../words/streets.ts";
import { isIban } from "./checksums.ts";
import { cueBefore } from "./cues.ts";

const referenceCues = new Set(
  "ref reference case crime incident number no prison tenancy claim order file log court urn nomis caution warrant booking visa passport licence license policy account id pnr brp ho pc collar badge".split(
    " ",
  ),
);
const vehicleCues = new Set("reg registration car van plate plates taxi bike motorbike vrm".split(" "));

// Each begins where no letter or digit stands before it and is bounded: one short look per position.
const edge = "(?<![\\p{L}\\p{N}])";
const end = "(?![\\p{L}\\p{N}])";
const national = new RegExp(
  `${edge}[a-ceghj-pr-tw-z][a-ceghj-npr-tw-z](?:[ .\\-\\u00a0]?\\d){6}[ .\\-\\u00a0]?[a-d]${end}`,
  "giu",
);
const iban = new RegExp(`${edge}[a-z]{2}\\d{2}(?: ?[a-z0-9]{4}){2,7}(?: ?[a-z0-9]{1,3})?${end}`, "giu");
const plate = new RegExp(
  `${edge}(?:[a-z]{2}\\d{2} ?[a-z]{3}|[a-z]\\d{1,3} ?[a-z]{3}|[a-z]{3} ?\\d{1,3}[a-z])${end}`,
  "giu",
);
const prison = new RegExp(`${edge}[a-z]\\d{4}[a-z]{2}${end}`, "giu");
const coded = /(?<![\p{L}\p{N}/])[\p{L}\p{N}]+(?:[/\-.][\p{L}\p{N}]+)*/gu;

/** NI numbers, IBANs, number plates, prison numbers, and references that mix letters, digits and strokes. */
export const references: Recogniser = {
  name: "references",
  find(passage) {
    const { text } = passage;
    const found: Candidate[] = [];
    const add = (start: number, length: number, confidence: number, source: string) =>
      found.push({ start, end: start + length, label: "ID", tier: "hide", confidence, source });

    for (const m of text.matchAll(national)) add(m.index, m[0].length, 0.97, "ni-number");
    for (const m of text.matchAll(iban)) {
      if (isIban(m[0].replaceAll(" ", "").toUpperCase())) add(m.index, m[0].length, 0.98, "iban");
    }
    for (const m of text.matchAll(prison)) add(m.index, m[0].length, 0.93, "prison-number");
    for (const m of text.matchAll(plate)) {
      const modern = /^[A-Z]{2}\d{2} ?[A-Z]{3}$/.test(m[0]);
      if (modern || cueBefore(passage, m.index, vehicleCues))
        add(m.index, m[0].length, modern ? 0.85 : 0.8, "registration");
    }
    for (const m of text.matchAll(coded)) {
      const confidence = codedConfidence(m[0], () => cueBefore(passage, m.index, referenceCues));
      if (confidence > 0) add(m.index, m[0].length, confidence, "reference");
    }
    return found;
  },
};

const everyday =
  /^(?:\d{1,4}(?:st|nd|rd|th|s|am|pm|mg|ml|kg|g|k|m|cm|mm|mph|lbs?|st|hrs?|mins?|p|x|yo|yrs?|ft|in)|covid-?19|[aw]?\d+-?year-?olds?|year-?old|[ambp]\d{1,4}|\d{1,3}\/\d{1,3}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d{2,4}|\d+-\d+|\d+(?:-[a-z]+)+)$/i;

function codedConfidence(word: string, hasCue: () => boolean): number {
  let digits = 0;
  let letters = 0;
  for (const char of word) char >= "0" && char <= "9" ? digits++ : /\p{L}/u.test(char) && letters++;
  if (digits < 2 || everyday.test(word) || looksLikeOutcode(word)) return 0;
  const parts = word.split(/[/\-.]/).length;
  if (letters === 0)
    return parts > 1 && word.includes("/") && digits >= 6
      ? 0.7
      : digits >= 4 && !/^(?:19|20)\d\d$/.test(word) && hasCue()
        ? 0.7
        : 0;
  if (/[a-z]{3,}$/.test(word) && digits < 4) return hasCue() ? 0.55 : 0;
  if (digits >= 4) return 0.8;
  return hasCue() || (parts > 2 && word.includes("/")) ? 0.75 : 0;
}

const looksLikeOutcode = (word: string): boolean => {
  const m = /^([a-z]{1,2})\d{1,2}[a-z]?$/i.exec(word);
  return m !== null && postcodeAreas.has(m[1]!.toLowerCase());
};
