// Everything that can be tried with her text: sending, redacting, checking, deciding, asking, erasing.

import type { Act } from "../guards.ts";
import type { RandomId, TextDigest } from "../ids.ts";
import type { Grant } from "../state.ts";
import { type Attempt, amiss, everyWay, only, own, says } from "./attempt.ts";
import * as world from "./world.ts";

const { author, redactor, service, signed, slots, story, text, newerText, olderText, head, oldHead, notice } = world;
const a = world.actorOf(world.workers[0]);
const b = world.actorOf(world.workers[1]);
const lead = world.actorOf(world.dataProtectionLead);

export const change: RandomId = world.bytes16("change");
const otherChange: RandomId = world.bytes16("change-other");

export const keyTo = (digest: TextDigest, to: Grant["to"]): Grant => ({
  text: digest,
  to,
  lock: "one",
  permission: null,
});
const version = (kind: Act["texts"][number]["kind"], to: "redactor" | "support") => ({
  texts: [{ digest: newerText, kind }],
  grants: [keyTo(newerText, "author"), keyTo(newerText, to)],
});

const sent = (mode: "service" | "device") =>
  signed("sent", {
    story,
    digest: newerText,
    mode,
    alone: true,
    notice,
    ...(mode === "service" ? { redactorKey: world.context.redactorKeys[0] } : {}),
  });

const sending = [
  ...everyWay(says(author, sent("service"), "sent", version("sent", "redactor")), ["author"], {
    "to an old key": { redactorKey: world.bytes16("key-of-last-week") },
    "to no key": { redactorKey: undefined },
  }),
  ...everyWay(says(author, sent("device"), "sent-redacted", version("sent", "support")), ["author"]),
];

/** Claims are numbered; in the model the last one is always the tenth. */
export const lastClaim = 10;
const redacting = [
  ...everyWay(own("claim", redactor), ["redactor"]),
  ...everyWay(own("reclaim", redactor), ["redactor"]),
  ...everyWay(own("fail", redactor), ["redactor"]),
  ...everyWay(own("refuse", redactor, { unfit: lastClaim }), ["redactor"]),
  ...[lastClaim - 1, lastClaim + 1, undefined].map((unfit) =>
    amiss(own("refuse", redactor, unfit === undefined ? {} : { unfit }), `of claim ${unfit}`),
  ),
  ...everyWay(
    says(
      redactor,
      signed("redacted", { story, parent: text, digest: newerText, claim: lastClaim, changes: [] }),
      "redacted",
      version("redacted", "support"),
    ),
    ["redactor"],
    { "of an older text": { parent: olderText }, "under an older claim": { claim: lastClaim - 1 } },
  ),
];

const checkBy = (worker: typeof a, changes: readonly RandomId[]) =>
  everyWay(
    says(
      worker,
      signed("checked", {
        story,
        parent: text,
        digest: newerText,
        changes: changes.map((id) => ({ id, code: "names-a-person" })),
        by: worker.staff!.id,
      }),
      `checked-${world.nameOf(worker)}-${changes.length}`,
      version("checked", "support"),
    ),
    ["support"],
    { "of an older text": { parent: olderText } },
  );

const desk = [
  ...[a, b].flatMap((worker) => [
    ...everyWay(own("read", worker), ["support"]),
    ...everyWay(
      says(worker, signed("retried", { story, parent: text, by: worker.staff!.id }), "retried"),
      ["support"],
      { "of an older text": { parent: olderText } },
    ),
    ...checkBy(worker, []),
    ...checkBy(worker, [change]),
    ...everyWay(says(worker, signed("recused", { story, by: worker.staff!.id }), "recused"), ["support"]),
  ]),
];

const agreeTo = (changes: readonly RandomId[]) =>
  says(
    author,
    signed("decided", {
      story,
      digest: text,
      decisions: changes.map((id) => ({ change: id, choice: "agree" })),
      seen: head,
    }),
    `decided-${changes.length}`,
  );
const deciding = [
  ...everyWay(agreeTo([change]), ["author"], {
    "about an older text": { digest: olderText },
    "before something came": { seen: oldHead },
    "about another change": { decisions: [{ change: otherChange, choice: "agree" }] },
    "twice about one": { decisions: [1, 2].map(() => ({ change, choice: "agree" })) },
  }),
  ...only([{ ...agreeTo([]), wrong: true }], (state) => (state.checked?.changes.length ?? 1) > 0),
  ...everyWay(
    says(
      author,
      signed("asked", { story, parent: text, digest: newerText, seen: head }),
      "asked",
      version("revised", "support"),
    ),
    ["author"],
    { "of an older text": { parent: olderText }, "before something came": { seen: oldHead } },
  ),
];

const stopErase = signed("stopped", { story, what: "erase", scope: "everything" });
const leadErases = says(lead, signed("erased", { story, by: lead.staff!.id }), "erased");
export const erasing: Attempt[] = [
  ...everyWay(says(author, stopErase, "stopped-erase"), ["author"], {
    "of one permission": { scope: "permission", permission: slots[0].permission },
    "of one cut": { scope: "cut", cut: slots[0].cut.id },
    "of everything, and a cut": { cut: slots[0].cut.id },
    "of everything, and a permission": { permission: slots[0].permission },
  }),
  ...everyWay(says(author, signed("kept", { story, seen: head }), "kept"), ["author"], {
    "before something came": { seen: oldHead },
  }),
  ...everyWay(leadErases, ["data-protection"]),
  ...only([amiss(leadErases, "where nobody but she knows of it")], ({ stage }) => stage === "draft"),
  ...everyWay(own("erase", service), ["service"]),
  ...everyWay(own("lapseDraft", service), ["service"]),
];

export const textAttempts: readonly Attempt[] = [...sending, ...redacting, ...desk, ...deciding, ...erasing];
