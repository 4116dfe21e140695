import { existsSync } from "node:fs";

/** Where Chromium is: what CHROMIUM says, or where Debian puts it. */
export const chromiumPath = (): string | undefined =>
  [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser"].find((path) => path && existsSync(path));
