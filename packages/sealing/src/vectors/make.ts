// Writes vectors.json anew: `node packages/sealing/src/vectors/make.ts`. A change to the published file is a change of the
// protocol, and everything that was sealed before would no longer open.

import { writeFileSync } from "node:fs";
import { ready } from "../sodium.ts";
import { computeVectors } from "./compute.ts";

await ready();
writeFileSync(new URL("../../vectors.json", import.meta.url), `${JSON.stringify(await computeVectors(), null, 2)}\n`);
