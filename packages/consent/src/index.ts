// The heart of Ownwords, in reading order: the actions, the machines they move, how it is decided, and the gate.
export * from "./actions.ts";
export * from "./days.ts";
export * from "./decide.ts";
export * from "./directory.ts";
export * from "./document.ts";
export * from "./gate.ts";
export * from "./grants.ts";
export { type Act, type Actor, type Context, type Refusal, refusals } from "./guards.ts";
export * from "./ids.ts";
export * from "./machines.ts";
export * from "./policy.ts";
export * from "./risk-codes.ts";
export * from "./state.ts";
export * from "./statements.ts";
export * from "./work-due.ts";
