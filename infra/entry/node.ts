import { serve } from "@hono/node-server";
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
const database = openDatabase(env.DATABASE_URL, { connections: env.DATABASE_CONNECTIONS });
const notices = sharedNotices(database.client);
const files = new Hono()
  .use("*", serveStatic({ root: env.CONSOLE_DIR ?? "./none" }))
  .get("*", serveStatic({ root: env.CONSOLE_DIR ?? "./none", path: "index.html" }));

const plane = controlPlane({
  platform: openPlatform(env),
  graphql: graphqlDoor({ development: env.DEVELOPMENT === "1", plugins: [compiledExecution()] }),
  jobs: jobsDoor(jobsSettings(env)),
  console: async (request) => files.fetch(request),
  connect: () => ({ db: database.db, notices, release: () => {} }),
});

const server = serve(
  { fetch: plane.fetch, hostname: env.HOST, port: env.PORT, serverOptions: { requestTimeout: 0 } },
  ({ port }) => {
    console.log(JSON.stringify({ ready: true, url: `http://${env.HOST}:${port}` }));
  },
);

async function stop() {
  server.close();
  (server as import("node:http").Server).closeAllConnections();
  await database.close();
  process.exit(0);
}
process.on("SIGTERM", () => void stop());
process.on("SIGINT", () => void stop());
