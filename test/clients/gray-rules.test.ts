import { until } from "@flyloft/infra/local/wait";
import { describe, expect, test } from "vitest";
import { promise } from "../mesher/world.ts";
import { callsOf, tally } from "./calls.ts";
import { minute, present, stage } from "./stage.ts";

const [old, fresh] = ["1.0.0", "2.0.0"] as const;
const count = 500;
const weights = { [old]: 90, [fresh]: 10 };

describe.skipIf(present.length === 0)(
  "a gray rule set by the platform's own verb",
  { timeout: 3 * minute },
  async () => {
    const { client, verb, serviceId } = await stage({ versions: [old, fresh] });

    test.each(present)(
      "%s divides calls by weight, then by what they say, and no more without a rule (SVC-14, SVC-15)",
      async (framework) => {
        const [{ name: service }, consumer] = [client(framework, "provider"), client(framework, "consumer")];
        // Go Chassis calls the latest version where no rule says another.
        const undivided = framework === "go-chassis" ? [fresh] : [old, fresh];

        /** How many of so many calls each version answers; those that fail are told by their status. */
        const versions = async (calls = count, region?: string) =>
          tally(await callsOf(consumer, service, { count: calls, region }), ({ status, text }) =>
            status === 200 ? text.split(" ")[1]! : status,
          );
        const reached = async (region?: string) => Object.keys(await versions(20, region)).sort();
        const seen = (what: string, region: string, expected: readonly string[], within = promise()) =>
          until(what, async () => (await reached(region)).join() === expected.join() || null, { within, every: 50 });
        await seen("Calls that go everywhere", "", undivided, 40_000);

        const rule = await verb("POST", "/gray-rules", {
          serviceId: await serviceId(service),
          name: "gray",
          spec: { by: "weight", weights: Object.entries(weights).map(([version, weight]) => ({ version, weight })) },
        });
        const divided = async () => {
          const { [old]: before = 0, [fresh]: after = 0 } = await versions(40);
          return after > 0 && before >= 30;
        };
        await until("Calls divided by weight", async () => (await divided()) || null, { within: promise(), every: 50 });
        const byWeight = await versions();
        expect(byWeight[old]! + byWeight[fresh]!).toBe(count);
        expect(Math.abs(byWeight[fresh]! - (count * weights[fresh]) / 100)).toBeLessThanOrEqual(20);

        const conditions = [{ parameter: "region", operator: "equal", value: "north" }];
        await verb("PATCH", `/gray-rules/${rule.id}`, { spec: { by: "condition", conditions, versions: [old] } });
        await seen("Calls that are known by what they say", "north", [old]);
        expect(await versions(count, "north")).toEqual({ [old]: count });
        // Routers of Java count without locks: some of several calls at once go where none of them should.
        expect((await versions(count, "south"))[fresh]).toBeGreaterThan(count * 0.85);

        await verb("DELETE", `/gray-rules/${rule.id}`);
        await seen("Calls that are divided no more", "north", undivided);
        expect((await versions(count, "north"))[fresh]).toBeGreaterThan(count / 3);
      },
    );
  },
);
