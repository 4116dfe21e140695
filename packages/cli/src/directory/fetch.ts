// Asking a service for its directory, and reading the deployment file that says whom to believe. Nothing is believed yet.

import { readFile } from "node:fs/promises";
import { intakeRoutes } from "@ownwords/contracts";
import { type Deployment, fromBase64url, type RedactorKey, type SignedDirectory } from "@ownwords/sealing";
import { CliError } from "../errors.ts";

const mostMs = 15_000;

export type Fetched = SignedDirectory & {
  /** The day, as the service has it. */
  readonly today: { readonly date: string };
  readonly redactorKeys: readonly RedactorKey[];
};

/**
 * @param url of either API, or of a site with `/api` behind it
 * @throws CliError `service-away`, `not-understood`
 */
export async function fetchDirectory(url: string): Promise<Fetched> {
  const address = `${url.replace(/\/+$/, "")}${intakeRoutes.directory.path}`;
  if (!/^https?:\/\//.test(url) || !URL.canParse(address)) throw new CliError("bad-url", url);
  let response: Response;
  let answer: unknown;
  try {
    response = await fetch(address, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: "{}",
      redirect: "error",
      signal: AbortSignal.timeout(mostMs),
    });
    answer = await response.json().catch((error) => {
      if (error instanceof SyntaxError) return undefined;
      throw error;
    });
  } catch {
    throw new CliError("service-away", url);
  }
  if (response.status >= 500) throw new CliError("service-away", url);
  if (!response.ok || !isReply(answer)) throw new CliError("not-understood", url);
  return answer;
}

/** As much as has to be so before it can be verified; the verifier looks at the directory itself. */
function isReply(answer: unknown): answer is Fetched {
  const reply = answer as Partial<Fetched> | null | undefined;
  return (
    typeof reply?.today?.date === "string" &&
    /^\d{4}-\d{2}-\d{2}$/.test(reply.today.date) &&
    Array.isArray(reply.redactorKeys) &&
    reply.redactorKeys.every((key: unknown) => typeof key === "object" && key !== null)
  );
}

/** @throws CliError `no-such-file`, `deployment-unreadable` */
export async function readDeployment(path: string): Promise<Deployment> {
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    const codes = { ENOENT: "no-such-file", EISDIR: "is-a-folder" } as const;
    throw new CliError(codes[error.code as keyof typeof codes] ?? "not-readable", path);
  });
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    throw new CliError("deployment-unreadable", path);
  }
  if (!isDeployment(read)) throw new CliError("deployment-unreadable", path);
  return read;
}

function isDeployment(read: unknown): read is Deployment {
  const { v, stewards, threshold, leastSerial, salt } = (read ?? {}) as Partial<Deployment>;
  return (
    v === 1 &&
    Array.isArray(stewards) &&
    stewards.every((key: unknown) => fromBase64url(key, 32) !== undefined) &&
    Number.isInteger(threshold) &&
    Number.isInteger(leastSerial) &&
    fromBase64url(salt, 16) !== undefined
  );
}
