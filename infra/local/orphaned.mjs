// npm passes SIGTERM to the shell that it started for the script, and that shell dies of it without passing it on: a
// killed `npm start` would leave everything running. So the bootstrap looks up from time to time.
import { readFileSync } from "node:fs";

const LOOK_EVERY_MS = 250;

/** Calls back once, when the shells between npm and this process are not those that started it any more. */
export function onceOrphaned(callback) {
  const atStart = lineage();
  const timer = setInterval(() => {
    if (lineage() === atStart) return;
    clearInterval(timer);
    callback();
  }, LOOK_EVERY_MS);
  timer.unref();
}

/** The parent and its parent: pnpm's `node` in node_modules/.bin is one more shell, which survives npm's. */
function lineage() {
  return `${process.ppid} ${parentOf(process.ppid)}`;
}

/** Only Linux tells; the shells of other systems replace themselves by the program, so that the parent is enough. */
function parentOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")")).split(" ")[2];
  } catch {
    return "unknown";
  }
}
