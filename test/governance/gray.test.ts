import { listGrayRules } from "@flyloft/functions/governance";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { registered } from "../engines/registered.ts";
import { ask } from "../kit/ask.ts";
import { type RestAnswer, restOf } from "../kit/rest.ts";
import { world, type World } from "../kit/world.ts";
import { governed } from "./governed.ts";

let at: World;
let on: Awaited<ReturnType<typeof governed>>;
let rest: (method: string, path: string, body?: object) => Promise<RestAnswer>;
beforeAll(async () => {
  at = await world();
  rest = await restOf(at);
});
beforeEach(async () => {
  on = await governed(at.owner);
});

const weights = (old: number) => ({
  by: "weight",
  weights: [
    { version: "1.0.0", weight: old },
    { version: "2.0.0", weight: 100 - old },
  ],
});
const jack = {
  by: "condition",
  conditions: [{ parameter: "X-User", operator: "equal", value: "jack" }],
  versions: ["2.0.0"],
};
const create = (given: object) =>
  rest("POST", `/engines/${on.engineId}/gray-rules`, {
    serviceId: on.price,
    name: "gray",
    spec: weights(90),
    ...given,
  });
const one = (id: string, rest = "") => `/engines/${on.engineId}/gray-rules/${id}${rest}`;
/** What callers follow: of all services of the application. */
const routes = async () => parse((await on.configuration())["servicecomb.routeRule.price"] ?? "[]");

test("a release by weight: previewed, begun, moved on, confirmed, over (SVC-14, SVC-18)", async () => {
  const preview = await rest("POST", `/engines/${on.engineId}/gray-rule-preview`, {
    serviceId: on.price,
    spec: weights(90),
  });
  expect(preview.body["changes"]).toMatchObject([
    {
      scope: "darklaunch@shop",
      environment: "production",
      key: "servicecomb.routeRule.price",
      change: "added",
      before: null,
    },
  ]);
  const made = await create({});
  expect(made).toMatchObject({ status: 201, body: { name: "gray", priority: 500, completedAt: null } });
  expect((await on.configuration())["servicecomb.routeRule.price"]).toBe(
    preview.body["changes"][0].after.replace("preview", "gray"),
  );

  const { id } = made.body;
  expect(await rest("PATCH", one(id), { spec: weights(50) })).toMatchObject({
    status: 200,
    body: { spec: weights(50) },
  });
  expect((await routes())[0].route[0]).toEqual({ weight: 50, tags: { version: "1.0.0" } });

  const confirmed = await rest("POST", one(id, "/confirm"), {});
  expect(confirmed.body["completedAt"]).toEqual(expect.any(String));
  expect(await routes()).toMatchObject([{ route: [{ weight: 100, tags: { version: "2.0.0" } }] }]);
  expect((await rest("POST", one(id, "/confirm"), { version: "9.9.9" })).status).toBe(404);

  expect((await rest("DELETE", one(id))).status).toBe(200);
  expect(await on.items()).toEqual([]);
  expect((await rest("DELETE", one(id))).status).toBe(404);
});

test("confirming one of several rules ends them all, for all traffic goes to its version", async () => {
  await create({ name: "rest", priority: 1 });
  const { body } = await create({ name: "jack", priority: 9, spec: jack });
  expect(await routes()).toHaveLength(2);
  await rest("POST", one(body["id"], "/confirm"), {});
  expect(await routes()).toMatchObject([{ route: [{ weight: 100, tags: { version: "2.0.0" } }] }]);
  expect(await listGrayRules(at.owner, { engineId: on.engineId, serviceId: on.price })).toMatchObject([
    { name: "jack" },
  ]);
});

describe("conditions (SVC-15, SVC-16)", () => {
  test("a parameter must be in a contract of the microservice; those that are can be looked up", async () => {
    const unknown = { ...jack, conditions: [{ parameter: "userName", operator: "equal", value: "jack" }] };
    expect(await create({ spec: unknown })).toMatchObject({
      status: 400,
      body: { code: "invalid", parameters: expect.arrayContaining(["X-User", "currency"]) },
    });
    const { data } = await ask(
      at.owner,
      `query ($engineId: ID!, $serviceId: ID!) { grayParameters(engineId: $engineId, serviceId: $serviceId) { name in } }`,
      { engineId: on.engineId, serviceId: on.price },
    );
    expect(data.grayParameters).toContainEqual({ name: "currency", in: ["query"] });
    expect(await create({ spec: jack })).toMatchObject({ status: 201 });
  });

  test("when a rule needs the other family, the first one is taken back in the same step", async () => {
    await create({ name: "jack", spec: jack });
    const spec = { ...jack, conditions: [{ parameter: "currency", operator: "like", value: "E*" }] };
    await create({ name: "euro", spec });
    expect(Object.keys(await on.configuration())).toEqual(["servicecomb.darklaunch.policy.price"]);
  });
});

test.each([
  ["the same name", { name: "first", priority: 2 }],
  ["the same priority", { name: "second", priority: 1 }],
])("%s a second time is refused", async (_what, given) => {
  await create({ name: "first", priority: 1 });
  expect(await create(given)).toMatchObject({ status: 409, body: { code: "conflict" } });
  expect(await routes()).toHaveLength(1);
});

test("of a microservice without an instance there is nothing to release", async () => {
  const planned = await registered(at.owner, on.engineId, { name: "planned", instances: 0 });
  expect(await create({ serviceId: planned })).toMatchObject({ status: 412, body: { code: "blocked" } });
});

test("GraphQL makes, lists, previews and ends gray rules as REST does", async () => {
  const given = { engineId: on.engineId, serviceId: on.price };
  const asked = async (query: string, variables: object) => {
    const { data, errors } = await ask(at.owner, query, variables as Record<string, unknown>);
    expect(errors).toBeUndefined();
    return data;
  };
  const { createGrayRule } = await asked(
    `mutation ($input: CreateGrayRuleInput!) { createGrayRule(input: $input) { id spec } }`,
    { input: { ...given, name: "lane", spec: { by: "lane", lane: "pr-1" } } },
  );
  expect(createGrayRule.spec).toEqual({ by: "lane", lane: "pr-1" });
  const { grayRules, grayRulePreview } = await asked(
    `query ($engineId: ID!, $serviceId: ID!, $ruleId: ID) {
      grayRules(engineId: $engineId, serviceId: $serviceId) { name priority }
      grayRulePreview(engineId: $engineId, serviceId: $serviceId, ruleId: $ruleId) { changes { change } } }`,
    { ...given, ruleId: createGrayRule.id },
  );
  expect(grayRules).toEqual([{ name: "lane", priority: 500 }]);
  expect(grayRulePreview.changes).toEqual([{ change: "removed" }]);
});
