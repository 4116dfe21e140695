/**
 * Sound codes: two words that somebody could mix up when they hear them get the same code.
 *
 * It is spelling folded by rules, made for British ears and for one purpose, checking the list of pass words, so it errs
 * towards "alike":
 *
 * - consonants are kept, with silent letters gone, `ph` as `f`, soft `c` as `s`, soft `g` as `j`, `z` as `s`;
 * - an `r` counts only before a vowel (British English does not sound it elsewhere: *source*, *sauce*);
 * - the first vowel keeps one of six classes: `A` as in *mat* and *mart*, `E` as in *met, mit, meet* and *mere*, `Y` as in
 *   *mate*, `I` as in *mite*, `O` as in *mot, moat, mount* and *more*, `U` as in *mutt, moot* and *mute*;
 * - a last `-y` is `+`, every other later vowel is `*`, since unstressed vowels sound alike.
 *
 * English spelling has exceptions to every rule (*bury*, *colonel*, *suite*): `homophones.ts` lists groups by hand as well.
 */

type Rule = readonly [pattern: RegExp, sounds: string];

/** Capitals stand for what one letter cannot write: C for ch, S for sh, T for th, J for y before a vowel, and the vowel classes. */
const consonants: readonly Rule[] = [
  [/(?:augh|ough)/g, "au"],
  [/(?:eigh|aigh)/g, "ay"],
  [/igh/g, "ie"],
  [/^(?:kn|gn|pn|mn)/, "n"],
  [/^wr/, "r"],
  [/^who/, "ho"],
  [/^wh/, "w"],
  [/^ps/, "s"],
  [/^x/, "s"],
  [/rh/g, "r"],
  [/ph/g, "f"],
  [/sch/g, "sk"],
  [/t?ch/g, "C"],
  [/sh/g, "S"],
  [/th/g, "T"],
  [/[ts]ion/g, "Son"],
  [/[ct]i(?=[ao])/g, "S"],
  [/cie(?=n)/g, "Se"],
  [/tie(?=n)/g, "Se"],
  [/ture$/, "Cer"],
  [/^gh/, "g"],
  [/dge/g, "je"],
  [/dg/g, "j"],
  [/mb$/, "m"],
  [/mn$/, "m"],
  [/gn$/, "n"],
  [/bt/g, "t"],
  [/stle/g, "sle"],
  [/sc(?=[eiy])/g, "s"],
  [/scle$/, "sle"],
  [/sten$/, "sen"],
  [/ck/g, "k"],
  [/que$/, "k"],
  [/qu/g, "kw"],
  [/x/g, "ks"],
  [/c(?=[eiy])/g, "s"],
  [/c/g, "k"],
  [/g(?=[eiy])/g, "j"],
  [/gu(?=[eiy])/g, "g"],
  [/al(?=k|l$)/g, "ol"],
  [/olk/g, "ok"],
  [/al(?=[fmv])/g, "a"],
  [/z/g, "s"],
  [/([b-df-hj-np-tv-z])\1/g, "$1"],
  [/([^aeiouy])([lr])e(s?)$/, "$1e$2$3"],
];

const vowels: readonly Rule[] = [
  [/^y(?=[aeiou])/, "J"],
  [/(?<=[aeou])y(?=[aeou])/g, "yJ"],
  [/(?:air|ear|eir)(?![aeiouy])|(?:are|ere)s?$/g, "E"],
  [/(?:eau|au|aw)/g, "O"],
  [/oo(?=r)/g, "O"],
  [/(?:ew|eu|oo)/g, "U"],
  [/(?:ai|ay|a(?=(?:[^aeiouy]|st|ng)e$))/g, "Y"],
  [/(?:[iy](?=[^aeiouy]e$)|ie(?=[dst]?$))/g, "I"],
  [/(?<=[^aeiouyAEIOUY])e(?=s?$)/g, ""],
  [/(?<=[^aeiouyAEIOUY])(?:ie|ee|ey|y|i)$/g, "+"],
  [/[eiy][aeiouyw]*/g, "E"],
  [/o[aeiouyw]*/g, "O"],
  [/u[aeiouyw]*/g, "U"],
  [/a[aeiouyw]*/g, "A"],
  [/([AEIOUY])[AEIOUYw]+/g, "$1"],
];

/** `r` and `h` after a vowel are silent unless another vowel follows. */
const afterVowel: Rule = [/(?<=[AEIOUY])[rh]+(?![AEIOUY+])/g, ""];

const rewrite = (text: string, [pattern, sounds]: Rule): string => text.replace(pattern, sounds);

/**
 * The sound code of a lower-case English word (a–z only), for example `lAnt*n` for *lantern*.
 * Words with the same code sound alike; the code means nothing else and is not stored anywhere.
 */
export const soundCode = (word: string): string => {
  const folded = [...consonants, ...vowels, afterVowel].reduce(rewrite, word);
  let vowelsSeen = 0;
  return folded
    .replace(/[AEIOUY+]/g, (vowel) => {
      vowelsSeen += 1;
      if (vowelsSeen === 1) return vowel === "+" ? "E" : vowel;
      return vowel === "+" ? "+" : "*";
    })
    .replace(/([^AEIOUY*+])\1/g, "$1");
};
