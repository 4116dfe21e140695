import type { Day } from "@ownwords/consent";
import { ready, verifyDirectory } from "@ownwords/sealing";
import { command } from "../command.ts";
import { CliError } from "../errors.ts";
import { say, write } from "../terminal.ts";
import { describeDirectory } from "./describe.ts";
import { fetchDirectory, readDeployment } from "./fetch.ts";

export const directory = command({
  name: "directory",
  usage: "directory --url <address> --deployment <file>",
  whatFor: "Verify who may act in a deployment, and say it in plain words.",
  about: [
    "Asks a service for its signed directory, verifies it against the deployment file, and says what it allows: who may hear stories, for what, and how many people there are in each role. Get the deployment file from the stewards and not from the service that you want to check. Where the directory does not verify nothing of it is shown, and the exit code is 1.",
    "  ownwords directory --url http://127.0.0.1:7082 --deployment deployment.json",
  ],
  options: {
    url: {
      type: "string",
      value: "address",
      what: "Of the intake API or the staff API, or of a site followed by /api.",
    },
    deployment: { type: "string", value: "file", what: "The file that names the stewards." },
  },
  mostArguments: 0,
  run: async ({ values: { url, deployment: file } }, terminal) => {
    if (url === undefined) throw new CliError("option-missing", "--url");
    if (file === undefined) throw new CliError("option-missing", "--deployment");
    await ready();
    const deployment = await readDeployment(file);
    const fetched = await fetchDirectory(url);
    const here = new Date().toISOString().slice(0, 10);
    const there = fetched.today.date;
    // The later day is the stricter one: a service that says an old day cannot make an old directory good.
    const today = [here, there].sort()[1] as Day;
    const verdict = verifyDirectory(fetched, deployment, today);
    if (!verdict.ok) throw new CliError(`directory-${verdict.fault}`, url);
    await write(terminal.stdout, describeDirectory(verdict.directory, deployment, fetched.redactorKeys, today));
    if (here !== there) say(terminal, `\nThe service says that today is ${there}; this machine says ${here}.`);
    return 0;
  },
});
