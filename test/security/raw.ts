// Talking to a service without the SDK: any bytes, any headers, and the answer as it came.

import { type ProblemCode, type ProblemDetails, problems } from "@ownwords/contracts";
import { expect } from "vitest";

/** What every bad body carries. It may be in no answer and in no log. */
export const canary = "kestrel-over-the-harbour";

export type Answer = { readonly status: number; readonly type: string; readonly text: string };

export type Given = {
  readonly token?: string | undefined;
  readonly method?: string;
  /** Null for none at all. */
  readonly contentType?: string | null;
  /** Whom the proxy says it is; a new one each time when left out, so that no limit is met by chance. */
  readonly address?: string;
};

let addresses = 0;
const newAddress = () => `2001:db8::${(addresses++).toString(16)}`;

/** Sends bytes as they are. */
export async function post(
  url: string,
  body: string | Uint8Array | undefined,
  { token, method = "POST", contentType = "application/json", address = newAddress() }: Given = {},
): Promise<Answer> {
  const headers: Record<string, string> = { "x-forwarded-for": address };
  if (contentType !== null) headers["content-type"] = contentType;
  if (token !== undefined) headers.authorization = `Bearer ${token}`;
  // A string would bring a content type of its own.
  const bytes = typeof body === "string" ? new TextEncoder().encode(body) : body;
  const response = await fetch(url, { method, headers, ...(bytes === undefined ? {} : { body: bytes as BodyInit }) });
  return { status: response.status, type: response.headers.get("content-type") ?? "", text: await response.text() };
}

export const postJson = (url: string, body: unknown, given: Given = {}): Promise<Answer> =>
  post(url, JSON.stringify(body), given);

export const codeOf = ({ text }: Answer): string => (JSON.parse(text) as ProblemDetails).code;

const fields = new Set(["type", "code", "status", "title", "detail", "head", "today"]);

/** A coded no of the right form, which says what to do and repeats nothing of what was asked. */
export function expectProblem(answer: Answer, ...codes: readonly ProblemCode[]): ProblemDetails {
  expect(answer.type).toMatch(/^application\/problem\+json/);
  const details = JSON.parse(answer.text) as ProblemDetails;
  expect(codes).toContain(details.code);
  const known = problems[details.code];
  expect(details).toMatchObject({ status: known.status, title: known.title, detail: known.todo });
  expect(answer.status).toBe(known.status);
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.status).toBeLessThan(500);
  expect(Object.keys(details).filter((name) => !fields.has(name))).toEqual([]);
  expect(answer.text).not.toContain(canary);
  return details;
}

/** The body of a yes. */
export function expectYes<Reply = { outcome: string }>(answer: Answer): Reply {
  expect(answer.text).not.toContain("urn:ownwords:problem");
  expect(answer.status).toBe(200);
  return JSON.parse(answer.text) as Reply;
}
