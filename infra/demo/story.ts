// The story that the demo carries: a gentle synthetic one, or the reader's own file.

import { readFileSync, statSync } from "node:fs";
import { mostCharacters } from "@ownwords/consent";

export class StoryFileError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.name = "StoryFileError";
    this.code = code;
  }
}

export type DemoStory = {
  readonly title: string;
  readonly text: string;
  readonly lesson: string;
  readonly isSynthetic: boolean;
};

/** Synthetic. Nobody in it exists. */
const synthetic: DemoStory = {
  isSynthetic: true,
  title: "The chair by the window",
  text: `I had put off the appointment since March. In the end my sister Kerry drove me to Harbour Lane Surgery, and we were early.

The receptionist, Mrs Okafor, did not ask me anything across the counter. She came round and said, quietly, where would you like to sit? I took the chair by the window, next to the blue bicycle that somebody had left there.

When Dr Petrov called me he used my name the way I had asked them to, Jo, and left the door open a little until I said that it could close. He had my number, 07700 900123, on the screen, and turned it so that I could see what he was writing.

It was twenty minutes. Nobody hurried me. Kerry said on the way home that I was humming.`,
  lesson: "Ask people where they would like to sit. It tells them that they can choose.",
};

const mostBytes = 4 * mostCharacters;

/** @throws StoryFileError that says what is wrong with the file and what to do */
export function readStory(path: string | undefined): DemoStory {
  if (path === undefined) return synthetic;
  let bytes: Buffer;
  try {
    const about = statSync(path);
    if (!about.isFile())
      throw new StoryFileError(
        "story-is-no-file",
        `${path} is not a file. Name a text file, or none for the demo's own story.`,
      );
    if (about.size > mostBytes) throw tooLong(path);
    bytes = readFileSync(path);
  } catch (error) {
    if (error instanceof StoryFileError) throw error;
    throw new StoryFileError(
      "story-cannot-be-read",
      `${path} cannot be read. Look at its name and its rights, or name no file for the demo's own story.`,
    );
  }
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new StoryFileError("story-is-no-text", `${path} is not UTF-8 text. Save it as plain text, and try again.`);
  }
  if (text.includes("\0")) throw new StoryFileError("story-is-no-text", `${path} is not plain text.`);
  if (text.trim() === "")
    throw new StoryFileError(
      "story-is-empty",
      `${path} is empty. Write something in it, or name no file for the demo's own story.`,
    );
  if (text.length > mostCharacters) throw tooLong(path);
  return { title: "", text, lesson: "", isSynthetic: false };
}

const tooLong = (path: string) =>
  new StoryFileError(
    "story-is-too-long",
    `${path} is longer than ${mostCharacters.toLocaleString("en")} characters. Name a shorter file.`,
  );
