import { expect, test } from "vitest";
import { world } from "../kit/world.ts";
import { anEngine } from "./an-engine.ts";
import { serve } from "./serve.ts";

const setting = await world();
const { owner } = setting;
const engine = await anEngine(owner);
const { urls, url } = await serve(setting, engine, { copies: 2 });
const registry = (base: string) => `${base}/v4/default/registry`;
const json = (method: string, body: unknown) => ({ method, body: JSON.stringify(body) });

test("a service that registers twice is one, whichever copy it asks", async () => {
  const body = { service: { appId: "shop", serviceName: "cart", version: "1.0.0" } };
  const answers = await Promise.all(
    [0, 1, 0, 1].map(async (copy) =>
      (await fetch(`${registry(urls[copy]!)}/microservices`, json("POST", body))).json(),
    ),
  );
  expect(new Set(answers.map((one) => one.serviceId)).size).toBe(1);
  expect(answers[0].serviceId).toHaveLength(40);
});

test("what one copy has written another tells within a second", async () => {
  const body = { service: { serviceName: "late" } };
  await fetch(`${registry(urls[0]!)}/microservices`, json("POST", body));
  await expect
    .poll(
      async () => {
        const { services } = await (await fetch(`${registry(urls[1]!)}/microservices`)).json();
        return services.map((one: { serviceName: string }) => one.serviceName);
      },
      { timeout: 1_000 },
    )
    .toContain("late");
});

test("an unknown address is 404, a wrong method 405 with those that are allowed", async () => {
  const lost = await fetch(`${url}/v4/default/nowhere`);
  expect(lost.status).toBe(404);
  expect(await lost.json()).toMatchObject({ errorCode: "404000" });
  const wrong = await fetch(`${registry(url)}/microservices`, { method: "PATCH" });
  expect([wrong.status, wrong.headers.get("allow")]).toEqual([405, "GET, POST"]);
});

test("what is wrong with a body is told in compact JSON with a text as its code", async () => {
  const answer = await fetch(`${registry(url)}/microservices`, json("POST", { service: { serviceName: "-" } }));
  expect(answer.status).toBe(400);
  expect(await answer.text()).toMatch(/^\{"errorCode":"400001","errorMessage":"[^"]+","detail":"service\.serviceName/);
});

test("a tenant that was never seen is empty", async () => {
  const answer = await fetch(`${registry(url)}/microservices`, { headers: { "X-Domain-Name": "nobody" } });
  expect([answer.status, await answer.text()]).toEqual([200, "{}"]);
});

test("says its version, that it is healthy and that it can be asked again", async () => {
  expect(await (await fetch(`${registry(url)}/version`)).json()).toMatchObject({ apiVersion: "4.0.0" });
  const { instances } = await (await fetch(`${registry(url)}/health`)).json();
  expect(instances[0].endpoints).toEqual([`rest://${new URL(url).host}`]);
  expect((await fetch(`${registry(url)}/health/readiness`)).status).toBe(200);
});
