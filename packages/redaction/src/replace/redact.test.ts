import { describe, expect, test } from "vitest";
import { findIdentifiers, redactText, type Style, type StyleOptions } from "../index.ts";

const redacted = (text: string, style?: Style | StyleOptions) => redactText(text, findIdentifiers(text), style).text;

describe("people", () => {
  test.each([
    ["My sister Jo came. Then Jo's tea was cold.", "[My sister] came. Then [my sister]'s tea was cold."],
    ["my sister called jo came and i was glad", "[my sister] came and i was glad"],
    ["My ex, Darren, kept it.", "[My ex] kept it."],
    ["Nathan, my eldest, made tea.", "[My eldest] made tea."],
    ["There was a nurse called Una. Una sat down.", "There was [the nurse]. [The nurse] sat down."],
    ["The social worker, Tim, was young.", "[The social worker] was young."],
    ["My key worker was Joanne. Joanne laughed.", "My key worker was [a name]. [My key worker] laughed."],
    ["Dr Appleyard and Dr Moss listened. Dr Appleyard sat.", "[Dr A] and [Dr B] listened. [Dr A] sat."],
    ["My sister Jo and my sister Ann came.", "[My sister A] and [my sister B] came."],
    ["I met Colette and then Oluwadara.", "I met [person A] and then [person B]."],
    ["My name is Ionela.", "My name is [a name]."],
  ])("%s", (text, shown) => {
    expect(redacted(text)).toBe(shown);
  });
});

describe("places, organisations and what can be counted", () => {
  test.each([
    ["I lived in Larkborough.", "I lived in [a place]."],
    [
      "I lived in Larkborough, near Ottersby. I left Larkborough.",
      "I lived in [place A], near [place B]. I left [place A].",
    ],
    ["I went to Fernhill Surgery.", "I went to [a GP surgery]."],
    ["I went to the Larkborough Royal Infirmary.", "I went to the [hospital]."],
    ["We lived at 12 Saltmarsh Road, LS9 7QT.", "We lived at [an address], [an address]."],
    ["I rang 07700 900123.", "I rang [a phone number]."],
    ["Write to jo@post.example today.", "Write to [an email address] today."],
    ["My NI is JX 41 20 77 A.", "My NI is [a National Insurance number]."],
    ["We moved on 3 May 2014.", "We moved in [spring 2014]."],
    ["I was born on 12/03/1984.", "I was born on [a date of birth]."],
  ])("%s", (text, shown) => {
    expect(redacted(text)).toBe(shown);
  });

  test.each([
    ["When I was 23 I left.", "When I was [in my early 20s] I left."],
    ["My girl is here. She was 19 then.", "My girl is here. She was [in her late teens] then."],
    ["He was nine, and glad.", "He was [primary-school age], and glad."],
    ["I was a teaching assistant.", "I was a [worker in education]."],
    ["It was May 2014.", "It was [spring 2014]."],
    ["It was in 1998.", "It was in [the 1990s]."],
  ])("what was only asked about is replaced when that was decided: %s", (text, shown) => {
    expect(redacted(text)).toBe(text);
    expect(redacted(text, { consider: true })).toBe(shown);
  });
});

describe("grammar around a replacement", () => {
  test("an article that is there already is not repeated, and agrees", () => {
    const finding = {
      tier: "hide" as const,
      confidence: 1,
      entity: 1,
      reason: "names-a-place" as const,
      source: ["test"],
    };
    expect(redactText("an Ottersby bus", [{ ...finding, label: "PLACE", start: 3, end: 11 }]).text).toBe(
      "a [place] bus",
    );
    expect(redactText("a Larkmoor road", [{ ...finding, label: "ADDRESS", start: 2, end: 10 }]).text).toBe(
      "an [address] road",
    );
    expect(redactText("my Larkmoor", [{ ...finding, label: "PLACE", start: 3, end: 11 }]).text).toBe("my [place]");
  });
});

describe("styles", () => {
  const text = "My sister Jo met Dr Appleyard in Larkborough. Jo smiled.";
  test("pen names are given in order, the same to the same person, and brackets to the rest", () => {
    expect(redacted(text, { style: "pen-names", penNames: ["Wren"] })).toBe(
      "My sister Wren met [Dr A] in [a place]. Wren smiled.",
    );
  });
  test("vaguer says as little as reads well", () => {
    expect(redacted(text, "vaguer")).toBe("[Somebody] met [somebody] in [a place]. [Somebody] smiled.");
  });
});

test("a word that she wants hidden is no person", () => {
  const text = "The blue kettle was mine, and my sister Jo knew.";
  const findings = findIdentifiers(text, { ownWords: ["blue kettle", "Jo"] });
  expect(redactText(text, findings).text).toBe("The [something private] was mine, and [my sister] knew.");
});

test("each replacement says what it replaced and where it stands now", () => {
  const text = "Yes. My sister Jo came.";
  const done = redactText(text, findIdentifiers(text));
  expect(done.replacements).toEqual([
    {
      start: 5,
      end: 17,
      at: 5,
      shown: "[My sister]",
      label: "PERSON",
      tier: "hide",
      reason: "names-a-person",
      entity: 1,
    },
  ]);
});

test("a passage that is never to be shared becomes one bracket", () => {
  const text = "I came. Then I kept quiet about it. I left.";
  const findings = findIdentifiers(text, { neverShare: [{ start: 8, end: 35 }] });
  expect(redactText(text, findings).text).toBe("I came. [A part kept private] I left.");
});
