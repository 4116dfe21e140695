// Below the routes: what is sent before there is a session, and what never becomes a request.

import { connect } from "node:net";
import { intakeRoutes, staffRoutes } from "@ownwords/contracts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createWorld, type World } from "../journeys/world.ts";
import { type Answer, canary, expectProblem, expectYes, post, postJson } from "./raw.ts";
import { snapshotOf } from "./snapshot.ts";

const sides = ["intake", "staff"] as const;
const sessionPaths = {
  intake: Object.values(intakeRoutes).flatMap(({ path, session }) => (session ? [path] : [])),
  staff: Object.values(staffRoutes).flatMap(({ path, session }) => (session ? [path] : [])),
};

let world: World;
let before: Record<string, string>;
beforeAll(async () => {
  world = await createWorld();
  before = await snapshotOf(world.database.owner);
});
afterAll(() => world.close());

/** Writes bytes to a service and reads until it closes, or until it has answered what it is asked. */
async function exchanged(url: string, bytes: string): Promise<string> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  await new Promise<void>((resolve) => socket.once("connect", resolve));
  const parts: Buffer[] = [];
  const heard = new Promise<void>((resolve) => {
    socket.on("data", (part) => {
      parts.push(part);
      if (Buffer.concat(parts).includes("}")) resolve();
    });
    socket.on("close", () => resolve());
    socket.on("error", () => resolve());
  });
  socket.write(bytes, "latin1");
  await heard;
  socket.destroy();
  return Buffer.concat(parts).toString("latin1");
}

function answerIn(text: string): Answer {
  const [head, ...body] = text.split("\r\n\r\n");
  return {
    status: Number(/^HTTP\/1\.1 (\d{3})/.exec(head!)?.[1]),
    type: /content-type: *([^\r\n]+)/i.exec(head!)?.[1] ?? "",
    text: body.join("\r\n\r\n"),
  };
}

const untouched = async () => {
  expect(await snapshotOf(world.database.owner)).toEqual(before);
  expect(world.logged.join("")).not.toContain(canary);
  for (const side of sides) expectYes(await postJson(`${world.urls[side]}/v1/directory`, {}));
};

describe("who is not signed in is told so before the body is read:", () => {
  it.each(sides)("%s", async (side) => {
    for (const path of sessionPaths[side]) {
      const url = `${world.urls[side]}${path}`;
      for (const body of [`{"${canary}":`, "", "[".repeat(10_000), `{"${canary}":1}`])
        expectProblem(await post(url, body), "sign-in-first");
      expectProblem(await post(url, `${canary}=1`, { contentType: "text/plain" }), "sign-in-first");
      // Megabytes are announced, and none of them is waited for.
      const announced = `POST ${path} HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 3000000\r\n\r\n`;
      expectProblem(answerIn(await exchanged(world.urls[side], announced)), "sign-in-first");
    }
    await untouched();
  });
});

describe("what never becomes a request is answered with a coded no, and repeats nothing:", () => {
  it.each([
    ["words", `${canary}\r\n\r\n`],
    ["a method that is none", `${canary} / HTTP/1.1\r\nhost: a\r\n\r\n`],
    ["a version that is none", `POST /v1/challenge HTTP/${canary}\r\n\r\n`],
    ["a header that is none", `POST /v1/challenge HTTP/1.1\r\nhost: a\r\n${canary}\r\n\r\n`],
    ["a header with NUL", `POST /v1/challenge HTTP/1.1\r\nhost: a\r\nx: ${canary}\0\r\n\r\n`],
    ["two lengths", `POST /v1/challenge HTTP/1.1\r\nhost: a\r\ncontent-length: 2\r\ncontent-length: 3\r\n\r\n{}`],
    ["a length that is none", `POST /v1/challenge HTTP/1.1\r\nhost: a\r\ncontent-length: ${canary}\r\n\r\n`],
    [
      "a length and chunks",
      `POST /v1/challenge HTTP/1.1\r\nhost: a\r\ncontent-length: 2\r\ntransfer-encoding: chunked\r\n\r\n{}`,
    ],
    [
      "chunks that are none",
      `POST /v1/challenge HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n${canary}\r\n`,
    ],
    ["headers without end", `POST /v1/challenge HTTP/1.1\r\nhost: a\r\nx: ${canary.repeat(2000)}\r\n\r\n`],
    ["the hello of TLS", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"],
    ["the preface of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"],
  ])("%s", async (_name, bytes) => {
    for (const side of sides) {
      const answer = answerIn(await exchanged(world.urls[side], bytes));
      expectProblem(answer, "malformed", "not-json", "unknown-route");
    }
    await untouched();
  });

  it("a body that breaks off is dropped, and the service goes on", async () => {
    const { hostname, port } = new URL(world.urls.intake);
    const socket = connect(Number(port), hostname);
    await new Promise<void>((resolve) => socket.once("connect", resolve));
    socket.write(
      `POST /v1/challenge HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 500\r\n\r\n{"${canary}":`,
    );
    await new Promise<void>((resolve) => socket.end(resolve));
    socket.destroy();
    await untouched();
  });
});
