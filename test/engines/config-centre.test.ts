import { createConfigurationItem, listConfigurationItems, PlaneError, planeCodes } from "@flyloft/functions/engines";
import { beforeEach, describe, expect, test } from "vitest";
import { world } from "../kit/world.ts";
import { anEngine } from "./an-engine.ts";
import { rawRequest } from "./raw-request.ts";
import { serve } from "./serve.ts";

const setting = await world();
const engine = await anEngine(setting.owner);
const { urls } = await serve(setting, engine, { copies: 2 });
const [url = "", other = ""] = urls;

let project: string;
let count = 0;
beforeEach(() => void (project = `p${++count}`));
const items = (base = url) => `${base}/v3/${project}/configuration/items`;
const read = (dimension: string, { environment = "", revision = "null", more = "", base = url } = {}) =>
  rawRequest(`${items(base)}?dimensionsInfo=${encodeURIComponent(dimension)}&revision=${revision}${more}`, {
    headers: { "x-environment": environment, "x-domain-name": "default" },
  });
const write = (dimensionsInfo: string, given: object, { environment = "", method = "POST" } = {}) =>
  rawRequest(items(), { method, body: { dimensionsInfo, ...given }, headers: { "x-environment": environment } });

describe("reading", () => {
  test("is an object of objects: members by name, weakest first, and the revision as a text (protocol §2.4)", async () => {
    await write("application", { items: { level: "global" } });
    await write("cart@shop", { items: { level: "service", text: "a: 1\nb: 2\n" } });
    await write("darklaunch@shop", { items: { "cse.darklaunch.policy.cart": "{}" } });
    await write("cart@shop#1.0.0", { items: { level: "version" } });
    await write("other@shop", { items: { level: "other" } });
    const { status, headers, json } = await read("cart@shop#1.0.0");
    expect([status, headers["Content-Type"]]).toEqual([200, "application/json; charset=UTF-8"]);
    expect(json).toEqual({
      application: { level: "global" },
      "cart@shop": { level: "service", text: "a: 1\nb: 2\n" },
      "darklaunch@shop": { "cse.darklaunch.policy.cart": "{}" },
      "cart@shop#1.0.0": { level: "version" },
      revision: { version: expect.stringMatching(/^\d+$/) },
    });
    expect(Object.keys((await read("cart@shop")).json)).toEqual([
      "application",
      "cart@shop",
      "darklaunch@shop",
      "revision",
    ]);
  });

  test("of an unknown service is nothing but the revision", async () => {
    const { status, text } = await read("none@none");
    expect([status, text]).toMatchObject([200, expect.stringMatching(/^\{"revision":\{"version":"\d+"\}\}$/)]);
  });

  test("the same revision is 304 without a body; any other is everything", async () => {
    const { version } = (await read("cart@shop")).json.revision;
    const same = await read("cart@shop", { revision: version });
    expect([same.status, same.text, same.headers["Content-Length"]]).toEqual([304, "", undefined]);
    for (const revision of ["null", "default", "", "0", String(Number(version) + 1)])
      expect((await read("cart@shop", { revision })).status, revision).toBe(200);
    await write("cart@shop", { items: { a: "1" } });
    expect((await read("cart@shop", { revision: version })).json["cart@shop"]).toEqual({ a: "1" });
  });

  test("an environment keeps to itself; what is none of the four counts as none", async () => {
    await write("cart@shop", { items: { a: "none" } }, { environment: "staging" });
    await write("cart@shop", { items: { a: "production" } }, { environment: "production" });
    const member = async (environment: string) => (await read("cart@shop", { environment })).json["cart@shop"];
    expect(await member("")).toEqual({ a: "none" });
    expect(await member("whatever")).toEqual({ a: "none" });
    expect(await member("production")).toEqual({ a: "production" });
    expect(await member("testing")).toBeUndefined();
  });

  test("keys can be narrowed down by a plain expression, and by nothing that could take for ever", async () => {
    await write("cart@shop", { items: { "cse.rate": "1", "cse.retry": "2", other: "3" } });
    const keys = async (filter: string) =>
      Object.keys(
        (await read("cart@shop", { more: `&keyFilter=${encodeURIComponent(filter)}` })).json["cart@shop"] ?? {},
      ).sort();
    expect(await keys("^cse\\..*")).toEqual(["cse.rate", "cse.retry"]);
    expect(await keys("retry$")).toEqual(["cse.retry"]);
    expect(await keys("^(a+)+$")).toHaveLength(3);
  });

  test.each(["", "cart", "@", "cart@shop@x", "cart@shop#1#2", "darklaunch@shop#1", "__proto__@constructor", "%"])(
    "a dimension of %j is answered by what is for everybody: other answers end a client's polling for ever",
    async (dimension) => {
      await write("application", { items: { level: "global" } });
      const { status, json } = await read(dimension);
      expect([status, json.application, typeof json.revision.version]).toEqual([200, { level: "global" }, "string"]);
    },
  );

  test("a copy that has not heard of a revision yet does not tell an earlier one", async () => {
    for (let i = 0; i < 10; i++) {
      await write("cart@shop", { items: { a: String(i) } });
      const { version } = (await read("cart@shop")).json.revision;
      expect((await read("cart@shop", { revision: version, base: other })).status).toBe(304);
    }
  });
});

describe("writing", () => {
  test("sets the keys that are named and leaves the others; setting what is so already changes nothing", async () => {
    await write("cart@shop", { items: { a: "1", b: "2" } });
    const { status, json, headers } = await write("cart@shop", { items: { b: "3", c: 4, d: true } });
    expect([status, json, headers["Content-Type"]]).toEqual([
      200,
      { Result: "Success" },
      "application/json; charset=UTF-8",
    ]);
    const { json: now } = await read("cart@shop");
    expect(now["cart@shop"]).toEqual({ a: "1", b: "3", c: "4", d: "true" });
    await write("cart@shop", { items: { a: "1" } });
    expect((await read("cart@shop", { revision: now.revision.version })).status).toBe(304);
  });

  test("removes the keys that are named, whether they are there or not", async () => {
    await write("cart@shop", { items: { a: "1", b: "2" } });
    const { status, json } = await write("cart@shop", { keys: ["a", "none"] }, { method: "DELETE" });
    expect([status, json]).toEqual([200, { Result: "Success" }]);
    expect((await read("cart@shop")).json["cart@shop"]).toEqual({ b: "2" });
  });

  test.each([
    ["a scope that is none", "cart", { items: { a: "1" } }],
    ["a key with a blank", "cart@shop", { items: { "a b": "1" } }],
    ["a value that is an object", "cart@shop", { items: { a: {} } }],
    ["no items", "cart@shop", {}],
  ])("%s is 400001 and changes nothing", async (_, dimension, given) => {
    const { status, json } = await write(dimension, given);
    expect([status, json.errorCode]).toEqual([400, "400001"]);
    expect(Object.keys((await read("cart@shop")).json)).toEqual(["revision"]);
  });
});

describe("one store, two views (protocol §2.6):", () => {
  const kie = (query = "") => rawRequest(`${url}/v1/${project}/kie/kv?${query}`);
  const create = (document: object) =>
    rawRequest(`${url}/v1/${project}/kie/kv`, { method: "POST", body: { status: "enabled", ...document } });

  test("what one protocol writes the other reads, and both move together", async () => {
    await write("cart@shop#1", { items: { a: "1" } }, { environment: "production" });
    const labels = { app: "shop", service: "cart", version: "1", environment: "production" };
    const query = Object.entries(labels)
      .map(([name, value]) => `label=${name}:${value}`)
      .join("&");
    const found = await kie(`${query}&match=exact`);
    expect(found.json.data).toMatchObject([{ key: "a", value: "1", value_type: "text", status: "enabled", labels }]);
    const { version } = (await read("cart@shop")).json.revision;
    expect(found.headers["X-Kie-Revision"]).toBe(version);
    await create({ key: "b", value: "2", labels });
    await create({ key: "level", value: "debug" });
    const { json } = await read("cart@shop#1", { environment: "production", revision: version });
    expect(json["cart@shop#1"]).toEqual({ a: "1", b: "2" });
    expect((await read("cart@shop")).json.application).toEqual({ level: "debug" });
  });

  test("disabled items and labels of one's own are not in the older protocol", async () => {
    await create({ key: "off", value: "1", labels: { app: "shop", service: "cart" }, status: "disabled" });
    await create({ key: "own", value: "1", labels: { app: "shop", service: "cart", region: "x" } });
    expect(Object.keys((await read("cart@shop")).json)).toEqual(["revision"]);
  });

  test("clients and people share the items of the default project, and each is named", async () => {
    project = "default";
    const { owner } = setting;
    const [cart, basket] = [
      { dimension: "cart@people", service: "cart" },
      { dimension: "basket@people", service: "basket" },
    ];
    await write(cart.dimension, { items: { a: "by a client" } });
    const scope = { engineId: engine.id, scope: basket.dimension, environment: "testing" };
    await createConfigurationItem(owner, { ...scope, key: "b", value: "by people" });
    await expect
      .poll(async () => (await read(basket.dimension, { environment: "testing" })).json[basket.dimension], {
        timeout: 1000,
      })
      .toEqual({ b: "by people" });
    const { nodes } = await listConfigurationItems(owner, { engineId: engine.id, application: "people" });
    expect(nodes.map(({ key, scope, changedBy }) => [key, scope, changedBy])).toEqual([
      ["a", "cart@people", expect.stringMatching(/^client .*127\.0\.0\.1$/)],
      ["b", "basket@people", "owner"],
    ]);
  });
});

test("the members are where the engine is reached", async () => {
  const { json } = await rawRequest(`${url}/v3/default/configuration/members`);
  expect(json.instances.map(({ status, endpoints, isHttps }: any) => [status, endpoints, isHttps])).toEqual(
    urls.map((address) => ["UP", [address.replace("http:", "rest:")], false]),
  );
});

test("says that it is ready", async () => {
  expect((await rawRequest(`${url}/v3/default/configuration/health?mode=readiness`)).status).toBe(200);
});

test("who listens is told to read again when one of its items changes, and only then (protocol §2.5)", async () => {
  const address = `${url.replace("http:", "ws:")}/v3/${project}/configuration/refresh/items?dimensionsInfo=cart@shop`;
  const socket = new WebSocket(address, { headers: { "x-environment": "production" } } as never);
  const frames: string[] = [];
  socket.addEventListener("message", ({ data }) => void frames.push(String(data)));
  await new Promise((resolve) => socket.addEventListener("open", resolve, { once: true }));
  await write("cart@shop", { items: { a: "1" } });
  await write("other@shop", { items: { a: "1" } }, { environment: "production" });
  await write("cart@shop", { items: { a: "1" } }, { environment: "production" });
  await expect.poll(() => frames).toEqual(['{"action":"CREATE"}']);
  await write("application", { items: { a: "1" } }, { environment: "production" });
  await expect.poll(() => frames).toHaveLength(2);
  socket.close();
});

test("what goes wrong with a poll, also a proof that is missing, is told as nothing new: clients do not survive errors", async () => {
  const guarded = await anEngine(setting.owner);
  const refuse = () => {
    throw new PlaneError(planeCodes.unauthorised, "Sign in first");
  };
  const served = await serve(setting, guarded, { authenticate: refuse });
  const address = `${served.url}/v3/default/configuration/items`;
  const poll = await rawRequest(`${address}?dimensionsInfo=cart%40shop&revision=null`);
  expect([poll.status, poll.text]).toEqual([304, ""]);
  const badDomain = await rawRequest(address, { headers: { "X-Domain-Name": "a b" } });
  expect(badDomain.status).toBe(304);
  expect((await rawRequest(address, { method: "POST", body: {} })).status).toBe(401);
  expect((await rawRequest(`${served.url}/v1/default/kie/kv`)).status).toBe(401);
});
