import { engineHosts, engines } from "@flyloft/db";
import { createEngine, getEngine, loadAddressesOf, resizeEngine } from "@flyloft/functions/engines";
import { until } from "@flyloft/infra/local/wait";
import { sql } from "drizzle-orm";
import { afterEach, expect, test } from "vitest";
import { aHost, type Host } from "./a-host.ts";
import { aServer } from "./a-server.ts";
import { lifeStage, type LifeStage, through, wanted } from "./life-stage.ts";

// Ports are of the whole machine, and hosts of the whole installation.
const stages: { at: LifeStage; other: Host }[] = [];
async function stage() {
  const at = await lifeStage();
  const made = { at, other: aHost(at.owner, { id: "other" }) };
  stages.push(made);
  return made;
}
afterEach(async () => {
  for (const { at, other } of stages.splice(0)) {
    await at.host.end();
    await other.end();
    await at.db.delete(engineHosts);
    await at.db.delete(engines);
  }
});

const soon = { within: 10_000, every: 20 };
const addressesOf = async ({ owner }: LifeStage, id: string) =>
  (await loadAddressesOf(owner, [id]))[0]!.map(({ url }) => url);

test("two machines serve an engine at one port each has, hold the same, and one that ends takes only its own address along", async () => {
  const { at } = await stage();
  const machines = await Promise.all([
    aServer(at, { id: "one", address: "127.0.0.21" }),
    aServer(at, { id: "two", address: "127.0.0.22" }),
  ]);
  const unsaid = async () => {
    const [row] = await at.db.execute<{ count: number }>(sql`
      select count(*)::int as count from engine_listeners l, unnest(array['one', 'two']) as host
      where not exists (select 1 from engine_listener_reports r
        where r.listener_id = l.id and r.host_id = host and r.generation = l.generation)`);
    return row!.count;
  };
  const play = () => until("Both to report", async () => ((await unsaid()) === 0 ? true : null), soon);
  const { id } = await createEngine(at.owner, wanted(at));
  expect((await through(at, id, { play })).operation).toMatchObject({ state: "succeeded" });
  const urls = (await addressesOf(at, id)).sort();
  expect(urls.map((url) => new URL(url).hostname)).toEqual(["127.0.0.21", "127.0.0.22"]);
  expect(new Set(urls.map((url) => new URL(url).port)).size).toBe(1);

  const services = (url: string) => fetch(new URL("/v4/default/registry/microservices", url));
  const body = JSON.stringify({ service: { serviceName: "cart", appId: "shop", version: "1.0.0" } });
  const made = await fetch(new URL("/v4/default/registry/microservices", urls[0]), { method: "POST", body });
  expect(made.status).toBe(200);
  const names = async (url: string) =>
    ((await (await services(url)).json()) as { services?: { serviceName: string }[] }).services?.map(
      (one) => one.serviceName,
    );
  await expect.poll(() => names(urls[1]!), { timeout: 2_000 }).toEqual(["cart"]);
  await machines[0]!.stop();
  expect(await addressesOf(at, id)).toEqual([urls[1]]);
  expect(await names(urls[1]!)).toEqual(["cart"]);
  await machines[1]!.stop();
});

test("an engine is available while one of its hosts can open its address, whatever the others say", async () => {
  const { at, other } = await stage();
  other.settings.refuse = { code: "EADDRNOTAVAIL", message: "not here", service: "engine host" };
  const { id } = await createEngine(at.owner, wanted(at));
  const both = { play: async () => void (await Promise.all([at.host.obey(), other.obey()])) };
  expect((await through(at, id, both)).operation).toMatchObject({ state: "succeeded" });
  expect(await addressesOf(at, id)).toEqual(at.host.urls());
});

test("a change is done when every host that is alive has heard of it; one that is dead is not waited for", async () => {
  const { at, other } = await stage();
  // The same address on another machine.
  other.settings.refuse = { code: "EADDRNOTAVAIL", message: "not here", service: "engine host" };
  const { id } = await createEngine(at.owner, wanted(at));
  const rounds: number[] = [];
  const late = async (host: typeof at.host, round: number) => {
    rounds.push(round);
    await host.obey();
    if (round >= 2) await other.obey();
  };
  await other.obey();
  expect((await through(at, id, { play: late })).operation).toMatchObject({ state: "succeeded" });
  expect(rounds.length).toBeGreaterThanOrEqual(2);
  await resizeEngine(at.owner, { engineId: id, instanceQuota: 500 });
  at.clock.offset += 20_000;
  expect((await through(at, id)).operation).toMatchObject({ state: "succeeded" });
  expect(await getEngine(at.owner, { engineId: id })).toMatchObject({ state: "available", instanceQuota: 500 });
});
