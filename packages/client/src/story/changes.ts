import type { OwnDocument, Statement, StoryDocument, TextDigest } from "@ownwords/consent";
import { sign } from "@ownwords/sealing/open";
import { sealText } from "@ownwords/sealing/seal";
import { type Choice, withOwnWords } from "../documents.ts";
import { findStatement } from "../records.ts";
import { alone, statementOf } from "../signing.ts";
import { ClientError } from "../wire.ts";
import { compare, type Departure, type TakenOut } from "../words/departures.ts";
import type { Device, Found } from "./device.ts";

/** What waits for her decision: each change beside her own words. */
export type Proposal = {
  readonly digest: TextDigest;
  readonly document: StoryDocument;
  readonly before: readonly TakenOut[];
  /** Words that were changed without saying so. When there is one, nothing can be agreed. */
  readonly departures: readonly Departure[];
};

/** The versions that led to one, newest first, by what was signed about each. */
function parentsOf(from: TextDigest, statements: Iterable<Statement>): TextDigest[] {
  const parent = new Map<TextDigest, TextDigest>();
  for (const each of statements)
    if (each.type === "redacted" || each.type === "checked") parent.set(each.digest, each.parent);
  const chain: TextDigest[] = [];
  for (let at: TextDigest | undefined = from; at !== undefined && !chain.includes(at); at = parent.get(at))
    chain.push(at);
  return chain;
}

/** The team's version, believed only when it verifies, beside the last words that were hers. */
export async function readProposal({ open, id }: Device, { state, statements }: Found): Promise<Proposal> {
  const digest = state.text;
  const checked = digest && findStatement(statements, "checked", (each) => each.story === id && each.digest === digest);
  if (!checked || state.stage !== "author-review") throw new ClientError("nothing-to-decide");
  const hers = [...statements.values()].flatMap((each) =>
    each.type === "sent" || each.type === "asked" ? [each.digest] : [],
  );
  const own = parentsOf(checked.parent, statements.values()).find((parent) => hers.includes(parent));
  if (!own) throw new ClientError("not-verified");
  const [document, before] = (await Promise.all([open(checked.digest), open(own)])) as [
    StoryDocument,
    OwnDocument | StoryDocument,
  ];
  const { departures, taken } = compare(before, document);
  // The codes that the worker signed are for exactly the changes that stand in the text.
  const signed = new Map(checked.changes.map(({ id: change, code }) => [change, code]));
  const unsigned = document.changes.filter(({ id: change, code }) => signed.get(change) !== code);
  return {
    digest: checked.digest,
    document,
    before: taken,
    departures: [...departures, ...unsigned.map((): Departure => ({ place: "title", kind: "no-risk-code" }))],
  };
}

/** Deciding about each change. */
export function createChanges(device: Device) {
  const { keys, id, load, send, toHer, toSupport } = device;
  return {
    proposal: async (): Promise<Proposal> => readProposal(device, await load()),

    /**
     * Decides every change of the version that waits for her. With own words anywhere, all goes back to the team; else
     * the version is hers to agree to.
     * @throws ClientError `words-differ` when words were changed without saying so
     */
    decide: async (choices: readonly Choice[]) => {
      const found = await load();
      const { today, directory } = found.trust;
      const waiting = await readProposal(device, found);
      if (waiting.departures.length > 0) throw new ClientError("words-differ");
      const seen = found.state.anchor;
      if (choices.some(({ choice }) => choice === "own")) {
        const document = withOwnWords(waiting.document, choices);
        const text = sealText({ document, kind: "revised", of: id, producer: "author", parentDigest: waiting.digest });
        const fields = { story: id, parent: waiting.digest, digest: text.digest, seen };
        return send(today.date, (day) => ({
          signed: sign(statementOf("asked", day, fields), keys.signing.secret),
          texts: [text.sealed],
          grants: [toHer(text), toSupport(text, directory)],
        }));
      }
      const decisions = choices.map(({ change, choice }) => ({ change, choice: choice as "agree" | "cut" }));
      const fields = { story: id, digest: waiting.digest, decisions, seen };
      return send(today.date, (day) => alone(sign(statementOf("decided", day, fields), keys.signing.secret)));
    },
  };
}
