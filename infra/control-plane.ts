import { agentDoor } from "@flyloft/functions/agents";
import { restDoor } from "@flyloft/functions/http";
import { authenticate, mayStay } from "@flyloft/functions/identity";
import {
  anonymous,
  answerError,
  type Ctx,
  describeError,
  DomainError,
  type HttpEnv,
  isDomainError,
} from "@flyloft/functions/kernel";
import type { graphqlDoor } from "@flyloft/graphql/gateway";
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { refuseForeignOrigin } from "./doorway/foreign-origin.ts";
import { securityHeaders } from "./doorway/security-headers.ts";
import { sourceAddress } from "./doorway/source-address.ts";
import { whenSent } from "./streams.ts";
import { type Connection, contextOf, type Platform } from "./wire.ts";

export type Runtime = {
  platform: Platform;
  /** The connection for one request; `release` is called when the answer has been sent. */
  connect: (request: Request) => Connection & { release: () => void | Promise<void> };
  /** The address at the other end of the socket, as only the runtime knows it. */
  sourceOf: (c: Context) => string | null;
  console: (request: Request) => Promise<Response>;
  /** The door of the step functions. */
  jobs: (request: Request, ctx: Ctx) => Promise<Response>;
  graphql: ReturnType<typeof graphqlDoor>;
  /** Aborted when the server stops: streams end, so that nobody waits for them. */
  closing?: AbortSignal;
};

const mebibyte = 1024 * 1024;
const tooLarge = (maxSize: number) =>
  bodyLimit({
    maxSize,
    onError: (c) =>
      c.json(
        { code: "invalid", message: `The body may have ${maxSize} bytes at most`, requestId: c.get("requestId") },
        413,
        // What is left of the body is not read: nothing else can be asked on this connection.
        { connection: "close" },
      ),
  });

/** All addresses of the control plane, as one `fetch` handler that knows nothing of the runtime it lives in. */
export function controlPlane({ platform, connect, sourceOf, console, jobs, graphql, closing }: Runtime) {
  const { publicUrl, uploadOrigin, trustedProxies, openIdProviders } = platform;
  const app = new Hono<HttpEnv>();
  app.onError(answerError);
  app.use("*", async (c, next) => {
    c.set("requestId", platform.newId("task").replace("tsk_", "req_"));
    await next();
  });
  app.use("*", securityHeaders({ uploads: uploadOrigin, secure: publicUrl.startsWith("https:") }));
  app.get("/health", (c) => c.json({ status: "ok" }));

  app.use("*", async (c, next) => {
    const { release, ...connection } = connect(c.req.raw);
    const forwarded = c.req.header("x-forwarded-for");
    const sourceIp = sourceAddress({ peer: sourceOf(c), forwarded, trusted: trustedProxies });
    const idempotencyKey = c.req.header("idempotency-key")?.slice(0, 128) ?? null;
    c.set("ctx", contextOf(platform, connection, { requestId: c.get("requestId"), sourceIp, idempotencyKey }));
    try {
      await next();
    } finally {
      whenSent(c, release, closing);
    }
  });

  app.use("/v1/*", tooLarge(2 * mebibyte), refuseForeignOrigin(publicUrl));
  app.use("/agent/*", tooLarge(16 * mebibyte));
  app.all("/api/inngest", (c) => jobs(c.req.raw, c.get("ctx")));
  app.use("/graphql", tooLarge(2 * mebibyte), refuseForeignOrigin(publicUrl));
  app.all("/graphql", async (c) => {
    try {
      const ctx: Ctx = { ...c.get("ctx"), actor: await actorOf(c) };
      const gone = new AbortController();
      c.set("gone", gone);
      return await graphql(c.req.raw, { ctx, mayStay: () => mayStay(ctx, ctx.actor), gone: gone.signal });
    } catch (error) {
      return refuseInGraphql(error, c);
    }
  });
  app.route("/", restDoor({ openIdProviders }));
  app.route("/", agentDoor());
  for (const door of ["/v1/*", "/agent/*", "/api/*"])
    app.all(door, () => {
      throw new DomainError("not_found", "There is nothing at this address: see /v1/openapi.json");
    });
  app.get("*", (c) => console(c.req.raw));
  return app;
}

/** A credential that does not hold is refused in the words of this door, with the status of the other. */
async function refuseInGraphql(error: unknown, c: Context<HttpEnv>): Promise<Response> {
  const { status, body } = describeError(error as Error, c.get("requestId"));
  const { message, ...extensions } = body;
  return c.json({ errors: [{ message, extensions }] }, status);
}

/** GraphQL answers those who are not signed in too: they may sign in. A wrong credential is told apart from none. */
async function actorOf(c: Context<HttpEnv>) {
  const { headers } = c.req.raw;
  const signed = headers.has("signature-input");
  try {
    const body = signed ? new Uint8Array(await c.req.raw.clone().arrayBuffer()) : null;
    return await authenticate(c.get("ctx"), c.req.raw, body);
  } catch (error) {
    // Neither nothing nor a spent cookie must keep anybody from signing in; each field refuses for itself.
    const claimed = signed || headers.has("authorization");
    if (!claimed && isDomainError(error) && error.code === "unauthenticated") return anonymous;
    throw error;
  }
}
