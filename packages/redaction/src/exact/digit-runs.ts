/** Digits with nothing but spaces and light punctuation between them: "0118 496 0 233", "12-34-56 12345678". */
export type DigitGroup = { start: number; end: number };
export type DigitRun = { start: number; plus: boolean; groups: DigitGroup[] };

/** A reading of neighbouring groups as one number. */
export type DigitReading = { start: number; end: number; digits: string; shape: string; plus: boolean };

const runPattern = /\+?\d+(?:[ \-.\u00a0()\u200b]{1,3}\d+)*/g;
const longestReading = 34;
const mostGroups = 14;

/** All runs of digits of a text; one pass. */
export function digitRuns(text: string): DigitRun[] {
  const runs: DigitRun[] = [];
  for (const match of text.matchAll(runPattern)) {
    const groups: DigitGroup[] = [];
    for (const group of match[0].matchAll(/\d+/g)) {
      const start = match.index + group.index;
      groups.push({ start, end: start + group[0].length });
    }
    runs.push({ start: match.index, plus: match[0].startsWith("+"), groups });
  }
  return runs;
}

/** Every reading that starts at group `from`, longest first, at most 14 groups and 34 digits. */
export function readingsFrom(text: string, run: DigitRun, from: number): DigitReading[] {
  const readings: DigitReading[] = [];
  let digits = "";
  const shape: number[] = [];
  for (let at = from; at < run.groups.length && at < from + mostGroups; at += 1) {
    const group = run.groups[at]!;
    const length = group.end - group.start;
    if (digits.length + length > longestReading) break;
    digits += text.slice(group.start, group.end);
    shape.push(length);
    const plus = run.plus && from === 0;
    readings.push({
      start: run.groups[from]!.start - (plus ? 1 : 0),
      end: group.end,
      digits,
      shape: shape.join("-"),
      plus,
    });
  }
  return readings.reverse();
}
