export * from "./config.ts";
export * from "./http.ts";
export * from "./log.ts";
export * from "./mount.ts";
export * from "./run.ts";
