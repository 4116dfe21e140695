import { redactLines, redactText } from "@ownwords/redaction";
import { CliError, type CliErrorCode } from "../errors.ts";
import { say, sentenceOf, type Terminal, write } from "../terminal.ts";
import { type Input, openInput } from "./input.ts";
import { type Progress, showProgress } from "./progress.ts";
import { splitLines } from "./split-lines.ts";
import type { Wishes } from "./wishes.ts";

/**
 * Redacts `{id, text}` lines as they come, one at a time. A bad line is named on standard error and left out.
 * @throws CliError `bad-lines` at the end, where there were any
 */
export async function redactManyLines(files: readonly string[], wishes: Wishes, terminal: Terminal): Promise<void> {
  const names = files.length === 0 ? [undefined] : files;
  // All are opened before the first is read: a wrong name should not show after an hour.
  const inputs = await Promise.all(names.map((name) => openInput(name, terminal)));
  const total = inputs.every(({ size }) => size !== undefined)
    ? inputs.reduce((sum, { size }) => sum + size!, 0)
    : undefined;
  const progress = showProgress(terminal, total);
  let bad = 0;

  for (const input of inputs) {
    const onBad = (line: number, code: CliErrorCode) => {
      bad += 1;
      progress.clear();
      say(terminal, sentenceOf(new CliError(code, [input.name, `line ${line}`].filter(Boolean).join(", "))));
    };
    for await (const done of redactLines(splitLines(counted(input, progress), onBad), wishes.find)) {
      if ("code" in done) onBad(done.line, done.code);
      else {
        const { text } = redactText(done.text, done.findings, wishes.style);
        await write(terminal.stdout, `${JSON.stringify({ id: done.id, text, findings: done.findings })}\n`);
      }
      progress.lineDone();
    }
  }
  progress.finish();
  if (bad > 0) throw new CliError("bad-lines", `${bad} ${bad === 1 ? "line" : "lines"}`);
}

async function* counted({ chunks }: Input, progress: Progress): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    progress.read(chunk.length);
    yield chunk;
  }
}
