import { Hono } from "hono";
import { agentListRoutes } from "./agents/index.ts";
import { appRoutes } from "./apps/index.ts";
import { componentRoutes } from "./components/index.ts";
import { deploymentRoutes } from "./deployments/index.ts";
import { engineRoutes } from "./engines/index.ts";
import { environmentRoutes } from "./environments/index.ts";
import { governanceRoutes } from "./governance/index.ts";
import { authenticate, identityRoutes, type OpenIdProvider, openIdRoutes, sessionRoutes } from "./identity/index.ts";
import { jobRoutes } from "./jobs/index.ts";
import { answerError, type HttpEnv } from "./kernel/http.ts";
import { describeRoutes } from "./kernel/openapi.ts";
import { mount, type Route } from "./kernel/routes.ts";
import { operationRoutes } from "./operations/index.ts";

/** The map of all REST paths. */
export const routes: Route[] = [
  ...identityRoutes,
  ...appRoutes,
  ...environmentRoutes,
  ...engineRoutes,
  ...componentRoutes,
  ...deploymentRoutes,
  ...operationRoutes,
  ...governanceRoutes,
  ...jobRoutes,
  ...agentListRoutes,
];

/**
 * The REST door: `/v1/…`, its document, and the sessions; with the sign-in services that the operator named. Expects a
 * context without an actor in `ctx`.
 */
export function restDoor({ openIdProviders = [] }: { openIdProviders?: readonly OpenIdProvider[] } = {}) {
  const app = new Hono<HttpEnv>().basePath("/v1");
  app.onError(answerError);
  app.route("/", sessionRoutes);
  app.route("/", openIdRoutes(openIdProviders));
  app.get("/openapi.json", (c) => c.json(describeRoutes(routes, "/v1")));
  app.use("*", async (c, next) => {
    const request = c.req.raw;
    const signed = request.headers.has("signature-input") ? new Uint8Array(await request.clone().arrayBuffer()) : null;
    c.set("ctx", { ...c.get("ctx"), actor: await authenticate(c.get("ctx"), request, signed) });
    await next();
  });
  mount(app, routes);
  return app;
}
