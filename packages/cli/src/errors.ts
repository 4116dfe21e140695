// Everything that can go wrong at the command line: a code, a fixed sentence that says what to do, an exit code.

import type { DirectoryFault } from "@ownwords/sealing";

/** Wrongly called: the usage is shown as well. */
const usageMessages = {
  "no-command": "Say what to do.",
  "unknown-command": "There is no such command.",
  "unknown-option": "There is no such option.",
  "bad-option": "This option is not used like this.",
  "too-many-arguments": "This is one argument too many.",
  "option-missing": "An option is missing that this needs.",
  "bad-recall": "--recall takes a number from 0 (only what is certain) to 1 (everything that might be).",
  "bad-style": "--style takes one of: bracketed, vaguer, pen-names.",
  "pen-name-missing": "The style pen-names needs names: give each with --pen-name.",
  "bad-url": "This is no address of a service. It begins with http:// or https://",
} as const;

const directoryMessages: Readonly<Record<`directory-${DirectoryFault}`, string>> = {
  "directory-deployment": "The deployment file asks for signatures that cannot be: look at its stewards and threshold.",
  "directory-shape": "What the service gave is not a directory.",
  "directory-signatures": "The directory is not signed by enough of the stewards that the deployment file names.",
  "directory-salt": "The directory belongs to another deployment: the salts of the pass words differ.",
  "directory-serial": "The directory is older than the deployment file allows. The service may have been led back.",
  "directory-expired": "The directory's last day is over. The stewards have to sign a new one.",
  "directory-support-circle": "The directory does not name exactly one support team.",
  "directory-repeated": "The directory names an id or a key twice.",
  "directory-policy": "The directory's policy says what no policy may say.",
};

const messages = {
  ...usageMessages,
  ...directoryMessages,
  "no-such-file": "There is no such file.",
  "is-a-folder": "This is a folder, not a file.",
  "not-readable": "This cannot be read. Check that it is yours to read.",
  "not-utf8": "This is not UTF-8 text. Save it as UTF-8 and try again.",
  empty: "There is no text in this.",
  "too-large": "This is more than 10 MB. Give it in parts, or as lines with --jsonl.",
  "line-too-long": "This line is more than 10 MB.",
  "not-json": "This line is not JSON.",
  "not-an-object": 'This line is not an object such as {"id": 1, "text": "…"}.',
  "id-missing": 'This line has no "id" that is a text or a number.',
  "text-missing": 'This line has no "text".',
  "bad-lines": "Left out, for the reasons above. The other lines are done.",
  "not-writable": "The output cannot be written. Is the disk full?",
  "deployment-unreadable": "This is not a deployment file.",
  "service-away": "The service cannot be reached. Check the address, and that it is running.",
  "not-understood": "What answers there is not the API of an Ownwords service.",
  unexpected: "Something went wrong that this program does not know. Please report it, with what you ran.",
} as const;

export type CliErrorCode = keyof typeof messages;

/** Something that the person at the terminal can act on. The message is fixed; `about` is what they typed themselves. */
export class CliError extends Error {
  override readonly name = "CliError";
  readonly retryable: boolean;
  readonly code: CliErrorCode;
  /** A file, an option, a line: printed before the message. */
  readonly about: string | undefined;

  constructor(code: CliErrorCode, about?: string) {
    super(messages[code]);
    this.code = code;
    this.about = about;
    this.retryable = code === "service-away";
  }

  get wronglyCalled(): boolean {
    return Object.hasOwn(usageMessages, this.code);
  }
}
