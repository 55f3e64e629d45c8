import { applications } from "@flyloft/db";
import { and, eq, inArray } from "drizzle-orm";
import { permitted } from "../kernel/authorize.ts";
import { inOrder } from "../kernel/batch.ts";
import type { Ctx } from "../kernel/context.ts";

export async function loadApplications(ctx: Ctx, ids: readonly string[]) {
  const mine = and(eq(applications.projectId, ctx.actor.projectId), inArray(applications.id, [...ids]));
  const rows = inOrder("application", ids, await ctx.db.select().from(applications).where(mine));
  return permitted(ctx.actor, "servicestage:app:get", "application", rows);
}
