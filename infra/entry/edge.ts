import { openDatabase } from "@flyloft/db";
import { graphqlDoor } from "@flyloft/graphql/gateway";
import { jobsDoor } from "@flyloft/jobs/inngest";
import { sendTo, sweepOutbox } from "@flyloft/jobs/relay";
import { pollingNotices } from "../adapters/notices/postgres.ts";
import { controlPlane } from "../control-plane.ts";
import { edgeEngines } from "../engine/edge-engines.ts";
import { sweepAll } from "../engine/edge-watch.ts";
import { readEnv } from "../env.ts";
import { jobsSettings } from "../jobs-settings.ts";
import { openPlatform } from "../wire.ts";

type Bindings = Record<string, unknown> & {
  CONSOLE?: { fetch(request: Request): Promise<Response> };
  HYPERDRIVE?: { connectionString: string };
};
type Local = Request & { cf?: { clientIp?: string } };
type Execution = { waitUntil(promise: Promise<unknown>): void };

let app:
  | { fetch(request: Request, bindings: Bindings, execution: Execution): Response | Promise<Response> }
  | undefined;

function open(bindings: Bindings) {
  const env = envOf(bindings);
  const executions = new WeakMap<Request, Execution>();
  const platform = openPlatform(env);
  const { ENGINES_DOMAIN: domain, ENGINE_LIMITS: limits, DATABASE_URL: databaseUrl } = env;
  const engines = domain ? edgeEngines({ databaseUrl, domain, limits, secrets: platform.secrets }) : null;
  // Workers are told by a header that only their front can set; workerd by itself knows the socket.
  const sourceOf = (request: Local) => request.cf?.clientIp ?? request.headers.get("cf-connecting-ip");
  const plane = controlPlane({
    platform,
    graphql: graphqlDoor({ development: env.DEVELOPMENT === "1" }),
    jobs: jobsDoor(jobsSettings(env)),
    async console(request) {
      const found = await bindings.CONSOLE?.fetch(request);
      // What was fetched cannot be given headers; a copy can.
      return found ? new Response(found.body, found) : new Response("Not found", { status: 404 });
    },
    sourceOf: ({ req }) => sourceOf(req.raw),
    // A socket belongs to the request that opened it: one connection each, closed when the answer is out.
    connect(request) {
      const { db, close } = openDatabase(env.DATABASE_URL);
      return { db, notices: pollingNotices, release: () => executions.get(request)?.waitUntil(close()) };
    },
  });
  return {
    fetch(request: Request, _bindings: Bindings, execution: Execution) {
      const ofEngine = engines?.fetch(request, sourceOf(request), execution);
      if (ofEngine) return ofEngine;
      executions.set(request, execution);
      return plane.fetch(request);
    },
  };
}

/** What the bindings say; Hyperdrive tells the address of the database itself. */
const envOf = (bindings: Bindings) =>
  readEnv({ ...bindings, DATABASE_URL: bindings.HYPERDRIVE?.connectionString ?? bindings["DATABASE_URL"] });

/** Sends what waits in the outbox; beside a relay that is connected it finds nothing to do. */
async function relay(bindings: Bindings): Promise<void> {
  const { DATABASE_URL, INNGEST_BASE_URL: baseUrl, INNGEST_EVENT_KEY: eventKey } = envOf(bindings);
  if (!baseUrl || !eventKey) throw new Error("INNGEST_BASE_URL and INNGEST_EVENT_KEY are not set");
  const { db, close } = openDatabase(DATABASE_URL);
  try {
    await sweepOutbox(db, sendTo({ baseUrl, eventKey }));
  } finally {
    await close();
  }
}

export default {
  /** A cron trigger of the worker, each minute: no process listens there for announcements, or watches engines. */
  async scheduled({ scheduledTime }: { scheduledTime: number | Date }, bindings: Bindings) {
    const { ENGINES_DOMAIN, DATABASE_URL } = envOf(bindings);
    const sweeping = ENGINES_DOMAIN ? sweepAll(DATABASE_URL, Number(scheduledTime)) : null;
    // What one cannot do keeps no other from its end.
    for (const one of await Promise.allSettled([relay(bindings), sweeping])) if ("reason" in one) throw one.reason;
  },
  fetch(request: Request, bindings: Bindings, execution: Execution) {
    app ??= open(bindings);
    return app.fetch(request, bindings, execution);
  },
};
