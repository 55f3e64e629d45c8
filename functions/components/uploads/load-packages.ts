import { packages } from "@flyloft/db";
import { and, eq, inArray } from "drizzle-orm";
import { permitted } from "../../kernel/authorize.ts";
import { inOrder } from "../../kernel/batch.ts";
import type { Ctx } from "../../kernel/context.ts";

export async function loadPackages(ctx: Ctx, ids: readonly string[]) {
  const mine = and(eq(packages.projectId, ctx.actor.projectId), inArray(packages.id, [...ids]));
  const rows = inOrder("package", ids, await ctx.db.select().from(packages).where(mine));
  return permitted(ctx.actor, "servicestage:app:get", "package", rows);
}
