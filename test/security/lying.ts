// A service that lies to the SDK: true answers, changed on their way.

import type { CutId, Statement, StoryState } from "@ownwords/consent";
import type { Signed } from "@ownwords/sealing";

export type Story = {
  state: StoryState;
  keys: { verify: string; sealing: string };
  statements: Signed[];
  cutSalts: { cut: CutId; salt: string }[];
};
/** What is made of a true answer, by the path that it answers. */
// biome-ignore lint/suspicious/noExplicitAny: an answer has the shape that its path says, and a liar changes any of it.
export type Lies = Readonly<Record<string, (answer: any, asked: any) => unknown>>;

/** A fetch that lies as it is told to, and what was asked of the service through it. */
export function liar() {
  type Sent = { path: string; body: { signed: Signed; grants: { text: string }[] } };
  let lies: Lies = {};
  let sent: Sent[] = [];
  const fetchFn = async (url: string, init: { body: string }) => {
    const path = new URL(url).pathname.replace("/v1/", "");
    const body = JSON.parse(init.body);
    sent.push({ path, body });
    const response = await fetch(url, { method: "POST", ...init });
    const lie = lies[path];
    return lie ? Response.json(lie(await response.json(), body)) : response;
  };
  return {
    fetchFn: fetchFn as never,
    /** Tells these lies from now on, and forgets what was sent before. */
    tell: (next: Lies) => {
      lies = next;
      sent = [];
    },
    /** What may not leave a device that is lied to: everything but questions. */
    said: () => sent.filter(({ path }) => ["act", "save-draft", "save-settings", "open"].includes(path)),
  };
}

export const aboutState = (change: (state: StoryState) => object): Lies => ({
  story: (found: Story) => ({ ...found, state: { ...found.state, ...change(found.state) } }),
});
export const without = (fits: (statement: Statement) => boolean): Lies => ({
  story: (found: Story) => ({ ...found, statements: found.statements.filter(({ statement }) => !fits(statement)) }),
});
