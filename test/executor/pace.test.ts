import type { Inngest } from "inngest";
import { expect, test } from "vitest";
import { bearerOf } from "@flyloft/infra/executor/protocol/signature";
import { signingKey } from "./app.ts";
import { openWorld, until } from "./world.ts";

const functions = (client: Inngest) => [
  client.createFunction(
    {
      id: "paced",
      throttle: { limit: 2, period: "2s", burst: 2, key: "event.data.key" },
      triggers: [{ event: "t/paced" }],
    },
    async ({ event }) => event.data.n as number,
  ),
  client.createFunction(
    {
      id: "batched",
      batchEvents: { maxSize: 3, timeout: "2s", key: "event.data.key", if: "event.data.alone != true" },
      triggers: [{ event: "t/batched" }],
    },
    async ({ event, events, step }) => {
      const all = await step.run("all", () => events.map(({ data }) => data.n as number));
      return { first: event.data.n as number, all };
    },
  ),
];
const world = await openWorld(functions);
const { sql } = world.database;

const startsOf = (key: string) => sql<{ ms: number; status: string; output: number }[]>`
  select extract(epoch from started_at - (select min(started_at) from engine.runs where event->'data'->>'key' = ${key})) * 1000 as ms,
         status, output from engine.runs where event->'data'->>'key' = ${key} order by id`;

test("a throttle lets a burst through, delays what is beyond it by its rate, drops nothing and knows keys apart", async () => {
  const events = [0, 1, 2, 3].map((n) => ({ name: "t/paced", data: { key: "busy", n } }));
  await world.app.client.send([...events, { name: "t/paced", data: { key: "calm", n: 9 } }]);
  const runs = await until(async () => {
    const all = await startsOf("busy");
    return all.length === 4 && all.every(({ status }) => status === "completed") && all;
  });
  expect(runs.map(({ output }) => output).sort()).toEqual([0, 1, 2, 3]);
  const starts = runs.map(({ ms }) => Number(ms)).sort((a, b) => a - b);
  // Each place in the line is counted from the creation of the first run, which began a little later.
  const began = 300;
  expect(starts[2]).toBeGreaterThan(1_000 - began);
  expect(starts[3]).toBeGreaterThan(2_000 - began);
  const [calm] = await sql`
    select started_at < (select max(started_at) from engine.runs where event->'data'->>'key' = 'busy') as free
    from engine.runs where event->'data'->>'key' = 'calm'`;
  expect(calm?.free).toBe(true);
});

test("a batch starts once when it is full or its time is over, by key, each event once, others by themselves", async () => {
  const batched = (key: string, n: number, more: object = {}) => ({ name: "t/batched", data: { key, n, ...more } });
  const twice = { ...batched("a", 1), id: "the-same" };
  await world.app.client.send([
    batched("a", 0),
    twice,
    twice,
    batched("b", 5),
    batched("a", 2),
    batched("a", 3),
    batched("a", 7, { alone: true }),
  ]);
  const outputs = () => sql<{ output: { first: number; all: number[] } }[]>`
    select output from engine.runs where fn_id = 'probe-batched' and status = 'completed' order by output->>'first'`;
  const runs = await until(async () => {
    const rows = await outputs();
    return rows.length === 4 && rows;
  });
  expect(runs.map(({ output }) => output)).toEqual([
    { first: 0, all: [0, 1, 2] },
    { first: 3, all: [3] },
    { first: 5, all: [5] },
    { first: 7, all: [7] },
  ]);
  expect(await sql`select 1 from engine.batches`).toHaveLength(0);
  expect(await sql`select 1 from engine.runs where fn_id = 'probe-batched'`).toHaveLength(4);
});

test("a batch that is run again has all its events", async () => {
  const [run] = await sql<{ id: string }[]>`
    select id from engine.runs where fn_id = 'probe-batched' and (output->'all')::text = '[0,1,2]'`;
  const headers = { authorization: `Bearer ${bearerOf(signingKey)}` };
  const response = await fetch(`${world.executor.url}/v1/runs/${run?.id}/rerun`, { method: "POST", headers });
  const { data } = (await response.json()) as { data: { id: string } };
  const again = await until(async () => {
    const [row] = await sql`select output from engine.runs where id = ${data.id} and status = 'completed'`;
    return row;
  });
  expect(again.output).toEqual({ first: 0, all: [0, 1, 2] });
});
