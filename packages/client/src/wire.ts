// Talking to a service: typed calls from the tables of routes, coded errors, silent signing in again.

import {
  type BodyOf,
  type ProblemCode,
  type ProblemDetails,
  problems,
  type ReplyOf,
  type Routes,
} from "@ownwords/contracts";

/** What a service said no to, or that it could not be reached. */
export class ClientError extends Error {
  readonly code: ProblemCode | ClientFault;
  readonly retryable: boolean;
  /** The head, or the day, to sign anew with. */
  readonly head: string | undefined;
  readonly today: string | undefined;

  constructor(code: ClientError["code"], details: Partial<ProblemDetails> = {}) {
    // Sentences of our own, by the code: what a service writes is not shown to her.
    super(
      Object.hasOwn(problems, code)
        ? `${problems[code as ProblemCode].title} ${problems[code as ProblemCode].todo}`
        : faultMessages[code as ClientFault],
    );
    this.name = "ClientError";
    this.code = code;
    this.retryable = code === "away" || details.status === 503 || details.status === 429;
    this.head = details.head;
    this.today = details.today;
  }
}

const faultMessages = {
  away: "The service cannot be reached. Nothing is known to have changed. Try again.",
  "not-understood": "The service answered something that cannot be understood.",
  "directory-refused": "The directory is not signed as it must be, or is out of date. Nothing is sealed to it.",
  "redactor-key-refused": "There is no key of the redactor that can be believed. Nothing is sealed to it.",
  "not-verified": "What the service gave does not fit what was signed. It is not shown.",
  "undeclared-change": "Words were changed without saying so. It is refused.",
  "nothing-to-compare": "The version that was checked is no longer here to compare with. Return it to her.",
  "no-secret": "The secret of this circle was not given to you. Ask a colleague.",
  "nothing-to-decide": "There is nothing to decide here now.",
  "not-a-choice": "This is not one of the choices.",
  "marks-are-wrong": "A mark does not fit its paragraph. Nothing was sent. Set the marks again.",
  "clock-differs":
    "The day of the service and the day of this device differ by more than one. Set the clock of the device right, and try again.",
  "too-long": "A story can have 100,000 characters.",
} as const;
export type ClientFault = keyof typeof faultMessages;

export type Fetch = (
  url: string,
  init: { method: string; headers: Record<string, string>; body: string },
) => Promise<Response>;

export type Wire<R extends Routes> = {
  readonly call: <Name extends keyof R & string>(name: Name, body: BodyOf<R[Name]>) => Promise<ReplyOf<R[Name]>>;
  /** Keeps a token in memory; `again` signs in anew when a session ends while its keys are still here. */
  readonly hold: (token: string | null, again?: () => Promise<string>) => void;
};

/**
 * @param baseUrl of the API, without a slash at its end
 * @param fetchFn `fetch`, or something like it
 */
export function createWire<R extends Routes>(routes: R, baseUrl: string, fetchFn: Fetch): Wire<R> {
  let token: string | null = null;
  let again: (() => Promise<string>) | undefined;

  const once = async (name: string, body: unknown) => {
    const headers: Record<string, string> = { "content-type": "application/json" };
    if (token !== null && routes[name]!.session) headers.authorization = `Bearer ${token}`;
    let response: Response;
    try {
      response = await fetchFn(`${baseUrl}${routes[name]!.path}`, {
        method: "POST",
        headers,
        body: JSON.stringify(body),
      });
    } catch {
      throw new ClientError("away");
    }
    const answer = await response.json().catch(() => undefined);
    if (response.ok && answer !== undefined) return answer;
    const said = (answer as Partial<ProblemDetails> | undefined)?.code;
    if (said !== undefined && Object.hasOwn(problems, said)) throw new ClientError(said, answer as ProblemDetails);
    throw new ClientError(response.status >= 500 ? "away" : "not-understood");
  };

  return {
    call: (async (name: string, body: unknown) => {
      try {
        return await once(name, body);
      } catch (error) {
        if (!(error instanceof ClientError) || error.code !== "sign-in-first" || !again) throw error;
        token = await again();
        return once(name, body);
      }
    }) as Wire<R>["call"],
    hold: (held, anew) => {
      token = held;
      again = anew;
    },
  };
}
