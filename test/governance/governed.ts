import { engineEntries } from "@flyloft/db";
import type { Ctx } from "@flyloft/functions/kernel";
import { and, eq } from "drizzle-orm";
import { anEngine } from "../engines/an-engine.ts";
import { priceContract, registered } from "../engines/registered.ts";

type Item = { key: string; value: string; labels: Record<string, string>; deleted?: true; status: string };

/** An engine at which `web` runs, which calls `price` and `cart`, and what clients would be given of its configuration. */
export async function governed(ctx: Ctx) {
  const engineId = (await anEngine(ctx)).id;
  const web = await registered(ctx, engineId, { name: "web" });
  const price = await registered(ctx, engineId, { name: "price", contracts: { PriceEndpoint: priceContract } });
  const cart = await registered(ctx, engineId, { name: "cart" });

  const items = async (): Promise<Item[]> => {
    const rows = await ctx.db
      .select({ value: engineEntries.value })
      .from(engineEntries)
      .where(and(eq(engineEntries.engineId, engineId), eq(engineEntries.kind, "item")));
    return rows.flatMap(({ value }) => (value && !value["deleted"] ? [value as unknown as Item] : []));
  };
  /** Values by key, of one service or of the whole application. */
  const configuration = async (service?: string): Promise<Record<string, string>> =>
    Object.fromEntries(
      (await items()).filter(({ labels }) => labels["service"] === service).map(({ key, value }) => [key, value]),
    );
  return { engineId, web, price, cart, items, configuration };
}
