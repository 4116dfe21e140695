// Rules about package.json: it declares what its files import, all of it and nothing else, in exact versions.

import type { Fault } from "./faults.ts";
import { isCode, mayName, roomOf } from "./import-rules.ts";
import { importsOf, packageOf } from "./imports.ts";
import { loadedByOthers, type RoomName, reasonOf, testTools } from "./rooms.ts";
import type { SourceFile } from "./tree.ts";

type Manifest = Readonly<Record<string, Readonly<Record<string, string>> | undefined>>;
const lists = ["dependencies", "devDependencies", "optionalDependencies", "peerDependencies"];
const exact = /^\d+\.\d+\.\d+(?:-[\w.]+)?$/;

/** `@types/pg` comes with `pg`. */
const typedPackage = (name: string): string =>
  name.startsWith("@types/")
    ? name
        .slice("@types/".length)
        .replace("__", "/")
        .replace(/^(?=[^/]+\/)/, "@")
    : name;
const isNamed = (name: string, used: ReadonlySet<string>): boolean =>
  used.has(name) || [...used].some((one) => one.endsWith("*") && name.startsWith(one.slice(0, -1)));

/** What is wrong with the manifests, given the files beside and below each. */
export function manifestFaults(files: readonly SourceFile[]): Fault[] {
  return files
    .filter(({ path }) => path === "package.json" || path.endsWith("/package.json"))
    .flatMap(({ path, text }) => {
      const manifest = JSON.parse(text) as Manifest;
      const declared = lists.flatMap((list) => Object.entries(manifest[list] ?? {}));
      const fault = (rule: Fault["rule"], name: string, message: string): Fault => ({
        path,
        line: text.slice(0, Math.max(0, text.indexOf(`"${name}"`))).split("\n").length,
        rule,
        message,
      });

      const inexact = declared
        .filter(([name, version]) => (name.startsWith("@ownwords/") ? version !== "workspace:*" : !exact.test(version)))
        .map(([name, version]) =>
          fault(
            "inexact-version",
            name,
            `asks for "${name}": "${version}". Versions are exact (and of ours "workspace:*"), so that nothing runs that nobody chose.`,
          ),
        );
      // The root's are tools: run, not imported.
      if (path === "package.json") return inexact;

      const folder = path.slice(0, -"package.json".length);
      const named = files
        .filter((file) => file.path.startsWith(folder) && isCode(file.path))
        .flatMap((file) =>
          importsOf(file.text).flatMap(({ specifier, kind }) =>
            kind === "module" && specifier !== undefined && /^(?!node:)[@\w]/.test(specifier)
              ? [{ name: packageOf(specifier), path: file.path }]
              : [],
          ),
        );
      const used = new Set(named.map(({ name }) => name));
      const unused = declared
        .filter(([name]) => {
          const loader = loadedByOthers[name];
          return !isNamed(typedPackage(name), used) && !(loader && used.has(loader));
        })
        .map(([name]) =>
          fault(
            "unused-dependency",
            name,
            `declares "${name}", which nothing here imports. What is not used is not there to be misused.`,
          ),
        );

      const own = new Set(declared.map(([name]) => name));
      const undeclared = [...new Map(named.map((one) => [one.name, one.path]))]
        .filter(
          ([name]) =>
            !own.has(name) && !testTools.includes(name) && ![...own].some((one) => isNamed(one, new Set([name]))),
        )
        .map(([name, where]) =>
          fault(
            "undeclared-dependency",
            name,
            `does not declare "${name}", which ${where} imports. Without that it runs by luck, and the manifest does not show it.`,
          ),
        );

      const inside = [...new Set(files.map((file) => roomOf(file.path)))].filter(
        (room): room is RoomName => room !== undefined && `${room}/`.startsWith(folder),
      );
      const elsewhere = declared
        .filter(([name]) => !inside.some((room) => mayDeclare(room, typedPackage(name))))
        .map(([name]) =>
          fault("dependency-elsewhere", name, `declares "${name}", which this room may not import. ${reasonOf(name)}`),
        );
      return [...inexact, ...unused, ...undeclared, ...elsewhere];
    });
}

/** A package of ours may be declared for any of its entries. */
const mayDeclare = (room: RoomName, name: string): boolean =>
  ["", "/open", "/seal", "/local"].some((entry) => mayName(room, `${name}${entry}`, ""));
