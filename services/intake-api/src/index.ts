export { createIntake, type IntakeNeeds } from "./intake.ts";
