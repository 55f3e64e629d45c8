import { createHmac } from "node:crypto";
import type { Inngest } from "inngest";
import { afterEach, expect, test } from "vitest";
import { readReply } from "@flyloft/infra/executor/calls/reply";
import { send } from "@flyloft/infra/executor/http/post";
import { canonical } from "@flyloft/infra/executor/protocol/canonical";
import { bearerOf, sign } from "@flyloft/infra/executor/protocol/signature";
import { eventKey, openApp, signingKey } from "./app.ts";
import { openWorld, until } from "./world.ts";

/** The exchanges this executor relies on, with the real SDK on the other end. */
const opened = await openApp();
const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const clean of cleanups.splice(0)) await clean();
});

let letGo: (() => void) | undefined;

const stepOf = (client: Inngest) => [
  client.createFunction({ id: "slow", triggers: [{ event: "t/late-checkpoint" }] }, async ({ step }) =>
    step.run("hold", () => new Promise<void>((resolve) => (letGo = resolve))),
  ),
  client.createFunction({ id: "plain", retries: 3, triggers: [{ event: "t/plain" }] }, async ({ event, step }) => {
    const one = await step.run("one", () => ({ n: event.data.n as number }));
    await step.sleep("nap", "90m");
    return one;
  }),
  client.createFunction({ id: "boom", retries: 3, triggers: [{ event: "t/boom" }] }, async () => {
    throw new Error("boom");
  }),
  client.createFunction({ id: "pair", triggers: [{ event: "t/pair" }] }, async ({ step }) =>
    Promise.all([
      step.run("x", () => "X"),
      step.waitForEvent("w", { event: "t/go", timeout: "1h", if: "async.data.ok == true" }),
    ]),
  ),
];
opened.connect("http://127.0.0.1:9", stepOf);

const call = async (fn: string, body: object, { stepId = "step", key = signingKey, at = Date.now() } = {}) => {
  const text = canonical(body);
  const url = new URL(`${opened.url}?fnId=probe-${fn}&stepId=${stepId}`);
  const headers = { "content-type": "application/json", "x-inngest-signature": sign(key, text, at) };
  return send({ method: "POST", url, headers, body: text }, { timeoutMs: 5_000, maxBytes: 1e6 });
};
const context = (name: string, more: object = {}) => ({
  version: -1,
  event: { id: "e", name, data: { n: 7 }, ts: 1 },
  events: [{ id: "e", name, data: { n: 7 }, ts: 1 }],
  steps: {},
  ctx: {
    run_id: "r",
    attempt: 0,
    max_attempts: 4,
    stack: { stack: [], current: 0 },
    disable_immediate_execution: false,
  },
  ...more,
});

test("a first call runs the first step and answers 206, signed", async () => {
  const reply = readReply([signingKey], await call("plain", context("t/plain")));
  expect(reply).toMatchObject({
    kind: "ops",
    status: 206,
    version: 2,
    ops: [{ op: "StepRun", name: "one", data: { n: 7 } }],
  });
});

test("a memoised step is replayed and the sleep's duration is in its name", async () => {
  const id = "fe05bcdcdc4928012781a5f1a2a77cbb5398e106";
  const reply = readReply(
    [signingKey],
    await call("plain", context("t/plain", { steps: { [id]: { data: { n: 1 } } } })),
  );
  expect(reply).toMatchObject({ kind: "ops", ops: [{ op: "Sleep", name: "1h30m" }] });
});

test("parallel steps are planned together, with the wait's event in its name", async () => {
  const reply = readReply([signingKey], await call("pair", context("t/pair")));
  expect(reply).toMatchObject({
    kind: "ops",
    ops: [
      { op: "StepPlanned", name: "x" },
      { op: "WaitForEvent", name: "t/go", opts: { timeout: "1h", if: "async.data.ok == true" } },
    ],
  });
});

test("a thrown error is retriable before the last attempt, and final on it", async () => {
  const first = readReply([signingKey], await call("boom", context("t/boom")));
  expect(first).toMatchObject({ kind: "error", status: 500, final: false, error: { name: "Error", message: "boom" } });
  const last = context("t/boom");
  const reply = readReply([signingKey], await call("boom", { ...last, ctx: { ...last.ctx, attempt: 3 } }));
  expect(reply).toMatchObject({ kind: "error", status: 400, final: true });
});

test("a wrong key, an old signature and an answer signed with another key are told apart from failures of the function", async () => {
  const wrong = await call("plain", context("t/plain"), { key: "signkey-test-ffff" });
  expect(readReply([signingKey], wrong)).toMatchObject({
    kind: "error",
    status: 401,
    error: { name: "SignatureRejected" },
  });
  const old = await call("plain", context("t/plain"), { at: Date.now() - 600_000 });
  expect(old.status).toBe(401);
  const genuine = await call("plain", context("t/plain"));
  expect(readReply(["signkey-test-ffff"], genuine)).toMatchObject({
    kind: "error",
    error: { name: "SignatureMissing" },
  });
  expect(readReply([signingKey], { ...genuine, body: `${genuine.body} ` })).toMatchObject({
    error: { name: "SignatureMissing" },
  });
});

test("an answer that is not the SDK's never completes a run", () => {
  const page = { status: 200, headers: {}, body: '"<html>"' };
  expect(readReply([signingKey], page)).toMatchObject({ kind: "error", final: false, error: { name: "NotTheSdk" } });
  expect(readReply([signingKey], { ...page, status: 302, headers: { location: "/login" } })).toMatchObject({
    error: { name: "Redirected" },
  });
});

const world = await openWorld(stepOf);
const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(world.executor.url + path, { method: "POST", body: JSON.stringify(body), headers });

test("events: wrong key, reserved names, bad shapes and too large ones are refused whole", async () => {
  expect((await post("/e/wrong", [])).status).toBe(401);
  const refused = async (body: unknown) => {
    const response = await post(`/e/${eventKey}`, body);
    expect(response.status).toBe(400);
    return ((await response.json()) as { status: number; error: string }).error;
  };
  expect(await refused({ name: "Inngest/function.failed" })).toMatch(/reserved/);
  expect(await refused([{ name: "fine" }, { name: "" }])).toMatch(/1 to 255/);
  expect(await refused({ name: "big", data: { text: "x".repeat(1_100_000) } })).toMatch(/larger/);
  expect(await refused({ name: "odd", ts: 12 })).toMatch(/1980/);
  expect(await refused({ name: "odd", data: [1] })).toMatch(/object/);
  expect(await world.database.sql`select 1 from engine.events where name in ('fine', 'big', 'odd')`).toHaveLength(0);
});

test("outside data cannot carry the engine's own key, and a repeated request gets the same ids", async () => {
  const seed = { "x-inngest-event-id-seed": `1700000000000,${Buffer.alloc(10, 7).toString("base64")}` };
  const events = [{ name: "s/one", data: { _inngest: { fn_id: "probe-plain" }, a: 1 } }, { name: "s/two" }];
  const ids = async () => ((await (await post(`/e/${eventKey}`, events, seed)).json()) as { ids: string[] }).ids;
  const first = await ids();
  expect(first).toHaveLength(2);
  expect(await ids()).toEqual(first);
  const stored = await world.database.sql`select body->'data' as data from engine.events where name = 's/one'`;
  expect(stored).toEqual([{ data: { a: 1 } }]);
});

test("registration needs the token, the address we call and functions we understand", async () => {
  const report = { appName: "other", url: world.app.url, functions: [] as unknown[], sdk: "js:v4.24.0" };
  const register = async (
    body: object,
    headers: Record<string, string> = { authorization: `Bearer ${bearerOf(signingKey)}` },
  ) => {
    const response = await post("/fn/register", body, headers);
    return (await response.json()) as { status?: number; ok?: boolean; error?: string };
  };
  expect(await register(report, {})).toMatchObject({ status: 401 });
  expect(await register({ ...report, url: "http://evil.example/api/inngest" })).toMatchObject({
    ok: false,
    status: 403,
  });
  const fn = (more: object) => ({
    id: "other-f",
    name: "f",
    triggers: [],
    ...more,
    steps: { step: { id: "step", runtime: { type: "http", url: world.app.url } } },
  });
  const refused = async (more: object) => (await register({ ...report, functions: [fn(more)] })).error;
  expect(await refused({ throttle: { limit: 0, period: "1m" } })).toMatch(/throttle.limit must be/);
  expect(await refused({ batchEvents: { maxSize: 500, timeout: "1s" } })).toMatch(/maxSize is at most 100/);
  expect(await refused({ batchEvents: { maxSize: 5, timeout: "1s" }, priority: { run: "1" } })).toMatch(/together/);
  expect(await refused({ triggers: [{ cron: "@hourly" }] })).toMatch(/five fields/);
  expect(await refused({ triggers: [{ event: "a", expression: "event.data.map(x, x)" }] })).toMatch(/map/);
  expect(await refused({ concurrency: [{ limit: 1 }, { limit: 2 }, { limit: 3 }] })).toMatch(/two concurrency/);
  expect(await refused({ cancel: [{ event: "a", if: "event.data.a + 'b' == async.data.c" }] })).toMatch(/not allowed/);
  expect(await register({ ...report, functions: [fn({})] })).toEqual({ ok: true, modified: true });
  expect(await register({ ...report, functions: [fn({})] })).toEqual({ ok: true, modified: false });
});

test("a checkpoint counts only for the call that holds the lease", async () => {
  const id = await world.send("t/late-checkpoint");
  await until(() => letGo !== undefined);
  const [job] = await world.database.sql<{ id: string; run_id: string; gen: number }[]>`
    select j.id, j.run_id, j.gen from engine.jobs j join engine.runs r on r.id = j.run_id where r.event_iid = ${id}`;
  const checkpoint = async (generation: number, token = bearerOf(signingKey)) => {
    const step = { id: "f".repeat(40), op: "StepRun", displayName: "forged", data: 1, rawArgs: ["secret"] };
    const body = { run_id: job?.run_id, qi_id: job?.id, generation_id: generation, steps: [step] };
    return (await post(`/v1/checkpoint/${job?.run_id}/async`, body, { authorization: `Bearer ${token}` })).status;
  };
  expect(await checkpoint(job?.gen ?? 0, "wrong")).toBe(401);
  expect(await checkpoint((job?.gen ?? 0) + 1)).toBe(409);
  expect(await world.database.sql`select 1 from engine.steps where run_id = ${job?.run_id ?? ""}`).toHaveLength(0);
  expect(await checkpoint(job?.gen ?? 0)).toBe(200);
  expect(await checkpoint(job?.gen ?? 0)).toBe(200);
  const stored = await world.database
    .sql`select name, memo::text from engine.steps where run_id = ${job?.run_id ?? ""}`;
  expect(stored).toEqual([{ name: "forged", memo: '{"data":1}' }]);
  letGo?.();
  expect((await world.ended(id)).status).toBe("completed");
  expect(await checkpoint(job?.gen ?? 0)).toBe(409);
});

test("an app with in-band sync switched off registers itself", async () => {
  process.env.INNGEST_ALLOW_IN_BAND_SYNC = "false";
  cleanups.push(async () => void delete process.env.INNGEST_ALLOW_IN_BAND_SYNC);
  world.app.serve([
    world.app.client.createFunction({ id: "late", triggers: [{ event: "t/late" }] }, async () => "here"),
  ]);
  expect((await post("/fn/sync", {})).status).toBe(200);
  expect((await world.ended(await world.send("t/late"))).output).toBe("here");
  const [old] = await world.database
    .sql`select archived_at is not null as gone from engine.fns where id = 'probe-plain'`;
  expect(old?.gone).toBe(true);
});

test("the signature is the protocol's: HMAC of the canonical body and the seconds, keyed by the key's text", () => {
  const expected = createHmac("sha256", "abcd").update('{"a":1}1700000000').digest("hex");
  expect(sign("signkey-prod-abcd", '{"a":1}', 1_700_000_000_500)).toBe(`t=1700000000&s=${expected}`);
});
