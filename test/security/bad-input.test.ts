// Messages that are not in the right form, for every route of both APIs: each is a coded no, and changes nothing.

import type { StatementType } from "@ownwords/consent";
import { intakeRoutes, type ProblemCode, staffRoutes } from "@ownwords/contracts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createWorld, type World } from "../journeys/world.ts";
import { authorHands, staffHands, typesOf } from "./hands.ts";
import { canary, expectProblem, expectYes, type Given, post, postJson } from "./raw.ts";
import {
  bytes,
  sampleAct,
  sampleBody,
  sampleGrant,
  sampleSealed,
  sampleStatement,
  withWrongLeaf,
  wrongStatements,
} from "./samples.ts";
import { snapshotOf } from "./snapshot.ts";

type Side = "intake" | "staff";
const routes = (["intake", "staff"] as const).flatMap((side) =>
  Object.entries(side === "intake" ? intakeRoutes : staffRoutes).map(([name, { path, session, body }]) => ({
    side: side as Side,
    name,
    path,
    session,
    // A statement's schema is a choice of all types: one is enough here, each has its turn below.
    sample: (name === "act" || name === "open"
      ? sampleAct(sampleStatement(name === "act" ? "stopped" : "opened"))
      : sampleBody(body)) as Record<string, unknown>,
  })),
);

let world: World;
let tokens: Record<Side, string>;
let before: Record<string, string>;

beforeAll(async () => {
  world = await createWorld();
  const { words } = await world.newSpace();
  tokens = { intake: (await authorHands(world, words)).token, staff: (await staffHands(world, "support-1")).token };
  before = await snapshotOf(world.database.owner);
});
afterAll(() => world.close());

const untouched = async () => {
  expect(await snapshotOf(world.database.owner)).toEqual(before);
  expect(world.logged.join("")).not.toContain(canary);
};

/** Several at once: the order in which they are refused means nothing. */
async function eachIsMalformed(side: Side, path: string, bodies: readonly unknown[]) {
  const answers = await Promise.all(
    bodies.map((body) => postJson(`${world.urls[side]}${path}`, body, { token: tokens[side] })),
  );
  for (const answer of answers) expectProblem(answer, "malformed", "too-large");
}

const nested = (open: string, close: string) => `{"${canary}":${open.repeat(10_000)}1${close.repeat(10_000)}}`;
const utf8 = (text: string) => new TextEncoder().encode(text);

type BadBody = readonly [
  name: string,
  body: string | Uint8Array | undefined,
  codes: readonly ProblemCode[],
  given?: Given,
];
const badBodies: readonly BadBody[] = [
  ["nothing at all", undefined, ["not-json", "malformed"], { contentType: null }],
  ["nothing, said to be JSON", undefined, ["not-json"]],
  ["an empty body", "", ["not-json"]],
  ["white space", " \n", ["not-json"]],
  ["JSON that is said to be text", `{"${canary}":1}`, ["not-json", "malformed"], { contentType: "text/plain" }],
  ["JSON that is said to be a form", `${canary}=1`, ["not-json"], { contentType: "application/x-www-form-urlencoded" }],
  ["JSON of which nothing is said", `{"${canary}":1}`, ["not-json"], { contentType: null }],
  ["a content type that is none", `{"${canary}":1}`, ["not-json"], { contentType: `${canary}/;;` }],
  ["null", "null", ["malformed"]],
  ["a number", "1", ["malformed"]],
  ["a string", `"${canary}"`, ["malformed"]],
  ["an array", `["${canary}"]`, ["malformed"]],
  ["JSON that is cut short", `{"${canary}":`, ["not-json"]],
  ["JSON with something after it", `{}${canary}`, ["not-json"]],
  ["words", canary, ["not-json"]],
  ["10,000 arrays in each other", nested("[", "]"), ["malformed"]],
  ["10,000 objects in each other", nested('{"a":', "}"), ["malformed"]],
  ["a field that nobody knows", `{"${canary}":"${canary}"}`, ["malformed"]],
  ["a field twice", `{"${canary}":1,"${canary}":2}`, ["malformed"]],
  ["a number beyond all numbers", `{"${canary}":1e999}`, ["malformed"]],
  ["a number of 10,000 digits", `{"${canary}":${"9".repeat(10_000)}}`, ["malformed"]],
  ["__proto__", `{"__proto__":{"${canary}":1}}`, ["malformed", "not-json"]],
  ["constructor.prototype", `{"constructor":{"prototype":{"${canary}":1}}}`, ["malformed", "not-json"]],
  ["a lone surrogate", `{"${canary}":"\\ud800"}`, ["malformed"]],
  ["NUL in a string", `{"${canary}":"a\\u0000b"}`, ["malformed"]],
  ["NUL between", `{\u0000"${canary}":1}`, ["not-json"]],
  ["bytes that are no UTF-8", Uint8Array.of(...utf8(`{"${canary}":"`), 0xff, 0xc0, 0x80, ...utf8('"}')), ["malformed"]],
  ["five megabytes", `{"${canary}":"${"a".repeat(5 * 1024 * 1024)}"}`, ["too-large"]],
];

describe("every route refuses a body that is", () => {
  for (const [name, body, codes, given = {}] of badBodies)
    it(name, async () => {
      for (const { side, path } of routes)
        expectProblem(await post(`${world.urls[side]}${path}`, body, { token: tokens[side], ...given }), ...codes);
      await untouched();
    });
});

it("the comparison sees what is added, and what is changed in place", async () => {
  const { owner } = world.database;
  await owner.query("insert into account values ('synthetic')");
  const added = await snapshotOf(owner);
  expect(added).not.toEqual(before);
  await owner.query("update account set settings = 'x' where verify_key = 'synthetic'");
  expect(await snapshotOf(owner)).not.toEqual(added);
  await owner.query("delete from account where verify_key = 'synthetic'");
  await untouched();
});

describe("a field of the wrong kind is refused at", () => {
  // A directory is any object here: it is verified, not validated. Statements have their turn below.
  const open = ["act", "open", "publishDirectory"];
  it.each(routes.filter(({ name }) => !open.includes(name)))("$side $name", async ({ side, path, sample }) => {
    await eachIsMalformed(side, path, [...withWrongLeaf(sample)]);
    await untouched();
  });
});

describe("a statement with one thing wrong is refused:", () => {
  it.each(typesOf)("%s", async (type: StatementType) => {
    const inForm = sampleAct(sampleStatement(type));
    expectProblem(await postJson(`${world.urls.intake}/v1/act`, inForm, { token: tokens.intake }), "not-found");
    await eachIsMalformed("intake", "/v1/act", wrongStatements(type).map(sampleAct));
    await untouched();
  });
});

it("a page, a key, an epoch or a count that no table holds is refused at", async () => {
  const after = (since: unknown, key: unknown) => ({ after: { since, key } });
  const huge = [2 ** 31, 2 ** 53, 1e300, -1, 0.5];
  const keys = [`${canary}\u0000`, "a\u0000", "x".repeat(65), "é", "\ud800", 1, null];
  await eachIsMalformed("staff", "/v1/desk", [
    ...huge.map((since) => after(since, "")),
    ...keys.map((key) => after(0, key)),
  ]);
  await eachIsMalformed(
    "staff",
    "/v1/catalogue",
    [...keys, bytes(15), bytes(17)].map((key) => ({ after: key })),
  );
  const share = { circle: bytes(16), member: bytes(16), box: bytes(112) };
  await eachIsMalformed(
    "staff",
    "/v1/share-circle",
    [...huge, 0].map((epoch) => ({ ...share, epoch })),
  );
  const sent = sampleAct(sampleStatement("sent"));
  const grants = keys.filter((key) => key !== null).map((key) => ({ ...sent, grants: [{ ...sampleGrant, key }] }));
  await eachIsMalformed("intake", "/v1/act", grants);
  await eachIsMalformed("staff", "/v1/act", grants);
  const counted = [sampleStatement("answered"), sampleStatement("approved")].flatMap((statement) =>
    huge.map((epoch) => sampleAct({ ...statement, epoch })),
  );
  await eachIsMalformed("intake", "/v1/act", counted);
  await eachIsMalformed("staff", "/v1/act", counted);
  await untouched();
});

it("what comes along with a statement is refused when anything about its form is wrong", async () => {
  const act = sampleAct(sampleStatement("sent"));
  const sealed = { ...sampleSealed, header: { ...sampleSealed.header, kind: "sent" } };
  const wrong = [
    ...[...withWrongLeaf(sealed)].map((text) => ({ ...act, texts: [text] })),
    ...[...withWrongLeaf({ text: sampleGrant.text, to: "author", lock: "one", box: sampleGrant.box })].map((grant) => ({
      ...act,
      grants: [{ permission: null, key: null, ...grant }],
    })),
    { ...act, texts: [sealed, sealed, sealed] },
    { ...act, grants: Array.from({ length: 5 }, () => sampleGrant) },
    { ...act, signed: { ...act.signed, signatures: [] } },
    { ...act, signed: { ...act.signed, signatures: [bytes(64), bytes(64), bytes(64)] } },
    { ...act, signed: { ...act.signed, signatures: [bytes(63)] } },
    { ...act, cutSalt: bytes(15) },
    { ...act, seenNonce: bytes(15) },
    { ...act, seenNonce: canary },
    { ...act, token: canary },
  ];
  await eachIsMalformed("intake", "/v1/act", wrong);
  await eachIsMalformed("staff", "/v1/act", wrong);
  await untouched();
});

describe("who is not signed in is told so, at every route that wants a session:", () => {
  it.each(routes.filter(({ session }) => session))("$side $name", async ({ side, name, path, sample }) => {
    const other = tokens[side === "intake" ? "staff" : "intake"];
    const url = `${world.urls[side]}${path}`;
    expectProblem(await postJson(url, sample), "sign-in-first");
    for (const token of ["", canary, bytes(31), bytes(33), `${bytes(32)}\u00e9`])
      expectProblem(await postJson(url, sample, { token }), "sign-in-first");
    // Leaving with a token that opens nothing is leaving all the same.
    if (name !== "signOut")
      for (const token of [other, bytes(32)]) expectProblem(await postJson(url, sample, { token }), "sign-in-first");
    await untouched();
  });
});

describe("nothing but the routes is there:", () => {
  it.each([
    ["GET", "/v1/act"],
    ["PUT", "/v1/act"],
    ["DELETE", "/v1/sign-in"],
    ["OPTIONS", "/v1/story"],
    ["POST", "/"],
    ["POST", `/${canary}`],
    ["POST", "/v1/act/"],
    ["POST", "/V1/ACT"],
    ["POST", `/v1/act/../${canary}`],
    ["POST", "/v1//act"],
    ["POST", `/v1/%2e%2e/${canary}`],
    ["POST", `/v1/%zz${canary}`],
    ["POST", `/v1/%E0%A4%A`],
    ["GET", `/%${canary}`],
  ])("%s %s", async (method, path) => {
    for (const side of ["intake", "staff"] as const)
      expectProblem(
        await post(`${world.urls[side]}${path}`, method === "GET" ? undefined : "{}", { method, token: tokens[side] }),
        "unknown-route",
      );
    await untouched();
  });

  it("a query string is neither needed nor kept", async () => {
    expectProblem(
      await postJson(`${world.urls.intake}/v1/story?story=${canary}`, {}, { token: tokens.intake }),
      "malformed",
    );
    await untouched();
  });
});

describe("a challenge", () => {
  const answered = (challenge: string) => ({ key: bytes(32), challenge, signature: bytes(64) });
  it("that was never given opens nothing", async () => {
    for (const path of ["/v1/sign-in", "/v1/make-space"])
      expectProblem(await postJson(`${world.urls.intake}${path}`, answered(bytes(32))), "challenge-is-over");
    await untouched();
  });
  it("is used up by a wrong answer, and a wrong answer does not say who is there", async () => {
    const { challenge } = expectYes<{ challenge: string }>(await postJson(`${world.urls.intake}/v1/challenge`, {}));
    expectProblem(await postJson(`${world.urls.intake}/v1/sign-in`, answered(challenge)), "signature-is-wrong");
    expectProblem(await postJson(`${world.urls.intake}/v1/sign-in`, answered(challenge)), "challenge-is-over");
    const staff = expectYes<{ challenge: string }>(await postJson(`${world.urls.staff}/v1/challenge`, {}));
    const nobody = { staff: bytes(16), challenge: staff.challenge, signature: bytes(64) };
    expectProblem(await postJson(`${world.urls.staff}/v1/sign-in`, nobody), "signature-is-wrong");
    await untouched();
  });
  it("whose time is over opens nothing", async () => {
    const { challenge } = expectYes<{ challenge: string }>(await postJson(`${world.urls.intake}/v1/challenge`, {}));
    await world.database.owner.query("update challenge set expires = clock_timestamp() - interval '1 second'");
    expectProblem(await postJson(`${world.urls.intake}/v1/sign-in`, answered(challenge)), "challenge-is-over");
  });
});

it("a session whose time is over opens nothing", async () => {
  const { words } = await world.newSpace();
  const { token } = await authorHands(world, words);
  expectYes(await postJson(`${world.urls.intake}/v1/space`, {}, { token }));
  const now = await snapshotOf(world.database.owner);
  await world.database.owner.query("update author_session set expires = clock_timestamp() - interval '1 second'");
  expectProblem(await postJson(`${world.urls.intake}/v1/space`, {}, { token }), "sign-in-first");
  expectProblem(
    await postJson(`${world.urls.intake}/v1/save-settings`, { settings: bytes(64) }, { token }),
    "sign-in-first",
  );
  expect(await snapshotOf(world.database.owner)).toEqual(now);
});

it("signing in is limited by address; stopping is not", async () => {
  const address = "192.0.2.7";
  const answers = [];
  for (let tries = 0; tries < 21; tries++)
    answers.push(await postJson(`${world.urls.intake}/v1/make-space`, {}, { address }));
  for (const answer of answers.slice(0, 20)) expectProblem(answer, "malformed");
  expectProblem(answers[20]!, "slow-down");
  expectProblem(await postJson(`${world.urls.intake}/v1/make-space`, {}), "malformed");
  expectProblem(
    await postJson(`${world.urls.intake}/v1/act`, sampleAct(sampleStatement("stopped")), { address }),
    "sign-in-first",
  );
  expect(world.logged.join("")).not.toContain(address);
});
