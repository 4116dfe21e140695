// Everything that can go wrong over HTTP, as RFC 9457 problem details: a stable code, and what to do next.

import { type Refusal, refusals } from "@ownwords/consent";

type Problem = { readonly status: number; readonly title: string; readonly todo: string };

const of = (status: number, title: string, todo: string): Problem => ({ status, title, todo });
const again = "Load the story again, look at what changed, and decide anew.";

/** Refusals of `decide`. */
const refused: Record<Refusal, Problem> = {
  "not-yours-to-do": of(403, "This is not yours to do.", "Sign in as somebody whose role allows it."),
  "wrong-stage": of(409, "The story is not at a stage where this can be done.", again),
  "something-came-since": of(
    409,
    "Something came since this was signed.",
    "Look at what came, and sign again with the new head.",
  ),
  "signed-on-another-day": of(
    409,
    "This was signed for another day.",
    "Sign again with the day that comes with this answer.",
  ),
  "nothing-is-left": of(410, "This story was erased. Nothing of it is left.", "There is nothing more to do."),
  "statement-does-not-fit": of(
    422,
    "The statement does not fit this action, or this story.",
    "Compare it with the table of actions.",
  ),
  "unknown-notice": of(
    422,
    "This notice is not one of today's.",
    "Load the directory again, and show her the notice of today.",
  ),
  "not-more-than-the-first": of(422, "A second yes cannot allow more than the first.", "Ask her anew for what is new."),
  held: of(409, "A hold stops this for now.", "Wait until the hold is lifted. Stopping always works."),
  paused: of(409, "This is paused.", "It can go on when the pause is lifted."),
  "parent-is-not-in-force": of(409, "This speaks of a version that is no longer in force.", again),
  "attachments-do-not-fit": of(
    422,
    "The sealed texts and keys do not fit this action.",
    "Send exactly those that the action needs.",
  ),
  "redactor-key-is-over": of(409, "The redactor's key is over.", "Ask for the key of this week, and seal to it."),
  "not-your-claim": of(409, "Somebody else has claimed this story.", "Drop the work."),
  "not-due": of(409, "This is not due yet.", "Wait for its day."),
  "attempts-are-left": of(409, "There are attempts left.", "Try again."),
  "attempts-are-used-up": of(409, "All attempts are used up.", "A person has to look."),
  "not-fit-to-read": of(409, "There is nothing to read here now.", again),
  recused: of(403, "You stepped back from this story.", "A colleague has to do this."),
  "changes-repeat": of(422, "A change is named twice.", "Name each change once."),
  "changes-are-not-decided": of(422, "Not every change is decided.", "Decide each proposed change, once."),
  "unknown-cut": of(404, "There is no such cut.", again),
  "unknown-permission": of(404, "There is no such permission.", again),
  "unknown-circle": of(
    422,
    "There is no such audience, or its keys have changed.",
    "Load the directory again, and ask her anew.",
  ),
  "words-differ": of(422, "These are not the words that were agreed.", again),
  "already-live": of(409, "There is an answer for this audience already.", "Take it back before answering anew."),
  "until-is-not-allowed": of(
    422,
    "The last day is missing, past, or too far away.",
    "Choose a day that the policy allows.",
  ),
  "past-its-day": of(409, "Its last day has passed.", "Ask her for a new answer."),
  "too-early": of(409, "A whole day has to lie between the two answers.", "Come back on another day."),
  "same-person": of(403, "Whoever checked the text does not approve its release.", "A colleague has to approve."),
  "checklist-is-not-whole": of(422, "The release checklist is not whole.", "Confirm every point of it."),
  "release-differs": of(
    422,
    "This is not the key that she granted.",
    "Take the outer lock off the grant that is stored.",
  ),
  "already-exists": of(409, "There is one with this id already.", "Make a new random id."),
  "not-available": of(404, "Not available.", "Choose something else for your session."),
};

/** What goes wrong before anything is decided. */
const before = {
  malformed: of(400, "This message is not in the right form.", "Compare it with the API description."),
  "not-json": of(400, "This is not JSON.", "Send a JSON body with the type application/json."),
  "too-large": of(413, "This is too large.", "A story can have 100,000 characters."),
  "unknown-route": of(404, "There is nothing at this address.", "Compare it with the API description."),
  "sign-in-first": of(401, "There is no session, or it is over.", "Sign in again. Nothing is lost."),
  "challenge-is-over": of(401, "This challenge was used, or its time is over.", "Ask for a new challenge."),
  "signature-is-wrong": of(401, "The signature is not valid for this key and this place.", "Sign in again."),
  "nothing-under-these-words": of(
    404,
    "Nothing is kept under these words.",
    "Look at the words again. A new space is made separately.",
  ),
  "space-exists": of(409, "There is a space under these words already.", "Sign in instead."),
  "not-found": of(404, "There is no such story here.", "Look at the list of your stories."),
  "statement-is-not-signed": of(
    422,
    "The statement is not signed by whom it has to be.",
    "Sign it with the right key.",
  ),
  "statement-is-unknown": of(422, "No action takes this statement.", "Compare it with the table of actions."),
  "sealed-text-is-wrong": of(
    422,
    "A sealed text is damaged, cut short, or not what its header says.",
    "Seal it again.",
  ),
  "story-keys-are-wrong": of(422, "The story's id does not belong to its keys.", "Derive the keys again."),
  "draft-moved-on": of(409, "Another draft was saved since.", "Load the newer draft, and join the two."),
  "draft-is-closed": of(409, "This story takes no draft now.", again),
  "cut-is-wrong": of(422, "The cut's id does not belong to its key.", "Derive the cut's keys again."),
  "directory-is-refused": of(
    422,
    "This directory is not signed as it must be, or is too old.",
    "Have it signed by the stewards, with the next serial.",
  ),
  "slow-down": of(429, "Too many requests.", "Wait a little, and try again."),
  "database-away": of(503, "We cannot reach our side right now.", "Try again in a moment. Nothing was changed."),
  "not-ready": of(503, "The service is not set up yet.", "Wait until the directory is signed."),
  "our-fault": of(500, "Something went wrong on our side.", "Try again. Nothing was changed."),
} as const satisfies Record<string, Problem>;

export const problems = { ...before, ...refused } as const;
export type ProblemCode = keyof typeof problems;
export const isRefusal = (code: string): code is Refusal => refusals.includes(code as Refusal);

/** The body of an answer that says no. `more` holds a head or a day, never a word of anybody's. */
export type ProblemDetails = {
  readonly type: string;
  readonly code: ProblemCode;
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly head?: string;
  readonly today?: string;
};

export const problemDetails = (code: ProblemCode, more: { head?: string; today?: string } = {}): ProblemDetails => ({
  type: `urn:ownwords:problem:${code}`,
  code,
  status: problems[code].status,
  title: problems[code].title,
  detail: problems[code].todo,
  ...more,
});
