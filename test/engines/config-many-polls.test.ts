import { Agent, get } from "node:http";
import { waitingIn } from "@flyloft/functions/engines";
import { afterEach, expect, test } from "vitest";
import { world } from "../kit/world.ts";
import { anEngine } from "./an-engine.ts";
import { rawRequest } from "./raw-request.ts";
import { serve } from "./serve.ts";

const setting = await world();
type Told = { status: number; retryAfter: string | undefined; connection: string | undefined };

/** Clients, each with a connection of its own, that wait for items of one label. */
const agent = new Agent({ keepAlive: true });
const poll = (url: string, label: string, revision: string) =>
  new Promise<Told>((resolve, reject) => {
    const path = `/v1/default/kie/kv?label=${label}&match=exact&revision=${revision}&wait=60s`;
    get(url + path, { agent }, (answer) => {
      answer.resume();
      const { "retry-after": retryAfter, connection } = answer.headers;
      answer.once("end", () => resolve({ status: answer.statusCode!, retryAfter, connection }));
    }).once("error", reject);
  });
afterEach(() => agent.destroy());

async function served(options: Parameters<typeof serve>[2] = {}) {
  const engine = await anEngine(setting.owner);
  const { url, hosts } = await serve(setting, engine, options);
  const kv = `${url}/v1/default/kie/kv`;
  return {
    url,
    waiting: () => waitingIn(hosts[0]!.space(engine.id)!),
    revision: async () => (await rawRequest(`${kv}?label=app:none`)).headers["X-Kie-Revision"]!,
    set: (app: string) => rawRequest(kv, { method: "POST", body: { key: "a", labels: { app }, value: "1" } }),
  };
}

test("two thousand wait at once, each on a connection of its own, and all that a change concerns are told of it", async () => {
  const { url, waiting, revision, set } = await served();
  const now = await revision();
  const of = (app: string, count: number) => Array.from({ length: count }, () => poll(url, `app:${app}`, now));
  const [concerned, others] = [of("shop", 1_900), of("bank", 100)];
  await expect.poll(waiting, { timeout: 30_000 }).toBe(2_000);
  await set("shop");
  const told = await Promise.all(concerned);
  expect(told.filter(({ status }) => status === 200)).toHaveLength(1_900);
  expect(waiting()).toBe(100);
  await set("bank");
  expect((await Promise.all(others)).every(({ status }) => status === 200)).toBe(true);
}, 60_000);

test("who comes to wait when there is no room is told so and when to come again, and who only asks is answered", async () => {
  const { url, waiting, revision, set } = await served({ clients: 40 });
  const now = await revision();
  const first = Array.from({ length: 40 }, () => poll(url, "app:shop", now));
  await expect.poll(waiting).toBe(40);
  const tooMany = await Promise.all(Array.from({ length: 20 }, () => poll(url, "app:shop", now)));
  expect(tooMany).toEqual(tooMany.map(() => ({ status: 429, retryAfter: "1", connection: "close" })));
  expect((await rawRequest(`${url}/v4/default/registry/microservices`)).status).toBe(200);
  await set("shop");
  expect((await Promise.all(first)).every(({ status }) => status === 200)).toBe(true);
  const again = poll(url, "app:bank", await revision());
  await expect.poll(waiting).toBe(1);
  await set("bank");
  expect(await again).toMatchObject({ status: 200 });
});
