// `npm run check`: what a machine can say about the code without running it.
import { spawnSync } from "node:child_process";
import { join } from "node:path";

const root = join(import.meta.dirname, "..", "..");

const CHECKS = [
  { heading: "Format and lint (Biome)", tool: "biome", args: ["check"] },
  { heading: "Types (TypeScript)", tool: "tsc", args: ["--noEmit", "-p", "tsconfig.json"] },
];

const failed = CHECKS.filter(({ heading, tool, args }) => {
  console.log(`\n== ${heading}`);
  const { status } = spawnSync(join(root, "node_modules", ".bin", tool), args, { cwd: root, stdio: "inherit" });
  return status !== 0;
});

console.log(
  failed.length === 0 ? "\nAll checks passed." : `\nFailed: ${failed.map((check) => check.heading).join(", ")}`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
