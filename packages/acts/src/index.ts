export * from "./act.ts";
export * from "./directory-source.ts";
export * from "./door.ts";
export type { Enclosures } from "./enclosures.ts";
export { readChain } from "./evidence.ts";
export * from "./on-the-wire.ts";
export * from "./sign-in.ts";
