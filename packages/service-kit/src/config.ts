// Each process reads its own settings, once, at start, into a frozen object. Secrets come from files.

import { readFileSync } from "node:fs";

/** How one setting is read. Throws a sentence that says how to set it, never the value. */
export type Setting<T> = { readonly name: string; readonly read: (environment: NodeJS.ProcessEnv) => T };

export class ConfigError extends Error {
  readonly code = "config";
  constructor(faults: readonly string[]) {
    super(`Settings are wrong or missing:\n${faults.map((fault) => `  ${fault}`).join("\n")}`);
    this.name = "ConfigError";
  }
}

class Fault extends Error {}

const given = (environment: NodeJS.ProcessEnv, name: string): string => {
  const value = environment[name];
  if (value === undefined || value === "") throw new Fault("is missing");
  return value;
};

const content = (environment: NodeJS.ProcessEnv, name: string): string => {
  const path = given(environment, name);
  try {
    return readFileSync(path, "utf8").trim();
  } catch {
    throw new Fault("names a file that cannot be read");
  }
};

const make = <T>(name: string, how: string, read: (environment: NodeJS.ProcessEnv) => T): Setting<T> => ({
  name,
  read: (environment) => {
    try {
      return read(environment);
    } catch (error) {
      throw new Fault(`${name} ${error instanceof Fault ? error.message : "is wrong"}: ${how}`);
    }
  },
});

export const settings = {
  text: (name: string, how: string): Setting<string> => make(name, how, (environment) => given(environment, name)),
  /** A TCP port; 0 for any that is free. */
  port: (name: string): Setting<number> =>
    make(name, "set it to a port number, or 0 for any free one", (environment) => {
      const port = Number(given(environment, name));
      if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Fault("is not a port");
      return port;
    }),
  count: (name: string, fallback: number): Setting<number> =>
    make(name, `set it to a whole number, or leave it out for ${fallback}`, (environment) => {
      const value = environment[name] === undefined ? fallback : Number(environment[name]);
      if (!Number.isInteger(value) || value < 1) throw new Fault("is not a whole number of 1 or more");
      return value;
    }),
  /** The content of the file that `NAME` names: a password or a key never stands in the environment. */
  secret: (name: string): Setting<string> =>
    make(name, "set it to the path of a file that this process can read", (environment) => content(environment, name)),
  folder: (name: string): Setting<string> =>
    make(name, "set it to the path of a folder of this process's own", (environment) => given(environment, name)),
  json: <T>(name: string): Setting<T> =>
    make(name, "set it to the path of a JSON file", (environment) => JSON.parse(content(environment, name)) as T),
} as const;

type Values<S> = { readonly [Name in keyof S]: S[Name] extends Setting<infer T> ? T : never };

/** Reads all settings of a process. @throws ConfigError that names every fault at once */
export function readConfig<S extends Record<string, Setting<unknown>>>(
  wanted: S,
  environment = process.env,
): Values<S> {
  const faults: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, setting] of Object.entries(wanted)) {
    try {
      values[name] = setting.read(environment);
    } catch (error) {
      faults.push((error as Error).message);
    }
  }
  if (faults.length > 0) throw new ConfigError(faults);
  return Object.freeze(values) as Values<S>;
}
