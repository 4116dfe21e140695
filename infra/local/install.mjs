// Brings the dependencies in, and only when what they follow from has changed: a checkout that is installed needs no
// network. Everything it says goes to standard error, so that the output of `ownwords` can be piped.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { accessSync, constants, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const PNPM = "pnpm@10.34.9";

/** Its message is for the person at the terminal and says what to do. */
export class InstallError extends Error {
  name = "InstallError";
}

/** Installs from the lockfile, unless the last installation was from the same one. Throws InstallError. */
export async function installIfNeeded(root) {
  const stampFile = join(root, "node_modules", ".ownwords-installed");
  const wanted = fingerprint(root);
  const pinnedNode = join(root, "node_modules", "node", "bin", "node");
  if (existsSync(pinnedNode) && existsSync(stampFile) && readFileSync(stampFile, "utf8") === wanted) return;
  refuseReadOnly(root);
  await install(root);
  writeFileSync(stampFile, wanted);
}

/** A digest of everything that decides what lies in node_modules. */
function fingerprint(root) {
  const rooms = ["packages", "services"].flatMap((group) =>
    readdirSync(join(root, group))
      .sort()
      .map((room) => join(group, room)),
  );
  const manifests = [".", ...rooms, "infra", "test"].map((room) => join(room, "package.json"));
  const files = ["pnpm-lock.yaml", "pnpm-workspace.yaml", ...manifests].filter((file) => existsSync(join(root, file)));
  const hash = createHash("sha256").update(`${process.platform} ${process.arch}\n`);
  for (const file of files) hash.update(`${file}\n`).update(readFileSync(join(root, file)));
  return hash.digest("hex");
}

function refuseReadOnly(root) {
  const folder = existsSync(join(root, "node_modules")) ? join(root, "node_modules") : root;
  try {
    accessSync(folder, constants.W_OK);
  } catch {
    throw new InstallError(
      `Ownwords has to install its dependencies, but may not write to ${folder}.\n` +
        "Make the folder yours, or copy the checkout to a folder of your own and run the command there.",
    );
  }
}

async function install(root) {
  const showLine = progressLine();
  showLine("Installing what Ownwords needs. The first time this takes about a minute.");
  // CI: without a terminal pnpm asks nobody before it replaces a node_modules that another version made.
  const child = spawn("npx", ["--yes", PNPM, "install", "--frozen-lockfile", "--reporter=append-only"], {
    cwd: root,
    env: { ...process.env, CI: "true" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text) => {
      output += text;
      const progress = text.match(/Progress: .*/g)?.at(-1);
      if (progress && process.stderr.isTTY) showLine(progress.replace("Progress:", "Installing:"));
    });
  }
  const failure = await new Promise((done) => {
    child.on("error", (error) => done(error.code));
    child.on("close", (code, signal) => done(code === 0 ? undefined : String(signal ?? code)));
  });
  if (failure === "ENOENT")
    throw new InstallError("\nnpx was not found. Install npm (it comes with Node) and try again.");
  if (failure) throw new InstallError(explain(output));
  showLine("Installed.\n");
}

/** On a terminal each line replaces the one before; elsewhere each stands on its own. */
function progressLine() {
  const { stderr } = process;
  return (text) =>
    stderr.write(stderr.isTTY ? `\r\x1b[K${text.slice(0, stderr.columns || 80)}` : `${text.trimEnd()}\n`);
}

function explain(output) {
  const cause = CAUSES.find(({ pattern }) => pattern.test(output));
  const advice = cause?.advice ?? "The lines above say why. If they do not help: delete node_modules and try again.";
  const lastLines = output.trim().split("\n").slice(-12).join("\n");
  return `\n${lastLines}\n\nThe dependencies could not be installed. ${advice}`;
}

const CAUSES = [
  {
    pattern: /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_PNPM_META_FETCH_FAIL/,
    advice: "The npm registry cannot be reached. Connect to a network (or set npm's proxy) and run the command again.",
  },
  {
    pattern: /EACCES|EPERM|EROFS/,
    advice:
      "Some file may not be written. Make the checkout and your npm cache yours, or copy the checkout, and try again.",
  },
  { pattern: /ENOSPC/, advice: "The disk is full. About 1 GB is needed." },
  {
    pattern: /ERR_PNPM_OUTDATED_LOCKFILE|ERR_PNPM_LOCKFILE/,
    advice: `A package.json and pnpm-lock.yaml disagree. Run "npx ${PNPM} install" and look at what it changes.`,
  },
];
