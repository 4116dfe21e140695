// Keys and tokens in the hand of somebody who does not use the SDK.

import {
  type CutId,
  type Day,
  type Statement,
  type StatementOf,
  type StatementType,
  type StoryId,
  type StoryState,
  statementTypes,
} from "@ownwords/consent";
import type { intakeRoutes, ReplyOf } from "@ownwords/contracts";
import type { TrialPerson } from "@ownwords/infra/local";
import {
  cutKeys,
  newId,
  openAccount,
  type SigningSecret,
  type StoryKeys,
  sign,
  signSession,
  storyKeys,
} from "@ownwords/sealing/open";
import type { World } from "../journeys/world.ts";
import { type Answer, postJson } from "./raw.ts";

const replied = ({ status, text }: Answer) => {
  if (status !== 200) throw new Error(text);
  return JSON.parse(text);
};

async function signedIn(url: string, origin: string, who: object, secret: SigningSecret): Promise<string> {
  const { challenge } = replied(await postJson(`${url}/v1/challenge`, {}));
  const signature = signSession(origin, challenge, secret);
  return replied(await postJson(`${url}/v1/sign-in`, { ...who, challenge, signature })).token;
}

export type AuthorHands = Awaited<ReturnType<typeof authorHands>>;

/** An author's account, token and the keys of her stories. */
export async function authorHands(world: World, words: readonly string[]) {
  const account = await openAccount(words, world.deployment.salt);
  const { verifyKey: key, secret } = account.signing;
  const token = await signedIn(world.urls.intake, world.deployment.origins.author, { key }, secret);
  const call = (path: string, body: unknown) => postJson(`${world.urls.intake}${path}`, body, { token });
  const found = async (story: StoryId): Promise<ReplyOf<(typeof intakeRoutes)["story"]>> =>
    replied(await call("/v1/story", { story }));
  return {
    account,
    token,
    call,
    act: (body: object) => call("/v1/act", body),
    found,
    state: async (story: StoryId): Promise<StoryState> => (await found(story)).state as StoryState,
    keysOf: async (story: StoryId): Promise<StoryKeys> => {
      const { stories } = replied(await call("/v1/space", {})) as ReplyOf<(typeof intakeRoutes)["space"]>;
      return storyKeys(account, stories.find((each) => each.story === story)!.salt);
    },
    cutKeysOf: async (keys: StoryKeys, cut: CutId) =>
      cutKeys(keys, (await found(keys.id)).cutSalts.find((each) => each.cut === cut)!.salt),
  };
}

export type StaffHands = Awaited<ReturnType<typeof staffHands>>;

/** Somebody of the directory, with their token and their signing key. */
export async function staffHands(world: World, person: TrialPerson) {
  const { id, keys } = await world.session(person);
  const token = await signedIn(world.urls.staff, world.deployment.origins.staff, { staff: id }, keys.signing.secret);
  const call = (path: string, body: unknown) => postJson(`${world.urls.staff}${path}`, body, { token });
  return { id, secret: keys.signing.secret, token, call, act: (body: object) => call("/v1/act", body) };
}

type Unsigned<T extends StatementType> = Omit<StatementOf<T>, "v" | "type" | "id" | "day">;

/** A signed statement of any type, over any fields; those that are undefined are left out. */
export function signedAs<T extends StatementType>(
  type: T,
  day: Day,
  fields: Unsigned<T>,
  ...secrets: readonly SigningSecret[]
) {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  return sign({ v: 1, type, id: newId(), day, ...Object.fromEntries(given) } as unknown as Statement, ...secrets);
}

/** An action with nothing that comes along. */
export const bare = <S extends object>(signed: S) => ({ signed, texts: [], grants: [] });

export const typesOf = Object.keys(statementTypes) as StatementType[];

/** A body whose statement was changed after it was signed. */
export const changed = <B extends { readonly signed: { readonly statement: object } }>(body: B, fields: object) => ({
  ...body,
  signed: { ...body.signed, statement: { ...body.signed.statement, ...fields } },
});
