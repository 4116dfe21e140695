// What may not stand in the text of the product at all, wherever it was imported from.

import type { Fault } from "./faults.ts";
import { isCode, isTest, roomOf } from "./import-rules.ts";
import { type Room, rooms, scripts } from "./rooms.ts";
import { lineAt, readSource } from "./source-text.ts";
import type { SourceFile } from "./tree.ts";

type Ban = {
  readonly rule: Fault["rule"];
  readonly pattern: RegExp;
  readonly where: (path: string) => boolean;
  /** Looks into strings as well: for what is an address and not code. */
  readonly inStrings?: true;
  readonly why: string;
};

const isProduct = (path: string) => /^(?:packages|services)\//.test(path) && !isTest(path) && !scripts.includes(path);
const isIn =
  (...folders: string[]) =>
  (path: string) =>
    isProduct(path) && folders.some((folder) => path.startsWith(folder));

export const bans: readonly Ban[] = [
  {
    rule: "console",
    pattern: /\bconsole\s*(?:\?\s*)?[.[]/g,
    where: isProduct,
    why: "The console takes anything, a story too. Services log listed fields through service-kit; the command line writes to its streams.",
  },
  {
    rule: "process-env",
    pattern: /\bprocess\s*(?:\?\s*)?\.\s*env\b|\bprocess\s*\[|\bfrom\s*"node:process"|\benv\b[^;]*\}\s*=\s*process\b/g,
    where: (path) =>
      isProduct(path) && path !== "packages/service-kit/src/config.ts" && !path.startsWith("packages/cli/"),
    inStrings: true,
    why: "Each process reads its settings once, through service-kit, which says what is missing and keeps secrets out of the environment.",
  },
  {
    rule: "math-random",
    pattern: /\bMath\s*(?:\?\s*)?\.\s*random\b|\brandom\b[^;]*\}\s*=\s*Math\b/g,
    where: isProduct,
    why: "What it gives can be foretold. Ids, keys and salts come from sealing's fresh ones, jitter needs none.",
  },
  {
    rule: "browser-storage",
    pattern:
      /\b(?:localStorage|sessionStorage|indexedDB|cookieStore)\b|\bdocument\s*\.\s*cookie\b|\bcaches\s*\.|\bnavigator\s*\.\s*(?:storage|serviceWorker)\b/g,
    where: isIn("packages/client/", "services/web/"),
    why: "Her phone may be shared: nothing of hers, and no trace that she was here, stays in a browser.",
  },
  {
    rule: "third-party-address",
    pattern:
      /(?:https?|wss?):\/\/(?!(?:127\.0\.0\.1|localhost)\b|www\.w3\.org\/(?:2000\/svg|1999\/xhtml|1999\/xlink)\b)|(?:(?:src|href|action|content|poster|srcset)\s*=\s*["']?|url\(\s*["']?|@import\s+["'])\/\/\w/g,
    where: isIn("services/web/"),
    inStrings: true,
    why: "A page that asks anybody else for anything tells them that she was there.",
  },
  {
    rule: "node-in-browser",
    pattern: /\bBuffer\s*[.(]|\bprocess\s*\.\s*\w|\b__dirname\b|\b__filename\b/g,
    where: (path) => isProduct(path) && (rooms[roomOf(path)!] as Room | undefined)?.inBrowsers === true,
    why: "This room has to run on her phone as well, where there is no Node.",
  },
];

/** The text that a ban looks at: without comments where it is code, whole where it is a page or a style. */
function searched({ path, text }: SourceFile, withStrings: boolean): string {
  if (!isCode(path)) return text;
  const { code, literals } = readSource(text);
  if (!withStrings) return code;
  const characters = [...code.split("")];
  for (const [start, { end }] of literals) for (let at = start; at < end; at += 1) characters[at] = text[at]!;
  return characters.join("");
}

/** What stands in the files and may not. */
export const banFaults = (files: readonly SourceFile[]): Fault[] =>
  files
    .filter(({ path }) => !path.endsWith("package.json"))
    .flatMap((file) =>
      bans
        .filter(({ where }) => where(file.path))
        .flatMap(({ rule, pattern, inStrings, why }) =>
          [...searched(file, inStrings ?? false).matchAll(pattern)].map((match) => ({
            rule,
            path: file.path,
            line: lineAt(file.text, match.index),
            message: `says "${match[0].trim()}". ${why}`,
          })),
        ),
    );
