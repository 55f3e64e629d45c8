import { until } from "@flyloft/infra/local/wait";
import { expect } from "vitest";
import { type Answer, tally } from "./client.ts";
import { promise, startWorld } from "./world.ts";

/** Who answers as which version of `orders`. */
export const old = "orders 1.0.0";
export const fresh = "orders 1.1.0";
/** The operation `list`, and another one. */
export const list = "http://orders/api/list";
export const item = "http://orders/api/items/7";

export const byWho = (answers: Answer[]) => tally(answers, ({ who }) => who);
export const byStatus = (answers: Answer[]) => tally(answers, ({ status }) => status);

/** GOV-03: asks until the answers show the change, in the time that is promised. */
export async function seen<T>(ask: () => Promise<T>, shows: (answer: T) => boolean): Promise<void> {
  await until("The change in traffic", async () => (shows(await ask()) ? true : null), {
    within: promise(),
    every: 10,
  });
}

/** `shop` and `web`, and two versions of `orders`, which both call. Resolves when both versions are called. */
export async function startMarket() {
  const world = await startWorld();
  const contract = { MESHER_CONTRACTS: world.contract };
  const [shop, web, first, second] = await Promise.all([
    world.join("shop", "1.0.0"),
    world.join("web", "1.0.0"),
    world.join("orders", "1.0.0", contract),
    world.join("orders", "1.1.0", contract),
  ]);
  const calls = (count = 1000, url = list, headers: Record<string, string> = {}) =>
    shop.egress.calls(count, url, { headers });
  await seen(
    () => calls(4),
    (answers) => Object.keys(byWho(answers)).length === 2,
  );
  return {
    world,
    rules: world.rules,
    shop,
    web,
    first,
    second,
    /** What `shop` is answered. */
    calls,
    call: async (url = list, headers: Record<string, string> = {}) => shop.egress.call(url, { headers }),
    /** How many calls both versions together have answered. */
    served: async () => (await first.behave()) + (await second.behave()),
    /** Ends all rules; everybody behaves. */
    async calm() {
      await world.ungovern();
      await Promise.all([first.behave(), second.behave()]);
    },
  };
}

export const orders = { microservice: "orders" };
/** One method of it. */
export const listing = { ...orders, schema: "orders", operation: "list" };

/** Rules in a market, and what becomes of the calls in it. */
export function governing(at: () => Awaited<ReturnType<typeof startMarket>>) {
  /** The answers to one call become what is expected, then those to a thousand are counted. */
  async function becomes(status: number) {
    await seen(
      () => at().call(),
      (answer) => answer.status === status,
    );
    expect(byStatus(await at().calls())).toEqual({ [status]: 1000 });
  }
  return {
    /** Every rule is set as in the console: signed in, by the verb that its form leads to. */
    rule: (kind: string, spec: object, service = "shop") => at().rules.create(kind, service, { ...spec }),
    becomes,
    /** A rule about one method leaves the others alone. */
    async onlyListing(status: number) {
      await becomes(status);
      expect(byStatus(await at().calls(1000, item))).toEqual({ 200: 1000 });
    },
  };
}
