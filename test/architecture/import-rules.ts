// Rules about what a file names: the table of rooms, room borders, and what browsers have.

import { posix } from "node:path";
import type { Fault } from "./faults.ts";
import { type Import, importsOf, packageOf } from "./imports.ts";
import { type Room, type RoomName, reasonOf, rooms, scripts, testSetup, testTools } from "./rooms.ts";
import type { SourceFile } from "./tree.ts";

const isScript = /\.[cm]?[jt]sx?$/;
export const isTest = (path: string): boolean => /\.test\.[cm]?[jt]sx?$/.test(path) || path.startsWith("test/");
export const isCode = (path: string): boolean => isScript.test(path);

const roomNames = (Object.keys(rooms) as RoomName[]).sort((a, b) => b.length - a.length);
/** The room of a path; nothing for a path in no room. */
export const roomOf = (path: string): RoomName | undefined => roomNames.find((name) => path.startsWith(`${name}/`));

const fits = (pattern: string, name: string) =>
  pattern.endsWith("*") ? name.startsWith(pattern.slice(0, -1)) : name === pattern;

/** May a room name this package? `path` matters for the tools that only tests use. */
export function mayName(room: RoomName, specifier: string, path: string): boolean {
  const { ours, outside }: Room = rooms[room];
  if (specifier.startsWith("@ownwords/")) return ours.includes(specifier.slice("@ownwords/".length));
  const name = packageOf(specifier);
  return outside.some((pattern) => fits(pattern, name)) || (isTest(path) && testTools.includes(name));
}

/** The rooms that may name a package, as a sentence has it. */
const roomsThatMay = (specifier: string): string => {
  const names = (Object.keys(rooms) as RoomName[]).filter((room) => mayName(room, specifier, ""));
  return names.length === 0 ? "no room may" : `only ${names.join(", ")} may`;
};

function faultOf(path: string, room: RoomName, { specifier, line, kind }: Import): Fault | undefined {
  const at = { path, line };
  if (specifier === undefined)
    return {
      ...at,
      rule: "unreadable-import",
      message:
        "names a module that only running it can tell. Imports have to be readable, or no rule about them holds.",
    };
  if (specifier.startsWith(".") || specifier.startsWith("/")) {
    const target = posix.join(posix.dirname(path), specifier);
    if (scripts.some((script) => script === target))
      return { ...at, rule: "script-import", message: `imports ${target}, which is a script that a person runs.` };
    // A test may hand a file of another room to a browser or a process; to import from it, it goes through the door.
    if (kind === "file" && room === "test") return undefined;
    if (isTest(path) && target.startsWith(testSetup)) return undefined;
    return roomOf(target.endsWith("/") ? target : `${target}/`) === room && !specifier.startsWith("/")
      ? undefined
      : {
          ...at,
          rule: "room-border",
          message: `reaches "${specifier}", outside ${room}. A room is entered by its package name, which shows the dependency and what the room offers.`,
        };
  }
  if (kind === "file") return undefined;
  if (specifier.startsWith("node:")) {
    return (rooms[room] as Room).inBrowsers && !isTest(path) && !scripts.includes(path)
      ? {
          ...at,
          rule: "node-in-browser",
          message: `imports "${specifier}", but ${room} has to run on her phone as well, where there is no Node.`,
        }
      : undefined;
  }
  if (mayName(room, specifier, path)) return undefined;
  if (specifier.startsWith("@ownwords/") && Object.hasOwn(rooms, `services/${packageOf(specifier).slice(10)}`))
    return {
      ...at,
      rule: "service-import",
      message: `imports the service "${specifier}". Nothing imports a service: a fault in one must not be a way into another.`,
    };
  return {
    ...at,
    rule: specifier.startsWith("@ownwords/") ? "our-import" : "outside-import",
    message: `imports "${specifier}", but ${roomsThatMay(specifier)}. ${reasonOf(specifier.startsWith("@ownwords/") ? specifier : packageOf(specifier))}`,
  };
}

/** What is wrong with what the files import. */
export function importFaults(files: readonly SourceFile[]): Fault[] {
  return files
    .filter(({ path }) => isCode(path))
    .flatMap(({ path, text }): Fault[] => {
      const room = roomOf(path);
      if (room === undefined)
        return [
          {
            path,
            line: 1,
            rule: "no-room",
            message:
              "is in no room. Give its room a row in test/architecture/rooms.ts, so that it is known what it may hold.",
          },
        ];
      return importsOf(text).flatMap((one) => faultOf(path, room, one) ?? []);
    });
}
