import { command } from "../command.ts";
import { CliError } from "../errors.ts";
import { redactManyLines } from "./lines.ts";
import { redactStory } from "./story.ts";
import { wishesOf } from "./wishes.ts";

export const redact = command({
  name: "redact",
  usage: "redact [options] [file]",
  whatFor: "Put something vaguer in the place of what identifies people.",
  about: [
    "Reads a story (UTF-8 text, up to 10 MB) from a file, or from standard input where there is none or it is a dash, and prints it with names, places, dates and the like replaced. Nothing leaves this machine. A program can miss things: a person has to read the result.",
    "  ownwords redact story.txt\n  ownwords redact --findings story.txt\n  ownwords redact --jsonl < stories.jsonl > redacted.jsonl",
    'With --jsonl each line is {"id": …, "text": …} and becomes {"id", "text", "findings"}: text is the redacted one, and the places of the findings are those in the text that came in. A bad line is named on standard error and left out; the exit code is then 1.',
  ],
  options: {
    findings: { type: "boolean", what: "Print what was found, as JSON, and not the text." },
    jsonl: { type: "boolean", what: "Read lines of JSON, from standard input or any number of files." },
    recall: {
      type: "string",
      value: "0..1",
      what: "How much to find: 0 only what is certain, 1 everything that might be. 0.5 if left out.",
    },
    hide: {
      type: "string",
      multiple: true,
      value: "word",
      what: "Hide this too, wherever it stands. Can be repeated.",
    },
    consider: { type: "boolean", what: "Also replace what would be left for a person to decide." },
    style: {
      type: "string",
      value: "style",
      what: "bracketed ([my sister], [a GP surgery]), vaguer (as little as reads well) or pen-names.",
    },
    "pen-name": {
      type: "string",
      multiple: true,
      value: "name",
      what: "For pen-names: the name of the first person found, then of the second, and so on. Can be repeated.",
    },
  },
  mostArguments: Number.POSITIVE_INFINITY,
  run: async ({ values, positionals }, terminal) => {
    const wishes = wishesOf(values);
    if (values.jsonl && values.findings) throw new CliError("bad-option", "--findings with --jsonl");
    if (values.jsonl) await redactManyLines(positionals, wishes, terminal);
    else if (positionals.length > 1) throw new CliError("too-many-arguments", positionals[1]);
    else await redactStory(positionals[0], wishes, values.findings ?? false, terminal);
    return 0;
  },
});
