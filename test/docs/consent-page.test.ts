import { readFileSync } from "node:fs";
import { join } from "node:path";
import { consentPage } from "@ownwords/infra/docs";
import { expect, it } from "vitest";

it("docs/consent.md is what the tables say (npm run docs writes it anew)", () => {
  const page = readFileSync(join(import.meta.dirname, "..", "..", "docs", "consent.md"), "utf8");
  expect(page).toBe(consentPage());
});
