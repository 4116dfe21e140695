// What everybody of the directory shares: keys from eight words, a session, the secrets of their circles.

import { type Circle, type CircleId, circleOf, type StaffEntry, type StaffId, staffOf } from "@ownwords/consent";
import { staffRoutes } from "@ownwords/contracts";
import { type Deployment, ready } from "@ownwords/sealing";
import { openSecret, openStaff, type SealingPair, type StaffKeys, signSession } from "@ownwords/sealing/open";
import { type Clock, type Trust, trust } from "./trust.ts";
import { ClientError, createWire, type Fetch, type Wire } from "./wire.ts";

export type StaffWire = Wire<typeof staffRoutes>;

export type StaffSession = {
  readonly wire: StaffWire;
  readonly id: StaffId;
  readonly keys: StaffKeys;
  readonly trust: () => Promise<Trust>;
  readonly clock: Clock;
  /** This person, as the directory lists them today. */
  readonly entry: () => Promise<StaffEntry>;
  /** The pair of a circle, as one of its members; of an earlier epoch when one is named. @throws ClientError `no-secret` */
  readonly circlePair: (id: CircleId, epoch?: number) => Promise<{ circle: Circle; pair: SealingPair }>;
  readonly leave: () => Promise<void>;
};

/**
 * Signs somebody of the directory in.
 * @param staffUrl of the staff API, without a slash at its end
 * @param words eight pass words
 */
export async function signInStaff(
  staffUrl: string,
  deployment: Deployment,
  id: StaffId,
  words: readonly string[],
  fetchFn: Fetch = fetch,
  clock: Clock = () => new Date(),
): Promise<StaffSession> {
  await ready();
  const keys = await openStaff(words, deployment.salt, id);
  const wire: StaffWire = createWire(staffRoutes, staffUrl, fetchFn);
  const token = async () => {
    const { challenge } = await wire.call("challenge", {});
    const signature = signSession(deployment.origins.staff, challenge, keys.signing.secret);
    return (await wire.call("signIn", { staff: id, challenge, signature })).token;
  };
  wire.hold(await token(), token);

  let leastSerial = deployment.leastSerial;
  const currentTrust = async () => {
    const current = trust(await wire.call("directory", {}), deployment, leastSerial);
    leastSerial = current.directory.serial;
    return current;
  };
  const pairs = new Map<string, SealingPair>();
  return {
    wire,
    id,
    keys,
    trust: currentTrust,
    clock,
    entry: async () => {
      const entry = staffOf((await currentTrust()).directory, id);
      if (!entry) throw new ClientError("not-yours-to-do");
      return entry;
    },
    circlePair: async (circleId, wanted) => {
      const circle = circleOf((await currentTrust()).directory, circleId);
      if (!circle) throw new ClientError("unknown-circle");
      const epoch = wanted ?? circle.epoch;
      const name = `${circle.id} ${epoch}`;
      let pair = pairs.get(name);
      if (!pair) {
        const { secrets } = await wire.call("circles", {});
        const box = secrets.find((each) => each.circle === circle.id && each.epoch === epoch)?.box;
        pair = box === undefined ? undefined : openSecret(box, keys.sealing);
        // A box does not say who sealed it: only the pair that the directory names is the circle's. Of earlier epochs it
        // names none; what such a pair opens is compared with what was signed, like everything.
        if (!pair || (epoch === circle.epoch && pair.sealingKey !== circle.sealingKey))
          throw new ClientError("no-secret");
        pairs.set(name, pair);
      }
      return { circle, pair };
    },
    leave: async () => {
      await wire.call("signOut", {});
      wire.hold(null);
    },
  };
}
