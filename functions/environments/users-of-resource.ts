import {
  components,
  type Db,
  engines,
  environmentResources,
  environments,
  instances,
  resources,
  type Resource,
  type Tx,
  workloads,
} from "@flyloft/db";
import { and, asc, eq, inArray, or, sql, type SQL } from "drizzle-orm";
import { union } from "drizzle-orm/pg-core";

/** Who stands in the way, by name; a few of each are enough for a message. */
const few = 5;
const namesOf = async (rows: Promise<{ name: string }[]>) => (await rows).map(({ name }) => name);

/** What uses a resource, so that it cannot be deleted. */
export async function usersOfResource(tx: Tx, row: Resource) {
  const inEnvironments = tx
    .select({ id: environmentResources.environmentId })
    .from(environmentResources)
    .where(eq(environmentResources.resourceId, row.id));
  const lying =
    row.kind === "vpc"
      ? eq(resources.vpcId, row.id)
      : row.kind === "cluster"
        ? sql`${resources.attributes} ->> 'clusterId' = ${row.id}`
        : null;
  return {
    environments: await namesOf(
      tx
        .select({ name: environments.name })
        .from(environments)
        .where(or(eq(environments.vpcId, row.id), inArray(environments.id, inEnvironments)))
        .orderBy(asc(environments.name))
        .limit(few),
    ),
    resources:
      lying === null
        ? []
        : await namesOf(
            tx
              .select({ name: resources.name })
              .from(resources)
              .where(and(eq(resources.projectId, row.projectId), lying))
              .orderBy(asc(resources.name))
              .limit(few),
          ),
    components: await componentsOn(tx, eq(workloads.resourceId, row.id)),
    engines: await namesOf(
      tx
        .select({ name: engines.name })
        .from(engines)
        .where(or(...ofEngines.map((column) => eq(column, row.id))))
        .orderBy(asc(engines.name))
        .limit(few),
    ),
  };
}

/** Where an engine lies, what it is reached by, and its own entry in the inventory. */
const ofEngines = [engines.vpcId, engines.subnetId, engines.publicIpId, engines.resourceId];

/** The components whose workloads match. */
export const componentsOn = (tx: Tx, where: SQL | undefined): Promise<string[]> =>
  namesOf(
    tx
      .selectDistinct({ name: components.name })
      .from(workloads)
      .innerJoin(instances, eq(instances.id, workloads.instanceId))
      .innerJoin(components, eq(components.id, instances.componentId))
      .where(where)
      .orderBy(asc(components.name))
      .limit(few),
  );

/** Those of the resources that something uses; as `usersOfResource`, for many at once. */
export async function usedResources(db: Db, ids: string[]): Promise<Set<string>> {
  const clusterId = sql<string>`${resources.attributes} ->> 'clusterId'`;
  const rows = await union(
    db
      .select({ id: sql<string>`${environmentResources.resourceId}` })
      .from(environmentResources)
      .where(inArray(environmentResources.resourceId, ids)),
    db
      .select({ id: sql<string>`${resources.vpcId}` })
      .from(resources)
      .where(inArray(resources.vpcId, ids)),
    db
      .select({ id: clusterId })
      .from(resources)
      .where(and(eq(resources.kind, "host"), inArray(clusterId, ids))),
    db
      .select({ id: sql<string>`${environments.vpcId}` })
      .from(environments)
      .where(inArray(environments.vpcId, ids)),
    db
      .select({ id: sql<string>`${workloads.resourceId}` })
      .from(workloads)
      .where(inArray(workloads.resourceId, ids)),
    ...ofEngines.map((column) =>
      db
        .select({ id: sql<string>`${column}` })
        .from(engines)
        .where(inArray(column, ids)),
    ),
  );
  return new Set(rows.map(({ id }) => id));
}
