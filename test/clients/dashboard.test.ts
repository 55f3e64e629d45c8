import { until } from "@flyloft/infra/local/wait";
import { describe, expect, test } from "vitest";
import { callsOf } from "./calls.ts";
import { minute, present, stage } from "./stage.ts";

type Card = { service: string; throughput: number; calls: number; latencyMs: number; successRate: number };
type Operation = { name: string; direction: string; calls: number };

/** Who tells of a call, and by what name: Spring Cloud Huawei those who are called, Go Chassis those who call. */
const told = {
  "chassis-2": { role: "provider", name: "chassis-2-provider.Hello.hello", direction: "served" },
  "chassis-3": { role: "provider", name: "chassis-3-provider.Hello.hello", direction: "served" },
  "spring-cloud": { role: "provider", name: "GET /hello", direction: "served" },
  "go-chassis": { role: "consumer", name: "go-chassis-provider.rest", direction: "called" },
} as const;

describe.skipIf(present.length === 0)("the live dashboard", { timeout: 2 * minute }, async () => {
  const { client, verb } = await stage();

  test.each(present)(
    "shows what %s reports of its calls: how many, how long they took, how many went well (DSH-02)",
    async (framework) => {
      const [provider, consumer] = [client(framework, "provider"), client(framework, "consumer")];
      const { role, ...operation } = told[framework];
      const service = client(framework, role).name;
      await until("A call", async () => (await consumer.call(provider.name)).status === 200 || null, {
        within: 40_000,
        every: 200,
      });
      const shown = async () => {
        await callsOf(consumer, provider.name, { count: 20 });
        const { services } = await verb("GET", "/dashboard");
        return (services as Card[]).find((card) => card.service === service && card.calls > 0) ?? null;
      };
      const card = await until("A report", shown, { within: 60_000, every: 200 });
      expect(card.throughput).toBeGreaterThan(0);
      expect(card.latencyMs).toBeGreaterThanOrEqual(0);
      expect(card.successRate).toBe(1);
      const { operations } = await verb("GET", `/dashboard/service?application=clients&service=${service}`);
      expect((operations as Operation[]).find(({ calls }) => calls > 0)).toBeDefined();
      expect(operations).toContainEqual(expect.objectContaining(operation));
    },
  );
});
