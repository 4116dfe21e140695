import type { Candidate, Recogniser } from "../candidate.ts";
import type { Tier } from "../finding.ts";
import type { Passage, Token } from "../passage.ts";
import { spokenDigit } from "../words/numbers.ts";

// Every repetition is bounded and starts where its own class does not stand before it.
const email =
  /(?<![\p{L}\p{N}._%+'-])[\p{L}\p{N}._%+'-]{1,64}[ ]?(?:@|\(at\)|\[at\])[ ]?[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,5}/giu;
const handle = /(?<![\p{L}\p{N}@._])@[\p{L}\p{N}_][\p{L}\p{N}_.]{1,40}(?<!\.)/gu;
const hashtag = /(?<![\p{L}\p{N}#&])#[\p{L}_][\p{L}\p{N}_]{3,60}/gu;
const url = /(?<![\p{L}\p{N}])(?:https?:\/\/|www\.)[^\s<>"'“”]{2,2000}/giu;
const domain =
  /(?<![\p{L}\p{N}.@-])[a-z0-9-]{2,63}(?:\.[a-z0-9-]{1,63}){0,3}\.(?:com|org|net|info|uk|co|io|me|example|wales|scot|eu|ie|gov|edu)(?![\p{L}\p{N}-])(?:\/[^\s<>"'“”]{0,500})?/giu;
const accountName = /^[\p{L}\p{N}_.]+(?<!\.)/u;
const accountWords = new Set(
  "insta instagram snapchat snap facebook fb tiktok twitter insta's username handle discord telegram kik skype".split(
    " ",
  ),
);
const accountLinks = new Set("is was on as name account handle called username me my".split(" "));

/** E-mail and web addresses, handles, account names, and telephone numbers said aloud. */
export const contacts: Recogniser = {
  name: "contacts",
  find(passage) {
    const found: Candidate[] = [];
    const each = (pattern: RegExp, confidence: number, source: string, tier: Tier = "hide") => {
      for (const m of passage.text.matchAll(pattern)) {
        const shown = m[0].replace(/[.,;:!?)'\]-]+$/, "");
        if (shown.length < 3) continue;
        found.push({ start: m.index, end: m.index + shown.length, label: "CONTACT", tier, confidence, source });
      }
    };
    each(email, 0.97, "email");
    each(url, 0.95, "url");
    each(domain, 0.85, "url");
    each(handle, 0.9, "handle");
    each(hashtag, 0.55, "hashtag", "consider");
    spoken(passage, found);
    return found;
  },
};

function spoken({ text, tokens }: Passage, found: Candidate[]): void {
  const add = (from: Token, to: Token, confidence: number, source: string) =>
    found.push({ start: from.start, end: to.end, label: "CONTACT", tier: "hide", confidence, source });

  for (let i = 0; i < tokens.length; i += 1) {
    const run = spokenRun(tokens, i);
    if (run.digits >= 8) add(tokens[i]!, tokens[run.last]!, 0.85, "spoken-phone");
    if (run.digits > 0) i = run.last;
    const token = tokens[i]!;
    if (
      token.fold === "at" &&
      tokens[i + 2]?.fold === "dot" &&
      /^(?:com|co|org|net|uk|example)$/.test(tokens[i + 3]?.fold ?? "")
    ) {
      const last = tokens[i + 4]?.fold === "dot" && tokens[i + 5]?.fold === "uk" ? 5 : 3;
      const first = tokens[i - 2]?.fold === "dot" ? i - 3 : i - 1;
      if (tokens[first]) add(tokens[first]!, tokens[i + last]!, 0.9, "spoken-email");
    }
    if (accountWords.has(token.fold)) {
      let at = i + 1;
      while (at < i + 4 && accountLinks.has(tokens[at]?.fold ?? "")) at += 1;
      const name = tokens[at];
      if (name === undefined || name.sentence !== token.sentence) continue;
      const account = accountName.exec(text.slice(name.start, name.start + 41))?.[0] ?? "";
      if (!/[\p{N}_]/u.test(account) || !/\p{L}/u.test(account)) continue;
      const end = name.start + account.length;
      found.push({ start: name.start, end, label: "CONTACT", tier: "hide", confidence: 0.8, source: "account" });
    }
  }
}

/** "oh double seven, nine": how many digits are said from token `from` on. */
function spokenRun(tokens: readonly Token[], from: number): { digits: number; last: number } {
  let digits = 0;
  let last = from;
  for (let at = from; at < tokens.length && at < from + 16; at += 1) {
    const times = tokens[at]!.fold === "double" ? 2 : tokens[at]!.fold === "triple" ? 3 : 1;
    const word = tokens[times > 1 ? at + 1 : at];
    if (word === undefined || spokenDigit(word.fold) === undefined) break;
    digits += times;
    if (times > 1) at += 1;
    last = at;
  }
  return { digits, last };
}
