export { createStage, createSweeper, type StageNeeds, type Sweeper } from "./stage.ts";
