import { environmentResources, environments, resources, type Resource } from "@flyloft/db";
import { and, asc, eq, inArray } from "drizzle-orm";
import { permitted } from "../kernel/authorize.ts";
import { grouped, inOrder } from "../kernel/batch.ts";
import type { Ctx } from "../kernel/context.ts";
import { visibleRows } from "../kernel/visible.ts";
import { withoutSecrets } from "./resource-shape.ts";
import { selectionRefusals } from "./selection.ts";

const reading = "servicestage:app:list";

export async function loadEnvironments(ctx: Ctx, ids: readonly string[]) {
  const mine = and(eq(environments.projectId, ctx.actor.projectId), inArray(environments.id, [...ids]));
  const rows = inOrder("environment", ids, await ctx.db.select().from(environments).where(mine));
  return permitted(ctx.actor, reading, "environment", rows);
}

export async function loadResources(ctx: Ctx, ids: readonly string[]) {
  const mine = and(eq(resources.projectId, ctx.actor.projectId), inArray(resources.id, [...ids]));
  const rows = inOrder("resource", ids, (await ctx.db.select().from(resources).where(mine)).map(withoutSecrets));
  return permitted(ctx.actor, reading, "resource", rows);
}

/** What each environment holds of what may be seen, by kind and name. */
export async function loadResourcesOf(ctx: Ctx, environmentIds: readonly string[]): Promise<Resource[][]> {
  const rows = await ctx.db
    .select({ environmentId: environmentResources.environmentId, resource: resources })
    .from(environmentResources)
    .innerJoin(resources, eq(resources.id, environmentResources.resourceId))
    .where(
      and(
        eq(resources.projectId, ctx.actor.projectId),
        visibleRows(ctx.actor, reading, "resource"),
        inArray(environmentResources.environmentId, [...environmentIds]),
      ),
    )
    .orderBy(asc(resources.kind), asc(resources.name));
  return grouped(environmentIds, rows, ({ environmentId }) => environmentId).map((held) =>
    held.map(({ resource }) => withoutSecrets(resource)),
  );
}

/** Why no environment can take each of these now; null when one can. */
export async function loadSelectionRefusals(ctx: Ctx, rows: readonly Resource[]): Promise<(string | null)[]> {
  return (await selectionRefusals(ctx.db, rows, ctx.now())).map((refusal) => refusal?.message ?? null);
}
