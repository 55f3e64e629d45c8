import { applications, components, type Db, environments, instances, revisions, type Tx } from "@flyloft/db";
import { and, eq, inArray, sql } from "drizzle-orm";

/** Who uses each package, in words: components by their source, and every version that could be returned to (OPS-04). */
export async function usersOfPackages(
  db: Db | Tx,
  projectId: string,
  ids: readonly string[],
): Promise<Map<string, string[]>> {
  const ofSource = sql<string>`${components.source}->>'packageId'`;
  const sourced = await db
    .select({ id: ofSource, application: applications.name, name: components.name })
    .from(components)
    .innerJoin(applications, eq(applications.id, components.applicationId))
    .where(and(eq(components.projectId, projectId), inArray(ofSource, [...ids])))
    .orderBy(applications.name, components.name);
  const ofVersion = sql<string>`${revisions.spec}->>'packageId'`;
  const released = await db
    .select({ id: ofVersion, environment: environments.name, name: instances.name, version: revisions.version })
    .from(revisions)
    .innerJoin(instances, eq(instances.id, revisions.instanceId))
    .innerJoin(environments, eq(environments.id, instances.environmentId))
    .where(and(eq(instances.projectId, projectId), inArray(ofVersion, [...ids])))
    .orderBy(environments.name, instances.name, revisions.number);
  const users = new Map<string, string[]>(ids.map((id) => [id, []]));
  for (const one of sourced) users.get(one.id)?.push(`component ${one.application}/${one.name}`);
  for (const one of released) users.get(one.id)?.push(`version ${one.version} of ${one.name} in ${one.environment}`);
  return users;
}
