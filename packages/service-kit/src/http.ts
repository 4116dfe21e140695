import { createHmac, randomBytes } from "node:crypto";
import helmet from "@fastify/helmet";
import rateLimit from "@fastify/rate-limit";
import { TypeBoxValidatorCompiler } from "@fastify/type-provider-typebox";
import { type ProblemCode, problemDetails } from "@ownwords/contracts";
import fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from "fastify";
import { faultCode, type Log } from "./log.ts";

/** An answer that says no. Handlers return it; only broken invariants and I/O are thrown. */
export class Problem {
  readonly code: ProblemCode;
  readonly more: { head?: string; today?: string };
  constructor(code: ProblemCode, { head, today }: { head?: string; today?: string } = {}) {
    this.code = code;
    this.more = { ...(head ? { head } : {}), ...(today ? { today } : {}) };
  }
}

export const sendProblem = (reply: FastifyReply, { code, more }: Problem): FastifyReply => {
  const details = problemDetails(code, more);
  if (details.status === 503) reply.header("retry-after", "5");
  return reply.code(details.status).type("application/problem+json").send(details);
};

const byFastifyCode: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_VALIDATION: "malformed",
  FST_ERR_CTP_INVALID_JSON_BODY: "not-json",
  FST_ERR_CTP_EMPTY_JSON_BODY: "not-json",
  FST_ERR_CTP_INVALID_MEDIA_TYPE: "not-json",
  FST_ERR_CTP_BODY_TOO_LARGE: "too-large",
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: "not-json",
  FST_ERR_RATE_LIMIT: "slow-down",
};

function problemOf(error: FastifyError): ProblemCode {
  const known = byFastifyCode[error.code];
  if (known) return known;
  if (error.code === "database-away") return "database-away";
  if (error.statusCode === 429) return "slow-down";
  return error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500
    ? "malformed"
    : "our-fault";
}

/**
 * A key for counting requests of one address without keeping it: an HMAC under a key that lives in memory and changes daily.
 */
function addressCounter(): (address: string) => string {
  let key = randomBytes(32);
  let day = 0;
  return (address) => {
    const today = Math.floor(Date.now() / 86_400_000);
    if (today !== day) {
      day = today;
      key = randomBytes(32);
    }
    return createHmac("sha256", key).update(address).digest("base64url");
  };
}

export type Csp = Readonly<Record<string, readonly string[]>>;
/** An API's answers are no pages: nothing in them is ever run or shown. */
const nothingRuns: Csp = { "default-src": ["'none'"], "frame-ancestors": ["'none'"] };

/**
 * The base of every HTTP process: strict bodies, problem details, headers, no request log.
 * @param csp Content-Security-Policy of every answer
 */
export async function createHttp(log: Log, csp: Csp = nothingRuns): Promise<FastifyInstance> {
  const app = fastify({
    logger: false,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 64 * 1024,
    // Only a proxy on this machine can say whose request it passes on.
    trustProxy: "loopback",
    forceCloseConnections: "idle",
    requestTimeout: 30_000,
    // What never becomes a request is answered in the same form, and repeats nothing of it.
    frameworkErrors: (_error, _request, reply) => void sendProblem(reply, new Problem("unknown-route")),
    clientErrorHandler: (_error, socket) => {
      if (!socket.writable) return;
      const body = JSON.stringify(problemDetails("malformed"));
      socket.end(
        `HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Type: application/problem+json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
      );
    },
  });
  app.setValidatorCompiler(TypeBoxValidatorCompiler);
  app.setNotFoundHandler((_request, reply) => sendProblem(reply, new Problem("unknown-route")));
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const code = problemOf(error);
    if (code === "our-fault" || code === "database-away")
      log.fault("http.fault", { route: request.routeOptions.url ?? "none", code: faultCode(error) });
    return sendProblem(reply, new Problem(code));
  });
  await app.register(helmet, {
    useDefaults: false,
    contentSecurityPolicy: { useDefaults: false, directives: csp },
    referrerPolicy: { policy: "no-referrer" },
  } as never);
  app.addHook("onSend", async (_request, reply) => {
    reply.header("cache-control", "no-store");
  });
  const counter = addressCounter();
  // Only where a route asks for it: stops and saves are never limited by address (refuges and Tor share one).
  await app.register(rateLimit, { global: false, keyGenerator: (request: FastifyRequest) => counter(request.ip) });
  return app;
}

/** Listens, and says at which port: the one that was asked for, or the free one that was found for 0. */
export async function listen(app: FastifyInstance, host: string, port: number): Promise<number> {
  await app.listen({ host, port });
  const address = app.server.address();
  return typeof address === "object" && address ? address.port : port;
}
