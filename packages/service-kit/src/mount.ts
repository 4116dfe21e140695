import type { BodyOf, ProblemCode, ReplyOf, Route, Routes } from "@ownwords/contracts";
import type { FastifyInstance, FastifyRequest, RouteShorthandOptions } from "fastify";
import { Problem, sendProblem } from "./http.ts";

/** What a handler is given: the body, checked against its schema, and the session's token as it came. */
export type Call<R extends Route> = { readonly body: BodyOf<R>; readonly token: string | null };
export type Handlers<T extends Routes> = {
  readonly [Name in keyof T]: (call: Call<T[Name]>) => Promise<ReplyOf<T[Name]> | Problem>;
};

export type RouteLimits = {
  /** Bytes of a body, where a sealed text comes along. */
  readonly bodyLimits: Readonly<Record<string, number>>;
  /** Requests a minute and address. */
  readonly perMinute: Readonly<Record<string, number>>;
};

const tokenOf = ({ headers }: FastifyRequest): string | null => bearer.exec(headers.authorization ?? "")?.[1] ?? null;
const bearer = /^Bearer ([A-Za-z0-9_-]{43})$/;

/** Puts the routes of a table on an HTTP server. A route without a handler does not compile. */
export function mountRoutes<T extends Routes>(
  app: FastifyInstance,
  routes: T,
  handlers: Handlers<T>,
  { bodyLimits, perMinute }: RouteLimits,
): void {
  for (const [name, route] of Object.entries(routes)) {
    const options: RouteShorthandOptions = {
      schema: { body: route.body },
      // Before the body is read: nobody sends megabytes who has no session.
      onRequest: async (request, reply) => {
        if (route.session && tokenOf(request) === null) await sendProblem(reply, new Problem("sign-in-first"));
      },
    };
    if (bodyLimits[name] !== undefined) options.bodyLimit = bodyLimits[name];
    if (perMinute[name] !== undefined) options.config = { rateLimit: { max: perMinute[name], timeWindow: 60_000 } };
    app.post(route.path, options, async (request, reply) => {
      const token = tokenOf(request);
      const answer = await handlers[name]!({ body: request.body as never, token });
      return answer instanceof Problem ? sendProblem(reply, answer) : reply.send(answer);
    });
  }
}

/** `live` says that the process turns, `ready` that it can serve. */
export function mountHealth(app: FastifyInstance, ready: () => Promise<boolean>): void {
  app.get("/health/live", async () => ({ live: true }));
  app.get("/health/ready", async (_request, reply) =>
    (await ready().catch(() => false))
      ? { ready: true }
      : sendProblem(reply, new Problem("not-ready" satisfies ProblemCode)),
  );
}
