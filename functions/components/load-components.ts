import { components } from "@flyloft/db";
import { and, eq, inArray } from "drizzle-orm";
import { permitted } from "../kernel/authorize.ts";
import { inOrder } from "../kernel/batch.ts";
import type { Ctx } from "../kernel/context.ts";
import { readPagesOf } from "../kernel/pages-of.ts";
import { visibleRows } from "../kernel/visible.ts";

const reading = "servicestage:app:get";

const mine = (ctx: Ctx) => eq(components.projectId, ctx.actor.projectId);

export async function loadComponents(ctx: Ctx, ids: readonly string[]) {
  const rows = await ctx.db
    .select()
    .from(components)
    .where(and(mine(ctx), inArray(components.id, [...ids])));
  return permitted(ctx.actor, reading, "component", inOrder("component", ids, rows));
}

/** The newest components of each application that may be seen, at most `first` of each. */
export async function loadComponentsOf(ctx: Ctx, applicationIds: readonly string[], first: number) {
  const visible = visibleRows(ctx.actor, reading, "component");
  const { applicationId: parent } = components;
  return readPagesOf({ ...ctx, visible }, components, { parent, keys: applicationIds, where: mine(ctx), first });
}
