import { engines } from "@flyloft/db";
import { and, eq, inArray } from "drizzle-orm";
import { inOrder } from "../../kernel/batch.ts";
import type { Ctx } from "../../kernel/context.ts";

export async function loadEngines(ctx: Ctx, ids: readonly string[]) {
  const mine = and(eq(engines.projectId, ctx.actor.projectId), inArray(engines.id, [...ids]));
  return inOrder("engine", ids, await ctx.db.select().from(engines).where(mine));
}
