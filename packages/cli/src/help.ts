// The help, derived from the commands themselves.

import { type Command, command, type Option } from "./command.ts";
import { CliError } from "./errors.ts";
import { write } from "./terminal.ts";

const measure = 80;

/** Breaks a paragraph at spaces. */
function wrap(text: string, indent: number): string {
  const margin = " ".repeat(indent);
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && indent + line.length + 1 + word.length > measure) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line].map((each) => margin + each).join("\n");
}

/** Two columns, the second one wrapped. */
function columns(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length)) + 4;
  return rows.map(([left, right]) => `  ${left}`.padEnd(width) + wrap(right, width).trimStart()).join("\n");
}

const optionName = (name: string, { short, value }: Option): string =>
  `${short ? `-${short}, ` : ""}--${name}${value ? ` ${value}` : ""}`;

/** All commands, a line each. */
export const overview = (commands: readonly Command[]): string =>
  `Usage: ownwords <command> [options]

${columns(commands.map(({ name, whatFor }) => [name, whatFor]))}

More about one:    ownwords help <command>
In this checkout:  npm run --silent ownwords -- <command>
`;

/** One command's page. */
export const pageOf = ({ usage, about, options }: Command): string =>
  [
    `Usage: ownwords ${usage}`,
    ...about.map((paragraph) => (paragraph.startsWith(" ") ? paragraph : wrap(paragraph, 0))),
    ...(Object.keys(options).length === 0
      ? []
      : [columns(Object.entries(options).map(([name, option]) => [optionName(name, option), option.what]))]),
  ]
    .join("\n\n")
    .concat("\n");

/** @param commands all of them, once they are there: this is one of them */
export const createHelp = (commands: () => readonly Command[]): Command =>
  command({
    name: "help",
    usage: "help [command]",
    whatFor: "Say what there is, or more about one command.",
    about: ["Says which commands there are, or how one of them is used."],
    options: {},
    mostArguments: 1,
    run: async ({ positionals: [name] }, { stdout }) => {
      const asked = commands().find((one) => one.name === name);
      if (name !== undefined && !asked) throw new CliError("unknown-command", name);
      await write(stdout, asked ? pageOf(asked) : overview(commands()));
      return 0;
    },
  });
