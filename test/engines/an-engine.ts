import { engineRevisions, engines, type Engine } from "@flyloft/db";
import type { Ctx } from "@flyloft/functions/kernel";

/** An available engine in the project of the actor, whatever made it. */
export async function anEngine(ctx: Ctx, given: Partial<typeof engines.$inferInsert> = {}): Promise<Engine> {
  const id = ctx.newId("engine");
  const [row] = await ctx.db
    .insert(engines)
    .values({
      id,
      projectId: ctx.actor.projectId,
      name: `engine-${id.slice(-6)}`,
      edition: "exclusive",
      specification: "non_ha",
      instanceQuota: 500,
      zones: ["zone-1"],
      version: "1.0.0",
      state: "available",
      createdBy: ctx.actor.name,
      ...given,
    })
    .returning();
  await ctx.db.insert(engineRevisions).values({ engineId: id });
  return row!;
}
