import type { HistoryLine } from "@ownwords/client";
import type { ActionName } from "@ownwords/consent";

/** What happened, in plain words. A new action does not compile without its line here. */
const words: Record<ActionName, string> = {
  send: "You sent your story.",
  sendRedacted: "You sent your story, with names hidden on your device.",
  decideChanges: "You decided about every change.",
  ask: "You asked the team, with your own words.",
  leave: "You asked to erase your story.",
  discard: "You threw your draft away.",
  keep: "You kept your story after all.",
  erase: "Your story was erased.",
  lapseDraft: "Your draft was erased: nobody had come back to it.",
  claim: "The program began to look for names and places.",
  reclaim: "The program began again.",
  seal: "The program hid names and places, and forgot what it read.",
  fail: "The program could not finish. A person has to look.",
  refuse: "The program could not read this. A person has to look.",
  read: "Somebody of the team read it.",
  readRelease: "Somebody of the team looked at what you agreed to.",
  retry: "The team let the program try again.",
  check: "Somebody of the team checked what is hidden.",
  recuse: "Somebody of the team stepped back: they may know who you are.",
  agree: "You agreed the exact words.",
  answerNo: "You said no.",
  answerNotNow: "You said not now.",
  answerYesOnce: "You said yes for the first time. Nothing was shared.",
  confirm: "You said yes again, on another day.",
  elapse: "The waiting time ended. The last check could begin.",
  approve: "A second person of the team checked it and opened it.",
  return: "The team sent it back to you.",
  lapse: "Your first yes ended: it was not said again.",
  expire: "The time that you allowed came to its end.",
  takeBack: "You took it back.",
  pause: "You paused it.",
  resume: "You let it go on.",
  supportPause: "The team paused it.",
  incidentPause: "It was paused while something was looked into.",
  supportLift: "The team let it go on.",
  leadLift: "It could go on.",
  safetyHold: "A safety hold was changed.",
  legalHold: "A legal hold was changed.",
  leadErase: "The data-protection lead began to erase it.",
  open: "It was opened for a session.",
};

export const inWords = ({ day, organisation, what }: HistoryLine): string =>
  `${day}  ${words[what as ActionName] ?? what}${organisation ? ` (${organisation})` : ""}`;
