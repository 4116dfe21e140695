// Serves the files of one site and passes /api on to the API behind it. No database, no key.

import type { IncomingHttpHeaders } from "node:http";
import { join } from "node:path";
import proxy from "@fastify/http-proxy";
import files from "@fastify/static";
import { type Csp, createHttp, type Log, mountHealth } from "@ownwords/service-kit";
import type { FastifyInstance, FastifyRequest } from "fastify";

export type Site = "author" | "staff";

/** Nothing from elsewhere, nothing inline, no string that becomes a script. */
const csp: Csp = {
  "default-src": ["'none'"],
  "script-src": ["'self'", "'wasm-unsafe-eval'"],
  "worker-src": ["'self'"],
  "style-src": ["'self'"],
  "font-src": ["'self'"],
  "img-src": ["'self'"],
  "connect-src": ["'self'"],
  "form-action": ["'none'"],
  "base-uri": ["'none'"],
  "frame-ancestors": ["'none'"],
  "require-trusted-types-for": ["'script'"],
  "trusted-types": ["ownwords"],
};

/**
 * One site, as a Fastify instance that does not listen yet.
 * @param apiUrl of the API behind it, without a slash at its end
 */
export async function createSite(site: Site, apiUrl: string, log: Log): Promise<FastifyInstance> {
  const app = await createHttp(log, csp);
  await app.register(files, {
    root: join(import.meta.dirname, "..", site),
    etag: false,
    lastModified: false,
    cacheControl: false,
  });
  await app.register(proxy, {
    upstream: apiUrl,
    prefix: "/api",
    replyOptions: {
      // What the API needs and no more: no address but for counting, no agent, no referrer, no cookie.
      rewriteRequestHeaders: (request: FastifyRequest, headers: IncomingHttpHeaders) => ({
        "content-type": headers["content-type"] ?? "",
        ...(headers["content-length"] ? { "content-length": headers["content-length"] } : {}),
        ...(headers.authorization ? { authorization: headers.authorization } : {}),
        "x-forwarded-for": request.ip,
      }),
    },
  });
  mountHealth(app, async () => true);
  return app;
}
