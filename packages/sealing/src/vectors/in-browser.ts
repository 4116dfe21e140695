// What the browser test runs: the same vectors, computed and opened by the code that her phone would run.

import { ready } from "../index.ts";
import { computeVectors, type Vectors } from "./compute.ts";
import { openPublished } from "./open-published.ts";

declare global {
  var checkVectors: (published: Vectors) => Promise<{ computed: Vectors; failed: string[] }>;
}

globalThis.checkVectors = async (published) => {
  await ready();
  return { computed: await computeVectors(), failed: await openPublished(published) };
};
