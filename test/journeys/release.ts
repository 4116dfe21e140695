// The way of one story, in steps that the journeys share. Synthetic and gentle.

import { type AuthorStory, draftOf, type Selection, type Support } from "@ownwords/client";
import { type CircleId, type PermissionId, releaseChecks, sessionTerms } from "@ownwords/consent";
import { until, type World } from "./world.ts";

/** A synthetic story. */
export const syntheticStory = `I was nervous about the appointment. My sister Kerry came with me to the surgery in Harbourtown.

The receptionist spoke quietly and asked where I would like to sit. I chose the chair by the window.

What helped was time. Nobody hurried me.`;

export const card = { v: 1, contentNote: "A visit to a surgery.", themes: ["reception"] } as const;

/** From a new space to a story that waits for her. */
export async function storyInReview(world: World, text = syntheticStory) {
  const { space, words } = await world.newSpace();
  const story = await space.newStory();
  await story.saveDraft(
    draftOf(text, { title: "A chair by the window", lesson: "Ask where somebody would like to sit." }),
  );
  await story.send();
  await world.reaches(story, "team-review");
  const checker = await world.support("support-1");
  await checker.check(await checker.read(story.id));
  return { space, words, story, checker };
}

/** Agrees to every change. */
export async function agreeAll(story: AuthorStory) {
  const waiting = await story.proposal();
  const { changes } = waiting.document;
  if (changes.length > 0)
    await story.decide(
      waiting,
      changes.map(({ id }) => ({ change: id, choice: "agree" as const })),
    );
}

/** Looks at the words and agrees to them. */
export async function agreeTo(story: AuthorStory, selection: Selection = {}) {
  const preview = await story.preview(await story.proposal(), selection);
  return { ...(await story.agree(preview, card)), document: preview.document };
}

/** Looks at a release and approves it. */
export const approve = async (support: Support, permission: PermissionId) =>
  support.approve(await support.release(permission), releaseChecks);

/** Two yeses with a day between, the hold, up to the last check. */
export async function yesTwice(
  world: World,
  story: AuthorStory,
  cut: Parameters<AuthorStory["cut"]>[0],
  circle: CircleId,
) {
  const until365 = await world.dayIn(300);
  const permission = await story.answer("yes-once", { cut, circle, until: until365 });
  await world.days(2);
  await story.confirm(permission, { until: until365 });
  await world.days(8);
  await until("the last check", async () => (await story.state()).permissions[permission]?.stage === "in-check");
  return permission;
}

/** From a story in review to one that a circle can open. */
export async function release(world: World, circle: CircleId, text = syntheticStory) {
  const { space, words, story } = await storyInReview(world, text);
  await agreeAll(story);
  const agreed = await agreeTo(story);
  const permission = await yesTwice(world, story, agreed.cut, circle);
  const approver = await world.support("support-2");
  await approve(approver, permission);
  return { space, words, story, permission, approver, ...agreed };
}

/** A trainer declares a session and opens what was released. */
export async function openAs(
  world: World,
  person: "trainer-riverside" | "trainer-hillside",
  permission: PermissionId,
  purpose: "live-training" | "e-learning" = "live-training",
) {
  const trainer = await world.trainer(person);
  const item = (await trainer.catalogue()).find((each) => each.permission === permission);
  if (!item) return undefined;
  const me = world.trial.people[person].entry.id;
  return trainer.open(item, { purpose, facilitator: me, debrief: me }, sessionTerms);
}
