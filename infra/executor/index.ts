import { randomBytes } from "node:crypto";
import { hostname } from "node:os";
import type { AddressInfo } from "node:net";
import type { RequestListener, Server } from "node:http";
import { takeOver } from "./calls/leases.ts";
import { openDatabase } from "./database.ts";
import { defaults, type Engine, type Failpoint, type Log, type Settings } from "./engine.ts";
import { appRoutes } from "./http/apps.ts";
import { http } from "./http/builtin.ts";
import { checkpointRoutes } from "./http/checkpoint.ts";
import { eventRoutes } from "./http/events.ts";
import { historyRoutes } from "./http/history.ts";
import { listRoutes } from "./http/list-runs.ts";
import { rerunRoutes } from "./http/rerun.ts";
import { runRoutes } from "./http/runs.ts";
import { runDataRoutes } from "./http/run-data.ts";
import { signalRoutes } from "./http/signals.ts";
import { statsRoutes } from "./http/stats.ts";
import { requestListener } from "./http/server.ts";
import { startLoop, type Loop } from "./loop.ts";
import { migrate } from "./migrate.ts";
import { assertSigningKey } from "./protocol/signature.ts";
import { watchApp, type Watch } from "./sync/watch.ts";

export type ExecutorOptions = {
  databaseUrl: string;
  host: string;
  /** 0 takes any free port. */
  port: number;
  signingKey: string;
  /** The former or the next key, while the apps and this executor do not all have the same one. */
  signingKeyFallback?: string | undefined;
  eventKey: string;
  /** The serve addresses that are called, and no other. */
  apps: { url: string }[];
  log?: Log;
  /** Passed at named places; for tests. */
  failpoint?: Failpoint;
} & Partial<Settings>;

export type Executor = { url: string; stop: () => Promise<void> };

/** Starts the durable job executor; apps may come up later. Rejects when the database or the port cannot be had. */
export async function startExecutor(options: ExecutorOptions): Promise<Executor> {
  const {
    databaseUrl,
    host,
    port,
    signingKey,
    signingKeyFallback,
    eventKey,
    apps,
    log = () => {},
    failpoint = () => {},
    ...given
  } = options;
  const signingKeys = signingKeyFallback ? [signingKey, signingKeyFallback] : [signingKey];
  signingKeys.forEach(assertSigningKey);
  let answer: RequestListener = (_request, response) => response.writeHead(503).end();
  const server = http.createServer((request, response) => answer(request, response));
  // Longer than clients keep a connection, so that none of them writes into one that is being closed.
  server.keepAliveTimeout = 65_000;
  const bound = await listen(server, host, port);
  // Only one process can have this address: leases under it belong to a dead one.
  const address = `${hostname().slice(0, 24)}/${host}:${bound}/`;
  const name = address + randomBytes(4).toString("hex");
  let loop: Loop | undefined;
  let stopping = false;
  const onNotify = (sender: string) => {
    if (sender !== name) loop?.wake();
  };
  const database = openDatabase({ url: databaseUrl, name, channel: "engine_jobs", onNotify });
  let watches: Watch[] = [];
  const engine: Engine = {
    sql: database.sql,
    transact: database.transact,
    name,
    signingKeys,
    eventKey,
    appUrls: apps.map(({ url }) => url),
    log,
    failpoint,
    settings: { ...defaults, ...given },
    stopping: () => stopping,
    wake: () => loop?.wake(),
    appGone: (url) => watches.find((watch) => watch.url === url)?.gone(),
  };
  try {
    await migrate(database);
    const taken = await takeOver(engine, address);
    if (taken > 0) log({ level: "info", message: "calls of the executor that was here before are made again", taken });
  } catch (error) {
    server.close();
    await database.close();
    throw error;
  }
  loop = startLoop(engine);
  watches = apps.map(({ url }) => watchApp(engine, url));
  answer = requestListener(engine, [
    ...eventRoutes(engine),
    ...checkpointRoutes(engine),
    ...runRoutes(engine),
    ...runDataRoutes(engine),
    ...signalRoutes(engine),
    ...listRoutes(engine),
    ...historyRoutes(engine),
    ...rerunRoutes(engine),
    ...statsRoutes(engine),
    ...appRoutes(engine, watches),
  ]);

  async function stop(): Promise<void> {
    stopping = true;
    for (const watch of watches) watch.stop();
    // The server goes last: calls that end now still store their steps.
    await loop?.stop();
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
    await database.close();
  }
  return { url: `http://${host.includes(":") ? `[${host}]` : host}:${bound}`, stop };
}

async function listen(server: Server, host: string, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(port, host, resolve));
  return (server.address() as AddressInfo).port;
}
