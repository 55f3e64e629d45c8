import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { configClient, type ConfigClient } from "./config-client.ts";
import { type Door, doors } from "./registry-doors.ts";

const selector = { app: "shop", environment: "production" };
const specs: [kind: string, key: string, spec: Record<string, unknown>, wrong: Record<string, unknown>][] = [
  [
    "match-group",
    "matchGroup",
    { alias: "Slow", matches: [{ name: "a", method: ["GET"] }] },
    { alias: "Slow", matches: [] },
  ],
  ["retry", "retry", { maxAttempts: 3, retryOnSame: 1 }, { maxAttempts: 3, retryOnSame: -1 }],
  ["rate-limiting", "rateLimiting", { rate: "10" }, {}],
  ["loadbalance", "loadbalance", { rule: "RoundRobin" }, { rule: "" }],
  ["circuit-breaker", "circuitBreaker", { minimumNumberOfCalls: 5 }, { minimumNumberOfCalls: "5" }],
  ["instance-isolation", "instanceIsolation", { minimumNumberOfCalls: "5" }, { slow: true }],
  ["fault-injection", "faultInjection", { percentage: 1.5, fallbackType: "ThrowException" }, { percentage: -1 }],
  ["bulkhead", "bulkhead", { maxConcurrentCalls: 8 }, { maxConcurrentCalls: null }],
];

describe.each(doors)("governance as consoles of the registry write it, behind the door of $door", ({ door, open }) => {
  let served: Door;
  let client: ConfigClient;
  beforeAll(async () => {
    served = await open();
  }, 60_000);
  afterAll(() => served?.stop());
  beforeEach(() => void (client = configClient(served, door)));
  const at = (path: string) => `/v1/default/gov/${path}`;
  const ask = (method: string, path: string, body?: object) =>
    client.ask(at(path), { method, ...(body ? { body } : {}) });
  const create = async (kind: string, body: object): Promise<string> =>
    (await ask("POST", kind, { selector, ...body })).json.id;
  const items = async () => (await client.ask("/v1/default/kie/kv")).json.data as Record<string, any>[];

  test.each(specs)(
    "a policy of kind %s is an item that clients read, and comes back as it was written",
    async (kind, key, spec) => {
      const { status, json } = await ask("POST", kind, { name: "slow", selector, spec });
      expect([status, Object.keys(json)]).toEqual([200, ["id"]]);
      const [item] = await items();
      expect(item).toMatchObject({
        id: json.id,
        key: `servicecomb.${key}.slow`,
        labels: selector,
        status: "enabled",
        value_type: "text",
        priority: -1,
      });
      expect(parse(item!["value"])).toEqual(spec);
      const policy = { id: json.id, name: "slow", status: "enabled", selector, kind, spec };
      expect((await ask("GET", `${kind}/${json.id}`)).json).toMatchObject(policy);
      expect((await ask("GET", `${kind}?app=shop&environment=production`)).json).toMatchObject([policy]);
    },
  );

  test.each(specs)(
    "a policy of kind %s that says too little or what is wrong is refused, and nothing is kept",
    async (kind, _key, _spec, wrong) => {
      const { status, json } = await ask("POST", kind, { name: "slow", selector, spec: wrong });
      expect([status, json.errorCode]).toEqual([400, "400001"]);
      expect(json.detail).toMatch(/^spec\./);
      expect(await items()).toEqual([]);
    },
  );

  test("kinds, names and bodies that nobody can mean are refused", async () => {
    const refused = async (reply: Promise<{ status: number; json: any }>) => (await reply).json.errorCode;
    expect(await refused(ask("POST", "nonsense", { name: "a", spec: {} }))).toBe("400001");
    expect(await refused(ask("GET", "nonsense"))).toBe("400001");
    expect(await refused(ask("POST", "bulkhead", { name: "a.b", spec: { maxConcurrentCalls: 1 } }))).toBe("400001");
    expect(await refused(ask("POST", "bulkhead", { spec: { maxConcurrentCalls: 1 } }))).toBe("400001");
    expect(await refused(ask("POST", "bulkhead", { name: "a" }))).toBe("400001");
    const long = { maxConcurrentCalls: 1, note: "x".repeat(131_072) };
    expect(await refused(ask("POST", "bulkhead", { name: "a", spec: long }))).toBe("400001");
    await create("bulkhead", { name: "a", spec: { maxConcurrentCalls: 1 } });
    expect(await refused(ask("POST", "bulkhead", { name: "a", selector, spec: { maxConcurrentCalls: 2 } }))).toBe(
      "409001",
    );
    for (const method of ["GET", "PUT", "DELETE"])
      expect(await refused(ask(method, "bulkhead/none", { spec: { maxConcurrentCalls: 1 } }))).toBe("404001");
  });

  test("a list tells of one application and of one environment; of all where it is said", async () => {
    const spec = { maxConcurrentCalls: 1 };
    await create("bulkhead", { name: "here", spec });
    await create("bulkhead", { name: "other", selector: { app: "bank", environment: "production" }, spec });
    await create("bulkhead", { name: "everywhere", selector: { app: "shop" }, spec });
    const names = async (query: string) =>
      (await ask("GET", `bulkhead?${query}`)).json.map(({ name }: { name: string }) => name).sort();
    expect(await names("app=shop&environment=production")).toEqual(["here"]);
    expect(await names("app=shop")).toEqual(["everywhere"]);
    expect(await names("environment=all")).toEqual(["everywhere", "here", "other"]);
    expect(await names("app=shop&environment=all")).toEqual(["everywhere", "here"]);
  });

  test("an update changes what a policy says and whether it is on, and nothing else", async () => {
    const id = await create("retry", { name: "slow", spec: { maxAttempts: 3 } });
    const { status, text } = await ask("PUT", `retry/${id}`, {
      name: "x",
      status: "disabled",
      spec: { maxAttempts: 4 },
    });
    expect([status, text]).toEqual([200, ""]);
    expect((await ask("GET", `retry/${id}`)).json).toMatchObject({
      name: "slow",
      status: "disabled",
      selector,
      spec: { maxAttempts: 4 },
    });
    expect((await ask("PUT", `bulkhead/${id}`, { spec: { maxConcurrentCalls: 1 } })).json.errorCode).toBe("404001");
  });

  test("a group is shown with the policies of its name, and goes with them", async () => {
    const group = await create("match-group", { spec: { alias: "Slow", matches: [{ name: "m" }] } });
    const { name } = (await ask("GET", `match-group/${group}`)).json;
    expect(name).toMatch(/^scene-[0-9a-z]{8}$/);
    await create("retry", { name, spec: { maxAttempts: 3 } });
    await create("bulkhead", { name, spec: { maxConcurrentCalls: 1 } });
    const stays = await create("bulkhead", { name: "other", spec: { maxConcurrentCalls: 1 } });
    const { json } = await ask("GET", "display?environment=all");
    expect(json).toMatchObject([{ matchGroup: { id: group }, policies: [{ kind: "retry" }, { kind: "bulkhead" }] }]);
    expect((await ask("DELETE", `match-group/${group}`)).status).toBe(200);
    expect((await items()).map(({ id }) => id)).toEqual([stays]);
  });

  test("what another tenant has is not there", async () => {
    const id = await create("retry", { name: "slow", spec: { maxAttempts: 3 } });
    const stranger = configClient(served, door);
    expect((await stranger.ask(at("retry?environment=all"))).json).toEqual([]);
    for (const method of ["GET", "DELETE"])
      expect((await stranger.ask(at(`retry/${id}`), { method })).json.errorCode).toBe("404001");
    expect(await items()).toHaveLength(1);
  });
});
