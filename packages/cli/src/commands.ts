// Every command, in the order of the help.

import type { Command } from "./command.ts";
import { directory } from "./directory/directory.ts";
import { createHelp } from "./help.ts";
import { redact } from "./redact/redact.ts";
import { version } from "./version.ts";
import { words } from "./words.ts";

export const commands: readonly Command[] = [redact, words, directory, createHelp(() => commands), version];

export const commandNamed = (name: string): Command | undefined => commands.find((one) => one.name === name);
