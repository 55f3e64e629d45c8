import { agentDoor } from "@flyloft/functions/agents";
import { restDoor } from "@flyloft/functions/http";
import { authenticate } from "@flyloft/functions/identity";
import { anonymous, answerError, type Ctx, DomainError, type HttpEnv } from "@flyloft/functions/kernel";
import { graphqlDoor } from "@flyloft/graphql/gateway";
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { secureHeaders } from "hono/secure-headers";
import { type Connection, contextOf, type Platform } from "./wire.ts";

export type Runtime = {
  platform: Platform;
  /** The connection for one request; `release` is called when the answer has been sent. */
  connect: (request: Request) => Connection & { release: () => void | Promise<void> };
  console: (request: Request) => Promise<Response>;
  /** The door of the step functions. */
  jobs: (request: Request, ctx: Ctx) => Promise<Response>;
  graphql: ReturnType<typeof graphqlDoor>;
};

const mebibyte = 1024 * 1024;

/** All addresses of the control plane, as one `fetch` handler that knows nothing of the runtime it lives in. */
export function controlPlane({ platform, connect, console, jobs, graphql }: Runtime) {
  const app = new Hono<HttpEnv>();
  app.onError(answerError);
  app.use("*", secureHeaders({ contentSecurityPolicy: undefined, crossOriginEmbedderPolicy: false }));
  app.get("/health", (c) => c.json({ status: "ok" }));

  app.use("*", async (c, next) => {
    const requestId = platform.newId("task").replace("tsk_", "req_");
    const { release, ...connection } = connect(c.req.raw);
    c.set("requestId", requestId);
    c.set(
      "ctx",
      contextOf(platform, connection, {
        requestId,
        sourceIp: c.req.header("cf-connecting-ip") ?? c.req.header("x-real-ip") ?? null,
        idempotencyKey: c.req.header("idempotency-key")?.slice(0, 128) ?? null,
      }),
    );
    try {
      await next();
    } finally {
      c.res.headers.set("x-request-id", requestId);
      whenSent(c, release);
    }
  });

  app.use("/v1/*", bodyLimit({ maxSize: 2 * mebibyte }), refuseForeignOrigin);
  app.use("/agent/*", bodyLimit({ maxSize: 16 * mebibyte }));
  app.all("/api/inngest", (c) => jobs(c.req.raw, c.get("ctx")));
  app.use("/graphql", bodyLimit({ maxSize: 2 * mebibyte }), refuseForeignOrigin);
  app.all("/graphql", async (c) => graphql(c.req.raw, { ...c.get("ctx"), actor: await actorOf(c) }));
  app.route("/", restDoor());
  app.route("/", agentDoor());
  app.all("/v1/*", () => {
    throw new DomainError("not_found", "There is nothing at this address: see /v1/openapi.json");
  });
  app.get("*", (c) => console(c.req.raw));
  return app;
}

/** GraphQL answers those who are not signed in too: they may sign in. A wrong credential is told apart from none. */
async function actorOf(c: Context<HttpEnv>) {
  const { headers } = c.req.raw;
  const signed = headers.has("signature-input");
  const claimed = signed || headers.has("authorization") || (headers.get("cookie") ?? "").includes("flyloft_access=");
  if (!claimed) return anonymous;
  try {
    return await authenticate(
      c.get("ctx"),
      c.req.raw,
      signed ? new Uint8Array(await c.req.raw.clone().arrayBuffer()) : null,
    );
  } catch (error) {
    // A spent cookie must not keep anybody from signing in again; each field refuses for itself.
    if (!signed && !headers.has("authorization") && (error as DomainError).code === "unauthenticated") return anonymous;
    throw error;
  }
}

/** A browser that sends our cookie from another site's page is refused (CSRF). */
async function refuseForeignOrigin(c: Context<HttpEnv>, next: () => Promise<void>) {
  const origin = c.req.header("origin");
  const own = new URL(c.req.url).host;
  if (
    origin &&
    c.req.header("cookie") &&
    c.req.method !== "GET" &&
    new URL(origin).host !== (c.req.header("host") ?? own)
  ) {
    throw new DomainError("forbidden", "Requests from other sites are refused");
  }
  await next();
}

/** Lets the connection go once the body is sent: a stream goes on reading after the handler has returned. */
function whenSent(c: Context<HttpEnv>, release: () => void | Promise<void>) {
  const { body } = c.res;
  const streams = (c.res.headers.get("content-type") ?? "").startsWith("text/event-stream");
  if (!streams || !body) return void release();
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  void body
    .pipeTo(writable)
    .catch(() => {})
    .finally(release);
  c.res = new Response(readable, c.res);
}
