// Nothing that others do, or leave undone, keeps her from stopping: no directory that is over, no row that somebody put
// beside it, no midnight.

import { signWith } from "@ownwords/client";
import {
  type ActionName,
  actionNames,
  actionOf,
  type Day,
  daysAfter,
  type PermissionId,
  rolesOf,
  type Statement,
} from "@ownwords/consent";
import { letDaysPass } from "@ownwords/infra/local";
import { createIntake } from "@ownwords/intake-api";
import { type CutKeys, newId, type SigningSecret, sign } from "@ownwords/sealing/open";
import { createLog } from "@ownwords/service-kit";
import { query } from "@ownwords/store";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bare, type StaffHands, signedAs, staffHands } from "./hands.ts";
import { codeOf, expectProblem, expectYes, postJson } from "./raw.ts";
import { releaseActs } from "./release-acts.ts";
import { sampleStatement } from "./samples.ts";
import { agreedCut, createScene, type Scene } from "./scene.ts";
import { snapshotOf } from "./snapshot.ts";

let scene: Scene;
let own: CutKeys;
let acts: ReturnType<typeof releaseActs>;
let permission: PermissionId;
let lead: StaffHands;

beforeAll(async () => {
  scene = await createScene();
  lead = await staffHands(scene.world, "lead");
  const agreed = await agreedCut(scene);
  own = agreed.own;
  acts = releaseActs(scene, agreed.cut, own);
  const circle = scene.world.circle("riversideTraining");
  permission = await scene.ann.story.answer("yes-once", { cut: agreed.cut, circle, until: acts.lastDay });
  await scene.refresh();
});
afterAll(() => scene.close());

const stopped = (what: "pause" | "take-back", day = scene.day) =>
  bare(signedAs("stopped", day, { story: scene.keys.id, what, scope: "everything" }, scene.keys.signing.secret));

describe("a stop that was signed on another day", () => {
  it("is accepted when that was yesterday, and neither earlier nor later", async () => {
    const { hers, support, keys } = scene;
    await scene.world.days(2);
    await scene.refresh();
    const paused = (day: Day) =>
      bare(signedAs("paused", day, { story: keys.id, reason: "support", by: support.id }, support.secret));
    await scene.eachRefused([
      ["of two days ago", "signed-on-another-day", () => hers.act(stopped("pause", daysAfter(scene.day, -2)))],
      ["of tomorrow", "signed-on-another-day", () => hers.act(stopped("pause", daysAfter(scene.day, 1)))],
      ["of the year 1000", "signed-on-another-day", () => hers.act(stopped("pause", "1000-01-01" as Day))],
      ["the staff's, of two days ago", "signed-on-another-day", () => support.act(paused(daysAfter(scene.day, -2)))],
      [
        "a word that is no stop, of yesterday",
        "signed-on-another-day",
        () => {
          const said = { story: keys.id, scope: "everything", seen: scene.state.anchor } as const;
          return hers.act(bare(signedAs("resumed", daysAfter(scene.day, -1), said, keys.signing.secret)));
        },
      ],
    ]);
    expect(expectYes(await hers.act(stopped("pause", daysAfter(scene.day, -1)))).outcome).toBe("done");
    expect(expectYes(await support.act(paused(daysAfter(scene.day, -1)))).outcome).toBe("done");
    expect((await hers.state(keys.id)).pauses).toHaveLength(2);
    expect((await scene.ann.story.history()).verified).toBe(true);
  });
  it("can be undone: hers by her, the team's by the team that has seen what came", async () => {
    const { support, keys, hers } = scene;
    await scene.ann.story.resume();
    const unseen = { story: keys.id, reason: "support", seen: scene.state.anchor, by: support.id } as const;
    await scene.refresh();
    await scene.eachRefused([
      [
        "with an old head",
        "something-came-since",
        () => support.act(bare(signedAs("lifted", scene.day, unseen, support.secret))),
      ],
      [
        "a hold that is lifted with an old head",
        "something-came-since",
        () => {
          const said = { story: keys.id, hold: "safety", does: "lift", seen: unseen.seen, by: support.id } as const;
          return support.act(bare(signedAs("held", scene.day, said, support.secret)));
        },
      ],
      [
        "a hold that is lifted unseen",
        "something-came-since",
        () => {
          const said = { story: keys.id, hold: "safety", does: "lift", by: support.id } as const;
          return support.act(bare(signedAs("held", scene.day, said, support.secret)));
        },
      ],
    ]);
    const seen = { ...unseen, seen: scene.state.anchor };
    expectYes(await support.act(bare(signedAs("lifted", scene.day, seen, support.secret))));
    expect((await hers.state(keys.id)).pauses).toEqual([]);
  });
});

/** An intake that remembers nothing of a directory. */
async function withNewIntake<T>(work: (act: (body: object) => ReturnType<typeof postJson>) => Promise<T>): Promise<T> {
  const { world, hers } = scene;
  const pool = world.database.as("intake");
  const log = createLog("test", { write: (line: string) => void world.logged.push(line) });
  const intake = await createIntake({ pool, deployment: world.deployment, hint: () => {}, log, sessionMinutes: 15 });
  const url = await intake.listen({ host: "127.0.0.1", port: 0 });
  try {
    return await work((body) => postJson(`${url}/v1/act`, body, { token: hers.token }));
  } finally {
    await intake.close();
  }
}

describe("a row beside the directory that no steward stands for", () => {
  const { stringify } = JSON;
  const rows: [string, (signed: { directory: object; signatures: readonly object[] }) => [string, string]][] = [
    ["nothing in it", () => ["{}", "[]"]],
    ["null for a directory", () => ["null", "null"]],
    ["a list for a directory", () => ["[[]]", `"x"`]],
    [
      "another last day",
      ({ directory, signatures }) => [stringify({ ...directory, validUntil: 7 }), stringify(signatures)],
    ],
    [
      "a last day that is over",
      ({ directory, signatures }) => [stringify({ ...directory, validUntil: "2001-01-01" }), stringify(signatures)],
    ],
    [
      "signatures that are none",
      ({ directory }) => [
        stringify(directory),
        stringify([null, 7, { steward: scene.world.deployment.stewards[0], signature: 7 }]),
      ],
    ],
    ["no staff", ({ directory, signatures }) => [stringify({ ...directory, staff: [] }), stringify(signatures)]],
    [
      "the signature of somebody else",
      ({ directory }) => {
        const { directory: later, signatures } = signWith({ ...directory, serial: 99 } as never, [own.signing]);
        return [stringify(later), stringify(signatures)];
      },
    ],
  ];
  it.each(rows)("stops nothing: %s", async (_name, make) => {
    const { owner } = scene.world.database;
    const [body, signatures] = make(scene.world.trial.signed);
    await query(owner, "insert into directory values (1000, $1, $2)", [body, signatures]);
    await scene.refresh();
    await withNewIntake(async (act) => {
      expect(expectYes(await act(stopped("pause"))).outcome).toBe("done");
      await scene.refresh();
      const said = { story: scene.keys.id, scope: "everything", seen: scene.state.anchor } as const;
      // It is passed over altogether: what is no stop goes on too.
      expectYes(await act(bare(signedAs("resumed", scene.day, said, scene.keys.signing.secret))));
    });
    expectYes(await scene.hers.act(stopped("pause")));
    await scene.ann.story.resume();
    await query(owner, "delete from directory where serial = 1000");
  });
});

describe("while the directory is over", () => {
  beforeAll(async () => {
    await letDaysPass(scene.world.database.owner, 1, 100);
    await scene.refresh();
  });

  /** A statement of right form for an action, signed by whom it has to be, and the door that it goes to. */
  function asking(name: ActionName) {
    const { keys, hers, support, approver, trainer } = scene;
    const { statement: type, where = {} } = actionOf(name);
    const [role] = rolesOf(name);
    const staff = { support: approver, safeguarding: support, "data-protection": lead, trainer }[role as "support"];
    const fixed = Object.fromEntries(Object.entries(where).map(([field, value]) => [field, [value].flat()[0]]));
    const named = {
      story: keys.id,
      cut: own.id,
      cutKey: own.signing.verifyKey,
      permission,
      by: staff?.id,
      scope: "everything",
    };
    const sample = sampleStatement(type!);
    const known = Object.fromEntries(
      Object.entries(named).filter(([field, value]) => field in sample && value !== undefined),
    );
    const statement = { ...sample, id: newId(), day: scene.day, ...known, ...fixed } as Record<string, unknown>;
    if (actionOf(name).stop) delete statement.seen;
    if (type === "stopped" || type === "resumed") for (const field of ["cut", "permission"]) delete statement[field];
    const secrets: Record<string, SigningSecret[]> = {
      answered: [own.signing.secret],
      agreed: [keys.signing.secret, own.signing.secret],
    };
    const signed = sign(
      statement as unknown as Statement,
      ...(staff ? [staff.secret] : (secrets[type!] ?? [keys.signing.secret])),
    );
    return { signed, act: staff ? staff.act : hers.act };
  }
  const asked = actionNames.filter((name) => {
    const { statement } = actionOf(name);
    return statement !== null && statement !== "redacted" && statement !== "opened";
  });

  it.each(asked.filter((name) => !actionOf(name).stop))("%s waits", async (name) => {
    const before = await snapshotOf(scene.world.database.owner);
    const { signed, act } = asking(name);
    const more = { cutSalt: undefined, seenNonce: undefined };
    expect(codeOf(await act({ ...bare(signed), ...more }))).toBe("not-ready");
    expect(await snapshotOf(scene.world.database.owner)).toEqual(before);
  });
  it("and so do the desk and the library", async () => {
    const { support, trainer, keys } = scene;
    for (const [path, body] of [
      ["/v1/desk", {}],
      ["/v1/read", { story: keys.id }],
      ["/v1/look", { story: keys.id }],
      ["/v1/release", { permission }],
    ] as const)
      expect(codeOf(await support.call(path, body)), path).toBe("not-ready");
    expect(codeOf(await trainer.call("/v1/catalogue", {}))).toBe("not-ready");
    expect(
      (await trainer.call("/v1/open", acts.opening(permission, { approval: newId().padEnd(43, "A") }))).status,
    ).toBe(404);
  });

  const staffStops = asked.filter(
    (name) => actionOf(name).stop && rolesOf(name)[0] !== "author" && name !== "leadErase",
  );
  it.each(staffStops)("%s does not wait", async (name) => {
    const { signed, act } = asking(name);
    expect(expectYes(await act(bare(signed))).outcome).toBe("done");
  });
  it("she pauses, takes back and erases, and a process that has just started knows her too", async () => {
    const { ann, hers, keys } = scene;
    await ann.story.pause();
    expect((await hers.state(keys.id)).pauses).toContainEqual({ reason: "hers", target: null });
    expect(expectYes(await withNewIntake((act) => act(stopped("take-back")))).outcome).toBe("done");
    expect((await hers.state(keys.id)).permissions[permission]!.stage).toBe("withdrawn");
    await ann.story.takeBack();
    await ann.story.erase();
    expect((await hers.state(keys.id)).stage).toBe("leaving");
    // The lead's erasure finds its work done, and a draft of somebody else goes at once.
    const erased = asking("leadErase");
    expect(expectYes(await erased.act(bare(erased.signed))).outcome).toBe("done");
    await scene.bea.story.erase();
    expect((await scene.bea.hands.state(scene.bea.keys.id)).stage).toBe("erased");
  });
  it("and when the stewards have signed the next, all goes on, and her history is whole", async () => {
    const { ann, keys, hers } = scene;
    await scene.world.days(1);
    await scene.refresh();
    expect((await ann.story.history()).verified).toBe(true);
    await ann.story.keep();
    expect((await hers.state(keys.id)).stage).toBe("author-review");
    expectProblem(await hers.act(stopped("pause", daysAfter(scene.day, 3))), "signed-on-another-day");
  });
});
