// All guards together, as one pure function from files to faults.

import { banFaults } from "./bans.ts";
import { importFaults } from "./import-rules.ts";
import { manifestFaults } from "./manifest-rules.ts";
import type { SourceFile } from "./tree.ts";

export const rules = [
  "no-room",
  "our-import",
  "service-import",
  "outside-import",
  "room-border",
  "unreadable-import",
  "script-import",
  "node-in-browser",
  "undeclared-dependency",
  "unused-dependency",
  "inexact-version",
  "dependency-elsewhere",
  "console",
  "process-env",
  "math-random",
  "browser-storage",
  "third-party-address",
] as const;

export type Fault = {
  readonly rule: (typeof rules)[number];
  readonly path: string;
  readonly line: number;
  /** Says what is there and why it may not be. */
  readonly message: string;
};

/** Everything that breaks a rule of the rooms. */
export const faultsOf = (files: readonly SourceFile[]): Fault[] => [
  ...importFaults(files),
  ...manifestFaults(files),
  ...banFaults(files),
];

export const sentenceOf = ({ path, line, message }: Fault): string => `${path}:${line} ${message}`;
