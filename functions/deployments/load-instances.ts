import { accesses, type Instance, instances, replicas, revisions, tasks, resources, workloads } from "@flyloft/db";
import { and, type AnyColumn, asc, desc, eq, inArray } from "drizzle-orm";
import { permitted } from "../kernel/authorize.ts";
import { grouped, inOrder } from "../kernel/batch.ts";
import type { Ctx } from "../kernel/context.ts";
import { visibleRows } from "../kernel/visible.ts";

const reading = "servicestage:app:get";

const mine = (table: { projectId: AnyColumn }, ctx: Ctx) => eq(table.projectId, ctx.actor.projectId);

export async function loadInstances(ctx: Ctx, ids: readonly string[]) {
  const wanted = and(mine(instances, ctx), inArray(instances.id, [...ids]));
  const rows = inOrder("instance", ids, await ctx.db.select().from(instances).where(wanted));
  return permitted(ctx.actor, reading, "instance", rows);
}

export async function loadTasks(ctx: Ctx, ids: readonly string[]) {
  const wanted = and(mine(tasks, ctx), inArray(tasks.id, [...ids]));
  const rows = inOrder("task", ids, await ctx.db.select().from(tasks).where(wanted));
  return permitted(ctx.actor, reading, "task", rows);
}

type Owner = "componentId" | "environmentId" | "applicationId";

/** The instances of each component, environment or application that may be seen, newest first. */
export const loadInstancesBy =
  (owner: Owner) =>
  async (ctx: Ctx, ids: readonly string[]): Promise<Instance[][]> => {
    const rows = await ctx.db
      .select()
      .from(instances)
      .where(
        and(mine(instances, ctx), visibleRows(ctx.actor, reading, "instance"), inArray(instances[owner], [...ids])),
      )
      .orderBy(desc(instances.id));
    return grouped(ids, rows, (row) => row[owner]);
  };

/** What was last seen running, of each instance. */
export async function loadReplicasOf(ctx: Ctx, instanceIds: readonly string[]) {
  const rows = await ctx.db
    .select()
    .from(replicas)
    .where(and(mine(replicas, ctx), inArray(replicas.instanceId, [...instanceIds])))
    .orderBy(asc(replicas.id));
  return grouped(instanceIds, rows, (row) => row.instanceId);
}

export async function loadAccessesOf(ctx: Ctx, instanceIds: readonly string[]) {
  const rows = await ctx.db
    .select()
    .from(accesses)
    .where(and(mine(accesses, ctx), inArray(accesses.instanceId, [...instanceIds])))
    .orderBy(asc(accesses.id));
  return grouped(instanceIds, rows, (row) => row.instanceId);
}

export async function loadRevisionsOf(ctx: Ctx, instanceIds: readonly string[]) {
  const rows = await ctx.db
    .select()
    .from(revisions)
    .where(and(mine(revisions, ctx), inArray(revisions.instanceId, [...instanceIds])))
    .orderBy(desc(revisions.number));
  return grouped(instanceIds, rows, (row) => row.instanceId);
}

/** The cluster or host of each workload (OPS-07). */
export async function loadPlacesOf(ctx: Ctx, workloadIds: readonly string[]) {
  const rows = await ctx.db
    .select({ id: workloads.id, place: resources })
    .from(workloads)
    .innerJoin(resources, eq(resources.id, workloads.resourceId))
    .where(and(mine(workloads, ctx), inArray(workloads.id, [...workloadIds])));
  const places = inOrder("workload", workloadIds, rows).map((row) => (row instanceof Error ? row : row.place));
  return permitted(ctx.actor, "servicestage:app:list", "resource", places);
}
