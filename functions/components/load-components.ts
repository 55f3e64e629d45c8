import { components } from "@flyloft/db";
import { and, eq, inArray } from "drizzle-orm";
import { inOrder } from "../kernel/batch.ts";
import type { Ctx } from "../kernel/context.ts";
import { readPagesOf } from "../kernel/pages-of.ts";

const mine = (ctx: Ctx) => eq(components.projectId, ctx.actor.projectId);

export async function loadComponents(ctx: Ctx, ids: readonly string[]) {
  const rows = await ctx.db
    .select()
    .from(components)
    .where(and(mine(ctx), inArray(components.id, [...ids])));
  return inOrder("component", ids, rows);
}

/** The newest components of each application, at most `first` of each. */
export const loadComponentsOf = (ctx: Ctx, applicationIds: readonly string[], first: number) =>
  readPagesOf(ctx, components, { parent: components.applicationId, keys: applicationIds, where: mine(ctx), first });
