export { letDaysPass } from "./days.ts";
export { type LocalPostgres, type LocalPostgresOptions, startPostgres } from "./postgres.ts";
export { LocalPostgresError, type LocalPostgresErrorCode } from "./postgres-errors.ts";
export { reachableDataDir } from "./postgres-folder.ts";
export { type Stack, type StackOptions, startStack } from "./stack.ts";
export { reportFault } from "./terminal.ts";
export { installTrial, makeTrial, type Trial, type TrialPerson } from "./trial.ts";
