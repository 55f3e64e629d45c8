import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aService, anInstance, find, refused } from "./registry-client.ts";
import { type Door, doors } from "./registry-doors.ts";

describe.each(doors)("services, behind the door of $door", ({ open }) => {
  let door: Door;
  beforeAll(async () => {
    door = await open();
  }, 60_000);
  afterAll(() => door?.stop());

  test("a service that is registered again keeps its id of 40 characters; another version has another", async () => {
    const client = door.client();
    const first = await aService(client, { serviceName: "cart", version: "1.0.0" });
    expect(first).toMatch(/^[0-9a-f]{40}$/);
    expect(await aService(client, { serviceName: "cart", version: "1.0.0", description: "again" })).toBe(first);
    expect(await aService(client, { serviceName: "cart", version: "1.0.1" })).not.toBe(first);
    expect(await aService(client, { serviceName: "cart", version: "1.0.0", environment: "testing" })).not.toBe(first);
  });

  test("a service has the defaults of the protocol, texts as times, and no member that is null", async () => {
    const client = door.client();
    const { json } = await client.post("/microservices", {
      service: { serviceName: "bare", description: null, alias: null },
    });
    const { service } = (await client.get(`/microservices/${json.serviceId}`)).json;
    expect(service).toEqual({
      serviceId: json.serviceId,
      appId: "default",
      serviceName: "bare",
      version: "0.0.1",
      level: "BACK",
      status: "UP",
      environment: "",
      timestamp: expect.stringMatching(/^\d{10}$/),
      modTimestamp: expect.stringMatching(/^\d{10}$/),
    });
  });

  test("what SDKs send is kept word for word", async () => {
    const client = door.client();
    const service = {
      serviceName: "Whole.Service_1-a",
      version: "1.0.0.0",
      description: "d".repeat(256),
      level: "FRONT",
      schemas: ["hello", "world"],
      paths: [{ path: "/api", property: { checksession: "false" } }],
      properties: { allowCrossApp: "true" },
      alias: "shop:whole",
      environment: "production",
      registerBy: "SDK",
      framework: { name: "servicecomb-java-chassis", version: "CSE:2.8;ServiceComb:2.8;".padEnd(64, "x") },
    };
    const id = await aService(client, service);
    expect((await client.get(`/microservices/${id}`)).json.service).toMatchObject(service);
  });

  test("the id of another service is refused, the own one is not", async () => {
    const client = door.client();
    const service = { appId: "shop", serviceName: "named", serviceId: "my-own-id" };
    expect((await client.post("/microservices", { service })).json).toEqual({ serviceId: "my-own-id" });
    expect((await client.post("/microservices", { service })).json).toEqual({ serviceId: "my-own-id" });
    const other = { ...service, serviceId: "another-id" };
    expect(await client.post("/microservices", { service: other })).toMatchObject(refused("400010"));
    const stolen = { ...service, serviceName: "thief" };
    expect(await client.post("/microservices", { service: stolen })).toMatchObject(refused("400010"));
  });

  test("a service comes with its instances and tags in one request", async () => {
    const client = door.client();
    const instances = [{ hostName: "a", endpoints: ["rest://10.0.0.1:80"] }, { hostName: "b" }];
    const id = await aService(client, { serviceName: "whole" }, { instances, tags: { team: "blue" } });
    const found = (await client.get(`/microservices/${id}/instances`)).json.instances;
    expect(found.map((one: { hostName: string }) => one.hostName).sort()).toEqual(["a", "b"]);
    expect((await client.get(`/microservices/${id}/tags`)).json).toEqual({ tags: { team: "blue" } });
  });

  test.each([
    ["no service", {}],
    ["no name", { service: { appId: "shop" } }],
    ["a name that begins with a hyphen", { service: { serviceName: "-a" } }],
    ["a name of 129 letters", { service: { serviceName: "a".repeat(129) } }],
    ["an appId of 161 letters", { service: { serviceName: "a", appId: "a".repeat(161) } }],
    ["a version of five numbers", { service: { serviceName: "a", version: "1.0.0.0.0" } }],
    ["a number above 32767 in the version", { service: { serviceName: "a", version: "32768" } }],
    ["an unknown environment", { service: { serviceName: "a", environment: "moon" } }],
    ["a description of 257 letters", { service: { serviceName: "a", description: "d".repeat(257) } }],
    ["a NUL in a property", { service: { serviceName: "a", properties: { a: "\0" } } }],
    ["101 contracts", { service: { serviceName: "a", schemas: Array.from({ length: 101 }, (_, i) => `s${i}`) } }],
    ["what is not JSON", "{"],
  ])("%s is refused", async (_, body) => {
    expect(await door.client().post("/microservices", body)).toMatchObject(refused("400001"));
  });

  test("existence tells the id, and apart whether the service or only the version is missing", async () => {
    const client = door.client();
    const id = await aService(client, { serviceName: "cart", version: "1.0.0" });
    const ask = (query: string) => client.get(`/existence?type=microservice&${query}`);
    expect((await ask("appId=shop&serviceName=cart&version=1.0.0")).json).toEqual({ serviceId: id });
    expect(await ask("appId=shop&serviceName=cart&version=2.0.0")).toMatchObject(refused("400026"));
    expect(await ask("appId=shop&serviceName=none&version=1.0.0")).toMatchObject(refused("400012"));
    expect(await ask("appId=shop&serviceName=cart&version=1.0.0&env=testing")).toMatchObject(refused("400012"));
    expect(await ask("appId=&serviceName=cart&version=1.0.0")).toMatchObject(refused("400001"));
    expect(await client.get("/existence?type=other")).toMatchObject(refused("400001"));
  });

  test("properties are replaced as a whole", async () => {
    const client = door.client();
    const id = await aService(client, { serviceName: "cart", properties: { a: "1", b: "2" } });
    const answer = await client.put(`/microservices/${id}/properties`, {
      properties: { b: "3" },
      framework: { name: "f", version: "1" },
    });
    expect([answer.status, answer.text]).toEqual([200, ""]);
    const { service } = (await client.get(`/microservices/${id}`)).json;
    expect([service.properties, service.framework]).toEqual([{ b: "3" }, { name: "f", version: "1" }]);
    expect(await client.put("/microservices/none/properties", { properties: {} })).toMatchObject(refused("400012"));
  });

  test("the list is an empty object when there is nothing, and another tenant's services are not in it", async () => {
    const [one, other] = [door.client(), door.client()];
    const id = await aService(one, { serviceName: "cart" });
    expect((await other.get("/microservices")).text).toBe("{}");
    expect((await one.get("/microservices")).json.services).toMatchObject([{ serviceId: id }]);
    expect(await other.get(`/microservices/${id}`)).toMatchObject(refused("400012"));
    expect(await other.delete(`/microservices/${id}?force=true`)).toMatchObject(refused("400012"));
    expect(await find(other, "cart")).toMatchObject(refused("400012"));
    expect((await one.ask("GET", "/v4/elsewhere/registry/microservices")).text).toBe("{}");
  });

  test("a service with instances goes only by force, and takes everything along", async () => {
    const client = door.client();
    const id = await aService(client, { serviceName: "cart" });
    await anInstance(client, id);
    await client.put(`/microservices/${id}/schemas/hello`, { schema: "openapi", summary: "abc" });
    expect(await client.delete(`/microservices/${id}`)).toMatchObject(refused("400013"));
    expect(await client.delete(`/microservices/${id}?force=maybe`)).toMatchObject(refused("400001"));
    const gone = await client.delete(`/microservices/${id}?force=true`);
    expect([gone.status, gone.text]).toEqual([200, ""]);
    expect(await client.get(`/microservices/${id}`)).toMatchObject(refused("400012"));
    expect(await client.delete(`/microservices/${id}?force=1`)).toMatchObject(refused("400012"));
    expect(await aService(client, { serviceName: "cart" })).toBe(id);
    expect((await client.get(`/microservices/${id}/instances`)).json).toEqual({ instances: [] });
    expect((await client.get(`/microservices/${id}/schemas`)).json).toEqual({ schemas: [] });
  });

  test("a service that another asks for goes only by force", async () => {
    const client = door.client();
    const provider = await aService(client, { serviceName: "provider" });
    const consumer = await aService(client, { serviceName: "consumer" });
    await find(client, "provider", "", { "X-ConsumerId": consumer });
    expect(await client.delete(`/microservices/${provider}`)).toMatchObject(refused("400023"));
    expect((await client.delete(`/microservices/${consumer}`)).status).toBe(200);
    expect((await client.delete(`/microservices/${provider}`)).status).toBe(200);
  });

  test("of many that are deleted each is told by itself", async () => {
    const client = door.client();
    const [free, busy] = [await aService(client, { serviceName: "a" }), await aService(client, { serviceName: "b" })];
    await anInstance(client, busy);
    const { status, json } = await client.delete("/microservices", { serviceIds: [free, busy, "none"], force: false });
    expect([status, json.services]).toEqual([
      200,
      [
        { serviceId: free },
        { serviceId: busy, errMessage: expect.any(String) },
        { serviceId: "none", errMessage: expect.any(String) },
      ],
    ]);
  });

  test("the older addresses without a project lead to the same", async () => {
    const client = door.client();
    const { json } = await client.ask("POST", "/registry/v3/microservices", {
      body: { service: { serviceName: "old" } },
    });
    expect((await client.get(`/microservices/${json.serviceId}`)).status).toBe(200);
    const named = { headers: { "X-Domain-Name": "", "X-Tenant-Name": client.tenant } };
    expect((await client.ask("GET", `/registry/v3/microservices/${json.serviceId}`, named)).status).toBe(200);
  });

  test("contracts are kept word for word, with their summary in a header", async () => {
    const client = door.client();
    const id = await aService(client, { serviceName: "cart", schemas: ["declared"] });
    const schema = `swagger: "2.0"\n${"x: 'ä'\n".repeat(20_000)}`;
    const path = `/microservices/${id}/schemas`;
    const put = await client.put(`${path}/hello`, { schema, summary: "a1b2" });
    expect([put.status, put.text]).toEqual([200, ""]);
    const got = await client.get(`${path}/hello`);
    expect(got.text).toBe(JSON.stringify({ schema }));
    expect(header(got, "X-Schema-Summary")).toBe("a1b2");
    expect((await client.get(path)).json.schemas).toEqual([
      { schemaId: "declared" },
      { schemaId: "hello", summary: "a1b2" },
    ]);
    expect((await client.get(`${path}?withSchema=1`)).json.schemas[1]).toEqual({
      schemaId: "hello",
      summary: "a1b2",
      schema,
    });
    expect((await client.get(`/microservices/${id}`)).json.service.schemas).toEqual(["declared", "hello"]);
    const exists = await client.get(`/existence?type=schema&serviceId=${id}&schemaId=hello`);
    expect([exists.json, header(exists, "X-Schema-Summary")]).toEqual([{ schemaId: "hello", serviceId: id }, "a1b2"]);
    expect(await client.get(`/existence?type=schema&serviceId=${id}&schemaId=none`)).toMatchObject(refused("400016"));
    expect(await client.get(`/existence?type=schema&serviceId=none&schemaId=hello`)).toMatchObject(refused("400012"));
    expect(await client.get(`${path}/declared`)).toMatchObject(refused("400016"));
  });

  test("contracts are overwritten one by one, replaced together and deleted", async () => {
    const client = door.client();
    const id = await aService(client, { serviceName: "cart", environment: "production" });
    const path = `/microservices/${id}/schemas`;
    await client.put(`${path}/hello`, { schema: "one" });
    await client.put(`${path}/hello`, { schema: "two" });
    expect((await client.get(`${path}/hello`)).json).toEqual({ schema: "two" });
    const all = {
      schemas: [
        { schemaId: "a", summary: "s", schema: "A" },
        { schemaId: "b", summary: "s", schema: "B" },
      ],
    };
    expect((await client.post(path, all)).status).toBe(200);
    expect(await client.get(`${path}/hello`)).toMatchObject(refused("400016"));
    expect((await client.delete(`${path}/a`)).status).toBe(200);
    expect(await client.delete(`${path}/a`)).toMatchObject(refused("400016"));
    expect((await client.get(path)).json.schemas).toEqual([{ schemaId: "b", summary: "s" }]);
    expect(await client.put(`${path}/${"a".repeat(161)}`, { schema: "x" })).toMatchObject(refused("400001"));
    expect(await client.put(`${path}/x`, { schema: "x", summary: "a".repeat(129) })).toMatchObject(refused("400001"));
    expect(await client.put("/microservices/none/schemas/x", { schema: "x" })).toMatchObject(refused("400012"));
    expect(await client.get("/microservices/none/schemas")).toMatchObject(refused("400012"));
  });

  test("tags are merged, changed and removed", async () => {
    const client = door.client();
    const id = await aService(client, { serviceName: "cart" });
    const path = `/microservices/${id}/tags`;
    expect((await client.get(path)).text).toBe("{}");
    expect((await client.post(path, { tags: {} })).status).toBe(200);
    await client.post(path, { tags: { a: "one" } });
    await client.post(path, { tags: { b: "two" } });
    expect((await client.put(`${path}/a?value=three`)).text).toBe("");
    expect((await client.get(path)).json).toEqual({ tags: { a: "three", b: "two" } });
    expect(await client.put(`${path}/none?value=x`)).toMatchObject(refused("400018"));
    expect(await client.delete(`${path}/a,none`)).toMatchObject(refused("400018"));
    expect((await client.delete(`${path}/a,b`)).status).toBe(200);
    expect((await client.get(path)).text).toBe("{}");
    expect(await client.post(path, { tags: { "1a": "x" } })).toMatchObject(refused("400001"));
    expect(await client.get("/microservices/none/tags")).toMatchObject(refused("400012"));
  });
});

/** On the edge names arrive as its platform writes them. */
const header = ({ headers }: { headers: ReadonlyMap<string, string> }, name: string) =>
  headers.get(name) ?? headers.get(name.toLowerCase());
