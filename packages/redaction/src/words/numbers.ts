const small =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const ordinalSmall =
  "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split(
    " ",
  );
const ordinalTens = "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth".split(" ");

const units = new Map(small.map((word, i) => [word, i]));
const decades = new Map(tens.map((word, i) => [word, (i + 2) * 10]));
const ordinals = new Map([
  ...ordinalSmall.map((word, i) => [word, i] as const),
  ...ordinalTens.map((word, i) => [word, (i + 2) * 10] as const),
]);

/** A number as one or two words or as digits: its value and how many words it took. */
export type ReadNumber = { value: number; words: 1 | 2 };

/** Reads "7", "nineteen", "twenty five", "twenty" + "-" + "five", up to 120. */
export function readNumber(first: string | undefined, second: string | undefined): ReadNumber | undefined {
  if (first === undefined) return undefined;
  if (/^\d{1,3}$/.test(first)) return Number(first) <= 120 ? { value: Number(first), words: 1 } : undefined;
  const unit = units.get(first);
  if (unit !== undefined) return { value: unit, words: 1 };
  const decade = decades.get(first);
  if (decade === undefined) return undefined;
  const rest = second === undefined ? undefined : units.get(second);
  if (rest !== undefined && rest > 0 && rest < 10) return { value: decade + rest, words: 2 };
  return { value: decade, words: 1 };
}

/** Reads "30th", "thirtieth", "twenty first". */
export function readOrdinal(first: string | undefined, second: string | undefined): ReadNumber | undefined {
  if (first === undefined) return undefined;
  const digits = /^(\d{1,3})(?:st|nd|rd|th)$/.exec(first);
  if (digits) return { value: Number(digits[1]), words: 1 };
  const whole = ordinals.get(first);
  if (whole !== undefined && whole > 0) return { value: whole, words: 1 };
  const decade = decades.get(first);
  const rest = second === undefined ? undefined : ordinals.get(second);
  if (decade !== undefined && rest !== undefined && rest > 0 && rest < 10) return { value: decade + rest, words: 2 };
  return undefined;
}

/** A single digit said aloud: "oh", "seven". */
export function spokenDigit(word: string): number | undefined {
  if (word === "oh" || word === "o" || word === "nought") return 0;
  const value = units.get(word);
  return value !== undefined && value < 10 ? value : undefined;
}
