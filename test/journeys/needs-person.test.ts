import { draftOf } from "@ownwords/client";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createWorld, until, type World } from "./world.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

/** Synthetic. */
const polish = `Przyszłam za wcześnie i pani w recepcji zapytała, gdzie chciałabym usiąść. Wybrałam krzesło przy oknie.

Nikt mnie nie poganiał i to bardzo pomogło.`;

it("a text that the engine does not understand waits for a person, whole and closed", async () => {
  const { space } = await world.newSpace();
  const story = await space.newStory();
  await story.saveDraft(draftOf(polish));
  await story.send();
  await world.reaches(story, "needs-person");
  const desk = await world.support("support-1");
  expect(await desk.desk()).toMatchObject([{ story: story.id, stage: "needs-person" }]);
  await expect(desk.read(story.id)).rejects.toMatchObject({ code: "not-fit-to-read" });
  const draft = await story.draft();
  expect(draft?.paragraphs.map(({ words }) => words).join("\n\n")).toBe(polish);

  const { text } = await story.state();
  await desk.retry(story.id, text!);
  await until("the program to say no again", async () => {
    const { lines } = await story.history();
    return lines.filter(({ what }) => what === "refuse").length === 2;
  });
  expect(await story.stage()).toBe("needs-person");
  expect((await story.history()).verified).toBe(true);
});

it("passages that she never shares do not leave her draft", async () => {
  const { space } = await world.newSpace();
  const story = await space.newStory();
  const draft = draftOf("I sat by the window. The blue bicycle was there. Nobody hurried me, and that was good.");
  const [paragraph] = draft.paragraphs;
  const start = paragraph!.words.indexOf("The blue bicycle was there. ");
  const end = start + "The blue bicycle was there. ".length;
  await story.saveDraft({ ...draft, neverShare: [{ paragraph: paragraph!.id, start, end }] });
  await story.send();
  await world.reaches(story, "team-review");
  const desk = await world.support("support-1");
  const { document } = await desk.read(story.id);
  expect(JSON.stringify(document)).toContain("Nobody hurried me");
  expect(JSON.stringify(document)).not.toContain("bicycle");
  expect((await story.draft())?.paragraphs[0]?.words).toContain("bicycle");
});

it("words of her own list are hidden wherever they stand", async () => {
  const { space } = await world.newSpace();
  const story = await space.newStory();
  await story.saveDraft(
    draftOf("I left it at the lighthouse cafe. The lighthouse is what I think of first.", { hide: ["lighthouse"] }),
  );
  await story.send();
  await world.reaches(story, "team-review");
  const { document } = await (await world.support("support-1")).read(story.id);
  expect(JSON.stringify(document)).not.toContain("lighthouse");
  expect(document.changes.map(({ code }) => code)).toContain("her-own-word");
});
