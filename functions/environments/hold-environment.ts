import { environmentResources, environments, resources, type Environment, type Resource, type Tx } from "@flyloft/db";
import { and, asc, eq } from "drizzle-orm";
import { notFound } from "../kernel/errors.ts";

/**
 * Reads an environment of the project with its resources. Until the transaction ends nobody deletes it or changes
 * what it holds; `alone` keeps out those as well who only read it so, such as a deployment into it.
 */
export async function holdEnvironment(
  tx: Tx,
  { projectId, environmentId, alone = false }: { projectId: string; environmentId: string; alone?: boolean },
): Promise<{ environment: Environment; resources: Resource[] }> {
  const [environment] = await tx
    .select()
    .from(environments)
    .where(and(eq(environments.id, environmentId), eq(environments.projectId, projectId)))
    .for(alone ? "update" : "share");
  if (!environment) throw notFound("environment", environmentId);
  const held = await tx
    .select({ resource: resources })
    .from(environmentResources)
    .innerJoin(resources, eq(resources.id, environmentResources.resourceId))
    .where(eq(environmentResources.environmentId, environmentId))
    .orderBy(asc(resources.id));
  return { environment, resources: held.map(({ resource }) => resource) };
}
