import { createConfigurationItem, waitingIn } from "@flyloft/functions/engines";
import { expect, test } from "vitest";
import { world } from "../kit/world.ts";
import { anEngine } from "./an-engine.ts";
import { rawRequest, type RawReply } from "./raw-request.ts";
import { serve } from "./serve.ts";

const setting = await world();
const engine = await anEngine(setting.owner);
const { urls, hosts } = await serve(setting, engine, { copies: 3 });
const [url = "", other = "", mortal = ""] = urls;

const kv = (base: string, project = "default") => `${base}/v1/${project}/kie/kv`;
const list = (query: string, base = url) => rawRequest(`${kv(base)}?${query}`);
const post = (labels: object, { key = `k${Math.random()}`, base = url } = {}) =>
  rawRequest(kv(base), { method: "POST", body: { key, labels, value: "1", status: "enabled" } });
const revision = async (base = url) => (await list("label=app:none", base)).headers["X-Kie-Revision"];

/** A poll that is held; `ended` says what it was answered so far. */
function hold(query: string, base = url) {
  const poll = { ended: null as RawReply | null, reply: list(query, base) };
  void poll.reply.then(
    (reply) => (poll.ended = reply),
    () => {},
  );
  return poll;
}
test("another revision than the current one is answered at once, with everything, whatever the wait", async () => {
  await post({ app: "a" }, { key: "here" });
  const now = Number(await revision());
  for (const known of [-1, 0, now - 1, now + 1000]) {
    const began = performance.now();
    const { status, json, headers } = await list(`label=app:a&revision=${known}&match=exact&wait=10s`);
    expect([known, status, json.total, headers["X-Kie-Revision"]]).toEqual([known, 200, 1, String(now)]);
    expect(performance.now() - began).toBeLessThan(5000);
  }
});

test("the current revision is 304 without a body: at once, or when the wait is over", async () => {
  const now = await revision();
  const began = performance.now();
  const { status, text, headers } = await list(`label=app:b&revision=${now}`);
  expect([status, text, headers["X-Kie-Revision"], headers["Content-Length"]]).toEqual([304, "", undefined, undefined]);
  const held = await list(`label=app:b&revision=${now}&wait=300ms`);
  expect([held.status, held.text]).toEqual([304, ""]);
  expect(performance.now() - began).toBeGreaterThan(295);
  expect((await list("label=app:b&wait=1ms")).status).toBe(304);
  expect((await list("label=app:b&wait=-5s")).status).toBe(304);
});

test("nobody waits longer than five minutes", async () => {
  const { status, json } = await list(`revision=${await revision()}&wait=5m1s`);
  expect([status, json.errorCode]).toEqual([400, "400003"]);
});

test("a change wakes those whose labels it matches, on every copy, and nobody else", async () => {
  const now = await revision();
  const wait = `revision=${now}&wait=20s`;
  const cart = "label=app:c&label=environment:&label=service:cart";
  const concerned = [url, other].flatMap((base) => [
    hold(`${cart}&match=exact&${wait}`, base),
    hold(`label=service:cart&${wait}`, base),
    hold(wait, base),
  ]);
  const others = [url, other].flatMap((base) => [
    hold(`label=app:c&label=environment:&match=exact&${wait}`, base),
    hold(`${cart}&label=version:1&match=exact&${wait}`, base),
    hold(`label=app:c&label=environment:production&label=service:cart&match=exact&${wait}`, base),
    hold(`label=public:&${wait}`, base),
  ]);
  // Those that come when a poll is held already are held as well: it was asked first.
  await list(`label=app:c&revision=${now}&wait=300ms`);
  await list(`label=app:c&revision=${now}&wait=300ms`, other);
  await post({ app: "c", service: "cart" }, { key: "timeout" });
  const replies = await Promise.all(concerned.map(({ reply }) => reply));
  expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 200));
  for (const { json, headers } of replies) {
    expect(json.data[0]).toMatchObject({ key: "timeout" });
    expect(headers["X-Kie-Revision"]).toBe(String(Number(now) + 1));
  }
  expect(others.map(({ ended }) => ended)).toEqual(others.map(() => null));
  // One for everybody without an environment wakes the application; the rest goes on waiting.
  await post({}, { key: "global" });
  expect((await others[0]!.reply).json.data.map(({ key }: any) => key)).toContain("global");
  expect(others[2]!.ended).toBeNull();
  await post({ app: "c", service: "cart", version: "1" });
  await post({ app: "c", service: "cart", environment: "production" });
  await post({ public: "" });
  for (const { reply } of others) expect((await reply).status).toBe(200);
});

test("editing, deleting and a change by people in the console wake like creating does", async () => {
  const labels = "label=app:d&label=service:s&match=exact";
  const next = async (change: () => Promise<unknown>) => {
    const held = list(`${labels}&revision=${await revision()}&wait=20s`, other);
    await list(`${labels}&revision=${await revision(other)}&wait=200ms`, other);
    await change();
    const { status, json } = await held;
    return [status, json.data.map(({ key, value }: any) => `${key}=${value}`)];
  };
  const { id } = (await post({ app: "d", service: "s" }, { key: "a" })).json;
  const one = `${kv(url)}/${id}`;
  expect(await next(() => rawRequest(one, { method: "PUT", body: { value: "2" } }))).toEqual([200, ["a=2"]]);
  expect(await next(() => rawRequest(one, { method: "DELETE" }))).toEqual([200, []]);
  const byPeople = { engineId: engine.id, scope: "s@d", key: "b", value: "3" };
  expect(await next(() => createConfigurationItem(setting.owner, byPeople))).toEqual([200, ["b=3"]]);
});

test("within a second every copy has told its waiting clients", async () => {
  const now = await revision();
  const held = [url, other].map((base) => list(`label=app:e&match=exact&revision=${now}&wait=20s`, base));
  await list(`label=app:e&revision=${now}&wait=200ms`, other);
  const began = performance.now();
  await post({ app: "e" });
  for (const one of held) expect((await one).status).toBe(200);
  expect(performance.now() - began).toBeLessThan(1000);
});

test("a copy that has not heard of a revision yet does not tell an earlier one", async () => {
  const { headers } = await list("label=app:f");
  for (let i = 0; i < 20; i++) {
    const { json } = await post({ app: "f" }, { key: `k${i}` });
    const seen = await list(`label=app:f&match=exact&revision=${json.update_revision}`, other);
    expect(seen.status).toBe(304);
  }
  expect(Number(await revision(other)) - Number(headers["X-Kie-Revision"])).toBe(20);
});

test("what happens in the registry moves no revision of items and wakes nobody", async () => {
  const now = await revision();
  const held = hold(`label=app:g&revision=${now}&wait=700ms`);
  const service = { service: { appId: "g", serviceName: "cart", version: "1.0.0" } };
  await rawRequest(`${url}/v4/default/registry/microservices`, { method: "POST", body: service });
  expect((await held.reply).status).toBe(304);
  expect(await revision()).toBe(now);
});

test("a client that goes away leaves nothing behind", async () => {
  const space = hosts[0]!.space(engine.id)!;
  const before = waitingIn(space);
  const gone = new AbortController();
  const wait = `revision=${await revision()}&wait=60s`;
  const polls = Array.from({ length: 50 }, () => rawRequest(`${kv(url)}?label=app:h&${wait}`, { signal: gone.signal }));
  const ended = Promise.allSettled(polls);
  await expect.poll(() => waitingIn(space)).toBe(before + 50);
  gone.abort();
  await ended;
  await expect.poll(() => waitingIn(space)).toBe(before);
});

test("clients of a copy that is killed lose their poll, ask another and have missed nothing", async () => {
  const now = await revision();
  const query = `label=app:i&match=exact&revision=${now}&wait=30s`;
  const held = hold(query, mortal);
  await list(`label=app:i&revision=${now}&wait=200ms`, mortal);
  await Promise.all([hosts[2]!.stop(), post({ app: "i" }, { key: "meanwhile" })]);
  const reply = await held.reply.catch(() => list(query, other));
  expect([reply.status, reply.json.data.map(({ key }: any) => key)]).toEqual([
    200,
    expect.arrayContaining(["meanwhile"]),
  ]);
});
