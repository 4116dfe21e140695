// What a command is: its name, how it is called, what it is for, and what it does.

import { type ParseArgsOptionDescriptor, parseArgs } from "node:util";
import { CliError } from "./errors.ts";
import type { Terminal } from "./terminal.ts";

export type Option = ParseArgsOptionDescriptor & {
  /** What stands for its value in the help. */
  readonly value?: string;
  readonly what: string;
};
type Options = Readonly<Record<string, Option>>;

type Parsed<O extends Options> = ReturnType<typeof parseArgs<{ options: O; allowPositionals: true }>>;

type Definition<O extends Options> = {
  readonly name: string;
  /** After `ownwords`. */
  readonly usage: string;
  /** In one line. */
  readonly whatFor: string;
  /** Paragraphs of its own help page. */
  readonly about: readonly string[];
  readonly options: O;
  readonly mostArguments: number;
  /** @returns the exit code */
  readonly run: (given: Parsed<O>, terminal: Terminal) => Promise<number>;
};

export type Command = Omit<Definition<Options>, "run"> & {
  /** @throws CliError for arguments that it does not take */
  readonly run: (args: readonly string[], terminal: Terminal) => Promise<number>;
};

/** Makes a command that parses its own arguments. */
export const command = <const O extends Options>(definition: Definition<O>): Command => ({
  ...definition,
  run: (args, terminal) => {
    const given = parse(definition.options, args);
    if (given.positionals.length > definition.mostArguments)
      throw new CliError("too-many-arguments", given.positionals[definition.mostArguments]);
    return definition.run(given, terminal);
  },
});

function parse<O extends Options>(options: O, args: readonly string[]): Parsed<O> {
  try {
    return parseArgs({ options, args: [...args], allowPositionals: true }) as Parsed<O>;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const about = /'([^' ]+)/.exec(message)?.[1];
    if (code === "ERR_PARSE_ARGS_UNKNOWN_OPTION") throw new CliError("unknown-option", about);
    if (code === "ERR_PARSE_ARGS_INVALID_OPTION_VALUE") throw new CliError("bad-option", about);
    throw error;
  }
}
