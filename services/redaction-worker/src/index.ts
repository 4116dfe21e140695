export { redactStory } from "./compose.ts";
export { createEngine, type Engine, EngineError } from "./engine.ts";
export { createRedaction, type RedactionNeeds } from "./redaction.ts";
export { readSigningPair, turnWeek, weekPair } from "./week-keys.ts";
