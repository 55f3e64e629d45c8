import { engines } from "@flyloft/db";
import { and, eq, inArray } from "drizzle-orm";
import { permitted } from "../../kernel/authorize.ts";
import { inOrder } from "../../kernel/batch.ts";
import type { Ctx } from "../../kernel/context.ts";

export async function loadEngines(ctx: Ctx, ids: readonly string[]) {
  const mine = and(eq(engines.projectId, ctx.actor.projectId), inArray(engines.id, [...ids]));
  const rows = inOrder("engine", ids, await ctx.db.select().from(engines).where(mine));
  return permitted(ctx.actor, "cse:engine:get", "engine", rows);
}
