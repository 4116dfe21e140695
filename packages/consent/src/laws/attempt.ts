// One thing that somebody tries, and everything that is wrong with trying it a little differently.

import type { ActionName } from "../actions.ts";
import { actionFor } from "../decide.ts";
import type { Act, Actor, Context } from "../guards.ts";
import type { PermissionId } from "../ids.ts";
import { type TextStage, textStages } from "../machines.ts";
import type { Grant, StoryState } from "../state.ts";
import type { Statement } from "../statements.ts";
import {
  actorOf,
  author,
  bytes16,
  bytes32,
  dayAt,
  everybody,
  nameOf,
  redactor,
  service,
  slotOf,
  workers,
} from "./world.ts";

export type Attempt = {
  readonly label: string;
  readonly by: Actor;
  readonly act: Act;
  /** Which row takes it, by the stage of the text. */
  readonly rowAt: Readonly<Record<TextStage, ActionName>>;
  /** Something about it is wrong in every state: whoever accepts it breaks a rule. */
  readonly wrong: boolean;
  /** Tried only where this holds; a renamed id would mean something else elsewhere. */
  readonly where?: (state: StoryState) => boolean;
  /** Says what another attempt says: it is taken or refused in the same way, and need not be tried in every order. */
  readonly isVariant?: true;
  /** What the directory says, where it is another than the world's. */
  readonly context?: Context;
};

type Attached = Pick<Act, "texts" | "grants">;
const nothing: Attached = { texts: [], grants: [] };

const everywhere = (name: ActionName) =>
  Object.fromEntries(textStages.map((stage) => [stage, name])) as Attempt["rowAt"];

/** What the service, or a reader at the desk, does without a statement. */
export const own = (name: ActionName, by: Actor, rest: Partial<Act> = {}): Attempt => ({
  label: `${nameOf(by)}: ${name} ${rest.permission ?? ""}`,
  by,
  act: { by, statement: null, statementDigest: null, ...nothing, ...rest },
  rowAt: everywhere(name),
  wrong: false,
});

/** A signed statement with what comes along. `digestName` makes the statement's digest. */
export function says(by: Actor, statement: Statement, digestName: string, attached: Attached = nothing): Attempt {
  const rows = textStages.map((stage) => [stage, actionFor({ stage } as StoryState, statement)]);
  const act = { by, statement, statementDigest: bytes32(digestName), ...attached } as Act;
  const label = `${nameOf(by)}: ${digestName}`;
  return { label, by, act, rowAt: Object.fromEntries(rows) as Attempt["rowAt"], wrong: false };
}

const changed = (attempt: Attempt, why: string, act: Partial<Act>): Attempt => ({
  ...attempt,
  label: `${attempt.label}, ${why}`,
  act: { ...attempt.act, ...act },
  by: act.by ?? attempt.by,
  wrong: true,
});

const stopTypes = new Set(["stopped", "paused", "recused", "erased"]);
/** Whether it asks for a stop: whoever signs one before midnight has stopped something. */
export const isStop = ({ act: { statement } }: Attempt): boolean =>
  stopTypes.has(statement?.type ?? "") || (statement?.type === "held" && statement.does === "set");
const withoutAName: readonly string[] = [author, redactor, service].flatMap(({ roles }) => roles);
const without = <T>(list: readonly T[], index: number) => list.filter((_, at) => at !== index);
/** Each place of a list with everything that stands in another. */
const pairs = <T>(list: readonly T[]): (readonly [number, T])[] =>
  list.flatMap((_, index) => without(list, index).map((other) => [index, other] as const));
const strayGrant: Grant = {
  text: slotOf(0, 0).cut.digest,
  to: "circle",
  lock: "inner",
  permission: slotOf(0, 0).permission,
};

/**
 * The attempt as it should be, and with every single thing changed. The rules are a conjunction, so what is refused for
 * one fault is refused for two.
 * @param who names of those whose right it is; every other person and process tries it too
 * @param faults other fields in the statement, each wrong in every state
 */
export function everyWay(
  perfect: Attempt,
  who: readonly Actor["roles"][number][],
  faults: Readonly<Record<string, object>> = {},
): Attempt[] {
  const { statement, texts, grants } = perfect.act;
  const saying = (why: string, fields: object, act: Partial<Act> = {}) =>
    changed(perfect, why, { ...act, statement: { ...statement, ...fields } as Act["statement"] });
  const nameless = { roles: who.filter((role) => !withoutAName.includes(role)) };
  const others = everybody
    .filter((actor) => !actor.roles.some((role) => who.includes(role)))
    .concat(nameless.roles.length > 0 ? nameless : []);
  const signs = (actor: Actor) => (statement && "by" in statement ? { by: actor.staff?.id ?? bytes16("nobody") } : {});
  const all = [
    perfect,
    ...others.map((actor) =>
      statement
        ? saying(`tried by ${nameOf(actor)}`, signs(actor), { by: actor })
        : changed(perfect, `tried by ${nameOf(actor)}`, { by: actor }),
    ),
    ...texts.map((_, index) => changed(perfect, `text ${index} is missing`, { texts: without(texts, index) })),
    ...texts.map((text, index) =>
      changed(perfect, `text ${index} is other words`, {
        texts: texts.with(index, { ...text, digest: bytes32("other-words") }),
      }),
    ),
    ...pairs(texts).map(([index, text]) =>
      changed(perfect, `text ${index} is ${text.kind} again`, { texts: texts.with(index, text) }),
    ),
    ...grants.map((_, index) => changed(perfect, `key ${index} is missing`, { grants: without(grants, index) })),
    ...pairs(grants).map(([index, grant]) =>
      changed(perfect, `key ${index} is there twice, and another is not`, { grants: grants.with(index, grant) }),
    ),
    ...grants.map((grant, index) =>
      changed(perfect, `key ${index} is for other words`, {
        grants: grants.with(index, { ...grant, text: bytes32("other-words") }),
      }),
    ),
    ...grants
      .map((grant, index) =>
        changed(perfect, `key ${index} has a lock less`, {
          grants: grants.with(index, { ...grant, to: "circle", lock: "inner", permission: slotOf(0, 0).permission }),
        }),
      )
      .filter((attempt) => attempt.act.statement?.type !== "approved"),
    changed(perfect, "with a key too many", { grants: [...grants, strayGrant] }),
  ];
  if (!statement) return all;
  const yesterday = saying("signed yesterday", { day: dayAt(-1) });
  all.push(
    { ...yesterday, wrong: !isStop(perfect), isVariant: true },
    saying("signed the day before", { day: dayAt(-2) }),
    saying("signed tomorrow", { day: dayAt(1) }),
  );
  if ("story" in statement) all.push(saying("about another story", { story: bytes32("another-story") }));
  if ("notice" in statement) {
    const { notice } = statement;
    all.push(
      saying("under an unknown notice", { notice: { ...notice, id: bytes16("unknown") } }),
      saying("under other words of a notice", { notice: { ...notice, hash: bytes32("unknown") } }),
    );
  }
  if ("by" in statement) {
    const [a, b] = workers.map(actorOf) as [Actor, Actor];
    all.push(saying("signed by somebody else", { by: statement.by === a.staff!.id ? b.staff!.id : a.staff!.id }));
  }
  const said = statement as unknown as Record<string, unknown>;
  for (const [why, fields] of Object.entries(faults))
    if (Object.entries(fields).some(([name, value]) => said[name] !== value)) all.push(saying(why, fields));
  return all;
}

/** The same, where what makes it wrong is in how it was put together. */
export const amiss = (attempt: Attempt, why: string): Attempt => changed(attempt, why, {});

/** The same, a little differently, and as right as it was. */
export const alike = (attempt: Attempt, why: string, fields: object): Attempt => ({
  ...attempt,
  label: `${attempt.label}, ${why}`,
  isVariant: true,
  act: { ...attempt.act, statement: { ...attempt.act.statement, ...fields } as Act["statement"] },
});

export const only = (attempts: readonly Attempt[], where: (state: StoryState) => boolean): Attempt[] =>
  attempts.map((attempt) => ({ ...attempt, where }));

export const exists = (permission: PermissionId) => (state: StoryState) => state.permissions[permission] !== undefined;

/** Wrong because it belongs to another answer, cut or circle. */
export const isForeign = ({ wrong, label }: Attempt): boolean => wrong && /another|other words/.test(label);
