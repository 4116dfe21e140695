import { describe, expect, test } from "vitest";
import { findIdentifiers } from "../find.ts";

const hidden = (text: string) =>
  findIdentifiers(text)
    .filter((one) => one.tier === "hide")
    .map((one) => [one.label, text.slice(one.start, one.end)]);
const asked = (text: string) =>
  findIdentifiers(text)
    .filter((one) => one.tier === "consider")
    .map((one) => [one.label, text.slice(one.start, one.end)]);

describe("people, as they are told of", () => {
  test.each([
    ["My ex, Darren, kept the kettle.", ["Darren"]],
    ["my ex, darren, kept the kettle and i kept the cups", ["darren"]],
    ["our shaz made tea and i drank it", ["shaz"]],
    ["Our Shaz made tea.", ["Shaz"]],
    ["my sister called jo made tea and i drank it", ["jo"]],
    ["My little brother Kofi made tea.", ["Kofi"]],
    ["i told my mate priya and i laughed", ["priya"]],
    ["my ex j still had my phone and i had none", ["j"]],
    ["Dr Appleyard listened.", ["Dr Appleyard"]],
    ["dr appleyard listened and i talked", ["dr appleyard"]],
    ["PC Tamsin Orr listened.", ["PC Tamsin Orr"]],
    ["Mrs. Okonjo-Bell listened.", ["Mrs. Okonjo-Bell"]],
    ["My name is Ionela and I am well.", ["Ionela"]],
    ["i'm gemma and i like tea", ["gemma"]],
    ["There was a nurse called Una Magill there.", ["Una Magill"]],
    ["Nathan, my eldest, made tea.", ["Nathan"]],
    ["big dave made tea and i drank it", ["big dave"]],
    ["Auntie Bev made tea.", ["Auntie Bev"]],
    ["Then Oluwadara made tea.", ["Oluwadara"]],
    ["My friend Mary and my sister June came in June, not in May.", ["Mary", "June"]],
    ["I stayed with Sister Bernadette at St. Mary’s in Knowle West.", ["Sister Bernadette"]],
    ["Joy said it was fine, and it was a joy.", ["Joy"]],
    ["Jo's mum made tea, and so did Shauna’s.", ["Jo", "Shauna"]],
  ])("%s", (text, names) => {
    expect(hidden(text).filter(([label]) => label === "PERSON")).toEqual(names.map((name) => ["PERSON", name]));
  });

  test.each([
    "My mum, my nan and the doctor came on Monday.",
    "my sister said she was happy and i was too",
    "Oh for Pete's sake, and Bob's your uncle, as happy as Larry.",
    "I told God, and I took my Sertraline with Weetabix.",
    "The nurse was kind. Hope is a good thing. Will you stay?",
    "A Smear is not a Time Waster, and Universal Credit is slow.",
    "I went to A&E, then the NHS rang my GP about my PTSD.",
    "i said i may, and i hope, and i will, and i was frank",
    "She called me twice, and called the police, and called it a day.",
  ])("nobody in: %s", (text) => {
    expect(hidden(text)).toEqual([]);
  });
});

describe("organisations, by their last word or by what is done there", () => {
  test.each([
    ["I went to Fernhill Surgery.", "Fernhill Surgery"],
    ["i went to fernhill surgery", "fernhill surgery"],
    ["I went to the Salt Lane Medical Centre.", "Salt Lane Medical Centre"],
    ["He was at Larkborough Royal Infirmary then.", "Larkborough Royal Infirmary"],
    ["I was at St Agnes Primary School then.", "St Agnes Primary School"],
    ["They moved me to HMP Larkmoor in the end.", "HMP Larkmoor"],
    ["She got me a place at Magpie House.", "Magpie House"],
    ["We meet at Kettle & Thread.", "Kettle & Thread"],
    ["I worked at Brimblewicks for a year.", "Brimblewicks"],
    ["i worked nights at brimblewick and i was tired", "brimblewick"],
  ])("%s", (text, words) => {
    expect(hidden(text)).toEqual([["ORG", words]]);
  });

  test.each([
    "I went to the local surgery.",
    "at primary school i was shy",
    "They moved me to a women's refuge, then a mother and baby unit.",
    "I was in hospital, then the crown court, then in the Day Centre.",
  ])("none in: %s", (text) => {
    expect(hidden(text)).toEqual([]);
  });
});

describe("places, where somebody lived or went", () => {
  test.each([
    ["I lived in Larkborough for years.", "Larkborough"],
    ["I grew up near Ottersby.", "Ottersby"],
    ["i moved to ottersby and i liked it", "ottersby"],
    ["i live in bristol and i like it", "bristol"],
    ["I was born in Reading.", "Reading"],
  ])("%s", (text, words) => {
    expect(hidden(text)).toEqual([["PLACE", words]]);
  });
  test("a word that is a town elsewhere stays a word", () => {
    expect(hidden("I was born in Reading. I like reading, and a hot bath, and a good deal.")).toEqual([
      ["PLACE", "Reading"],
    ]);
  });
  test("a country is a question, the country she is in is none", () => {
    expect(asked("I came from Romania to England.")).toEqual([["PLACE", "Romania"]]);
  });
});

describe("circumstances", () => {
  test("her job, her faith and an event are told apart, and only the event is hidden", () => {
    expect(asked("I was a teaching assistant and I am Catholic.")).toEqual([
      ["JOB", "teaching assistant"],
      ["DEMOGRAPHIC", "Catholic"],
    ]);
    expect(hidden("It was after the Larkborough Mill fire.")).toEqual([["EVENT", "Larkborough Mill fire"]]);
  });
  test("many details close together are asked about as a combination", () => {
    const found = findIdentifiers("I was 45, a teaching assistant in Larkborough, and Catholic.");
    expect(found.filter((one) => one.reason === "rare-combination").map((one) => one.label)).toEqual([
      "AGE",
      "JOB",
      "DEMOGRAPHIC",
    ]);
    expect(findIdentifiers("I was a teaching assistant.").map((one) => one.reason)).toEqual(["names-a-job"]);
  });
});
