// The opening half: pass words, secret keys, and what they sign and open. Imported only where somebody's keys may be.

export type { OpeningSecret, SealingPair, Seed, SigningPair, SigningSecret, TextKey } from "./keys.ts";
export {
  type AccountKeys,
  type CutKeys,
  cutKeys,
  openAccount,
  openStaff,
  type StaffKeys,
  type StoryKeys,
  storyKeys,
} from "./open/account.ts";
export {
  newCircle,
  newId,
  newSalt,
  newSigningPair,
  sealingPairOf,
  signingPairOf,
  wipe,
} from "./open/fresh.ts";
export { type About, type OpenFault, openFaults, openGrant, openText, takeOuterLockOff } from "./open/open-text.ts";
export { openOwn, openSecret, sealSecretTo, sealToSelf } from "./open/own.ts";
export { openOwnText, sealOwnText } from "./open/own-text.ts";
export { completeWord, makePassWords, type PassWordFault, readPassWords, type WordsRead } from "./open/pass-words.ts";
export { newRedactorWeek, sign, signDirectory, signSession } from "./open/sign.ts";
