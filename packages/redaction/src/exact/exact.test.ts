import { describe, expect, test } from "vitest";
import { findIdentifiers } from "../find.ts";

/** What is found, as [label, words], and nothing else. */
const seen = (text: string) => findIdentifiers(text).map((one) => [one.label, text.slice(one.start, one.end)]);

describe("contacts", () => {
  test.each([
    ["I rang 07700 900123 twice.", "07700 900123"],
    ["It is 077 00 90 01 23 still.", "077 00 90 01 23"],
    ["Ring +44 7700 900 265 today.", "+44 7700 900 265"],
    ["Ring +44 (0)7700 900265 today.", "+44 (0)7700 900265"],
    ["Ring 0044 7700 900265 today.", "0044 7700 900265"],
    ["her number was 0118 496 0 233 for years", "0118 496 0 233"],
    ["Ring me on 01632-960-001.", "01632-960-001"],
    [
      "it was oh seven seven double oh nine double oh one two three",
      "oh seven seven double oh nine double oh one two three",
    ],
    ["Write to jo.may@post.example, please.", "jo.may@post.example"],
    ["write to jo dot may at post dot com", "jo dot may at post dot com"],
    ["It is on https://stories.example/tea?x=1.", "https://stories.example/tea?x=1"],
    ["It is on www.stories.example/tea, I think.", "www.stories.example/tea"],
    ["It is on teacups.co.uk now.", "teacups.co.uk"],
    ["They call me @tea_and_toast there.", "@tea_and_toast"],
    ["my insta is teacup_1990 now", "teacup_1990"],
  ])("%s", (text, words) => {
    expect(seen(text)).toEqual([["CONTACT", words]]);
  });
});

describe("numbers and references", () => {
  test.each([
    ["My NHS number is 943 476 5919, they said.", "943 476 5919"],
    ["My NI is JX 41 20 77 A, they said.", "JX 41 20 77 A"],
    ["it is jx412077a they said", "jx412077a"],
    ["The card was 4111 1111 1111 1111 and it was mine.", "4111 1111 1111 1111"],
    ["It is GB82 WEST 1234 5698 7654 32 now.", "GB82 WEST 1234 5698 7654 32"],
    ["It is 12-34-56 12345678 now.", "12-34-56 12345678"],
    ["My sort code is 12-34-56 now.", "12-34-56"],
    ["He drove a red one, LB14 KTX, and waved.", "LB14 KTX"],
    ["the reg was b412 tea and i liked it", "b412 tea"],
    ["I was A0417XQ for a year.", "A0417XQ"],
    ["The ref was C/24/00417-EX and it stuck.", "C/24/00417-EX"],
    ["The crime number, 13220417883, I know by heart.", "13220417883"],
    ["Tenancy ref 40417 was ours.", "40417"],
  ])("%s", (text, words) => {
    expect(seen(text)).toEqual([["ID", words]]);
  });

  test.each([
    "I waited 45 minutes and it was 10am.",
    "There were 1,500 people and 300 cups.",
    "It opens 9-5, or 24/7 at Christmas.",
    "I took 500mg twice and a B12 vitamin on the 3rd floor.",
    "We had 100 biscuits, 20 mugs, and 2 kettles.",
  ])("nothing in: %s", (text) => {
    expect(seen(text)).toEqual([]);
  });
});

describe("postcodes and addresses", () => {
  test.each([
    ["We lived at 12 Saltmarsh Road for a year.", "12 Saltmarsh Road"],
    ["We lived at Flat 2, 118 Loomgate, and liked it.", "Flat 2, 118 Loomgate"],
    ["the flat was 9 saltmarsh close and it was warm", "9 saltmarsh close"],
    ["My postcode is LS9 7QT still.", "LS9 7QT"],
    ["my postcode is ls97qt still", "ls97qt"],
    ["I know everybody in my bit of PE15 by name.", "PE15"],
    ["They put us on the Larkmoor Road that year.", "Larkmoor Road"],
  ])("%s", (text, words) => {
    expect(seen(text)).toEqual([["ADDRESS", words]]);
  });

  test("a section of an Act, a road and a vitamin are no postcodes", () => {
    expect(seen("There was an S47 enquiry, and I took vitamin B12.")).toEqual([]);
    expect(seen("We drove up the M6 to see her.")).toEqual([["PLACE", "M6"]]);
  });

  test("a road without a name is no address", () => {
    expect(seen("She waited down the road, on the main road, round the corner.")).toEqual([]);
  });
});

describe("dates", () => {
  const tiers = (text: string) =>
    findIdentifiers(text).map((one) => [one.label, text.slice(one.start, one.end), one.tier]);
  test.each([
    ["It was 3 May 2014 when we moved.", "3 May 2014"],
    ["It was the 3rd of May, 2014 when we moved.", "3rd of May, 2014"],
    ["It was May 3rd 2014 when we moved.", "May 3rd 2014"],
    ["It was 03/05/2014 when we moved.", "03/05/2014"],
    ["It was 2014-05-03 when we moved.", "2014-05-03"],
    ["It was 3.5.14 when we moved.", "3.5.14"],
    ["it was the twenty first of may when we moved", "twenty first of may"],
    ["She came on 24 April to help.", "24 April"],
  ])("a day is hidden: %s", (text, words) => {
    expect(tiers(text)).toEqual([["DATE", words, "hide"]]);
  });
  test.each([
    ["It was May 2014 when we moved.", "May 2014"],
    ["it was nov 2006 when we moved", "nov 2006"],
    ["It was 1998 when we moved.", "1998"],
    ["It was the summer of 2014 when we moved.", "summer of 2014"],
    ["it was nineteen eighty four when we moved", "nineteen eighty four"],
    ["it was two thousand and nine when we moved", "two thousand and nine"],
  ])("a month or a year is a question: %s", (text, words) => {
    expect(tiers(text)).toEqual([["DATE", words, "consider"]]);
  });
  test.each([
    "I moved in May, on a Monday, last summer, two years ago.",
    "You may march in, she may not.",
    "The dose was 3/4 and it cost 2 pounds 10.",
  ])("no date in: %s", (text) => {
    expect(seen(text).filter(([label]) => label === "DATE")).toEqual([]);
  });
});

describe("ages", () => {
  test.each([
    ["when i was nineteen i left", "nineteen"],
    ["I was 45 then, and tired.", "45"],
    ["i'm 43 now.", "43"],
    ["My girl, aged 7, drew it.", "7"],
    ["She was seven years old and loud.", "seven years old"],
    ["a 45-year-old woman like me", "45-year-old"],
    ["It was the week after my 30th and I was well.", "30th"],
    ["It was my eighteenth birthday and I was well.", "eighteenth"],
    ["it was in y9 that i stopped", "y9"],
    ["It was in Year 9 that I stopped.", "Year 9"],
    ["He is in Primary 3 and happy.", "Primary 3"],
    ["At sixteen I was on my own.", "sixteen"],
    ["she was twenty five and kind", "twenty five"],
  ])("%s", (text, words) => {
    const found = findIdentifiers(text);
    expect(found.map((one) => [one.label, text.slice(one.start, one.end), one.tier])).toEqual([
      ["AGE", words, "consider"],
    ]);
  });
  test.each([
    "We met at seven and it was ten past.",
    "I was two stone lighter.",
    "There were three of us, and it was two miles.",
    "It was one of those days.",
    "I had 3 wee ones and 2 bags.",
  ])("no age in: %s", (text) => {
    expect(seen(text)).toEqual([]);
  });
});

test("a hashtag is a question", () => {
  expect(findIdentifiers("It was #teatime again.").map((one) => [one.label, one.tier])).toEqual([
    ["CONTACT", "consider"],
  ]);
});

test("sums of money are a question", () => {
  const found = findIdentifiers("It cost £1,250.50, or 40 quid a week.");
  expect(found.map((one) => [one.label, one.tier])).toEqual([
    ["QUANTITY", "consider"],
    ["QUANTITY", "consider"],
  ]);
});
