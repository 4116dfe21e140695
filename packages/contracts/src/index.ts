export * from "./parts.ts";
export * from "./problems.ts";
export * from "./routes.ts";
export { statementSchema } from "./schema-of.ts";
