import type { Label } from "./finding.ts";
import type { Resolved } from "./resolve.ts";

/** Kinds of detail that point to one person together, though none does alone. */
const kindOf: Partial<Record<Label, string>> = {
  PLACE: "place",
  ADDRESS: "place",
  ORG: "place",
  AGE: "age",
  JOB: "job",
  DEMOGRAPHIC: "group",
  EVENT: "event",
  DATE: "date",
};
const telling: ReadonlySet<Label> = new Set(["JOB", "DEMOGRAPHIC", "EVENT", "AGE"]);
const reach = 1500;
const enough = 4;

/**
 * Rare combinations: where four kinds of detail stand within a page of each other, those that are only asked about are
 * asked about as a combination. The three tests are the ICO's: can somebody be singled out, can this be linked with what
 * else is known, can something be inferred. The first is what is counted here; the other two need a person who knows the place.
 */
export function markCombinations(found: Resolved[]): void {
  let from = 0;
  const counts = new Map<string, number>();
  let to = 0;
  for (const one of found) {
    while (to < found.length && found[to]!.start <= one.start + reach) count(found[to++]!, 1);
    while (found[from]!.start < one.start - reach) count(found[from++]!, -1);
    if (one.tier === "consider" && telling.has(one.label) && counts.size >= enough) one.reason = "rare-combination";
  }
  function count(one: Resolved, by: 1 | -1): void {
    const kind = kindOf[one.label];
    if (kind === undefined) return;
    const sum = (counts.get(kind) ?? 0) + by;
    if (sum === 0) counts.delete(kind);
    else counts.set(kind, sum);
  }
}
