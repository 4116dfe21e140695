// The one door of the npm scripts. It runs on whatever Node (20 or newer) the machine has, brings the dependencies in
// when they are not there yet, and hands over to the pinned Node 24 that came with them.
import { spawn } from "node:child_process";
import { constants } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { InstallError, installIfNeeded } from "./install.mjs";
import { onceOrphaned } from "./orphaned.mjs";

const OLDEST_NODE = 20;
const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

/** Where `inCallersFolder` is true, file names among the arguments mean files in the folder where the person stands. */
const PROGRAMS = {
  start: { script: "infra/local/start.ts", inCallersFolder: false },
  demo: { script: "infra/demo/demo.ts", inCallersFolder: true },
  ownwords: { script: "packages/cli/src/main.ts", inCallersFolder: true },
  test: { script: "test/run.ts", inCallersFolder: false },
  docs: { script: "infra/docs/write.ts", inCallersFolder: false },
  check: { script: "infra/local/check.ts", inCallersFolder: false },
};

const calledByNpm = process.env.npm_package_json === join(root, "package.json");

/** npm moves to the checkout before it runs a script, and tells in INIT_CWD where it was called. */
function callersFolder() {
  return (calledByNpm && process.env.INIT_CWD) || process.cwd();
}

/** Runs the program and ends as it ends: with its exit code, or with 128 + n where signal n ended it. */
function runUnderPinnedNode({ script, inCallersFolder }, args) {
  const child = spawn(join(root, "node_modules", "node", "bin", "node"), [join(root, script), ...args], {
    cwd: inCallersFolder ? callersFolder() : root,
    stdio: "inherit",
  });
  for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  if (calledByNpm) onceOrphaned(() => child.kill("SIGTERM"));
  // A terminal sends Ctrl-C to the child as well; a second one from here would read as "stop at once".
  const atTerminal = process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY;
  process.on("SIGINT", () => {
    if (!atTerminal) child.kill("SIGINT");
  });
  child.on("error", (error) => {
    console.error(`The pinned Node could not be run (${error.code}). Delete node_modules and try again.`);
    process.exitCode = 1;
  });
  child.on("exit", (code, signal) => {
    process.exit(signal ? 128 + constants.signals[signal] : code);
  });
}

async function main([name, ...args]) {
  if (Number(process.versions.node.split(".")[0]) < OLDEST_NODE) {
    console.error(`Ownwords needs Node ${OLDEST_NODE} or newer; this is ${process.version}. See https://nodejs.org`);
    return 1;
  }
  const program = Object.hasOwn(PROGRAMS, name ?? "") ? PROGRAMS[name] : undefined;
  if (!program) {
    console.error(`Usage: node infra/local/bootstrap.mjs <${Object.keys(PROGRAMS).join("|")}> [arguments]`);
    return 1;
  }
  try {
    await installIfNeeded(root);
  } catch (error) {
    if (!(error instanceof InstallError)) throw error;
    console.error(error.message);
    return 1;
  }
  runUnderPinnedNode(program, args);
}

process.exitCode = await main(process.argv.slice(2));
