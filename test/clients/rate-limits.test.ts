import { until } from "@flyloft/infra/local/wait";
import { describe, expect, test } from "vitest";
import { promise } from "../mesher/world.ts";
import { callsOf, tally } from "./calls.ts";
import type { Client } from "./client.ts";
import { minute, present, stage } from "./stage.ts";

const qps = 5;
const count = 200;
const seconds = 4;

describe.skipIf(present.length === 0)(
  "a rate limit set by the platform's own verb",
  { timeout: 3 * minute },
  async () => {
    const { client, verb, serviceId } = await stage();
    const wait = (what: string, happened: () => Promise<boolean>, within: number) =>
      until(what, async () => (await happened()) || null, { within, every: 20 });
    const statuses = async (caller: Client, service: string, perSecond?: number) =>
      tally(await callsOf(caller, service, { count, perSecond }), ({ status }) => status);

    test.each(present)(
      "%s limits the caller that it names within five seconds and nobody else, until it is removed (GOV-03, GOV-07, GOV-08)",
      async (framework) => {
        const [provider, consumer] = [client(framework, "provider"), client(framework, "consumer")];
        const status = async (caller: Client) => (await caller.call(provider.name)).status;
        // Services call themselves as they call others: the provider is another caller.
        for (const caller of [consumer, provider])
          await wait(`A call from ${caller.name}`, async () => (await status(caller)) === 200, 40_000);
        expect(await statuses(consumer, provider.name)).toEqual({ 200: count });

        const rule = await verb("POST", "/governance-rules", {
          serviceId: await serviceId(provider.name),
          kind: "rate_limiting",
          spec: { microservice: consumer.name, qps },
        });
        await wait("A refused call", async () => (await status(consumer)) === 429, promise());
        const began = performance.now();
        const { 200: passed = 0, 429: refused = 0 } = await statuses(consumer, provider.name, count / seconds);
        const took = (performance.now() - began) / 1000;
        expect(passed + refused).toBe(count);
        // Go Chassis lets ten more through at once where a fifth of the limit is less than one.
        expect(passed).toBeLessThanOrEqual(qps * (Math.ceil(took) + 1) + 10);
        expect(passed).toBeGreaterThanOrEqual(qps * (seconds - 1));
        expect(await statuses(provider, provider.name)).toEqual({ 200: count });

        await verb("DELETE", `/governance-rules/${rule.id}`);
        const unlimited = async () => (await statuses(consumer, provider.name))[200] === count;
        await wait("Calls that all pass", unlimited, promise());
        expect(await unlimited()).toBe(true);
      },
    );
  },
);
