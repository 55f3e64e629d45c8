import { engines } from "@flyloft/db";
import { createGovernanceRule, createGrayRule, deleteGovernanceRule } from "@flyloft/functions/governance";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { serve } from "../engines/serve.ts";
import { world } from "../kit/world.ts";
import { governed } from "./governed.ts";

/** Copies hear of a change within a second; a busy machine may take longer. */
const patiently = { timeout: 30_000 };

test("what is published reaches clients of both configuration protocols, and what is deleted leaves them", async () => {
  const at = await world();
  const { engineId, web, price } = await governed(at.owner);
  const [engine] = await at.db.select().from(engines).where(eq(engines.id, engineId));
  const { url } = await serve(at, engine!);
  const items = async (labels: Record<string, string>) => {
    const query = Object.entries(labels).map(([key, value]) => `label=${encodeURIComponent(`${key}:${value}`)}`);
    const answer = await fetch(`${url}/v1/default/kie/kv?${query.join("&")}&match=exact&revision=-1`);
    const { data } = (await answer.json()) as {
      data: { key: string; value: string; status: string; value_type: string }[];
    };
    for (const { status, value_type } of data) expect([status, value_type]).toEqual(["enabled", "text"]);
    return Object.fromEntries(data.map(({ key, value }) => [key, value]));
  };
  const centre = async () => {
    const address = `${url}/v3/default/configuration/items?dimensionsInfo=${encodeURIComponent("web@shop")}&revision=null`;
    const answer = await fetch(address, { headers: { "x-environment": "production" } });
    return (await answer.json()) as Record<string, Record<string, string>>;
  };
  const ofApplication = { app: "shop", environment: "production" };
  const ofWeb = { ...ofApplication, service: "web" };
  const strategy = "loadbalance.price.strategy.name";

  const { id } = await createGovernanceRule(at.owner, {
    engineId,
    serviceId: web,
    kind: "load_balancing",
    spec: { microservice: "price", algorithm: "random" },
  });
  await createGrayRule(at.owner, {
    engineId,
    serviceId: price,
    name: "gray",
    spec: { by: "weight", weights: [{ version: "2.0.0", weight: 100 }] },
  });
  const both = { [`servicecomb.${strategy}`]: "Random", [`cse.${strategy}`]: "Random" };
  await expect.poll(() => items(ofWeb), patiently).toMatchObject(both);
  await expect.poll(centre, patiently).toMatchObject({
    "web@shop": both,
    "darklaunch@shop": { "servicecomb.routeRule.price": expect.stringContaining("2.0.0") },
  });
  await expect.poll(() => items(ofApplication), patiently).toHaveProperty(["servicecomb.routeRule.price"]);

  await deleteGovernanceRule(at.owner, { engineId, ruleId: id });
  await expect.poll(() => items(ofWeb), patiently).toEqual({});
}, 120_000);
