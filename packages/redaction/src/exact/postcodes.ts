import type { Candidate, Recogniser } from "../candidate.ts";
import { postcodeAreas } from "../words/streets.ts";
import { cueBefore } from "./cues.ts";

const full = /(?<![\p{L}\p{N}])([a-z]{1,2})\d[a-z\d]?[ \u00a0]{0,2}\d[abd-hjlnp-uw-z]{2}(?![\p{L}\p{N}])/giu;
const outward = /(?<![\p{L}\p{N}/-])([a-z]{1,2})\d(?:\d|[a-z])?(?![\p{L}\p{N}/-])/giu;
const outwardCues = new Set("in from postcode near round around of fae to area outside over across".split(" "));
/** Sections of Acts, roads, vitamins, floors: "S47 enquiry", "the M6", "vitamin B12". */
const notAfter = new Set("vitamin section under bus route room bay ward floor gate platform".split(" "));
const notFollowedBy = /^ ?(?:enquir|inquir|investigat|assess|meeting|order|vitamin|motorway|paper|agreement|form)/i;

/** Postcodes: whole ones anywhere; the outward half where it is typed as one or a place is spoken of. */
export const postcodes: Recogniser = {
  name: "postcodes",
  find(passage) {
    const { text } = passage;
    const found: Candidate[] = [];
    for (const m of text.matchAll(full)) {
      if (!postcodeAreas.has(m[1]!.toLowerCase())) continue;
      found.push({
        start: m.index,
        end: m.index + m[0].length,
        label: "ADDRESS",
        tier: "hide",
        confidence: 0.95,
        source: "postcode",
      });
    }
    for (const m of text.matchAll(outward)) {
      const end = m.index + m[0].length;
      if (!postcodeAreas.has(m[1]!.toLowerCase()) || notFollowedBy.test(text.slice(end, end + 16))) continue;
      const near = text.slice(Math.max(0, m.index - 12), m.index).toLowerCase();
      if (/\bthe $/.test(near) || cueBefore(passage, m.index, notAfter)) continue;
      const typed = m[0] === m[0].toUpperCase();
      const cued = outwardCues.has(/([a-z]+)[ :]*$/.exec(near)?.[1] ?? "");
      if (!typed && !cued) continue;
      const confidence = typed && cued ? 0.85 : m[1]!.length === 2 && typed ? 0.7 : 0.5;
      found.push({ start: m.index, end, label: "ADDRESS", tier: "hide", confidence, source: "outward-postcode" });
    }
    return found;
  },
};
