import { describe, expect, test } from "vitest";
import { findIdentifiers, riskCodes } from "./index.ts";

const people = (text: string, options = {}) =>
  findIdentifiers(text, options)
    .filter((one) => one.label === "PERSON")
    .map((one) => [text.slice(one.start, one.end), one.entity]);

describe("the document pass", () => {
  test("a name found once is found everywhere: small, possessive, misspelt, as an initial", () => {
    const text =
      "My sister Oluwadara Bello came. Then oluwadara's coat, then Oluwadra, and a note from O. in her hand.";
    expect(people(text)).toEqual([
      ["Oluwadara Bello", 1],
      ["oluwadara", 1],
      ["Oluwadra", 1],
      ["O", expect.any(Number)],
    ]);
  });

  test("a word that is a name too is found with a capital, and left alone without", () => {
    expect(people("My friend Hope came. I hope so. I told Hope.")).toEqual([
      ["Hope", 1],
      ["Hope", 1],
    ]);
  });

  test("a short form belongs to the one full name that has it, and to none where there are two", () => {
    expect(people("Colette Brannock came. Colette sat. Mrs Brannock left.").map(([, entity]) => entity)).toEqual([
      1, 1, 1,
    ]);
    expect(people("Ann Brannock came, and Tom Brannock too. Then Brannock rang.").map(([, entity]) => entity)).toEqual([
      1, 2, 3,
    ]);
    expect(people("I met Mr Brannock, and I met Mrs Brannock.").map(([, entity]) => entity)).toEqual([1, 2]);
  });

  test("sources and reasons are named", () => {
    const [found] = findIdentifiers("My sister Jo came.");
    expect(found).toMatchObject({ label: "PERSON", tier: "hide", reason: "names-a-person", entity: 1 });
    expect(found!.source).toContain("kin-and-name");
    expect(riskCodes).toContain(found!.reason);
  });
});

describe("options", () => {
  const text = "The blue kettle was mine. A Blue Kettle, it was.";
  test("her own words are hidden wherever they stand, in any case", () => {
    const found = findIdentifiers(text, { ownWords: ["Blue kettle"] });
    expect(found.map((one) => [text.slice(one.start, one.end), one.reason, one.tier, one.entity])).toEqual([
      ["blue kettle", "her-own-word", "hide", 1],
      ["Blue Kettle", "her-own-word", "hide", 1],
    ]);
    expect(findIdentifiers("O'Hara's tea", { ownWords: ["o’hara"] }).length).toBe(1);
  });

  test("the words that a deployment protects are hidden with their own reason", () => {
    expect(findIdentifiers("i like the orchard room", { protectedWords: ["Orchard Room"] })).toMatchObject([
      { reason: "protected-word", tier: "hide" },
    ]);
  });

  test("a passage that is never to be shared is covered whole, and what it cuts keeps its visible part", () => {
    const story = "I met Colette Brannock there.";
    const found = findIdentifiers(story, { neverShare: [{ start: 14, end: 999 }] });
    expect(found.map((one) => [story.slice(one.start, one.end), one.reason])).toEqual([
      ["Colette ", "names-a-person"],
      ["Brannock there.", "never-share"],
    ]);
  });

  test("a passage never splits a character", () => {
    const found = findIdentifiers("a😀b", { neverShare: [{ start: 2, end: 3 }] });
    expect([found[0]!.start, found[0]!.end]).toEqual([1, 3]);
  });

  test("pen names are not found, real names beside them are", () => {
    expect(people("Wren came, and Wren's friend Colette too.", { penNames: ["Wren"] })).toEqual([["Colette", 1]]);
  });

  test("the knob moves what is doubtful from unseen to asked to hidden", () => {
    const doubtful = "i were at brimblewick till it shut";
    const tier = (recall: number) => findIdentifiers(doubtful, { recall }).map((one) => one.tier);
    expect([tier(0.1), tier(0.5), tier(0.9)]).toEqual([[], ["consider"], ["hide"]]);
  });
});

describe("text that is typed in other ways", () => {
  test("without capitals names are still found", () => {
    expect(people("my ex darren and i had tea with gemma and mrs okonjo")).toEqual([
      ["darren", 1],
      ["gemma", 2],
      ["mrs okonjo", 3],
    ]);
  });
  test("in capitals names are still found, and the rest is left", () => {
    expect(
      people("I HAD TEA WITH MY SISTER GEMMA AND IT WAS GOOD AND THE ROOM WAS WARM").map(([name]) => name),
    ).toEqual(["GEMMA"]);
  });
  test("with invisible characters inside a name it is still the same name", () => {
    expect(people("My sister Gem\u200bma came. Gemma sat.").map(([, entity]) => entity)).toEqual([1, 1]);
  });
});
