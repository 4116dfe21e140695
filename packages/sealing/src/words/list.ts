// Stands in until the real list is here: made-up syllables, sorted.
const syllables = [..."bdfghjklmnprstvz"].flatMap((consonant) => ["a", "e", "o"].map((vowel) => consonant + vowel));
export const passWords: readonly string[] = syllables
  .flatMap((one) => syllables.map((two) => one + two))
  .sort()
  .slice(0, 2048);
