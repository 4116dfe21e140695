// Writes docs/consent.md from the tables of packages/consent. `test/docs` fails when the page is not what this makes.

import {
  type Action,
  actionNames,
  actionOf,
  cutMachine,
  type Due,
  defaultPolicy,
  type Move,
  permissionMachine,
  rolesOf,
  statementTypes,
  textMachine,
} from "@ownwords/consent";

const diagram = (machine: Record<string, Move>, not: string): string =>
  [
    "```mermaid",
    "stateDiagram-v2",
    ...Object.entries(machine).flatMap(([name, { from, to, by }]) =>
      from.map((state) => `  ${stateName(state, not)} --> ${stateName(to, not)}: ${name} (${by.join(", ")})`),
    ),
    "```",
  ].join("\n");
const stateName = (state: string, not: string): string => (state === not ? "[*]" : state.replaceAll("-", "_"));

function dueIn(due: Due | undefined): string {
  if (due === undefined) return "";
  if (typeof due === "string") return due.replaceAll("-", " ");
  return "afterDays" in due ? `after \`${due.afterDays}\`` : `after \`${due.afterMonths}\``;
}

const flags = (row: Action): string =>
  [row.stop && "stop", row.forward && "forward", row.destroys && "destroys", row.reading && "reading"]
    .filter(Boolean)
    .join(", ");

const asked = (row: Action): string => {
  if (row.statement === null) return "";
  const where = Object.entries(row.where ?? {}).map(([name, value]) => `${name}: ${[value].flat().join(" or ")}`);
  return `\`${row.statement}\`${where.length > 0 ? ` (${where.join(", ")})` : ""}`;
};

const moved = (row: Action): string =>
  [row.text && "text", row.cut && "cut", row.permission && "permission"].filter(Boolean).join();

/** The page, as Markdown. */
export const consentPage = (): string => `# What can happen to a story

This page is made from the tables of \`packages/consent\` (\`npm run docs\`). A test keeps it true.

A signed statement comes in → it is verified → \`decide(state, action, act, context)\` says what changes, or why not → \`apply\`
writes it with one ledger entry, in one transaction. What the service does by itself goes the same way. A *stop* is accepted
from every state but \`erased\`, as often as she likes; *forward* is refused under a hold; *destroys* is refused under a legal
hold; a *reading* makes nothing that she signed out of date.

| action | who | asked for by | moves | | due by itself |
|---|---|---|---|---|---|
${actionNames
  .map((name) => {
    const row = actionOf(name);
    return `| \`${name}\` | ${rolesOf(name).join(", ")} | ${asked(row)} | ${moved(row)} | ${flags(row)} | ${dueIn(row.due)} |`;
  })
  .join("\n")}

## The text

${diagram(textMachine, "")}

\`before\` is the stage that the story left when it was marked for erasure.

## A cut

${diagram(cutMachine, "none")}

## A permission: one cut × one circle, a new row for each new answer

${diagram(permissionMachine, "none")}

Pauses stand beside the stage, as a set of reasons with what they cover. A permission is open for readers only when no pause
covers it, no hold is set and its last day has not passed: the gate (\`gate.ts\`) says so at each request.

## Statements

| type | signed by | says |
|---|---|---|
${Object.entries(statementTypes)
  .map(
    ([type, { signedBy, fields }]) =>
      `| \`${type}\` | ${signedBy} | ${Object.keys(fields)
        .map((name) => name.replace("?", " (optional)"))
        .join(", ")} |`,
  )
  .join("\n")}

## Policy, when a deployment says nothing else

| number | default |
|---|---|
${Object.entries(defaultPolicy)
  .map(([name, value]) => `| \`${name}\` | ${[value].flat().join(", ")} |`)
  .join("\n")}
`;
