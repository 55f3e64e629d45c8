import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aService, anInstance, type Answer, find, refused } from "./registry-client.ts";
import { type Door, doors } from "./registry-doors.ts";

describe.each(doors)("instances, behind the door of $door", ({ open }) => {
  let door: Door;
  beforeAll(async () => {
    door = await open();
  }, 60_000);
  afterAll(() => door?.stop());

  test("an instance is told with the version of its service and its lease within bounds", async () => {
    const client = door.client();
    const id = await aService(client, { serviceName: "cart", version: "1.2.3" });
    const instanceId = await anInstance(client, id, { healthCheck: { mode: "push", interval: 1, times: 0 } });
    const { instance } = (await client.get(`/microservices/${id}/instances/${instanceId}`)).json;
    expect(instance).toEqual({
      instanceId,
      serviceId: id,
      endpoints: ["rest://10.0.0.1:8080"],
      hostName: "host",
      status: "UP",
      healthCheck: { mode: "push", interval: 5, times: 3 },
      version: "1.2.3",
      timestamp: expect.stringMatching(/^\d{10}$/),
      modTimestamp: expect.stringMatching(/^\d{10}$/),
    });
    const usual = await anInstance(client, id);
    const pulled = await anInstance(client, id, { healthCheck: { mode: "pull", port: 1, interval: 1, times: 1 } });
    const check = async (one: string) =>
      (await client.get(`/microservices/${id}/instances/${one}`)).json.instance.healthCheck;
    expect(await check(usual)).toEqual({ mode: "push", interval: 30, times: 3 });
    expect(await check(pulled)).toMatchObject({ mode: "pull", interval: 30, times: 3 });
  });

  test("an instance that comes back with its id is the same, with what it says now", async () => {
    const client = door.client();
    const id = await aService(client, { serviceName: "cart" });
    const key = (text: string) => ({ instanceId: "mine", properties: { publickey: text.repeat(392) } });
    expect(await anInstance(client, id, key("a"))).toBe("mine");
    expect(await anInstance(client, id, key("b"))).toBe("mine");
    const { instances } = (await client.get(`/microservices/${id}/instances`)).json;
    expect(instances.map((one: { properties: object }) => one.properties)).toEqual([{ publickey: "b".repeat(392) }]);
  });

  test.each([
    ["no instance", {}],
    ["no host name", { instance: { endpoints: [] } }],
    ["a host name of 65 letters", { instance: { hostName: "h".repeat(65) } }],
    ["an unknown state", { instance: { hostName: "h", status: "AWAY" } }],
    ["an id with a slash", { instance: { hostName: "h", instanceId: "a/b" } }],
    ["an interval of nothing", { instance: { hostName: "h", healthCheck: { mode: "push", interval: 0, times: 3 } } }],
    ["half of a data centre", { instance: { hostName: "h", dataCenterInfo: { name: "a" } } }],
    ["more than 5 KB", { instance: { hostName: "h", properties: { a: "x".repeat(5_200) } } }],
  ])("%s is refused", async (_, body) => {
    const client = door.client();
    const id = await aService(client, { serviceName: "cart" });
    expect(await client.post(`/microservices/${id}/instances`, body)).toMatchObject(refused("400001"));
  });

  test("nothing registers where there is no service", async () => {
    const client = door.client();
    const answer = await client.post("/microservices/none/instances", { instance: { hostName: "h" } });
    expect(answer).toMatchObject(refused("400012"));
    expect(await client.get("/microservices/none/instances")).toMatchObject(refused("400012"));
  });

  test("properties are replaced, and whole instances may be sent for them", async () => {
    const client = door.client();
    const id = await aService(client, { serviceName: "cart" });
    const instanceId = await anInstance(client, id, { properties: { a: "1" } });
    const path = `/microservices/${id}/instances/${instanceId}`;
    const sent = { instanceId: "other", hostName: "other", status: "DOWN", properties: { b: "2" } };
    expect(await client.put(`${path}/properties`, sent)).toMatchObject({ status: 200, text: "" });
    const { instance } = (await client.get(path)).json;
    expect([instance.properties, instance.hostName, instance.status]).toEqual([{ b: "2" }, "host", "UP"]);
    const large = { properties: { a: "x".repeat(3_100) } };
    expect(await client.put(`${path}/properties`, large)).toMatchObject(refused("400001"));
    const lost = await client.put(`/microservices/${id}/instances/none/properties`, { properties: {} });
    expect(lost).toMatchObject(refused("400017"));
  });

  test("only instances that are up are discovered; who asks for all of them sees their states (SVC-07)", async () => {
    const client = door.client();
    const id = await aService(client, { serviceName: "cart" });
    const instanceId = await anInstance(client, id);
    const seen = async () => (await find(client, "cart")).json.instances.length;
    for (const [value, served] of [
      ["DOWN", 0],
      ["UP", 1],
      ["OUTOFSERVICE", 0],
      ["TESTING", 0],
      ["STARTING", 0],
      ["UP", 1],
    ] as const) {
      const before = header(await find(client, "cart"), "X-Resource-Revision");
      const put = await client.put(`/microservices/${id}/instances/${instanceId}/status?value=${value}`);
      expect(put).toMatchObject({ status: 200, text: "" });
      expect([value, await seen()]).toEqual([value, served]);
      expect(header(await find(client, "cart"), "X-Resource-Revision")).not.toBe(before);
      expect((await client.get(`/microservices/${id}/instances`)).json.instances[0].status).toBe(value);
      expect((await client.put(`/microservices/${id}/instances/${instanceId}/heartbeat`)).status).toBe(200);
    }
    const wrong = await client.put(`/microservices/${id}/instances/${instanceId}/status?value=AWAY`);
    expect(wrong).toMatchObject(refused("400001"));
    const lost = await client.put(`/microservices/${id}/instances/none/status?value=UP`);
    expect(lost).toMatchObject(refused("400017"));
  });

  test("the state of all instances with a property is changed at once", async () => {
    const client = door.client();
    const id = await aService(client, { serviceName: "cart" });
    await anInstance(client, id, { properties: { zone: "a" } });
    await anInstance(client, id, { properties: { zone: "b" } });
    const body = { matches: { properties: { zone: "a" } }, status: "OUTOFSERVICE" };
    expect((await client.put("/instances/status", body)).status).toBe(200);
    const { instances } = (await client.get(`/microservices/${id}/instances`)).json;
    const states = instances.map((one: any) => [one.properties.zone, one.status]).sort();
    expect(states).toEqual([
      ["a", "OUTOFSERVICE"],
      ["b", "UP"],
    ]);
  });

  test("an instance is deleted once", async () => {
    const client = door.client();
    const id = await aService(client, { serviceName: "cart" });
    const path = `/microservices/${id}/instances/${await anInstance(client, id)}`;
    expect(await client.delete(path)).toMatchObject({ status: 200, text: "" });
    expect(await client.delete(path)).toMatchObject(refused("400017"));
    expect(await client.get(path)).toMatchObject(refused("400017"));
    expect(await client.put(`${path}/heartbeat`)).toMatchObject(refused("400017"));
  });

  test("heartbeats are answered for those that are there; many at once each by itself", async () => {
    const client = door.client();
    const serviceId = await aService(client, { serviceName: "cart" });
    const instanceId = await anInstance(client, serviceId);
    const path = `/microservices/${serviceId}/instances/${instanceId}/heartbeat`;
    expect(await client.put(path)).toMatchObject({ status: 200, text: "" });
    expect(await client.put(`/microservices/none/instances/none/heartbeat`)).toMatchObject(refused("400017"));
    const asked = [
      { serviceId, instanceId },
      { serviceId, instanceId: "none" },
    ];
    for (const member of ["instances", "Instances"]) {
      const { status, json } = await client.put("/heartbeats", { [member]: asked });
      expect([status, json.instances]).toEqual([200, [asked[0], { ...asked[1], errMessage: expect.any(String) }]]);
    }
    expect(await client.put("/heartbeats", { instances: [] })).toMatchObject(refused("400001"));
  });

  test("instances are found by their service's name and alias, with a revision that changes when they do and not before", async () => {
    const client = door.client();
    const id = await aService(client, { serviceName: "cart", alias: "shop:cart" });
    expect(await find(client, "cart")).toMatchObject({ status: 200, text: '{"instances":[]}' });
    const instanceId = await anInstance(client, id);
    const first = await find(client, "cart");
    expect(first.json.instances).toMatchObject([{ instanceId, version: "0.0.1" }]);
    const revision = header(first, "X-Resource-Revision")!;
    const same = await find(client, "cart", `&rev=${revision}`);
    expect([same.status, same.text, header(same, "X-Resource-Revision")]).toEqual([304, "", revision]);
    await client.put(`/microservices/${id}/instances/${instanceId}/heartbeat`);
    expect((await find(client, "cart", `&rev=${revision}`)).status).toBe(304);
    await client.put(`/microservices/${id}/instances/${instanceId}/properties`, { properties: { a: "b" } });
    const changed = await find(client, "cart", `&rev=${revision}`);
    expect([changed.status, changed.json.instances[0].properties]).toEqual([200, { a: "b" }]);
    const aliased = await client.get("/instances?appId=shop&serviceName=shop%3Acart&version=0%2B");
    expect(aliased.json.instances).toHaveLength(1);
  });

  test("an unknown provider is missing, an unknown consumer too, and a wrong question is invalid", async () => {
    const client = door.client();
    await aService(client, { serviceName: "cart" });
    expect(await find(client, "none")).toMatchObject(refused("400012"));
    expect(await find(client, "cart", "", { "X-ConsumerId": "none" })).toMatchObject(refused("400012"));
    expect(await client.get("/instances?serviceName=cart")).toMatchObject(refused("400001"));
    expect(await client.get("/instances?appId=shop")).toMatchObject(refused("400001"));
  });

  test("a consumer finds in its own environment, and other applications only where they allow it", async () => {
    const client = door.client();
    const [closed, open_, far] = await Promise.all([
      aService(client, { serviceName: "closed" }),
      aService(client, { serviceName: "open", properties: { allowCrossApp: "true" } }),
      aService(client, { serviceName: "far", environment: "testing" }),
    ]);
    for (const id of [closed, open_, far]) await anInstance(client, id);
    const consumer = { "X-ConsumerId": await aService(client, { serviceName: "consumer", appId: "other" }) };
    const tester = { "X-ConsumerId": await aService(client, { serviceName: "tester", environment: "testing" }) };
    expect(await find(client, "closed", "", consumer)).toMatchObject(refused("400012"));
    expect((await find(client, "open", "", consumer)).json.instances).toHaveLength(1);
    expect((await find(client, "far", "", tester)).json.instances).toHaveLength(1);
    expect((await find(client, "far", "&env=production", tester)).json.instances).toHaveLength(1);
    expect(await find(client, "open", "", tester)).toMatchObject(refused("400012"));
    expect((await find(client, "far", "&env=testing")).json.instances).toHaveLength(1);
  });

  test.each([
    ["0.0.0.0%2B", ["1.0.0", "1.1.0", "2.0.0"]],
    ["0%2B", ["1.0.0", "1.1.0", "2.0.0"]],
    ["0%252B", ["1.0.0", "1.1.0", "2.0.0"]],
    ["whatever", ["1.0.0", "1.1.0", "2.0.0"]],
    ["", ["1.0.0", "1.1.0", "2.0.0"]],
    ["latest", ["2.0.0"]],
    ["1.1%2B", ["1.1.0", "2.0.0"]],
    ["1.0.0-2.0.0", ["1.0.0", "1.1.0"]],
    ["2.0.0-1.0.0", ["1.0.0", "1.1.0"]],
    ["1.1.0", ["1.1.0"]],
  ])("the version rule %s finds %j", async (rule, versions) => {
    const client = door.client();
    for (const version of ["1.0.0", "1.1.0", "2.0.0"])
      await anInstance(client, await aService(client, { serviceName: "cart", version }));
    const { json } = await client.get(`/instances?appId=shop&serviceName=cart&version=${rule}`);
    expect(json.instances.map((one: { version: string }) => one.version).sort()).toEqual(versions);
  });

  test("many discoveries at once are told apart: changed, unchanged, missing", async () => {
    const client = door.client();
    const serviceId = await aService(client, { serviceName: "cart" });
    const instanceId = await anInstance(client, serviceId);
    const service = { appId: "shop", serviceName: "cart", version: "0.0.0.0+" };
    const ask = (body: object, type = "query") => client.post(`/instances/action?type=${type}`, body);
    const first = await ask({ services: [{ service }, { service: { ...service, serviceName: "none" } }] });
    expect(first).toMatchObject({
      status: 200,
      json: {
        services: {
          failed: [{ indexes: [1], error: { errorCode: "400012" } }],
          updated: [{ index: 0, rev: expect.any(String), instances: [{ instanceId }] }],
        },
      },
    });
    const { rev } = first.json.services.updated[0];
    const instances = [{ instance: { serviceId, instanceId } }, { instance: { serviceId, instanceId: "none" } }];
    const second = await ask({ services: [{ service, rev }], instances });
    expect(second.json).toMatchObject({
      services: { notModified: [0] },
      instances: {
        updated: [{ index: 0, instances: [{ instanceId }] }],
        failed: [{ indexes: [1], error: { errorCode: "400017" } }],
      },
    });
    expect(await ask({ services: [{ service }] }, "other")).toMatchObject(refused("400001"));
    expect(await ask({})).toMatchObject(refused("400001"));
  });

  test("who was looked for is known, and can be said outright", async () => {
    const client = door.client();
    const provider = await aService(client, { serviceName: "provider", version: "1.0.0" });
    const consumer = await aService(client, { serviceName: "consumer", version: "1.0.0" });
    const providers = async () => (await client.get(`/microservices/${consumer}/providers`)).json;
    const consumers = async () => (await client.get(`/microservices/${provider}/consumers`)).json;
    expect([await providers(), await consumers()]).toEqual([{}, {}]);
    await find(client, "provider", "", { "X-ConsumerId": consumer });
    expect(await providers()).toMatchObject({ providers: [{ serviceId: provider }] });
    expect(await consumers()).toMatchObject({ consumers: [{ serviceId: consumer }] });
    const key = { appId: "shop", serviceName: "consumer", version: "1.0.0" };
    const cleared = await client.put("/dependencies", { dependencies: [{ consumer: key, providers: [] }] });
    expect([cleared.status, header(cleared, "Deprecation")]).toEqual([200, 'version="v4"']);
    expect(await providers()).toEqual({});
    const own = [{ appId: "shop", serviceName: "provider", version: "1.0.0" }, key];
    await client.post("/dependencies", { dependencies: [{ consumer: key, providers: own }] });
    expect((await providers()).providers).toHaveLength(2);
    expect((await client.get(`/microservices/${consumer}/providers?noSelf=1`)).json.providers).toHaveLength(1);
    expect(await client.get("/microservices/none/providers")).toMatchObject(refused("400012"));
    expect(await client.get("/microservices/none/consumers")).toMatchObject(refused("400012"));
    const lost = { dependencies: [{ consumer: { ...key, serviceName: "none" }, providers: [] }] };
    expect(await client.post("/dependencies", lost)).toMatchObject(refused("400012"));
  });

  test("every tenant finds the engine's own services; nobody changes them", async () => {
    const client = door.client();
    const consumer = await aService(client, { serviceName: "consumer" });
    for (const name of ["SERVICECENTER", "KIE", "CseConfigCenter", "CseMonitoring"]) {
      const path = `/instances?appId=default&serviceName=${name}&version=latest`;
      const { json } = await client.get(path, { headers: { "X-ConsumerId": consumer } });
      expect(json.instances[0]).toMatchObject({
        status: "UP",
        endpoints: [expect.stringMatching(/^rest:\/\/[\w.-]+:\d+$/)],
        dataCenterInfo: { name: expect.any(String), region: expect.any(String), availableZone: expect.any(String) },
      });
      const { serviceId, instanceId } = json.instances[0];
      expect((await client.get(`/microservices/${serviceId}/instances/${instanceId}`)).status).toBe(200);
      expect(await client.delete(`/microservices/${serviceId}?force=true`)).toMatchObject(refused("400012"));
      const more = await client.post(`/microservices/${serviceId}/instances`, { instance: { hostName: "h" } });
      expect(more).toMatchObject(refused("400012"));
    }
  });

  test("those who govern see services whole, who asks for whom, applications and counts", async () => {
    const client = door.client();
    const govern = (path: string) => client.ask("GET", `/v4/default/govern${path}`);
    expect((await govern("/apps")).text).toBe("{}");
    const provider = await aService(client, { serviceName: "provider", properties: { team: "blue" } });
    const consumer = await aService(client, { serviceName: "consumer", appId: "other", environment: "testing" });
    const instanceId = await anInstance(client, provider);
    await client.put(`/microservices/${provider}/schemas/hello`, { schema: "text", summary: "abc" });
    await client.post("/dependencies", {
      dependencies: [
        {
          consumer: { appId: "other", serviceName: "consumer", version: "0.0.1", environment: "testing" },
          providers: [{ appId: "shop", serviceName: "provider", version: "0.0.1", environment: "" }],
        },
      ],
    });
    expect((await govern(`/microservices/${provider}`)).json.service).toMatchObject({
      microService: { serviceId: provider },
      instances: [{ instanceId }],
      schemaInfos: [{ schemaId: "hello", summary: "abc" }],
      consumers: [{ serviceId: consumer }],
      providers: [],
      tags: {},
      microServiceVersions: ["0.0.1"],
    });
    expect(await govern("/microservices/none")).toMatchObject(refused("400012"));
    const { allServicesDetail, statistics } = (await govern("/microservices?options=all")).json;
    expect(allServicesDetail).toHaveLength(2);
    expect(statistics).toMatchObject({
      services: { count: 2, onlineCount: 1 },
      instances: { count: 1 },
      apps: { count: 2 },
    });
    const only = async (query: string) =>
      ((await govern(`/microservices?options=instances&${query}`)).json.allServicesDetail ?? []).map(
        (one: any) => one.microService.serviceName,
      );
    expect(await only("appId=shop")).toEqual(["provider"]);
    expect(await only("property=team:blue")).toEqual(["provider"]);
    expect(await only("env=testing")).toEqual(["consumer"]);
    expect(await only("countOnly=1")).toEqual([]);
    expect((await govern("/apps?env=testing")).json).toEqual({ appIds: ["other"] });
    expect((await govern("/relations")).json.lines).toMatchObject([{ from: consumer, to: provider }]);
    expect((await govern("/statistics")).json.statistics.instances.count).toBe(1);
  });

  test("those who look for faults see what there is of their tenant", async () => {
    const client = door.client();
    const id = await aService(client, { serviceName: "cart" });
    const dump = (await client.ask("GET", "/v4/default/admin/dump?options=cache")).json;
    expect(dump.cache.services.map((one: any) => one.value.serviceId)).toEqual([id]);
    expect((await client.ask("GET", "/v4/default/admin/clusters")).json.clusters.default[0]).toMatch(/^http/);
  });

  test("alarms are an object without the list while there are none; lists of callers are unknown, as at the registries of today", async () => {
    const client = door.client();
    const id = await aService(client, { serviceName: "cart" });
    expect(await client.ask("GET", "/v4/default/admin/alarms")).toMatchObject({ status: 200, text: "{}" });
    expect(await client.ask("DELETE", "/v4/default/admin/alarms")).toMatchObject({ status: 200, text: "" });
    const rules = `/microservices/${id}/rules`;
    for (const answer of [
      await client.get(rules),
      await client.post(rules, { rules: [] }),
      await client.put(`${rules}/1`, {}),
      await client.delete(`${rules}/1`),
    ])
      expect(answer).toMatchObject(refused("404000"));
  });

  test("an upgrade that is none, an unknown address and a wrong method are told apart", async () => {
    const client = door.client();
    const id = await aService(client, { serviceName: "cart" });
    expect(await client.get(`/microservices/${id}/watcher`)).toMatchObject(refused("400001"));
    expect(await client.ask("GET", "/v4/default/nothing")).toMatchObject(refused("404000"));
    const wrong = await client.ask("PATCH", `/v4/default/registry/microservices/${id}`);
    expect([wrong.status, header(wrong, "Allow")]).toEqual([405, "DELETE, GET"]);
    expect(await client.get("/microservices/%E0%A4%A")).toMatchObject(refused("400001"));
  });

  test("a body beyond 2 MiB is refused", async () => {
    const body = { service: { serviceName: "cart", properties: { a: "x".repeat(2 * 1024 * 1024) } } };
    expect(await door.client().post("/microservices", body)).toMatchObject(refused("400001"));
  });
});

const header = ({ headers }: Answer, name: string) => headers.get(name) ?? headers.get(name.toLowerCase());
