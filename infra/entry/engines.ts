/**
 * Microservice engines as a process: the shared one at an address of the process, those of projects where the database wishes
 * them. Ready when it prints a line, stopped by SIGTERM.
 */
import { hostname } from "node:os";
import { openDatabase } from "@flyloft/db";
import { authenticateCall } from "@flyloft/functions/engines";
import { instancesUnderWay } from "@flyloft/functions/deployments";
import { makeSecretBox } from "@flyloft/functions/kernel";
import { sharedNotices } from "../adapters/notices/postgres.ts";
import { every } from "../engine/every.ts";
import { everyProject, projectOfSetting } from "../engine/every-project.ts";
import { EngineHost } from "../engine/host.ts";
import { readEngineEnv } from "../engine/settings.ts";
import { serveWished } from "../engine/wished-listeners.ts";

const env = readEngineEnv(process.env);
const databaseUrl = env.DATABASE_URL;
const secrets = makeSecretBox(env.SECRET_KEYS);
const database = openDatabase(databaseUrl, { connections: 2 });
const notices = sharedNotices(database.client);
/** What is being deployed at the moment, by engine. */
let underWay = new Map<string, number>();
const host = new EngineHost({
  databaseUrl,
  secrets,
  connections: env.DATABASE_CONNECTIONS,
  authenticate: authenticateCall,
  limits: env.ENGINE_LIMITS,
  tolerated: (engineId) => underWay.get(engineId) ?? 0,
});
const { db } = database;

const url = env.ENGINE_URL ?? `http://${env.HOST}:${env.PORT}`;
const anonymousProject = await projectOfSetting(db, env.ENGINE_ANONYMOUS_PROJECT);
const shared = everyProject({ host, db, secrets, url, anonymousProject });
await host.listen({ host: env.HOST, port: env.PORT, choose: shared.choose });

const closing = new AbortController();
const { signal } = closing;
const loops = [
  serveWished({
    host,
    db,
    notices,
    id: env.ENGINE_HOST_ID ?? hostname(),
    url,
    addresses: { ipv4: env.HOST, ipv6: env.HOST_IPV6 ?? null },
    publicAddress: env.ENGINE_PUBLIC_HOST ?? null,
    signal,
  }),
  every(60_000, signal, shared.openThoseInUse),
  every(2_000, signal, async () => (underWay = await instancesUnderWay(db))),
];
console.log(JSON.stringify({ ready: true, url }));

async function stop() {
  if (signal.aborted) return;
  closing.abort();
  await Promise.all(loops);
  await host.stop();
  await notices.close();
  await database.close();
  process.exit(0);
}
process.on("SIGTERM", () => void stop());
process.on("SIGINT", () => void stop());
