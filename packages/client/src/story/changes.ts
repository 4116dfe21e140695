import type { OwnDocument, Statement, StoryDocument, TextDigest } from "@ownwords/consent";
import { sign } from "@ownwords/sealing/open";
import { sealText } from "@ownwords/sealing/seal";
import { type Choice, withOwnWords } from "../documents.ts";
import { findStatement } from "../records.ts";
import { alone, statementOf } from "../signing.ts";
import { ClientError } from "../wire.ts";
import { compare, type Departure, earlierChange, type TakenOut } from "../words/departures.ts";
import type { Device, Found } from "./device.ts";

/** What waits for her decision: each change beside her own words. */
export type Proposal = {
  readonly digest: TextDigest;
  readonly document: StoryDocument;
  readonly before: readonly TakenOut[];
  /** Words that were changed without saying so. When there is one, nothing can be agreed. */
  readonly departures: readonly Departure[];
};

/** What each version was made from, by what was signed about it. */
const parentsIn = (statements: Iterable<Statement>): ReadonlyMap<TextDigest, TextDigest> =>
  new Map(
    [...statements].flatMap((each) =>
      each.type === "redacted" || each.type === "checked" || each.type === "asked" ? [[each.digest, each.parent]] : [],
    ),
  );

/** The versions that led to one, newest first, without itself. */
function ancestorsOf(digest: TextDigest, parents: ReadonlyMap<TextDigest, TextDigest>): TextDigest[] {
  const chain: TextDigest[] = [];
  for (let at = parents.get(digest); at !== undefined && !chain.includes(at); at = parents.get(at)) chain.push(at);
  return chain;
}

/** Her newest own words: those that no other words of hers came after. */
function newestOwn(
  statements: Found["statements"],
  parents: ReadonlyMap<TextDigest, TextDigest>,
): TextDigest | undefined {
  const hers = [...statements.values()].flatMap((each) =>
    each.type === "sent" || each.type === "asked" ? [each.digest] : [],
  );
  return hers.find((own) => !hers.some((other) => other !== own && ancestorsOf(other, parents).includes(own)));
}

/** What the changes of a version took out, in her own words: also of those that an earlier round left standing. */
async function takenOut(
  device: Device,
  { statements }: Found,
  digest: TextDigest,
): Promise<{ before: TakenOut[]; departures: readonly Departure[]; document: StoryDocument }> {
  const parents = parentsIn(statements.values());
  const isOwn = (each: TextDigest) =>
    [...statements.values()].some((said) => (said.type === "sent" || said.type === "asked") && said.digest === each);
  const own = ancestorsOf(digest, parents).find(isOwn);
  if (!own) throw new ClientError("not-verified");
  const [proposed, base] = await Promise.all([device.open(digest), device.open(own)]);
  const document = proposed.document as StoryDocument;
  const { departures, taken } = compare(base.document as OwnDocument | StoryDocument, document);
  const earlier = parents.get(own);
  const older = earlier === undefined ? [] : (await takenOut(device, { statements } as Found, earlier)).before;
  const inHerWords = (text: string) =>
    text.replace(earlierChange, (_, id: string) => older.find(({ change }) => change === id)?.before ?? "");
  return { before: taken.map((each) => ({ ...each, before: inHerWords(each.before) })), departures, document };
}

/** The team's version, believed only when it verifies, beside the last words that were hers. */
async function readProposal(device: Device, found: Found): Promise<Proposal> {
  const { state, statements } = found;
  const digest = state.text;
  const checked =
    digest && findStatement(statements, "checked", (each) => each.story === device.id && each.digest === digest);
  if (!checked || state.stage !== "author-review") throw new ClientError("nothing-to-decide");
  const parents = parentsIn(statements.values());
  const newest = newestOwn(statements, parents);
  // A version that was made from older words of hers would throw the newer ones away without a sign.
  if (!newest || !ancestorsOf(digest, parents).includes(newest)) throw new ClientError("not-verified");
  const { before, departures, document } = await takenOut(device, found, checked.digest);
  // The codes that the worker signed are for exactly the changes that stand in the text.
  const signed = new Map(checked.changes.map(({ id: change, code }) => [change, code]));
  const unsigned = document.changes.filter(({ id: change, code }) => signed.get(change) !== code);
  return {
    digest: checked.digest,
    document,
    before,
    departures: [...departures, ...unsigned.map((): Departure => ({ place: "title", kind: "no-risk-code" }))],
  };
}

/** Deciding about each change. */
export function createChanges(device: Device) {
  const { keys, id, load, send, toHer, toSupport } = device;
  return {
    proposal: async (): Promise<Proposal> => readProposal(device, await load()),

    /**
     * Decides every change of the version that she was shown. With own words anywhere, all goes back to the team; else
     * the version is hers to agree to.
     * @param waiting what `proposal` gave, and she looked at: nothing else is ever signed
     * @throws ClientError `undeclared-change` when words were changed without saying so
     */
    decide: async (waiting: Proposal, choices: readonly Choice[]) => {
      const found = await load();
      const { today, directory } = found.trust;
      if (waiting.departures.length > 0) throw new ClientError("undeclared-change");
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
