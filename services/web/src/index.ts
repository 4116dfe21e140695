export { createSite, type Site } from "./sites.ts";
