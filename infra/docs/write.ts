// `npm run docs`: writes the pages that are made from code.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { consentPage } from "./consent-page.ts";

writeFileSync(join(import.meta.dirname, "..", "..", "docs", "consent.md"), consentPage());
