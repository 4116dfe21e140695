import type { TextDigest } from "@ownwords/consent";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { sealText } from "../seal/seal-text.ts";
import { ready } from "../sodium.ts";
import { levelOf, type StoryKeys, storyKeys } from "./account.ts";
import { newSalt } from "./fresh.ts";
import { openOwnText, sealOwnText } from "./own-text.ts";

let hers: StoryKeys;
let another: StoryKeys;
beforeAll(async () => {
  await ready();
  const account = levelOf(new Uint8Array(32).fill(7) as never);
  hers = storyKeys(account, newSalt());
  another = storyKeys(account, newSalt());
});

describe("a draft", () => {
  it("comes back as it was", () => {
    fc.assert(
      fc.property(fc.string(), (words) => {
        const document = { words: words.toWellFormed() };
        const { sealed, digest } = sealOwnText(document, hers);
        expect(openOwnText(sealed, hers, digest)).toEqual({ ok: true, document });
      }),
    );
  });

  it("does not open for another story of hers", () => {
    const { sealed, digest } = sealOwnText({ words: "mine" }, hers);
    expect(openOwnText(sealed, another, digest)).toEqual({ ok: false, fault: "about" });
  });

  it("is not believed when somebody else sealed it", () => {
    const forged = sealText({ document: { words: "not hers" }, kind: "draft", of: hers.id, producer: "author" });
    expect(openOwnText(forged.sealed, hers, forged.digest)).toEqual({ ok: false, fault: "key" });
  });

  it("is not believed with another digest", () => {
    const { sealed } = sealOwnText({ words: "mine" }, hers);
    const { digest } = sealOwnText({ words: "mine" }, hers);
    expect(openOwnText(sealed, hers, digest as TextDigest)).toEqual({ ok: false, fault: "digest" });
  });
});
