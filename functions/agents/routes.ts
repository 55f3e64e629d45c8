import { Hono } from "hono";
import { authenticate } from "../identity/index.ts";
import { answerError, type HttpEnv } from "../kernel/http.ts";
import { DomainError } from "../kernel/errors.ts";
import { get, type Route } from "../kernel/routes.ts";
import { getArtifact } from "./get-artifact.ts";
import { listAgents } from "./list-agents.ts";
import { readChanges } from "./read-changes.ts";
import { recordLogs } from "./record-logs.ts";
import { recordObservations } from "./record-observations.ts";
import { registerAgent } from "./register-agent.ts";

export const agentListRoutes: Route[] = [get("/agents", listAgents)];

const agentOf = (c: { req: { query(name: string): string | undefined } }) => ({ agentId: c.req.query("agent") ?? "" });

/** The agents' own door (see `protocol.ts`); every request is signed. */
export function agentDoor() {
  const app = new Hono<HttpEnv & { Variables: { body: Record<string, unknown> } }>().basePath("/agent/v1");
  app.onError(answerError as never);
  app.use("*", async (c, next) => {
    const bytes = new Uint8Array(await c.req.raw.clone().arrayBuffer());
    const actor = await authenticate(c.get("ctx"), c.req.raw, bytes);
    if (actor.kind !== "key") throw new DomainError("unauthenticated", "Agents sign their requests");
    c.set("ctx", { ...c.get("ctx"), actor });
    c.set("body", readJson(bytes));
    await next();
  });
  return app
    .put("/registration", async (c) => c.json(await registerAgent(c.get("ctx"), c.get("body") as never)))
    .get("/changes", async (c) =>
      c.json(
        await readChanges(c.get("ctx"), {
          ...agentOf(c),
          after: Number(c.req.query("after") ?? 0),
          wait: Math.min(30, Number(c.req.query("wait") ?? 0)),
        }),
      ),
    )
    .post("/observations", async (c) =>
      c.body(await recordObservations(c.get("ctx"), { ...c.get("body"), ...agentOf(c) } as never), 204),
    )
    .post("/logs", async (c) =>
      c.body(await recordLogs(c.get("ctx"), { ...c.get("body"), ...agentOf(c) } as never), 204),
    )
    .get("/artifacts/:packageId", async (c) =>
      c.json(await getArtifact(c.get("ctx"), { ...agentOf(c), packageId: c.req.param("packageId") })),
    );
}

function readJson(bytes: Uint8Array): Record<string, unknown> {
  if (bytes.length === 0) return {};
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>;
  } catch {
    throw new DomainError("invalid", "The body must be a JSON object", { fields: { body: ["Not JSON"] } });
  }
}
