// Names that can be swapped without anything changing: the workers, the circles, the cuts.

import type { Renaming } from "./settle.ts";
import { circles, cuts, slots, workers } from "./world.ts";

type Pair = readonly [string, string];

const short = (id: string) => id.replace(/A+$/, "");
const swap = (...pairs: readonly Pair[]): Renaming =>
  new Map(
    pairs.flatMap(([one, two]): Pair[] => [
      [one, short(two)],
      [two, short(one)],
    ]),
  );

const workerPair: Pair = [workers[0].id, workers[1].id];
const circlePair: Pair = [circles[0].id, circles[1].id];
const cutPairs: Pair[] = (["id", "digest", "card"] as const).map((field) => [cuts[0][field], cuts[1][field]]);
/** Slots are numbered so that one bit is the circle and one the cut. */
const slotPairs = (bits: number): Pair[] =>
  slots.flatMap((slot, at) => (at < (at ^ bits) ? [[slot.permission, slots[at ^ bits]!.permission] as const] : []));

export const swapWorkers = swap(workerPair);
export const swapCircles = swap(circlePair, ...slotPairs(1));
export const swapCuts = swap(...cutPairs, ...slotPairs(2));
export const swapBoth = swap(circlePair, ...cutPairs, ...slotPairs(3));
