import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "@flyloft/db";
import { AnnouncementRefused, relayOutbox, releaseOutbox, type Announcement } from "@flyloft/functions/kernel";
import { bundle, forEdge } from "@flyloft/infra/local/bundle";
import { compatibility } from "@flyloft/infra/local/edge/workerd";
import { sendTo } from "@flyloft/jobs/relay";
import type { Inngest } from "inngest";
import { Miniflare } from "miniflare";
import { expect, onTestFinished, test } from "vitest";
import { eventKey } from "../executor/app.ts";
import { openWorld } from "../executor/world.ts";
import { freshDatabase } from "../kit/postgres.ts";

const engine = await openWorld((client: Inngest) => [
  client.createFunction(
    { id: "told", triggers: [{ event: "relay/told" }] },
    async ({ event }) => event.data.n as number,
  ),
]);

/** A database whose outbox holds so many announcements, and connections of so many relays. */
async function installation(count: number, relays: number) {
  const { url, drop } = await freshDatabase();
  const connections = Array.from({ length: relays }, () => openDatabase(url, { connections: 1 }));
  onTestFinished(async () => {
    await Promise.all(connections.map(({ close }) => close()));
    await drop();
  });
  const [{ client }] = connections as [(typeof connections)[number]];
  await client`
    insert into outbox(name, data) select 'relay/told', json_build_object('n', n) from generate_series(1, ${count}::int) n`;
  return { url, client, dbs: connections.map(({ db }) => db) };
}
const idsUpTo = (count: number) => Array.from({ length: count }, (_, i) => `outbox-${i + 1}`);
const idsOf = (events: Announcement[]) => events.map(({ id }) => id);

test("several relays together send everything once and in the order in which it happened", async () => {
  const { client, dbs } = await installation(450, 3);
  const arrived: string[] = [];
  const send = async (events: Announcement[]) => {
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 20));
    arrived.push(...idsOf(events));
  };
  const left = async () => (await client<{ n: number }[]>`select count(*)::int as n from outbox`)[0]!.n;
  const relay = async (db: (typeof dbs)[number]) => {
    while ((await left()) > 0) await relayOutbox(db, send);
  };
  await Promise.all(dbs.map(relay));
  expect(arrived).toEqual(idsUpTo(450));
});

test("what a relay was sending when it died is sent again under the same ids, before anything that came later", async () => {
  const { client, dbs } = await installation(150, 2);
  const [dying, heir] = dbs as [(typeof dbs)[number], (typeof dbs)[number]];
  const arrived: string[] = [];
  const take = async (events: Announcement[]) => void arrived.push(...idsOf(events));
  await new Promise<void>((sent) => {
    void relayOutbox(dying, async (events) => {
      await take(events);
      sent();
      await new Promise(() => {});
    });
  });
  expect(await relayOutbox(heir, take)).toBe(0);
  await client`update outbox set leased_until = now() - interval '1 second' where leased_until is not null`;
  while ((await relayOutbox(heir, take)) > 0);
  expect(arrived).toEqual([...idsUpTo(100), ...idsUpTo(150)]);
});

test("an engine that refuses leaves everything where it was", async () => {
  const { dbs } = await installation(3, 1);
  const [db] = dbs as [(typeof dbs)[number]];
  await expect(relayOutbox(db, () => Promise.reject(new Error("not now")))).rejects.toThrow("not now");
  const arrived: string[] = [];
  await relayOutbox(db, async (events) => void arrived.push(...idsOf(events)));
  expect(arrived).toEqual(idsUpTo(3));
});

test("an announcement that is refused holds up nobody, keeps its reason, and is tried again by the next relay", async () => {
  const { client, dbs } = await installation(230, 1);
  const [db] = dbs as [(typeof dbs)[number]];
  const poison = new Set(["outbox-1", "outbox-77", "outbox-230"]);
  const arrived: string[] = [];
  const take = async (events: Announcement[]) => {
    if (events.some(({ id }) => poison.has(id))) throw new AnnouncementRefused("not a name");
    arrived.push(...idsOf(events));
  };
  while ((await relayOutbox(db, take)) > 0);
  expect(arrived).toEqual(idsUpTo(230).filter((id) => !poison.has(id)));
  expect(await client`select seq::int, refused, leased_until from outbox order by seq`).toEqual(
    [1, 77, 230].map((seq) => ({ seq, refused: "not a name", leased_until: null })),
  );
  poison.clear();
  await releaseOutbox(db);
  await relayOutbox(db, take);
  expect(arrived.slice(-3)).toEqual(["outbox-1", "outbox-77", "outbox-230"]);
  expect(await client`select 1 from outbox`).toHaveLength(0);
});

test("an announcement that the job engine can never take is told apart from an engine that is away", async () => {
  const { client, dbs } = await installation(1, 1);
  const [db] = dbs as [(typeof dbs)[number]];
  await client`update outbox set name = ''`;
  await relayOutbox(db, sendTo({ baseUrl: engine.executor.url, eventKey }));
  const [left] = await client<{ refused: string }[]>`select refused from outbox`;
  expect(left?.refused).toContain("400");
  const nobody = sendTo({ baseUrl: "http://127.0.0.1:9", eventKey });
  await client`insert into outbox(name, data) values ('relay/told', '{"n":4}')`;
  await expect(relayOutbox(db, nobody)).rejects.toThrow();
  expect(await client`select 1 from outbox where refused is null`).toHaveLength(1);
});

test("on the edge a cron trigger sends what waits", async () => {
  const { url, client } = await installation(120, 1);
  const directory = await mkdtemp(join(tmpdir(), "flyloft-relay-"));
  await bundle("infra/entry/edge.ts", join(directory, "edge.js"), forEdge);
  const edge = new Miniflare({
    modules: true,
    script: await readFile(join(directory, "edge.js"), "utf8"),
    compatibilityDate: compatibility.date,
    compatibilityFlags: compatibility.flags,
    host: "127.0.0.1",
    port: 0,
    bindings: {
      DATABASE_URL: url,
      PUBLIC_URL: "http://127.0.0.1:9",
      BLOB_ENDPOINT: "http://127.0.0.1:9",
      BLOB_BUCKET: "none",
      BLOB_ACCESS_KEY_ID: "none",
      BLOB_SECRET_ACCESS_KEY: "none",
      SECRET_KEYS: `test:${Buffer.alloc(32, 7).toString("base64")}`,
      INNGEST_BASE_URL: engine.executor.url,
      INNGEST_EVENT_KEY: eventKey,
    },
  });
  onTestFinished(async () => {
    await edge.dispose();
    await rm(directory, { recursive: true });
  });
  // Its types leave out what is not a request.
  const worker = (await edge.getWorker()) as unknown as { scheduled(event: object): Promise<{ outcome: string }> };
  expect(await worker.scheduled({ cron: "* * * * *" })).toMatchObject({ outcome: "ok" });
  expect(await client`select 1 from outbox`).toHaveLength(0);
  const started = await engine.database.sql<{ id: string }[]>`
    select e.ext_id as id from engine.runs r join engine.events e on e.iid = r.event_iid
    where r.fn_id = 'probe-told' order by r.ord, substring(e.ext_id from 8)::int`;
  expect(started.map(({ id }) => id)).toEqual(idsUpTo(120));
}, 120_000);
