// A bar on standard error, for a person who watches. Nobody watches a file or a pipe.

import type { Terminal } from "../terminal.ts";

export type Progress = {
  /** More bytes were read. */
  readonly read: (bytes: number) => void;
  readonly lineDone: () => void;
  /** Takes the bar away, so that something else can be written. */
  readonly clear: () => void;
  /** Says in one line what was done. */
  readonly finish: () => void;
};

const everyMs = 100;
const barWidth = 24;
const clearLine = "\r\u001b[2K";

const count = (lines: number) => `${lines.toLocaleString("en-GB")} ${lines === 1 ? "line" : "lines"}`;
const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
const duration = (seconds: number) =>
  seconds < 60 ? `${Math.round(seconds)} s` : `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;

/** @param total bytes, where they are known beforehand */
export function showProgress({ stdout, stderr }: Terminal, total: number | undefined): Progress {
  const nothing = () => {};
  // Where the lines go to the terminal too, they are the progress.
  if (!stderr.isTTY || stdout.isTTY) return { read: nothing, lineDone: nothing, clear: nothing, finish: nothing };

  const started = performance.now();
  let shown = Number.NEGATIVE_INFINITY;
  let bytes = 0;
  let lines = 0;
  const draw = () => {
    const now = performance.now();
    if (now - shown < everyMs) return;
    shown = now;
    const share = total ? Math.min(1, bytes / total) : undefined;
    const filled = Math.round((share ?? 0) * barWidth);
    const bar =
      share === undefined ? "" : `${"█".repeat(filled)}${"░".repeat(barWidth - filled)} ${Math.floor(share * 100)} %  `;
    const seconds = (now - started) / 1000;
    const left = share && share < 1 && seconds > 2 ? `  about ${duration((seconds / share) * (1 - share))} left` : "";
    stderr.write(
      `${clearLine}${`${bar}${count(lines)}  ${megabytes(bytes)}${left}`.slice(0, (stderr.columns || 80) - 1)}`,
    );
  };
  return {
    read: (more) => {
      bytes += more;
      draw();
    },
    lineDone: () => {
      lines += 1;
      draw();
    },
    clear: () => {
      stderr.write(clearLine);
      shown = Number.NEGATIVE_INFINITY;
    },
    finish: () => {
      const seconds = (performance.now() - started) / 1000;
      stderr.write(`${clearLine}${count(lines)}, ${megabytes(bytes)}, in ${duration(seconds)}.\n`);
    },
  };
}
