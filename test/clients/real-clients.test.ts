import { until } from "@flyloft/infra/local/wait";
import { describe, expect, test } from "vitest";
import { promise } from "../mesher/world.ts";
import { minute, present, stage } from "./stage.ts";

/** Who calls whom. Java Chassis calls by contract: 2 understands Swagger 2, and 3 what its own kind tells of itself. */
const calls = (
  [
    ["chassis-2", "chassis-2"],
    ["chassis-2", "spring-cloud"],
    ["chassis-2", "go-chassis"],
    ["chassis-3", "chassis-3"],
    ["spring-cloud", "chassis-2"],
    ["spring-cloud", "chassis-3"],
    ["spring-cloud", "spring-cloud"],
    ["spring-cloud", "go-chassis"],
    ["go-chassis", "chassis-2"],
    ["go-chassis", "chassis-3"],
    ["go-chassis", "spring-cloud"],
    ["go-chassis", "go-chassis"],
  ] as const
).filter((pair) => pair.every((one) => present.includes(one)));

describe.skipIf(present.length === 0)("unmodified clients", { timeout: 2 * minute }, async () => {
  const at = await stage();
  const { client } = at;

  test.each(present)("%s registers itself and an instance that stays alive", async (framework) => {
    const registry = `${at.url}/v4/default/registry`;
    const query = new URLSearchParams({ appId: "clients", serviceName: `${framework}-provider`, version: "0+" });
    const look = async () => {
      const answer = await fetch(`${registry}/instances?${query}`);
      const { instances = [] } = (await answer.json()) as { instances?: { status: string }[] };
      return instances.length > 0 ? instances : null;
    };
    // Some serve before they have registered.
    const found = await until(`An instance of ${framework}`, look, { within: 30_000, every: 200 });
    expect(found.map(({ status }) => status)).toEqual(["UP"]);
  });

  test.each(calls)("%s calls %s by its name", async (caller, callee) => {
    const asked = async () => {
      const answer = await client(caller, "consumer").call(`${callee}-provider`);
      return answer.status === 200 ? answer.text : null;
    };
    const text = await until(`A call from ${caller} to ${callee}`, asked, { within: 40_000, every: 500 });
    expect(text).toBe(`${callee}-provider 1.0.0 greets ${caller}-consumer`);
  });

  test.each(present)("%s hears of a changed configuration within five seconds", async (framework) => {
    const provider = client(framework, "provider");
    const set = async (value: string) => {
      const labels = { app: "clients", environment: "", service: provider.name };
      const body = JSON.stringify({ key: "color", value, labels, status: "enabled" });
      const created = await fetch(`${at.url}/v1/default/kie/kv`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body,
      });
      if (created.status !== 409) return;
      const query = `label=app:clients&label=service:${provider.name}&label=environment:&match=exact`;
      const { data } = (await (await fetch(`${at.url}/v1/default/kie/kv?${query}`)).json()) as {
        data: { id: string }[];
      };
      await fetch(`${at.url}/v1/default/kie/kv/${data[0]!.id}`, {
        method: "PUT",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ value, status: "enabled" }),
      });
    };
    const reads = (value: string, within: number) =>
      until(`${framework} reading ${value}`, async () => ((await provider.setting("color")) === value ? true : null), {
        within,
        every: 100,
      });
    await set("green");
    // The first one may find the client between two polls of something that was never there.
    await reads("green", 20_000);
    await set("blue");
    await reads("blue", promise());
  });
});
