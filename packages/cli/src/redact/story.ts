import { type Finding, findIdentifiers, redactText } from "@ownwords/redaction";
import { say, type Terminal, write } from "../terminal.ts";
import { openInput, readStory } from "./input.ts";
import type { Wishes } from "./wishes.ts";

/** Redacts one story, or says what was found in it. @throws CliError */
export async function redactStory(
  file: string | undefined,
  wishes: Wishes,
  showFindings: boolean,
  terminal: Terminal,
): Promise<void> {
  const text = await readStory(await openInput(file, terminal));
  const findings = findIdentifiers(text, wishes.find);
  if (showFindings) return write(terminal.stdout, asJson(findings));

  const redacted = redactText(text, findings, wishes.style);
  const ends = redacted.text.endsWith("\n") || !terminal.stdout.isTTY;
  await write(terminal.stdout, ends ? redacted.text : `${redacted.text}\n`);
  if (terminal.stderr.isTTY) say(terminal, `\n${summary(redacted.replacements.length, questionsIn(findings, wishes))}`);
}

/** One finding a line, and still one JSON value. */
const asJson = (findings: readonly Finding[]): string =>
  findings.length === 0 ? "[]\n" : `[\n${findings.map((one) => `  ${JSON.stringify(one)}`).join(",\n")}\n]\n`;

const questionsIn = (findings: readonly Finding[], { style }: Wishes): number =>
  style.consider ? 0 : findings.filter(({ tier }) => tier === "consider").length;

const summary = (replaced: number, questions: number): string =>
  [
    `${replaced} replaced.`,
    questions > 0 ? `${questions} left for a person to decide: --findings shows them, --consider replaces them.` : "",
    "A program can miss things: read it before anybody else does.",
  ]
    .filter(Boolean)
    .join(" ");
