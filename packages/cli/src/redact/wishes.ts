// How a story is to be read and replaced, from the options.

import type { FindOptions, Style, StyleOptions } from "@ownwords/redaction";
import { CliError } from "../errors.ts";

export type Wishes = { readonly find: FindOptions; readonly style: StyleOptions };

const styles: readonly Style[] = ["bracketed", "vaguer", "pen-names"];
const isStyle = (given: string): given is Style => (styles as readonly string[]).includes(given);

export type WishOptions = {
  readonly recall?: string | undefined;
  readonly hide?: string[] | undefined;
  readonly style?: string | undefined;
  readonly "pen-name"?: string[] | undefined;
  readonly consider?: boolean | undefined;
};

/** @throws CliError for what cannot be wished */
export function wishesOf(given: WishOptions): Wishes {
  const penNames = given["pen-name"] ?? [];
  const style = given.style ?? (penNames.length > 0 ? "pen-names" : "bracketed");
  if (!isStyle(style)) throw new CliError("bad-style", style);
  if (style === "pen-names" && penNames.length === 0) throw new CliError("pen-name-missing");
  const recall = given.recall === undefined ? undefined : numberOf(given.recall);
  return {
    find: { ownWords: given.hide ?? [], penNames, ...(recall === undefined ? {} : { recall }) },
    style: { style, penNames, consider: given.consider ?? false },
  };
}

function numberOf(given: string): number {
  const number = given.trim() === "" ? Number.NaN : Number(given);
  if (!(number >= 0 && number <= 1)) throw new CliError("bad-recall", given);
  return number;
}
