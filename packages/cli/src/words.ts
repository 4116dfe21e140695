import { ready } from "@ownwords/sealing";
import { makePassWords } from "@ownwords/sealing/open";
import { command } from "./command.ts";
import { say, write } from "./terminal.ts";

export const words = command({
  name: "words",
  usage: "words",
  whatFor: "Make eight fresh pass words.",
  about: [
    "Makes eight fresh pass words on this machine and prints them on one line. They are not kept and not sent anywhere: once the window is closed nobody can bring them back.",
  ],
  options: {},
  mostArguments: 0,
  run: async (_given, terminal) => {
    await ready();
    await write(terminal.stdout, `${makePassWords().join(" ")}\n`);
    say(
      terminal,
      "Whoever has these words can open what they open. Keep them where only you look; clear this window afterwards.",
    );
    return 0;
  },
});
