import {
  createGovernanceRule,
  deleteGovernanceRule,
  type GovernanceKindName,
  governanceKinds,
  listGovernanceRules,
  previewGovernanceRule,
  updateGovernanceRule,
} from "@flyloft/functions/governance";
import { createConfigurationItem, deleteMicroservice } from "@flyloft/functions/engines";
import { actions } from "@flyloft/functions/kernel";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { registered, written } from "../engines/registered.ts";
import { ask } from "../kit/ask.ts";
import { restOf } from "../kit/rest.ts";
import { allowing, world, type World } from "../kit/world.ts";
import { governed } from "./governed.ts";

let at: World;
let on: Awaited<ReturnType<typeof governed>>;
beforeAll(async () => {
  at = await world();
});
beforeEach(async () => {
  on = await governed(at.owner);
});

const price = { microservice: "price" };
type Spec = Record<string, unknown>;
const create = (kind: GovernanceKindName, spec: object, serviceId = on.web) =>
  createGovernanceRule(at.owner, { engineId: on.engineId, serviceId, kind, spec: spec as Spec });
const update = (ruleId: string, spec: object) =>
  updateGovernanceRule(at.owner, { engineId: on.engineId, ruleId, spec: spec as Spec });
const remove = (ruleId: string) => deleteGovernanceRule(at.owner, { engineId: on.engineId, ruleId });
const preview = (kind: GovernanceKindName, given: object, serviceId = on.web) =>
  previewGovernanceRule(at.owner, { engineId: on.engineId, serviceId, kind, ...given });
/** What a preview says there will be. */
const promised = (changes: { key: string; after: string | null }[]) =>
  Object.fromEntries(changes.flatMap(({ key, after }) => (after === null ? [] : [[key, after]])));

/** One rule of each kind, and another text of the same. */
const rules: Record<GovernanceKindName, [object, object]> = {
  load_balancing: [
    { ...price, algorithm: "session_stickiness", sessionSeconds: 60, failureThreshold: 3 },
    { ...price, algorithm: "random" },
  ],
  rate_limiting: [
    { ...price, qps: 100 },
    { ...price, qps: 0 },
  ],
  fault_tolerance: [
    { ...price, on: true, strategy: "failover" },
    { ...price, on: false },
  ],
  degradation: [
    { ...price, schema: "PriceEndpoint", operation: "getPrice", on: true },
    { ...price, on: true },
  ],
  circuit_breaking: [
    { ...price, mode: "automatic", windowMs: 1, failureRate: 1, requests: 1 },
    { ...price, mode: "manual" },
  ],
  fault_injection: [
    { ...price, fault: "delay", protocol: "rest", delayMs: 1, probability: 1 },
    { ...price, fault: "error", protocol: "rest", httpStatus: 500, probability: 1 },
  ],
  access_list: [
    { list: "black", match: "data*" },
    { list: "white", match: "a|b" },
  ],
};

describe.each(governanceKinds)("%s", (kind) => {
  test("what a preview shows is what is published, changed and removed, and nothing else", async () => {
    const [first, second] = rules[kind];
    const planned = await preview(kind, { spec: first });
    expect(planned.changes.every(({ change }) => change === "added")).toBe(true);
    const { id } = await create(kind, first);
    expect(await on.configuration("web")).toEqual(promised(planned.changes));
    expect(Object.keys(await on.configuration("web")).length).toBeGreaterThan(1);

    const changed = await preview(kind, { spec: second, ruleId: id });
    await update(id, second);
    expect(await on.configuration("web")).toEqual(promised(changed.changes));
    expect((await preview(kind, { spec: second, ruleId: id })).changes.every(({ change }) => change === "same")).toBe(
      true,
    );

    const going = await preview(kind, { ruleId: id });
    expect(going.changes.every(({ change }) => change === "removed")).toBe(true);
    await remove(id);
    expect(await on.items()).toEqual([]);
  });

  test("a second rule about the same is refused, when it is made and when another becomes it (GOV-01)", async () => {
    const [first, second] = rules[kind];
    const other = kind === "access_list" ? { list: "black", match: "other" } : { ...first, microservice: "cart" };
    if (kind === "degradation") Object.assign(other, { schema: undefined, operation: undefined });
    await create(kind, first);
    await expect(create(kind, first)).rejects.toMatchObject({ code: "conflict" });
    const { id } = await create(kind, other);
    const before = await on.configuration("web");
    await expect(update(id, first)).rejects.toMatchObject({ code: "conflict" });
    expect(await on.configuration("web")).toEqual(before);
    expect(second).toBeDefined();
  });
});

test("keys that another rule needs as well, and those that people have made, outlive a rule", async () => {
  await createConfigurationItem(at.owner, {
    engineId: on.engineId,
    scope: "web@shop",
    environment: "production",
    key: "own.key",
    value: "1",
  });
  const first = await create("rate_limiting", { ...price, qps: 1 });
  await create("rate_limiting", { microservice: "cart", qps: 2 });
  await remove(first.id);
  const left = await on.configuration("web");
  expect(left).toMatchObject({
    "own.key": "1",
    "servicecomb.flowcontrol.Provider.qps.enabled": "true",
    "servicecomb.flowcontrol.Provider.qps.limit.cart": "2",
  });
  expect(Object.keys(left).filter((key) => key.includes("price"))).toEqual([]);
});

test("a rule takes the place of a value that somebody had set by hand, and the preview tells which", async () => {
  const key = "servicecomb.loadbalance.price.strategy.name";
  const item = { engineId: on.engineId, scope: "web@shop", environment: "production", key, value: "Mine" };
  await createConfigurationItem(at.owner, item);
  const { changes } = await preview("load_balancing", { spec: { ...price, algorithm: "random" } });
  expect(changes.find((one) => one.key === key)).toMatchObject({
    scope: "web@shop",
    environment: "production",
    change: "changed",
    before: "Mine",
    after: "Random",
    readBy: ["java_chassis_2", "java_chassis_3"],
  });
});

test("what governs a microservice is delivered to all its versions, and to nobody else", async () => {
  const later = await registered(at.owner, on.engineId, { name: "web", version: "2.0.0" });
  await create("load_balancing", { ...price, algorithm: "random" });
  for (const { labels } of await on.items())
    expect(labels).toEqual({ app: "shop", service: "web", environment: "production" });
  const found = await listGovernanceRules(at.owner, { engineId: on.engineId, serviceId: later });
  expect(found.nodes).toMatchObject([{ microservice: "web", kind: "load_balancing" }]);
});

describe("refused", () => {
  test("a microservice without an instance cannot be governed yet, one that is not there not at all (GOV-02)", async () => {
    const planned = await registered(at.owner, on.engineId, { name: "planned", instances: 0 });
    const spec = { ...price, algorithm: "random" };
    await expect(create("load_balancing", spec, planned)).rejects.toMatchObject({ code: "blocked" });
    await registered(at.owner, on.engineId, { name: "planned", version: "2.0.0" });
    await expect(create("load_balancing", spec, planned)).resolves.toBeDefined();
    await expect(create("load_balancing", spec, "none")).rejects.toMatchObject({ code: "not_found" });
    expect(await on.configuration("none")).toEqual({});
  });

  test("an object or a method that the catalogue does not know", async () => {
    await expect(create("rate_limiting", { microservice: "nobody", qps: 1 })).rejects.toMatchObject({
      code: "invalid",
      details: { fields: { "spec.microservice": [expect.any(String)] } },
    });
    const method = { ...price, schema: "PriceEndpoint", operation: "nothing", mode: "manual" };
    await expect(create("circuit_breaking", method)).rejects.toMatchObject({
      details: { fields: { "spec.operation": [expect.any(String)] } },
    });
    expect(await on.items()).toEqual([]);
  });

  test("the hundred and first rule of a kind", async () => {
    const rules = Array.from({ length: 100 }, (_, i) => ({
      id: `rul_${i}`,
      spec: { list: "black", match: `name-${i}` },
    }));
    const value = {
      environment: "production",
      application: "shop",
      service: "web",
      kind: "access_list",
      rules,
      published: [],
    };
    await written(at.owner, on.engineId, [{ kind: "governance", key: "production/shop/web/access_list", value }]);
    await expect(create("access_list", { list: "black", match: "last" })).rejects.toMatchObject({
      code: "limit_reached",
    });
    await remove("rul_7");
    await expect(create("access_list", { list: "black", match: "last" })).resolves.toBeDefined();
  });
});

test("two who make a rule about the same at once: one makes it, one is refused, and one rule is published", async () => {
  const both = await Promise.allSettled([1, 2].map((qps) => create("rate_limiting", { ...price, qps })));
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const [made] = both.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  const limit = (await on.configuration("web"))["servicecomb.flowcontrol.Provider.qps.limit.price"];
  expect(limit).toBe(String(made!.spec["qps"]));
});

test("rules of a service that is gone are still there to be deleted", async () => {
  const { id } = await create("rate_limiting", { ...price, qps: 1 });
  await deleteMicroservice(at.owner, { engineId: on.engineId, serviceId: on.web });
  expect((await listGovernanceRules(at.owner, { engineId: on.engineId })).nodes).toHaveLength(1);
  await remove(id);
  expect(await on.items()).toEqual([]);
});

test("the path of a method comes from the newest contract of the service that is called", async () => {
  await create("circuit_breaking", { ...price, schema: "PriceEndpoint", operation: "listPrices", mode: "manual" });
  const texts = Object.entries(await on.configuration("web")).filter(([key]) => key.includes("matchGroup"));
  expect(texts[0]![1]).toContain("exact: /price/list");
  expect(texts[0]![1]).toContain("- POST");
});

describe("doors", () => {
  test("GraphQL: kinds with their forms, a rule from its preview to its end", async () => {
    const { engineId, web } = on;
    const asked = async (query: string, variables: object) => {
      const { data, errors } = await ask(at.owner, query, { engineId, ...variables });
      expect(errors).toBeUndefined();
      return data;
    };
    const { governanceKinds: described } = await asked(
      `query ($engineId: ID!) { governanceKinds(engineId: $engineId) {
        kind title { en zh } governs methods prerequisites { setting }
        fields { name kind required min max unit when { field is } choices { value label { zh } } } } }`,
      {},
    );
    expect(described.map(({ kind }: { kind: string }) => kind)).toEqual([...governanceKinds]);
    const sticky = described[0].fields.find(({ name }: { name: string }) => name === "sessionSeconds");
    expect(sticky).toEqual({
      name: "sessionSeconds",
      kind: "integer",
      required: true,
      min: 0,
      max: 86_400,
      unit: "s",
      when: { field: "algorithm", is: ["session_stickiness"] },
      choices: [],
    });
    const given = { serviceId: web, kind: "fault_tolerance", spec: { ...price, on: true, strategy: "failback" } };
    const { governanceRulePreview } = await asked(
      `query ($engineId: ID!, $serviceId: ID!, $kind: GovernanceKind!, $spec: GovernanceSpecInput) {
        governanceRulePreview(engineId: $engineId, serviceId: $serviceId, kind: $kind, spec: $spec) {
          changes { scope key change before after readBy } notes { text { en } } } }`,
      given,
    );
    expect(governanceRulePreview.changes).toContainEqual({
      scope: "web@shop",
      key: "cse.loadbalance.price.retryOnSame",
      change: "added",
      before: null,
      after: "1",
      readBy: ["go_chassis"],
    });
    const { createGovernanceRule: made } = await asked(
      `mutation ($input: CreateGovernanceRuleInput!) { createGovernanceRule(input: $input) { id kind microservice spec } }`,
      { input: { engineId, ...given } },
    );
    expect(made).toMatchObject({ kind: "fault_tolerance", microservice: "web", spec: given.spec });
    await asked(`mutation ($input: UpdateGovernanceRuleInput!) { updateGovernanceRule(input: $input) { updatedBy } }`, {
      input: { engineId, ruleId: made.id, spec: { ...price, on: false } },
    });
    const { governanceRules } = await asked(
      `query ($engineId: ID!) { governanceRules(engineId: $engineId) { nodes { spec } totalCount } }`,
      {},
    );
    expect(governanceRules).toEqual({ nodes: [{ spec: { ...price, on: false } }], totalCount: 1 });
    await asked(`mutation ($input: DeleteGovernanceRuleInput!) { deleteGovernanceRule(input: $input) { id } }`, {
      input: { engineId, ruleId: made.id },
    });
    expect(await on.items()).toEqual([]);
  });

  test("REST: the same verbs, with the same refusals", async () => {
    const rest = await restOf(at);
    const base = `/engines/${on.engineId}`;
    const given = { serviceId: on.web, kind: "rate_limiting", spec: { ...price, qps: 5 } };
    expect((await rest("GET", `${base}/governance-kinds`)).body).toHaveLength(7);
    const shown = await rest("POST", `${base}/governance-rule-preview`, given);
    expect([shown.status, shown.body["changes"].length > 3]).toEqual([200, true]);
    const made = await rest("POST", `${base}/governance-rules`, given);
    expect(made).toMatchObject({ status: 201, body: { spec: { qps: 5 } } });
    const one = `${base}/governance-rules/${made.body["id"]}`;
    expect(await rest("PUT", one, { spec: { ...price, qps: 100_000 } })).toMatchObject({
      status: 400,
      body: { code: "invalid", fields: { "spec.qps": [expect.any(String)] } },
    });
    expect(await rest("PUT", one, { spec: { ...price, qps: 6 } })).toMatchObject({ status: 200 });
    expect(await rest("GET", one)).toMatchObject({ body: { spec: { qps: 6 } } });
    expect((await rest("GET", `${base}/governance-rules?kind=rate_limiting`)).body["nodes"]).toHaveLength(1);
    expect(await rest("DELETE", one)).toMatchObject({ status: 200 });
    expect(await rest("GET", one)).toMatchObject({ status: 404 });
  });
});

test.each(["cse:config:modify", "cse:registry:get", "cse:governance:get", "cse:governance:modify"] as const)(
  "governing needs %s (IAM-16.9)",
  async (missing) => {
    const all = ["cse:governance:modify", ...actions["cse:governance:modify"]];
    const who = (granted: string[]) =>
      at.as({ id: "usr_other", statements: [allowing(granted, `project/${at.projectId}`)] });
    const made = (granted: string[]) =>
      createGovernanceRule(who(granted), {
        engineId: on.engineId,
        serviceId: on.web,
        kind: "rate_limiting",
        spec: { ...price, qps: 1 },
      });
    await expect(made(all.filter((one) => one !== missing))).rejects.toMatchObject({ code: "forbidden" });
    await expect(made(all)).resolves.toBeDefined();
  },
);
