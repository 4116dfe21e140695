// From what the engine found to the document that the desk and she read: runs of her words, and changes.

import type { Change, OwnDocument, RandomId, RiskCode, Run, StoryDocument } from "@ownwords/consent";
import { type Finding, findIdentifiers, redactText } from "@ownwords/redaction";
import { newId } from "@ownwords/sealing/open";

type Mark = { readonly start: number; readonly end: number } & (
  | { readonly change: RandomId; readonly shown: string }
  | { readonly consider: RiskCode }
);

/** Between fields, so that the engine reads the whole story and finds a name everywhere once it found it. */
const gap = "\n\n";

/** The runs of one field: the marks that touch it, cut to it. */
function runsOf(text: string, from: number, to: number, marks: readonly Mark[]): Run[] {
  const runs: Run[] = [];
  let at = from;
  for (const mark of marks) {
    const start = Math.max(mark.start, at);
    const end = Math.min(mark.end, to);
    if (end <= start) continue;
    if (start > at) runs.push({ words: text.slice(at, start) });
    runs.push(
      "change" in mark
        ? { change: mark.change, shown: mark.start >= from ? mark.shown : "" }
        : { words: text.slice(start, end), consider: mark.consider },
    );
    at = end;
  }
  if (at < to) runs.push({ words: text.slice(at, to) });
  return runs;
}

/** Redacts a sent story. Pure; runs in a worker thread, and could run in her browser. */
export function redactStory(sent: OwnDocument): { document: StoryDocument; findings: number } {
  const fields = [sent.title, ...sent.paragraphs.map(({ words }) => words), sent.lesson];
  const text = fields.join(gap);
  const findings: Finding[] = findIdentifiers(text, { ownWords: [...sent.hide] });
  const changes: Change[] = [];
  const replaced = redactText(text, findings).replacements.map((replacement): Mark => {
    const id = newId();
    changes.push({ id, code: replacement.reason, label: replacement.label });
    return { start: replacement.start, end: replacement.end, change: id, shown: replacement.shown };
  });
  const considered = findings
    .filter(({ tier }) => tier === "consider")
    .filter((asked) => !replaced.some((mark) => mark.start < asked.end && asked.start < mark.end))
    .map((asked): Mark => ({ start: asked.start, end: asked.end, consider: asked.reason }));
  const marks = [...replaced, ...considered].sort((a, b) => a.start - b.start);

  let at = 0;
  const parts = fields.map((field) => {
    const runs = runsOf(text, at, at + field.length, marks);
    at += field.length + gap.length;
    return runs;
  });
  const document: StoryDocument = {
    v: 1,
    title: parts[0]!,
    paragraphs: sent.paragraphs.map(({ id }, index) => ({ id, runs: parts[index + 1]! })),
    lesson: parts.at(-1)!,
    changes,
  };
  return { document, findings: findings.length };
}
