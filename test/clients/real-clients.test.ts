import { until } from "@flyloft/infra/local/wait";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anEngine } from "../engines/an-engine.ts";
import { serve, type Served } from "../engines/serve.ts";
import { world, type World } from "../kit/world.ts";
import { build, type Framework, frameworks, type Program } from "./build.ts";
import { type Client, startClient } from "./client.ts";

const minute = 60_000;
const programs = new Map<Framework, Program>();
for (const framework of Object.keys(frameworks) as Framework[]) {
  const found = await build(framework);
  if ("missing" in found) console.log(`Lane ${framework} skipped (a real client of the engine): ${found.missing}`);
  else programs.set(framework, found);
}
const present = [...programs.keys()];

/** Who calls whom. Java Chassis calls by contract, so here it calls its own kind only; the others call everybody. */
const calls = (
  [
    ["chassis-2", "chassis-2"],
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
).filter((pair) => pair.every((one) => programs.has(one)));

describe.skipIf(present.length === 0)("unmodified clients", { timeout: 2 * minute }, () => {
  let w: World;
  let at: Served;
  const clients = new Map<string, Client>();
  const client = (framework: Framework, role: "provider" | "consumer") => clients.get(`${framework}-${role}`)!;

  async function start(framework: Framework, name: string, version?: string) {
    const program = programs.get(framework)!;
    const started = await startClient(program, { framework, engine: at.url, name, ...(version && { version }) });
    clients.set(version ? `${name}@${version}` : name, started);
    return started;
  }

  beforeAll(async () => {
    w = await world();
    at = await serve(w, await anEngine(w.owner));
    for (const framework of present)
      await Promise.all([start(framework, `${framework}-provider`), start(framework, `${framework}-consumer`)]);
  }, 5 * minute);
  afterAll(async () => {
    await Promise.all([...clients.values()].map((one) => one.stop()));
  }, minute);

  test.each(present)("%s registers itself and an instance that stays alive", async (framework) => {
    const registry = `${at.url}/v4/default/registry`;
    const query = new URLSearchParams({ appId: "clients", serviceName: `${framework}-provider`, version: "0+" });
    const look = async () => {
      const answer = await fetch(`${registry}/instances?${query}`);
      return ((await answer.json()) as { instances?: { status: string }[] }).instances ?? null;
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
    await reads("blue", 5_000);
  });
});
