// One story on its author's device: she reads, decides, signs. Nothing is believed that does not verify.

import type { StoryState, TextStage } from "@ownwords/consent";
import type { StoryKeys } from "@ownwords/sealing/open";
import { type History, verifyHistory } from "../records.ts";
import type { Clock, Trust } from "../trust.ts";
import { createChanges } from "./changes.ts";
import { createDevice, type IntakeWire } from "./device.ts";
import { createDraft } from "./draft.ts";
import { createSharing } from "./sharing.ts";
import { createStops } from "./stops.ts";

export type AuthorStory = ReturnType<typeof createAuthorStory>;

export function createAuthorStory(
  wire: IntakeWire,
  keys: StoryKeys,
  salt: string,
  trust: () => Promise<Trust>,
  clock: Clock,
) {
  const device = createDevice(wire, keys, salt, trust, clock);
  return {
    id: device.id,
    stage: async (): Promise<TextStage> => (await device.load()).state.stage,
    /** Where everything stands, as the service says. */
    state: async (): Promise<StoryState> => (await device.load()).state,
    /** Everything that happened to her story, verified here. */
    history: async (): Promise<History> => {
      const { reply, trust: trusted } = await device.load();
      return verifyHistory(device.id, keys.signing.verifyKey, reply as never, trusted.directory);
    },
    ...createDraft(device),
    ...createChanges(device),
    ...createSharing(device),
    ...createStops(device),
  };
}
