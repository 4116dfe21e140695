// How the demo speaks: headings, short paragraphs, her words apart from ours. Plain text where there is no terminal.

const colours = process.stdout.isTTY === true && process.env.NO_COLOR === undefined;
const paint = (code: string) => (text: string) => (colours ? `\u001b[${code}m${text}\u001b[0m` : text);
export const bold = paint("1");
export const soft = paint("2");
export const teal = paint("36");
export const amber = paint("33");

const width = Math.min(process.stdout.columns ?? 92, 92);

/** Breaks a text into lines that fit, each behind an indent. */
export function wrapped(text: string, indent: string, first = indent, most = width): string {
  const lines: string[] = [];
  for (const paragraph of text.split("\n")) {
    let line = lines.length === 0 ? first : indent;
    let length = line.length;
    for (const word of paragraph.split(" ")) {
      if (length + word.length > most && length > indent.length) {
        lines.push(line.trimEnd());
        line = indent;
        length = indent.length;
      }
      line += `${word} `;
      length += word.length + 1;
    }
    lines.push(line.trimEnd());
  }
  return lines.join("\n");
}

let steps = 0;
export const heading = (title: string): void => console.log(`\n${bold(`${++steps}. ${title}`)}`);
export const say = (text: string): void => console.log(`\n${wrapped(text, "   ")}`);

const mostParagraphs = 6;

/** Somebody's words, set apart; a long text is shown from its beginning. */
export function show(paragraphs: readonly string[]): void {
  console.log("");
  for (const [index, paragraph] of paragraphs.slice(0, mostParagraphs).entries()) {
    if (index > 0) console.log(teal("   │"));
    for (const line of wrapped(paragraph, "", "", width - 5).split("\n"))
      for (const part of split(line)) console.log(`   ${teal("│")} ${part}`);
  }
  if (paragraphs.length > mostParagraphs)
    console.log(`   ${teal("│")} ${soft(`… and ${paragraphs.length - mostParagraphs} more paragraphs`)}`);
}

/** A line that is still too wide behind the bar. */
const split = (line: string): string[] =>
  line.length <= width - 5 ? [line] : [line.slice(0, width - 5), ...split(line.slice(width - 5))];

export type Tried = { readonly who: string; readonly opens: boolean; readonly because: string };

/** What everybody can open now: each of them tried. */
export function table(title: string, rows: readonly Tried[]): void {
  console.log(`\n   ${bold(title)}`);
  const longest = Math.max(...rows.map(({ who }) => who.length));
  for (const { who, opens, because } of rows) {
    const mark = opens ? teal("opens it   ") : amber("cannot open");
    const lead = `   ${who.padEnd(longest)}  `;
    const reason = wrapped(because, " ".repeat(lead.length + 13), "").trimStart();
    console.log(`${lead}${mark}  ${soft(reason)}`);
  }
}

export const refused = (who: string, answer: string): void => console.log(`\n   ${who}: ${amber(answer)}`);
export const done = (text: string): void => console.log(`   ${teal("✓")} ${text}`);
