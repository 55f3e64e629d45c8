import { startExecutor, type Executor, type ExecutorOptions } from "@flyloft/infra/executor/index";
import { afterAll } from "vitest";
import { eventKey, openApp, signingKey, type App, type Functions } from "./app.ts";
import { emptyDatabase, type EngineDatabase } from "./postgres.ts";

export type Run = {
  id: string;
  fn_id: string;
  status: string;
  output: unknown;
  error: { name: string; message: string } | null;
  note: string | null;
};
export type World = {
  database: EngineDatabase;
  executor: Executor;
  app: App;
  logs: Record<string, unknown>[];
  send: (name: string, data?: Record<string, unknown>, more?: object) => Promise<string>;
  runsOf: (eventId: string) => Promise<Run[]>;
  /** The only run of an event once it has ended. */
  ended: (eventId: string) => Promise<Run>;
};

/** A database, an executor in this process and an app with these functions; all gone after the file. */
export async function openWorld(
  functions: Functions,
  options: Partial<ExecutorOptions> = {},
  client: object = {},
): Promise<World> {
  const database = await emptyDatabase();
  const opened = await openApp();
  const logs: Record<string, unknown>[] = [];
  const executor = await startExecutor({
    databaseUrl: database.url,
    host: "127.0.0.1",
    port: 0,
    signingKey,
    eventKey,
    apps: [{ url: opened.url }],
    scaleBackoff: 0.001,
    log: (entry) => logs.push(entry),
    ...options,
  });
  const app = opened.connect(executor.url, functions, client);
  await fetch(`${executor.url}/fn/sync`, { method: "POST" });
  afterAll(async () => {
    await executor.stop();
    await app.stop();
    await database.drop();
  });

  const runsOf = async (eventId: string) => {
    const rows = await database.sql<Run[]>`
      select id, fn_id, status, output, error, note from engine.runs where event_iid = ${eventId} order by id`;
    return [...rows];
  };
  const send = async (name: string, data: Record<string, unknown> = {}, more: object = {}) => {
    const { ids } = await app.client.send({ name, data, ...more });
    return ids[0] ?? "";
  };
  const ended = async (eventId: string) => {
    return until(async () => (await runsOf(eventId)).find(({ status }) => !["queued", "running"].includes(status)));
  };
  return { database, executor, app, logs, send, runsOf, ended };
}

/** Asks until the answer is neither undefined nor false; fails after the deadline with the last one. */
export async function until<T>(
  ask: () => Promise<T | undefined | false> | T | undefined | false,
  withinMs = 18_000,
): Promise<T> {
  for (const deadline = Date.now() + withinMs; ;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > deadline) throw new Error(`not within ${withinMs} ms: ${ask}`);
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
}
