import { createLog } from "@ownwords/service-kit";
import { createSite, type Site } from "@ownwords/web";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createWorld, type World } from "../journeys/world.ts";

let world: World;
const sites = new Map<Site, { url: string; close: () => Promise<void> }>();
const lines: string[] = [];
beforeAll(async () => {
  world = await createWorld();
  const log = createLog("web", { write: (line: string) => void lines.push(line) });
  for (const [site, api] of [
    ["author", world.urls.intake],
    ["staff", world.urls.staff],
  ] as const) {
    const app = await createSite(site, api, log);
    sites.set(site, { url: await app.listen({ host: "127.0.0.1", port: 0 }), close: () => app.close() });
  }
});
afterAll(async () => {
  for (const site of sites.values()) await site.close();
  await world.close();
});

describe.each(["author", "staff"] as const)("the %s site", (site) => {
  const get = (path: string) => fetch(`${sites.get(site)!.url}${path}`);

  it.each(["/", "/page.css", "/nothing-here", "/api/v1/challenge"])(
    "answers %s without anything that runs or stays",
    async (path) => {
      const { headers } = await get(path);
      const csp = headers.get("content-security-policy") ?? "";
      expect(csp).toContain("default-src 'none'");
      expect(csp.replace("'wasm-unsafe-eval'", "")).not.toContain("unsafe");
      expect(headers.get("cache-control")).toBe("no-store");
      expect(headers.get("referrer-policy")).toBe("no-referrer");
      expect(headers.get("set-cookie")).toBeNull();
    },
  );

  it("shows a page that asks for nothing from elsewhere", async () => {
    const page = await (await get("/")).text();
    expect(page).toContain("<title>");
    expect(page).not.toMatch(/https?:|<script|style=/);
  });

  it("passes the API on, and nothing of the browser with it", async () => {
    const answer = await fetch(`${sites.get(site)!.url}/api/v1/directory`, {
      method: "POST",
      headers: { "content-type": "application/json", cookie: "canary=1", referer: "http://canary.example/" },
      body: "{}",
    });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toHaveProperty("directory");
    expect(lines.join("") + world.logged.join("")).not.toContain("canary");
  });
});

it("the author's page has a title that tells nothing", async () => {
  const page = await (await fetch(`${sites.get("author")!.url}/`)).text();
  expect(page).not.toMatch(/ownwords|story|trauma/i);
});
