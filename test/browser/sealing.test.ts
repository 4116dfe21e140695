// The published vectors in a real browser: the code that her phone runs gives the same bytes as the code that Node runs.

import { readFileSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, chromium } from "playwright-core";
import { build } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";

const sealing = new URL("../../packages/sealing/", import.meta.url);
const published: unknown = JSON.parse(readFileSync(new URL("vectors.json", sealing), "utf8"));

/** As strict as the sites are: WebAssembly may be compiled, nothing may be evaluated or fetched from elsewhere. */
const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'none'";
const page = "<!doctype html><title>vectors</title><script type=module src=/vectors.js></script>";

let folder: string;
let server: Server;
let browser: Browser;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "ownwords-vectors-"));
  await build({
    configFile: false,
    root: fileURLToPath(sealing),
    logLevel: "error",
    build: {
      outDir: folder,
      emptyOutDir: false,
      lib: { entry: "src/vectors/in-browser.ts", formats: ["es"], fileName: () => "vectors.js" },
    },
  });
  server = createServer(async (request, response) => {
    const isScript = request.url === "/vectors.js";
    response.writeHead(200, {
      "content-type": isScript ? "text/javascript" : "text/html",
      "content-security-policy": policy,
    });
    response.end(isScript ? await readFile(join(folder, "vectors.js")) : page);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)));
  if (folder) await rm(folder, { recursive: true });
});

type InPage = {
  checkVectors?: (published: unknown) => Promise<{ computed: unknown; failed: string[] }>;
};

test("a browser computes and opens every published vector", async () => {
  const tab = await browser.newPage();
  const faults: string[] = [];
  tab.on("pageerror", ({ message }) => faults.push(message));
  tab.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  await tab.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await tab.waitForFunction(() => (globalThis as InPage).checkVectors !== undefined);
  const found = await tab.evaluate((vectors) => (globalThis as InPage).checkVectors!(vectors), published);
  expect(found.computed).toEqual(published);
  expect(found.failed).toEqual([]);
  expect(faults.filter((text) => !text.includes("favicon"))).toEqual([]);
}, 60_000);
