import type { Candidate, Recogniser } from "../candidate.ts";

const sum =
  /(?<![\p{L}\p{N}])(?:[£$€] ?\d{1,12}(?:[,.]\d{1,3}){0,4}k?|\d{1,9}(?:[,.]\d{1,3}){0,4} ?(?:pounds|quid|grand|euros|dollars))(?![\p{L}\p{N}])/giu;

/** Sums of money. Rarely telling, so a question. */
export const money: Recogniser = {
  name: "money",
  find({ text }) {
    const found: Candidate[] = [];
    for (const m of text.matchAll(sum)) {
      found.push({
        start: m.index,
        end: m.index + m[0].length,
        label: "QUANTITY",
        tier: "consider",
        confidence: 0.6,
        source: "money",
      });
    }
    return found;
  },
};
