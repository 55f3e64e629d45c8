import { randomUUID } from "node:crypto";
import { bearerOf } from "@flyloft/infra/executor/protocol/signature";
import type { Inngest, InngestFunction } from "inngest";
import { afterAll, vi } from "vitest";
import { until } from "../world.ts";
import { configuredEngine, type TestedEngine } from "./engine.ts";

/** Outputs are left out: servers differ in how they give them, and some do not. */
export type Run = { id: string; status: string };
/** What the functions tell the tests, by the key of each test. */
export type Note = (key: unknown, what: unknown) => void;
export type Stage = {
  /** Not the engine of this project, but the one that was named. */
  foreign: boolean;
  send: (name: string, data: Record<string, unknown>, more?: object) => Promise<string>;
  sendAll: (events: { name: string; data: Record<string, unknown> }[]) => Promise<string[]>;
  signal: (signal: string, data?: unknown) => Promise<{ runId?: string }>;
  noted: (key: string) => unknown[];
  runsOf: (eventId: string) => Promise<Run[]>;
  /** The run of an event once it has ended. */
  ended: (eventId: string) => Promise<Run>;
  cancel: (runId: string) => Promise<void>;
  until: <T>(ask: () => Promise<T | undefined | false> | T | undefined | false) => Promise<T>;
};

/** A key that no other test, and no earlier run on the same server, has used. */
export const newKey = () => randomUUID();

/** These functions in an app of this name, known to the engine; withdrawn after the file. Only what every Inngest server offers is used. */
export async function openStage(
  name: string,
  functions: (client: Inngest, note: Note) => InngestFunction.Any[],
): Promise<Stage> {
  const { engine, app } = await configuredEngine();
  vi.setConfig({ testTimeout: engine.patienceMs * 1.5 });
  const notes = new Map<string, unknown[]>();
  const note: Note = (key, what) => void notes.set(String(key), [...(notes.get(String(key)) ?? []), what]);
  const { client, serve } = app.connect(engine.baseUrl, (one) => functions(one, note), {
    id: `conformance-${name}`,
    eventKey: engine.eventKey,
    signingKey: engine.signingKey,
    isDev: engine.signingKey === undefined,
  });
  await sync(app.url);
  afterAll(async () => {
    // A server that goes on must not call an app that has gone.
    serve([]);
    await sync(app.url);
    await engine.close();
    await app.close();
  }, engine.patienceMs);

  const ask = request(engine);
  const runsOf = async (eventId: string) => {
    const rows = (await ask("GET", `/v1/events/${eventId}/runs`)) as Record<string, unknown>[];
    return rows.map((row) => ({
      id: String(row.run_id),
      // A server may call a run failed or completed after each of its calls; it has ended when it has an end.
      status: row.ended_at ? String(row.status).toLowerCase() : "running",
    }));
  };
  const patiently = <T>(wanted: () => Promise<T | undefined | false> | T | undefined | false) =>
    until(wanted, engine.patienceMs);
  return {
    foreign: engine.foreign,
    send: async (event, data, more = {}) => (await client.send({ name: event, data, ...more })).ids[0] ?? "",
    sendAll: async (events) => (await client.send(events)).ids,
    signal: (signal, data) => client.sendSignal({ signal, data }) as Promise<{ runId?: string }>,
    noted: (key) => notes.get(key) ?? [],
    runsOf,
    ended: (eventId) => patiently(async () => (await runsOf(eventId)).find(({ status }) => over.has(status))),
    cancel: async (runId) => void (await ask("DELETE", `/v1/runs/${runId}`)),
    until: patiently,
  };
}

const over = new Set(["completed", "failed", "cancelled"]);

/** Makes the SDK report its functions, as a deployment does. */
async function sync(appUrl: string): Promise<void> {
  const response = await fetch(appUrl, { method: "PUT" });
  if (!response.ok) throw new Error(`The engine does not take the functions: ${await response.text()}`);
}

/** The REST API. A server wants the signing key as the SDK sends it, hashed, or as people have it. */
function request({ baseUrl, signingKey }: TestedEngine) {
  const tokens = signingKey === undefined ? [""] : [bearerOf(signingKey), signingKey];
  return async (method: string, path: string): Promise<unknown> => {
    for (const token of tokens) {
      const headers = { authorization: `Bearer ${token}` };
      const response = await fetch(new URL(path, baseUrl), { method, headers });
      if (response.status === 401) continue;
      const text = await response.text();
      // An event that was just sent may not have been stored yet.
      if (response.status === 404) return [];
      if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
      return text === "" ? null : ((JSON.parse(text) as { data?: unknown }).data ?? []);
    }
    throw new Error(`${method} ${path}: the server knows none of our tokens`);
  };
}
