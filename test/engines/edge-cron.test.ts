import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { engineEntries, engineWatches, outbox } from "@flyloft/db";
import { bundle, forEdge } from "@flyloft/infra/local/bundle";
import { compatibility } from "@flyloft/infra/local/edge/workerd";
import { and, eq, like, sql } from "drizzle-orm";
import { Miniflare } from "miniflare";
import { beforeAll, expect, onTestFinished, test } from "vitest";
import { type World, world } from "../kit/world.ts";
import { anEngine } from "./an-engine.ts";
import { registered, written } from "./registered.ts";

let w: World;
let worker: { scheduled(event: object): Promise<{ outcome: string }> };
let directory: string;
let edge: Miniflare;
beforeAll(async () => {
  w = await world();
  directory = await mkdtemp(join(tmpdir(), "flyloft-cron-"));
  await bundle("infra/entry/edge.ts", join(directory, "edge.js"), forEdge);
  edge = new Miniflare({
    modules: true,
    script: await readFile(join(directory, "edge.js"), "utf8"),
    compatibilityDate: compatibility.date,
    compatibilityFlags: compatibility.flags,
    host: "127.0.0.1",
    port: 0,
    bindings: {
      DATABASE_URL: w.databaseUrl,
      PUBLIC_URL: "http://127.0.0.1:9",
      BLOB_ENDPOINT: "http://127.0.0.1:9",
      BLOB_BUCKET: "none",
      BLOB_ACCESS_KEY_ID: "none",
      BLOB_SECRET_ACCESS_KEY: "none",
      SECRET_KEYS: w.secretKeys,
      ENGINES_DOMAIN: "engines.test",
      INNGEST_BASE_URL: "http://127.0.0.1:9",
      INNGEST_EVENT_KEY: "none",
    },
  });
  // Its types leave out what is not a request.
  worker = (await edge.getWorker()) as unknown as typeof worker;
  await w.db.delete(outbox);
  return async () => {
    await edge.dispose();
    await rm(directory, { recursive: true });
  };
}, 60_000);
const at = (minute: number) => new Date(`2026-11-30T10:${String(minute).padStart(2, "0")}:00Z`);
const ago = (seconds: number) => sql`now() - ${seconds} * interval '1 second'` as never;

/** An engine with an instance whose lease is two minutes, both last heard of or looked at so many seconds ago. */
async function silent({ heard, watched }: { heard: number; watched: number }) {
  const { id } = await anEngine(w.owner);
  const serviceId = await registered(w.owner, id, { name: "cart" });
  const mine = and(eq(engineEntries.engineId, id), like(engineEntries.key, `${serviceId}/%`));
  await w.db
    .update(engineEntries)
    .set({ at: ago(heard) })
    .where(mine);
  await w.db.insert(engineWatches).values({ engineId: id, watchedAt: ago(watched) });
  onTestFinished(async () => void (await w.db.delete(engineWatches).where(eq(engineWatches.engineId, id))));
  return async () => {
    const [row] = await w.db.select({ value: engineEntries.value }).from(engineEntries).where(mine);
    return row!.value !== null;
  };
}

test("the cron of the worker ends leases of engines that nobody asks, and no others", async () => {
  const [ended, running] = [await silent({ heard: 125, watched: 61 }), await silent({ heard: 110, watched: 61 })];
  expect(await worker.scheduled({ cron: "* * * * *", scheduledTime: at(1) })).toMatchObject({ outcome: "ok" });
  expect([await ended(), await running()]).toEqual([false, true]);
});

test("that the cron was missing for minutes was an outage: leases are as long as they were", async () => {
  const patient = await silent({ heard: 3_610, watched: 3_600 });
  await worker.scheduled({ cron: "* * * * *", scheduledTime: at(2) });
  expect(await patient()).toBe(true);
});

test("every ten minutes it forgets what was deleted more than an hour ago, also while announcements cannot be sent", async () => {
  const { id } = await anEngine(w.owner);
  await written(w.owner, id, [{ kind: "account", key: "gone", value: { name: "gone" } }]);
  await written(w.owner, id, [{ kind: "account", key: "gone", value: null }]);
  await w.db
    .update(engineEntries)
    .set({ at: ago(3_700) })
    .where(eq(engineEntries.engineId, id));
  await w.db.insert(engineWatches).values({ engineId: id });
  await w.db.insert(outbox).values({ name: "nobody/hears", data: {}, projectId: w.projectId } as never);
  const rows = () => w.db.$count(engineEntries, eq(engineEntries.engineId, id));
  await worker.scheduled({ cron: "* * * * *", scheduledTime: at(9) });
  expect(await rows()).toBe(1);
  expect(await worker.scheduled({ cron: "* * * * *", scheduledTime: at(10) })).not.toMatchObject({ outcome: "ok" });
  expect(await rows()).toBe(0);
});
