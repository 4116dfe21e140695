// From the arguments to an exit code: 0 done, 1 something went wrong, 2 wrongly called.

import { commandNamed, commands } from "./commands.ts";
import { CliError } from "./errors.ts";
import { overview, pageOf } from "./help.ts";
import { say, sentenceOf, type Terminal, write } from "./terminal.ts";

const helpAsked = (args: readonly string[]): boolean => {
  const end = args.indexOf("--");
  return args.slice(0, end === -1 ? args.length : end).some((arg) => arg === "--help" || arg === "-h");
};

/** Runs one command. Whatever goes wrong is said on standard error, with its code; nothing is thrown. */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const [name, ...rest] = args;
  const command = name === undefined ? undefined : commandNamed(name === "--version" ? "version" : name);
  try {
    if (command && helpAsked(rest)) {
      await write(terminal.stdout, pageOf(command));
      return 0;
    }
    if (command) return await command.run(rest, terminal);
    if (helpAsked(args)) {
      await write(terminal.stdout, overview(commands));
      return 0;
    }
    throw name === undefined ? new CliError("no-command") : new CliError("unknown-command", name);
  } catch (error) {
    say(terminal, sentenceOf(error));
    if (!(error instanceof CliError && error.wronglyCalled)) return 1;
    terminal.stderr.write(
      `\n${command ? `Usage: ownwords ${command.usage}\nMore:  ownwords help ${command.name}\n` : overview(commands)}`,
    );
    return 2;
  }
}
