// One engine thread. It gets a story in memory and gives a document back; nothing of either is written anywhere.

import { parentPort } from "node:worker_threads";
import type { OwnDocument } from "@ownwords/consent";
import { ready } from "@ownwords/sealing";
import { redactStory } from "./compose.ts";

await ready();
parentPort!.on("message", (sent: OwnDocument) => {
  try {
    parentPort!.postMessage({ ok: true, ...redactStory(sent) });
  } catch {
    parentPort!.postMessage({ ok: false });
  }
});
parentPort!.postMessage({ ready: true });
