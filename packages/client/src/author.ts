// An author's device: her space under eight words, and the stories in it. Words and keys are in memory only.

import type { StoryId, TextStage, VerifyKey } from "@ownwords/consent";
import { intakeRoutes } from "@ownwords/contracts";
import { type Deployment, ready } from "@ownwords/sealing";
import {
  type AccountKeys,
  newSalt,
  openAccount,
  openOwn,
  sealToSelf,
  signSession,
  storyKeys,
} from "@ownwords/sealing/open";
import type { IntakeWire } from "./story/device.ts";
import { type AuthorStory, createAuthorStory } from "./story/story.ts";
import { type Clock, trust } from "./trust.ts";
import { ClientError, createWire, type Fetch } from "./wire.ts";

export type AuthorSpace = {
  readonly stories: () => Promise<readonly { readonly story: StoryId; readonly stage: TextStage }[]>;
  /** A story of hers that is there. */
  readonly story: (id: StoryId) => Promise<AuthorStory>;
  /** A new story. Nothing leaves the device before its first draft is saved. */
  readonly newStory: () => Promise<AuthorStory>;
  readonly settings: () => Promise<unknown>;
  readonly saveSettings: (settings: unknown) => Promise<void>;
  readonly leave: () => Promise<void>;
};

/** @param words eight pass words, as `makePassWords` or `readPassWords` gave them */
type Enter = (words: readonly string[]) => Promise<AuthorSpace>;
export type Author = {
  /** Makes a space under new words. @throws ClientError `space-exists` */
  readonly makeSpace: Enter;
  /** @throws ClientError `nothing-under-these-words`: making a space is a separate action, never a fallback */
  readonly signIn: Enter;
};

/** @param intakeUrl of the intake API, without a slash at its end */
export function createAuthor(
  intakeUrl: string,
  deployment: Deployment,
  fetchFn: Fetch = fetch,
  clock: Clock = () => new Date(),
): Author {
  const enter =
    (how: "makeSpace" | "signIn"): Enter =>
    async (words) => {
      await ready();
      const account = await openAccount(words, deployment.salt);
      const wire: IntakeWire = createWire(intakeRoutes, intakeUrl, fetchFn);
      const token = async (route: "makeSpace" | "signIn") => {
        const { challenge } = await wire.call("challenge", {});
        const signature = signSession(deployment.origins.author, challenge, account.signing.secret);
        return (await wire.call(route, { key: account.signing.verifyKey as VerifyKey, challenge, signature })).token;
      };
      wire.hold(await token(how), () => token("signIn"));
      return spaceOf(wire, account, deployment, clock);
    };
  return { makeSpace: enter("makeSpace"), signIn: enter("signIn") };
}

function spaceOf(wire: IntakeWire, account: AccountKeys, deployment: Deployment, clock: Clock): AuthorSpace {
  let leastSerial = deployment.leastSerial;
  const currentTrust = async () => {
    const current = trust(await wire.call("directory", {}), deployment, leastSerial);
    leastSerial = current.directory.serial;
    return current;
  };
  const stories = async () => (await wire.call("space", {})).stories;
  const storyOf = (salt: string) => createAuthorStory(wire, storyKeys(account, salt), salt, currentTrust, clock);
  return {
    stories,
    story: async (id) => {
      const found = (await stories()).find(({ story }) => story === id);
      const story = found && storyOf(found.salt);
      // A salt that was swapped gives other keys, and so another id.
      if (story?.id !== id) throw new ClientError("not-verified");
      return story;
    },
    newStory: async () => storyOf(newSalt()),
    settings: async () => {
      const { settings } = await wire.call("space", {});
      if (settings === null) return null;
      const opened = openOwn(settings, account.sealing);
      if (!opened) throw new ClientError("not-verified");
      return opened.value;
    },
    saveSettings: async (settings) => {
      await wire.call("saveSettings", { settings: sealToSelf(settings, account.sealing.sealingKey) });
    },
    leave: async () => {
      await wire.call("signOut", {});
      wire.hold(null);
    },
  };
}
