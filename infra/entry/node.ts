import { serve } from "@hono/node-server";
import { getConnInfo } from "@hono/node-server/conninfo";
import { serveStatic } from "@hono/node-server/serve-static";
import { openDatabase } from "@flyloft/db";
import { graphqlDoor } from "@flyloft/graphql/gateway";
import { jobsDoor } from "@flyloft/jobs/inngest";
import { Hono } from "hono";
import { sharedNotices } from "../adapters/notices/postgres.ts";
import { compiledExecution } from "../compiled-execution.ts";
import { controlPlane } from "../control-plane.ts";
import { readEnv } from "../env.ts";
import { jobsSettings } from "../jobs-settings.ts";
import { openPlatform } from "../wire.ts";

/** The production server: the control plane on Node with pooled connections. */
const env = readEnv(process.env);
const database = openDatabase(env.DATABASE_URL, {
  connections: env.DATABASE_CONNECTIONS,
  prepare: env.DATABASE_PREPARE === "1",
});
const notices = sharedNotices(database.client);
const files = new Hono()
  .use("*", serveStatic({ root: env.CONSOLE_DIR ?? "./none" }))
  .get("*", serveStatic({ root: env.CONSOLE_DIR ?? "./none", path: "index.html" }));

const closing = new AbortController();
const plane = controlPlane({
  closing: closing.signal,
  platform: openPlatform(env),
  graphql: graphqlDoor({ development: env.DEVELOPMENT === "1", plugins: [compiledExecution()] }),
  jobs: jobsDoor(jobsSettings(env)),
  console: async (request) => files.fetch(request),
  sourceOf: (c) => getConnInfo(c).remote.address ?? null,
  connect: () => ({ db: database.db, notices, release: () => {} }),
});

const server = serve(
  { fetch: plane.fetch, hostname: env.HOST, port: env.PORT, serverOptions: { requestTimeout: 0 } },
  ({ port }) => {
    console.log(JSON.stringify({ ready: true, url: `http://${env.HOST}:${port}` }));
  },
);

/** Streams end at once, requests under way get a moment, and whoever still waits for news then is sent away. */
const patience = 1_000;
let stopping = false;

async function stop() {
  if (stopping) return;
  stopping = true;
  closing.abort();
  const http = server as import("node:http").Server;
  const closed = new Promise((resolve) => http.close(resolve));
  const force = setTimeout(() => http.closeAllConnections(), patience);
  await closed;
  clearTimeout(force);
  await notices.close();
  await database.close();
  process.exit(0);
}
process.on("SIGTERM", () => void stop());
process.on("SIGINT", () => void stop());
