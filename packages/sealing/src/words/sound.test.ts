import { expect, test } from "vitest";
import { soundCode } from "./sound.ts";

test.each([
  ["flour", "flower"],
  ["meet", "meat"],
  ["pear", "pair"],
  ["hair", "hare"],
  ["bow", "bough"],
  ["beech", "beach"],
  ["plaice", "place"],
  ["tide", "tied"],
  ["whale", "wail"],
  ["boulder", "bolder"],
  ["medal", "meddle"],
  ["cellar", "seller"],
  ["cymbal", "symbol"],
  ["sauce", "source"],
  ["stalk", "stork"],
  ["court", "caught"],
  ["knight", "night"],
  ["right", "write"],
  ["mussel", "muscle"],
  ["blue", "blew"],
])("%s and %s sound alike", (one, other) => {
  expect(soundCode(one)).toBe(soundCode(other));
});

test.each([
  ["lantern", "linden"],
  ["button", "bacon"],
  ["kettle", "castle"],
  ["pony", "piano"],
])("%s and %s do not", (one, other) => {
  expect(soundCode(one)).not.toBe(soundCode(other));
});

test("writes lantern as the documentation says", () => {
  expect(soundCode("lantern")).toBe("lAnt*n");
});
