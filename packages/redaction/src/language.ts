// Is this English? The engine knows no other language, and would leave names standing without a word. So a text that is not
// English goes to a person.

/** The little words that carry English sentences, with how people type them; none of a letter, which other languages share. */
const little = new Set(
  `the an and or but so if then than that this these those there here of to in on at by for from with about into over
  after before up down out off as is am are was were be been being im me my mine you ur your he him his she her hers it
  its we us our they them their who what when where why how not dont didnt cant wont have had has do did does done said
  get got just like all some any one two because cos when would could should will can go went know think want then really
  very more back now still`.split(/\s+/),
);

const mostWords = 2_000;
/** Below this many words nothing can be said, and the engine is as good as any guess. */
const leastWords = 12;
/** English prose has a third or more of these, telegraphic notes a quarter; other languages hardly any. */
const leastShare = 0.18;

/** Whether the engine can serve this text. Looks at its first two thousand words. */
export function looksEnglish(text: string): boolean {
  let words = 0;
  let known = 0;
  for (const [word] of text.slice(0, mostWords * 12).matchAll(/\p{L}[\p{L}'’]*/gu)) {
    if (++words > mostWords) break;
    if (little.has(word.toLowerCase().replace(/['’]/g, ""))) known++;
  }
  return words < leastWords || known / words >= leastShare;
}
