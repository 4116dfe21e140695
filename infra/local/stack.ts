// A whole Ownwords on one machine: PostgreSQL, the keys of a trial, the five processes. `npm start`, the demo and the tests
// that need real processes all start it here.

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { prepareQueue } from "@ownwords/queue";
import { type Deployment, ready } from "@ownwords/sealing";
import {
  createPool,
  dbRoles,
  giveLogins,
  migrate,
  type Pool,
  type Process,
  readSerial,
  readToday,
} from "@ownwords/store";
import { startPostgres } from "./postgres.ts";
import { reachableDataDir } from "./postgres-folder.ts";
import { type Service, startService, stopServices } from "./processes.ts";
import {
  deploymentPath,
  keepTrial,
  keptDeployment,
  keptPeople,
  type Passwords,
  type People,
  passwordsIn,
  writeOnce,
} from "./secrets.ts";
import { installTrial, makeTrial } from "./trial.ts";

export type Ports = {
  readonly author: number;
  readonly staff: number;
  readonly intakeApi: number;
  readonly staffApi: number;
  readonly database: number;
};

export type StackOptions = {
  /** Where everything of this stack is kept: keys, logs, the database. */
  readonly folder: string;
  /** 0 for any that is free. */
  readonly ports: Ports;
  /** A maintained PostgreSQL (a role that may create roles and schemas); our own is started when left out. */
  readonly databaseUrl?: string | undefined;
  readonly onProgress?: (step: string) => void;
  readonly sweepSeconds?: number;
};

export type Stack = {
  readonly urls: {
    readonly author: string;
    readonly staff: string;
    readonly intakeApi: string;
    readonly staffApi: string;
  };
  readonly deployment: Deployment;
  readonly people: People;
  /** With the owner's rights: for moving the calendar in the demo and the tests. */
  readonly owner: Pool;
  readonly services: Service[];
  /** Starts a service again that has ended. */
  readonly restart: (name: string) => Promise<Service>;
  readonly stop: () => Promise<void>;
};

const withRole = (url: string, role: string, password: string): string => {
  const parsed = new URL(url);
  parsed.username = role;
  parsed.password = password;
  return parsed.href;
};

/** Makes and installs a trial on the first run; later runs find it. The database and the folder have to belong together. */
async function trialIn(folder: string, owner: Pool, origins: Deployment["origins"]): Promise<Deployment> {
  const kept = keptDeployment(folder);
  const serial = await readSerial(owner);
  if (kept && serial !== null) return kept;
  if (kept || serial !== null) throw new StackError("keys-and-database-differ", folder);
  const trial = await makeTrial(origins, (await readToday(owner)).date);
  keepTrial(folder, trial);
  await installTrial(owner, trial);
  return trial.deployment;
}

export class StackError extends Error {
  readonly code: "keys-and-database-differ";
  constructor(code: StackError["code"], folder: string) {
    super(
      `The keys in ${folder} and the database do not belong together: one of them is new. Restore the missing one, or remove both to begin anew.`,
    );
    this.name = "StackError";
    this.code = code;
  }
}

/** Waits for all of them even when one fails, so that whatever did start is known, and can be stopped. */
async function allOrFirstFault<T>(starting: readonly Promise<T>[]): Promise<T[]> {
  const settled = await Promise.allSettled(starting);
  const fault = settled.find((each) => each.status === "rejected");
  if (fault) throw fault.reason;
  return settled.map((each) => (each as PromiseFulfilledResult<T>).value);
}

/** Prepares the database: schema, rights, the queue, logins. */
async function prepareDatabase(owner: Pool, { intake, staff, redaction, stage }: Passwords): Promise<void> {
  await migrate(owner);
  await giveLogins(owner, { intake, staff, redaction, stage });
  await prepareQueue(owner, { producers: Object.values(dbRoles), consumers: [dbRoles.redaction, dbRoles.stage] });
}

/** Starts everything, or stops what it started and says what went wrong. */
export async function startStack({
  folder,
  ports,
  databaseUrl,
  onProgress = () => {},
  sweepSeconds = 10,
}: StackOptions): Promise<Stack> {
  await ready();
  // The server's own user has to come through to its data folder; every secret here is in a file of its owner's alone.
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  mkdirSync(join(folder, "logs"), { recursive: true, mode: 0o700 });
  const passwords = passwordsIn(folder);
  const undo: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    onProgress(databaseUrl ? "Connecting to the database" : "Starting PostgreSQL");
    const local = databaseUrl
      ? undefined
      : await startPostgres({
          dataDir: reachableDataDir(join(folder, "postgres")),
          port: ports.database,
          password: passwords.owner,
        });
    if (local) undo.push(local.stop);
    const url = databaseUrl ?? local!.url;
    const owner = createPool(url, 3);
    undo.push(() => owner.end());
    onProgress("Preparing the database");
    await prepareDatabase(owner, passwords);
    const secret = (process: Process) => {
      const path = join(folder, "secrets", `${process}.url`);
      writeOnce(path, withRole(url, dbRoles[process], passwords[process]));
      return path;
    };

    const host = "127.0.0.1";
    const origin = (port: number, site: string) => (port === 0 ? `http://${site}.localhost` : `http://${host}:${port}`);
    onProgress(keptDeployment(folder) ? "Reading the keys" : "Making the keys of a local trial");
    const deployment = await trialIn(folder, owner, {
      author: origin(ports.author, "author"),
      staff: origin(ports.staff, "staff"),
    });

    const shared = { OWNWORDS_HOST: host, OWNWORDS_DEPLOYMENT_FILE: deploymentPath(folder) };
    const running = new Map<string, Service>();
    const starts = new Map<string, () => Promise<Service>>();
    const start = async (name: string, settings: Record<string, string>): Promise<Service> => {
      onProgress(`Starting ${name}`);
      starts.set(name, async () => {
        const service = await startService(name, settings, join(folder, "logs", `${name}.log`));
        running.set(name, service);
        return service;
      });
      return starts.get(name)!();
    };
    undo.push(() => stopServices([...running.values()]));
    const [intakeApi, staffApi] = await allOrFirstFault([
      start("intake-api", {
        ...shared,
        OWNWORDS_PORT: String(ports.intakeApi),
        OWNWORDS_DATABASE_URL_FILE: secret("intake"),
      }),
      start("staff-api", {
        ...shared,
        OWNWORDS_PORT: String(ports.staffApi),
        OWNWORDS_DATABASE_URL_FILE: secret("staff"),
      }),
      start("redaction-worker", {
        ...shared,
        OWNWORDS_DATABASE_URL_FILE: secret("redaction"),
        OWNWORDS_REDACTOR_FOLDER: join(folder, "redactor"),
      }),
      start("stage-worker", {
        ...shared,
        OWNWORDS_DATABASE_URL_FILE: secret("stage"),
        OWNWORDS_SWEEP_SECONDS: String(sweepSeconds),
      }),
    ]);
    const at = (port: number | undefined) => `http://${host}:${port}`;
    const [intakeUrl, staffUrl] = [at(intakeApi?.ports.api), at(staffApi?.ports.api)];
    const web = await start("web", {
      OWNWORDS_HOST: host,
      OWNWORDS_AUTHOR_PORT: String(ports.author),
      OWNWORDS_STAFF_PORT: String(ports.staff),
      OWNWORDS_INTAKE_URL: intakeUrl,
      OWNWORDS_STAFF_URL: staffUrl,
    });
    return {
      urls: { author: at(web.ports.author), staff: at(web.ports.staff), intakeApi: intakeUrl, staffApi: staffUrl },
      deployment,
      people: keptPeople(folder),
      owner,
      get services() {
        return [...running.values()];
      },
      restart: (name) => starts.get(name)!(),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
