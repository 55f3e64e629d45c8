import {
  type Change,
  createConfigurationItem,
  createMicroservice,
  listMicroservices,
  EngineCopy,
  EngineMemory,
  planeParts,
} from "@flyloft/functions/engines";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { world } from "../kit/world.ts";
import { anEngine } from "./an-engine.ts";
import { aService, anInstance, refused } from "./registry-client.ts";
import { type Door, doors } from "./registry-doors.ts";

/** What no row of PostgreSQL can hold, as clients write it in JSON. */
const texts = ["\ud800", "a\udfffb", "\udc00\ud800", "nul\0"];
const wrong = texts.map((text) => [JSON.stringify(text), text] as const);

describe.each(doors)("texts that cannot be kept, behind the door of $door", ({ open }) => {
  let door: Door;
  beforeAll(async () => {
    door = await open();
  }, 60_000);
  afterAll(() => door?.stop());

  test.each(wrong)("%s is refused wherever a client of the registry can write it", async (_, text) => {
    const client = door.client();
    const id = await aService(client, { serviceName: "cart" });
    const instance = await anInstance(client, id);
    const one = `/microservices/${id}`;
    const service = (more: object) => client.post("/microservices", { service: { serviceName: "other", ...more } });
    const asked = [
      service({ serviceName: text }),
      service({ serviceId: text }),
      service({ appId: text }),
      service({ version: text }),
      service({ alias: text }),
      service({ description: text }),
      service({ schemas: [text] }),
      service({ properties: { a: text } }),
      service({ properties: { [text]: "a" } }),
      service({ paths: [{ path: text }] }),
      service({ paths: [{ path: "/a", property: { a: text } }] }),
      service({ framework: { name: text } }),
      service({ framework: { version: text } }),
      client.post("/microservices", { service: { serviceName: "other" }, tags: { a: text } }),
      client.post("/microservices", {
        service: { serviceName: "other" },
        instances: [{ hostName: "a" }, { hostName: text }],
      }),
      client.put(`${one}/properties`, { properties: { a: text } }),
      client.put(`${one}/schemas/a`, { schema: text }),
      client.post(`${one}/schemas`, { schemas: [{ schemaId: "a", schema: text }] }),
      client.post(`${one}/schemas`, { schemas: [{ schemaId: text, schema: "a" }] }),
      client.post(`${one}/tags`, { tags: { a: text } }),
      client.post(`${one}/tags`, { tags: { [text]: "a" } }),
      client.post(`${one}/instances`, { instance: { hostName: text } }),
      client.post(`${one}/instances`, { instance: { hostName: "a", instanceId: text } }),
      client.post(`${one}/instances`, { instance: { hostName: "a", endpoints: [text] } }),
      client.post(`${one}/instances`, { instance: { hostName: "a", properties: { [text]: text } } }),
      client.post(`${one}/instances`, {
        instance: { hostName: "a", healthCheck: { mode: "push", interval: 5, times: 3, url: text } },
      }),
      client.post(`${one}/instances`, {
        instance: { hostName: "a", dataCenterInfo: { name: text, region: "a", availableZone: "a" } },
      }),
      client.put(`${one}/instances/${instance}/properties`, { properties: { a: text } }),
      client.put("/dependencies", {
        dependencies: [
          { consumer: { appId: "shop", serviceName: "cart", version: "0.0.1" }, providers: [{ serviceName: text }] },
        ],
      }),
    ];
    for (const answer of await Promise.all(asked)) expect(answer).toMatchObject(refused("400001"));
    expect((await client.get(one)).json.service).toMatchObject({ serviceName: "cart" });
    expect((await client.get("/microservices")).json.services).toHaveLength(1);
  });

  test.each(wrong)("%s is refused wherever a client of the configuration can write it", async (_, text) => {
    const client = door.client();
    const kie = (body: object) => client.ask("POST", "/v1/default/kie/kv", { body });
    const centre = (body: object) => client.ask("POST", "/v3/default/configuration/items", { body });
    const dimensionsInfo = "cart@shop";
    const { json: item } = await kie({ key: "there", value: "a" });
    const asked = [
      kie({ key: text, value: "a" }),
      kie({ key: "a", value: text }),
      kie({ key: "a", value: "a", labels: { app: text } }),
      kie({ key: "a", value: "a", labels: { [text]: "a" } }),
      kie({ key: "a", value: "a", check: text }),
      client.ask("PUT", `/v1/default/kie/kv/${item.id}`, { body: { value: text } }),
      client.ask("POST", "/v1/default/kie/kv", {
        body: `{ key: a, value: ${JSON.stringify(text)} }`,
        headers: { "Content-Type": "text/yaml" },
      }),
      centre({ dimensionsInfo, items: { a: text } }),
      centre({ dimensionsInfo, items: { [text]: "a" } }),
      centre({ dimensionsInfo: `${text}@shop`, items: { a: "a" } }),
      centre({ dimensionsInfo: `cart@${text}`, items: { a: "a" } }),
      centre({ dimensionsInfo: `cart@shop#${text}`, items: { a: "a" } }),
    ];
    for (const answer of await Promise.all(asked)) expect(answer).toMatchObject(refused("400001"));
    const file = { data: [{ key: "good", value: "a" }, { key: "bad", value: text }, { key: "fine" }] };
    const { json } = await client.ask("POST", "/v1/default/kie/file?override=force", { body: file });
    expect(json).toMatchObject({
      success: [{ key: "good" }, { key: "fine" }],
      failure: [{ key: "bad", error_code: 400001 }],
    });
    expect(await client.ask("GET", "/v1/default/kie/kv/a%00")).toMatchObject(refused("400001"));
    expect(await client.ask("GET", "/v1/default/kie/revision/a%00")).toMatchObject(refused("400001"));
  });
});

test.each(wrong)("%s is refused wherever people can write it through the platform", async (_, text) => {
  const { owner } = await world();
  const { id: engineId } = await anEngine(owner);
  const service = { engineId, application: "shop", name: "cart" };
  const item = { engineId, scope: "cart@shop", key: "a", value: "a" };
  for (const attempt of [
    () => createMicroservice(owner, { ...service, description: text }),
    () => createConfigurationItem(owner, { ...item, value: text }),
    () => createConfigurationItem(owner, { ...item, key: text }),
    () => createConfigurationItem(owner, { ...item, scope: `cart@${text}` }),
  ])
    await expect(attempt()).rejects.toMatchObject({ code: "invalid" });
  expect((await listMicroservices(owner, { engineId })).nodes).toEqual([]);
});

test("writes that came together with some that cannot be kept are all made, and those alone are refused", async () => {
  const w = await world();
  const engine = await anEngine(w.owner);
  const { memory, commit } = new EngineCopy({ memory: new EngineMemory(engine.id, planeParts), db: w.owner.db });
  // The seed is told when something goes wrong, and can be given to see it again.
  const seed = Number(process.env["FUZZ_SEED"] ?? Math.floor(Math.random() * 2 ** 31));
  const random = randomFrom(seed);
  const pieces = ["a", "é", "\u{1f4a5}", "\\", '"', "\\ud800", "\\u0000", "\ud83d", "\udca5", "\0"];
  const given = Array.from({ length: 60 }, () =>
    Array.from({ length: random(4) }, () => pieces[random(pieces.length)]!).join(""),
  );
  const outcomes = await Promise.allSettled(
    given.map((text, i) => {
      const change: Change = { kind: "account", key: `a${i}`, value: i % 2 ? { text } : { [text]: ["a"] } };
      return commit(() => ({ changes: [change], answer: text }));
    }),
  );
  const kept = (text: string) => text.isWellFormed() && !text.includes("\0");
  const expected = given.map((text) =>
    kept(text)
      ? { status: "fulfilled", value: text }
      : { status: "rejected", reason: expect.objectContaining({ code: "400001" }) },
  );
  expect(outcomes, `seed ${seed}`).toEqual(expected);
  const held = given.map((_, i) => memory.get("account", `a${i}`) !== null);
  expect(held, `seed ${seed}`).toEqual(given.map(kept));
});

function randomFrom(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
    return (state >>> 0) % below;
  };
}
