// The checkout as data: paths and texts.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export type SourceFile = {
  /** From the checkout's root, with slashes. */
  readonly path: string;
  readonly text: string;
};

const wanted = /\.(?:[cm]?[jt]sx?|html|css|svg)$|(?:^|\/)package\.json$/;
const passedOver = new Set(["node_modules", "dist", "coverage"]);

/** Every source file and every package.json of the rooms under a root. */
export function readTree(root: string): SourceFile[] {
  const within = (folder: string): SourceFile[] =>
    readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory())
        return passedOver.has(entry.name) || entry.name.startsWith(".") || path === "docs" ? [] : within(path);
      return entry.isFile() && wanted.test(path) ? [{ path, text: readFileSync(join(root, path), "utf8") }] : [];
    });
  return within("");
}
