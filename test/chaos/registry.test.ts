import { setTimeout as pause } from "node:timers/promises";
import { until } from "@flyloft/infra/local/wait";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { engineCrew, type EngineCrew } from "../kit/engine-crew.ts";
import { clientsOf, randomBy } from "./copies.ts";

/** CHAOS_SECONDS for longer, CHAOS_SEED to repeat. */
const seconds = Number(process.env.CHAOS_SECONDS ?? 40);
const seed = Number(process.env.CHAOS_SEED ?? Math.floor(Math.random() * 1e9));
const services = 40;
const instances = 2_000;
const healthCheck = { mode: "push", interval: 5, times: 3 };
const leaseMs = healthCheck.interval * (healthCheck.times + 1) * 1000;
/** How much longer than its lease a dead instance may be told, in milliseconds. */
const grace = 10_000;

type Client = {
  serviceId: string;
  serviceName: string;
  instanceId: string;
  /** It sends its last heartbeat some time soon. */
  ends: boolean;
  diedAt: number | null;
  goneAt: number | null;
};

describe(`two copies of an engine and its database, killed with seed ${seed}`, () => {
  const random = randomBy(seed);
  const wrong: string[] = [];
  const clients: Client[] = [];
  const lives: Promise<void>[] = [];
  const registry = "/v4/default/registry";
  let crew: EngineCrew;
  let asking: ReturnType<typeof clientsOf>;
  /** For how long all in all nobody could write anything down, in milliseconds. */
  let away = 0;

  beforeAll(async () => {
    crew = await engineCrew({ copies: 2 });
    asking = clientsOf({ ports: crew.ports, random });
  }, 180_000);
  afterAll(async () => {
    asking?.close();
    await crew?.remove();
  }, 60_000);

  const askCopy = (copy: number, method: string, path: string, body = "") =>
    asking.askCopy(copy, method, registry + path, body);
  const ask = (method: string, path: string, body?: object) => asking.ask(method, registry + path, body);
  const found = async (serviceName: string, copy?: number) => {
    const path = `/instances?appId=shop&serviceName=${serviceName}&version=0%2B`;
    const answer = copy === undefined ? await ask("GET", path) : await askCopy(copy, "GET", path);
    const ids = (JSON.parse(answer.text).instances as { instanceId: string }[]).map((one) => one.instanceId);
    return new Set(ids);
  };

  async function register(index: number) {
    const serviceName = `service-${index}`;
    const service = { appId: "shop", serviceName };
    const { serviceId } = JSON.parse((await ask("POST", "/microservices", { service })).text);
    for (let i = 0; i < instances / services; i++) {
      const instance = { instanceId: `i-${index}-${i}`, hostName: `host-${index}`, healthCheck };
      await ask("POST", `/microservices/${serviceId}/instances`, { instance });
      const client: Client = {
        serviceId,
        serviceName,
        instanceId: instance.instanceId,
        ends: false,
        diedAt: null,
        goneAt: null,
      };
      clients.push(client);
      lives.push(live(client));
    }
  }

  const goesOn = { heartbeats: true };
  async function live(client: Client) {
    await pause(random() * healthCheck.interval * 1000);
    let heardAt = Date.now();
    while (goesOn.heartbeats && !client.ends) {
      const path = `/microservices/${client.serviceId}/instances/${client.instanceId}/heartbeat`;
      const { status, text } = await ask("PUT", path);
      if (status !== 200) wrong.push(`A heartbeat of ${client.instanceId} was answered ${status} ${text}`);
      heardAt = Date.now();
      await pause(healthCheck.interval * 1000);
    }
    if (client.ends) client.diedAt = heardAt;
  }

  /** Looks at one service after the other: who lives must be there, who died long ago must not. */
  async function look(client: Client[]) {
    const began = Date.now();
    const awayBefore = away;
    const there = await found(client[0]!.serviceName);
    for (const one of client) {
      const present = there.has(one.instanceId);
      if (one.diedAt === null && !present) wrong.push(`${one.instanceId} lives and is not told any more`);
      if (one.diedAt !== null && !present) one.goneAt ??= Date.now();
      const late = one.diedAt === null ? 0 : began - one.diedAt - leaseMs - grace - awayBefore;
      if (present && late > 0) wrong.push(`${one.instanceId} is dead and told ${late} ms too long`);
    }
  }

  async function harm(end: number) {
    const harms = [() => kill(0), () => kill(1), crash];
    while (Date.now() < end) {
      await pause(500 + random() * 3_000);
      await harms[Math.floor(random() * harms.length)]!();
    }
  }
  async function kill(copy: number) {
    await crew.kill(copy);
    await crew.start(copy);
  }
  async function crash() {
    const began = Date.now();
    await crew.server.crash();
    away += Date.now() - began;
  }

  test(
    "no live instance disappears, and no dead one is told longer than its lease and ten seconds",
    { timeout: (seconds + 180) * 1000 },
    async () => {
      await Promise.all(Array.from({ length: services }, (_, index) => register(index)));
      expect(clients).toHaveLength(instances);
      const end = Date.now() + seconds * 1000;
      const harmed = harm(end);
      await pause(2_000);
      for (const one of clients) one.ends = random() < 0.1;

      const byService = Array.from({ length: services }, (_, index) =>
        clients.filter(({ serviceName }) => serviceName === `service-${index}`),
      );
      while (Date.now() < end) {
        for (const one of byService) await look(one);
        await pause(200);
      }
      await harmed;
      await until("The end of the dead", () => lookAtDead(byService), { within: leaseMs + grace + away, every: 500 });
      for (const one of byService) await look(one);
      goesOn.heartbeats = false;
      expect(wrong).toEqual([]);
      expect(crew.fallen).toEqual([]);
      await Promise.all(lives);
    },
  );

  async function lookAtDead(byService: Client[][]) {
    for (const one of byService) await look(one);
    return clients.every(({ ends, goneAt }) => !ends || goneAt !== null) || null;
  }

  test("what one copy has registered is told by the other within a second", { timeout: 60_000 }, async () => {
    const { serviceId, serviceName } = clients[0]!;
    for (let copy = 0; copy < 2; copy++) {
      const body = JSON.stringify({ instance: { hostName: "late", healthCheck } });
      const { text } = await askCopy(copy, "POST", `/microservices/${serviceId}/instances`, body);
      const { instanceId } = JSON.parse(text);
      const told = async () => (await found(serviceName, 1 - copy)).has(instanceId) || null;
      await until("The other copy", told, { within: 1_000, every: 20 });
    }
  });
});
