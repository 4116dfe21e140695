import manifest from "../package.json" with { type: "json" };
import { command } from "./command.ts";
import { write } from "./terminal.ts";

export const version = command({
  name: "version",
  usage: "version",
  whatFor: "Say which version this is.",
  about: ["Says which version this is."],
  options: {},
  mostArguments: 0,
  run: async (_given, { stdout }) => {
    await write(stdout, `ownwords ${manifest.version}\n`);
    return 0;
  },
});
