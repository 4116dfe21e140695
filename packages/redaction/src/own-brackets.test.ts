import { expect, test } from "vitest";
import { isOurBracket } from "./own-brackets.ts";

test.each([
  "my sister",
  "The nurse",
  "Dr A",
  "person AB",
  "a GP surgery",
  "spring 2014",
  "the 1990s",
  "in my early 20s",
  "40-something",
  "a part kept private",
])("[%s] is ours", (inside) => {
  expect(isOurBracket(inside)).toBe(true);
});
test.each(["Jo", "my sister Jo", "Larkborough", "12 Saltmarsh Road", "07700 900123", ""])("[%s] is not", (inside) => {
  expect(isOurBracket(inside)).toBe(false);
});
