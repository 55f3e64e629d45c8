import { engineEntries } from "@flyloft/db";
import { type Change, listMicroservices, readContract, serviceIdOf } from "@flyloft/functions/engines";
import { and, eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ask } from "../kit/ask.ts";
import { restOf } from "../kit/rest.ts";
import { world, type World } from "../kit/world.ts";
import { anEngine } from "./an-engine.ts";
import { priceContract, registered, written } from "./registered.ts";

let at: World;
let engineId: string;
let price: string;

beforeAll(async () => {
  at = await world();
  engineId = (await anEngine(at.owner)).id;
  price = await registered(at.owner, engineId, {
    name: "price",
    instances: 2,
    contracts: { PriceEndpoint: priceContract },
  });
  await registered(at.owner, engineId, { name: "price", version: "10.0.0", instances: 0 });
  await registered(at.owner, engineId, { name: "price", version: "2.0.0" });
  await registered(at.owner, engineId, { name: "web", application: "shop", environment: "" });
  await registered(at.owner, engineId, { name: "account", application: "bank", instances: 0 });
});

const asked = async (query: string, variables: object = {}) => {
  const { data, errors } = await ask(at.owner, query, { engineId, ...variables });
  expect(errors).toBeUndefined();
  return data;
};

describe("applications (SVC-01)", () => {
  test("each with its microservices and instances, in each environment, by name", async () => {
    const { engineApplications } = await asked(`query ($engineId: ID!) { engineApplications(engineId: $engineId) {
      nodes { name environment microservices instances } totalCount
    } }`);
    expect(engineApplications).toEqual({
      nodes: [
        { name: "bank", environment: "production", microservices: 1, instances: 0 },
        { name: "shop", environment: "", microservices: 1, instances: 1 },
        { name: "shop", environment: "production", microservices: 1, instances: 3 },
      ],
      totalCount: 3,
    });
  });

  test("by a part of their name and by environment; an empty one is one too", async () => {
    const query = `query ($engineId: ID!, $search: String, $environment: String) {
      engineApplications(engineId: $engineId, search: $search, environment: $environment) { nodes { name } } }`;
    const names = async (filter: object) =>
      (await asked(query, filter)).engineApplications.nodes.map(({ name }: { name: string }) => name);
    expect(await names({ search: "HO" })).toEqual(["shop", "shop"]);
    expect(await names({ environment: "" })).toEqual(["shop"]);
    expect(await names({ environment: "production", search: "an" })).toEqual(["bank"]);
    expect(await names({ search: "%" })).toEqual([]);
  });
});

describe("microservices (SVC-01)", () => {
  const page = (given: object) => listMicroservices(at.owner, { engineId, ...given });
  const names = async (given: object) => (await page(given)).nodes.map(({ name, version }) => `${name} ${version}`);

  test("by a part of their name, by environment, application and exact name", async () => {
    expect(await names({})).toEqual(["account 1.0.0", "price 1.0.0", "price 2.0.0", "price 10.0.0", "web 1.0.0"]);
    expect(await names({ search: "RIC", environment: "production" })).toHaveLength(3);
    expect(await names({ application: "bank" })).toEqual(["account 1.0.0"]);
    expect(await names({ microservice: "web" })).toEqual(["web 1.0.0"]);
    expect(await names({ environment: "" })).toEqual(["web 1.0.0"]);
  });

  test("pages follow one another without a gap or a repetition, and say how many there are", async () => {
    const found: string[] = [];
    let after: string | undefined;
    for (;;) {
      const one = await page({ first: 1, after });
      found.push(...one.nodes.map(({ id }) => id));
      expect(await one.total()).toBe(5);
      if (!one.hasNextPage) break;
      after = one.endCursor!;
    }
    expect(found).toEqual((await page({})).nodes.map(({ id }) => id));
    expect(new Set(found).size).toBe(5);
    await expect(page({ after: "nonsense" })).rejects.toMatchObject({ code: "invalid" });
  });

  test("a list costs one statement, and one more when it is counted, however many there are", async () => {
    const cost = async (work: () => Promise<unknown>) => {
      const before = at.statements.length;
      await work();
      return at.statements.length - before;
    };
    const one = await cost(() => page({ first: 1 }));
    expect(await cost(() => page({ first: 200 }))).toBe(one);
    expect(await cost(async () => (await page({ first: 200 })).total())).toBe(one + 1);
  });

  test("details tell what it is made with and who is online", async () => {
    const { microservice } = await asked(
      `query ($engineId: ID!, $price: ID!) { microservice(engineId: $engineId, serviceId: $price) {
        name version application environment framework { name } contracts instances online createdAt } }`,
      { price },
    );
    expect(microservice).toEqual({
      name: "price",
      version: "1.0.0",
      application: "shop",
      environment: "production",
      framework: { name: "servicecomb-java-chassis" },
      contracts: ["PriceEndpoint"],
      instances: 2,
      online: 2,
      createdAt: "2023-11-14T22:13:20.000Z",
    });
  });
});

test("instances by the name, environment and application of their microservice, or of one version (SVC-01, SVC-04)", async () => {
  const query = `query ($engineId: ID!, $search: String, $environment: String, $application: String, $serviceId: ID) {
    microserviceInstances(engineId: $engineId, search: $search, environment: $environment, application: $application,
      serviceId: $serviceId) { nodes { microservice version hostName status endpoints properties { key } } } }`;
  const found = async (filter: object) => (await asked(query, filter)).microserviceInstances.nodes;
  expect(await found({})).toHaveLength(4);
  expect(await found({ search: "pri" })).toHaveLength(3);
  expect(await found({ environment: "" })).toHaveLength(1);
  expect(await found({ application: "bank" })).toEqual([]);
  const [first] = await found({ serviceId: price });
  // Its public key is for other services to verify it by, and nothing to look at.
  expect(first).toEqual({
    microservice: "price",
    version: "1.0.0",
    hostName: "host-1",
    status: "UP",
    endpoints: ["rest://10.0.0.1:8080"],
    properties: [{ key: "zone" }],
  });
});

describe("contracts (SVC-05)", () => {
  test("are listed, shown as they were registered, and say which methods there are", async () => {
    const data = await asked(
      `query ($engineId: ID!, $price: ID!) {
        microserviceContracts(engineId: $engineId, serviceId: $price) { nodes { id summary } }
        microserviceContract(engineId: $engineId, serviceId: $price, contractId: "PriceEndpoint") {
          text format operations { id method path parameters { name in } } }
      }`,
      { price },
    );
    expect(data.microserviceContracts.nodes).toEqual([{ id: "PriceEndpoint", summary: "abc" }]);
    expect(data.microserviceContract.text).toBe(priceContract);
    expect(data.microserviceContract).toMatchObject({
      format: "Swagger 2",
      operations: [
        {
          id: "getPrice",
          method: "GET",
          path: "/price/{id}",
          parameters: [
            { name: "id", in: "path" },
            { name: "X-User", in: "header" },
          ],
        },
        {
          id: "listPrices",
          method: "POST",
          path: "/price/list",
          parameters: [
            { name: "currency", in: "query" },
            { name: "page", in: "query" },
          ],
        },
      ],
    });
  });

  test("OpenAPI 3 is read too: servers, named bodies and forms", () => {
    const text = JSON.stringify({
      openapi: "3.0.1",
      servers: [{ url: "https://shop.test/api/" }],
      paths: {
        "/orders": {
          post: { operationId: "create", requestBody: { "x-name": "order", content: { "application/json": {} } } },
          put: {
            operationId: "fill",
            requestBody: { content: { "multipart/form-data": { schema: { properties: { file: {}, note: {} } } } } },
          },
        },
      },
    });
    expect(readContract(text)).toEqual({
      format: "OpenAPI 3",
      operations: [
        {
          id: "fill",
          method: "PUT",
          path: "/api/orders",
          parameters: [
            { name: "file", in: "formData" },
            { name: "note", in: "formData" },
          ],
        },
        { id: "create", method: "POST", path: "/api/orders", parameters: [{ name: "order", in: "body" }] },
      ],
    });
  });

  test.each([
    ["plain words", "hello"],
    ["nothing", ""],
    ["half a text", "{"],
    ["another language", "syntax = 'proto3';"],
    ["references in a circle", `swagger: "2.0"\npaths: {/a: {get: {operationId: x, parameters: [{$ref: "#/paths"}]}}}`],
    ["anchors without end", `a: &a [x,x,x]\nb: &b [*a,*a,*a]\n${"c: [*b,*b,*b,*b,*b,*b]\n".repeat(1)}`],
    ["more than is read", `swagger: "2.0"\n${"#".repeat(1024 * 1024)}`],
  ])("%s do no harm", (_name, text) => {
    expect(readContract(text).operations.flatMap(({ parameters }) => parameters)).toEqual([]);
  });

  test("of another service, or of none, there is none", async () => {
    const query = `query ($engineId: ID!, $serviceId: ID!, $contractId: ID!) {
      microserviceContract(engineId: $engineId, serviceId: $serviceId, contractId: $contractId) { text } }`;
    for (const [serviceId, contractId] of [
      [price, "Other"],
      ["none", "PriceEndpoint"],
    ]) {
      const { errors } = await ask(at.owner, query, { engineId, serviceId, contractId });
      expect(errors![0]!.extensions.code).toBe("not_found");
    }
  });
});

test("REST tells the same, and filters by the same words", async () => {
  const rest = await restOf(at);
  const listed = await rest("GET", `/engines/${engineId}/microservices?search=pri&first=1`);
  expect(listed).toMatchObject({
    status: 200,
    body: { nodes: [{ id: price, tags: [] }], pageInfo: { hasNextPage: true } },
  });
  expect(await rest("GET", `/engines/${engineId}/microservices/${price}`)).toMatchObject({ body: { instances: 2 } });
  expect(await rest("GET", `/engines/${engineId}/applications?environment=`)).toMatchObject({
    body: { nodes: [{ name: "shop" }] },
  });
  expect((await rest("GET", `/engines/${engineId}/instances?serviceId=${price}`)).body["nodes"]).toHaveLength(2);
  const contract = await rest("GET", `/engines/${engineId}/microservices/${price}/contracts/PriceEndpoint`);
  expect(contract.body["operations"].map(({ id }: { id: string }) => id)).toEqual(["getPrice", "listPrices"]);
  expect(await rest("GET", `/engines/${engineId}/microservices/none`)).toMatchObject({ status: 404 });
});

describe("what people change (SVC-02, SVC-03, SVC-06, SVC-08)", () => {
  let mine: string;
  const mutate = (name: string, input: object, fields: string) => {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input!`;
    return ask(at.owner, `mutation ($input: ${type}) { ${name}(input: $input) { ${fields} } }`, {
      input: { engineId: mine, ...input },
    });
  };
  const done = async (name: string, input: object, fields = "id") => {
    const { data, errors } = await mutate(name, input, fields);
    expect(errors).toBeUndefined();
    return data[name];
  };
  const refused = async (name: string, input: object) => (await mutate(name, input, "id")).errors![0]!.extensions;
  beforeEach(async () => {
    mine = (await anEngine(at.owner)).id;
  });
  const entries = async (kind: string) =>
    (
      await at.db
        .select()
        .from(engineEntries)
        .where(and(eq(engineEntries.engineId, mine), eq(engineEntries.kind, kind)))
    ).filter(({ value }) => value !== null);

  test("a microservice entered beforehand has the id under which its instances will register", async () => {
    const given = { environment: "testing", application: "shop", name: "cart", version: "1.2" };
    const { id, ...rest } = await done(
      "createMicroservice",
      given,
      "id environment application name version instances",
    );
    expect(rest).toEqual({ ...given, instances: 0 });
    const key = {
      tenant: "default/default",
      environment: "testing",
      appId: "shop",
      serviceName: "cart",
      version: "1.2",
    };
    expect(id).toBe(serviceIdOf(key));
    expect(await refused("createMicroservice", given)).toMatchObject({ code: "conflict" });
    expect(await refused("createMicroservice", { ...given, name: "a b" })).toMatchObject({
      code: "invalid",
      fields: { name: [expect.any(String)] },
    });
    expect(await refused("createMicroservice", { ...given, version: "1.x" })).toMatchObject({ code: "invalid" });
    expect(await refused("createMicroservice", { ...given, environment: "moon" })).toMatchObject({ code: "invalid" });
  });

  test("deleted goes a microservice with all that hangs on it, and it is said whether it comes back", async () => {
    const cart = await registered(at.owner, mine, { name: "cart", instances: 2, contracts: { Cart: "x" } });
    const web = await registered(at.owner, mine, { name: "web", instances: 0 });
    const asks = (consumerId: string, serviceName: string): Change => ({
      kind: "dependency",
      key: `${consumerId}/production/shop/${serviceName}/0+`,
      value: {
        tenant: "default/default",
        consumerId,
        environment: "production",
        appId: "shop",
        serviceName,
        version: "0+",
      },
    });
    await written(at.owner, mine, [asks(web, "cart"), asks(cart, "web")]);
    expect(await done("deleteMicroservice", { serviceId: cart }, "id instances comesBack")).toEqual({
      id: cart,
      instances: 2,
      comesBack: true,
    });
    const left = await Promise.all(["service", "instance", "schema", "contract", "dependency"].map(entries));
    expect(left.map((rows) => rows.length)).toEqual([1, 0, 0, 0, 0]);
    expect(await done("deleteMicroservice", { serviceId: web }, "id instances comesBack")).toMatchObject({
      comesBack: false,
    });
    expect(await refused("deleteMicroservice", { serviceId: web })).toMatchObject({ code: "not_found" });
  });

  test("who is called and who calls is what the services asked the registry for", async () => {
    const cart = await registered(at.owner, mine, { name: "cart" });
    const later = await registered(at.owner, mine, { name: "cart", version: "2.0.0" });
    const web = await registered(at.owner, mine, { name: "web" });
    await registered(at.owner, mine, { name: "cart", environment: "testing" });
    const value = {
      tenant: "default/default",
      consumerId: web,
      environment: "production",
      appId: "shop",
      serviceName: "cart",
      version: "0+",
    };
    await written(at.owner, mine, [{ kind: "dependency", key: `${web}/production/shop/cart/0+`, value }]);
    const related = async (serviceId: string, side: string) =>
      (
        await ask(
          at.owner,
          `query ($mine: ID!, $id: ID!, $side: CallSide!) { relatedMicroservices(engineId: $mine, serviceId: $id, side: $side) { nodes { id } } }`,
          { mine, id: serviceId, side },
        )
      ).data.relatedMicroservices.nodes.map(({ id }: { id: string }) => id);
    expect(await related(web, "called")).toEqual([cart, later]);
    expect(await related(cart, "calling")).toEqual([web]);
    expect(await related(later, "calling")).toEqual([web]);
    expect(await related(cart, "called")).toEqual([]);
  });

  test("tags are added once, changed and deleted; a wrong or a hundred-and-first one is refused", async () => {
    const serviceId = await registered(at.owner, mine, { name: "cart" });
    const tag = (key: string, value: string) => ({ serviceId, key, value });
    const tags = "tags { key value }";
    expect(await done("addMicroserviceTag", tag("owner", "team-a"), tags)).toEqual({
      tags: [{ key: "owner", value: "team-a" }],
    });
    expect(await refused("addMicroserviceTag", tag("owner", "team-b"))).toMatchObject({ code: "conflict" });
    expect(await done("updateMicroserviceTag", tag("owner", "team-b"), tags)).toEqual({
      tags: [{ key: "owner", value: "team-b" }],
    });
    expect(await refused("updateMicroserviceTag", tag("other", "x"))).toMatchObject({ code: "not_found" });
    expect(await refused("addMicroserviceTag", tag("9", "x"))).toMatchObject({ code: "invalid" });
    const [service] = await entries("service");
    const more = Object.fromEntries(Array.from({ length: 99 }, (_, i) => [`t${i}`, "x"]));
    const value = { ...service!.value, tags: { owner: "team-b", ...more } };
    await written(at.owner, mine, [{ kind: "service", key: serviceId, value }]);
    expect(await refused("addMicroserviceTag", tag("last", "x"))).toMatchObject({ code: "limit_reached" });
    expect((await done("deleteMicroserviceTag", { serviceId, key: "owner" }, tags)).tags).toHaveLength(99);
    expect(await refused("deleteMicroserviceTag", { serviceId, key: "owner" })).toMatchObject({ code: "not_found" });
  });

  test.each(["DOWN", "OUTOFSERVICE", "TESTING", "UP"])(
    "an instance is switched to %s and keeps the rest of itself",
    async (status) => {
      const serviceId = await registered(at.owner, mine, { name: "cart" });
      const [before] = await entries("instance");
      const input = { serviceId, instanceId: "instance-1", status };
      expect(await done("setMicroserviceInstanceStatus", input, "id status")).toEqual({ id: "instance-1", status });
      const [after] = await entries("instance");
      expect(after!.value).toEqual({ ...before!.value, status, modTimestamp: after!.value!["modTimestamp"] });
      expect(after!.revision).toBe(before!.revision + 1);
      expect(await refused("setMicroserviceInstanceStatus", { ...input, instanceId: "none" })).toMatchObject({
        code: "not_found",
      });
      expect(await refused("setMicroserviceInstanceStatus", { ...input, status: "STARTING" })).toMatchObject({
        code: "invalid",
      });
    },
  );
});
