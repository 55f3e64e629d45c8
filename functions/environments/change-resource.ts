import { environmentResources, environments, resources, type Resource, workloads } from "@flyloft/db";
import { asc, eq } from "drizzle-orm";
import { conflict, DomainError, isUniqueViolation } from "../kernel/errors.ts";
import { checkSubnets, checkSurroundings, readAttributes } from "./check-resource.ts";
import { attributesOf, kindOf, openAttributes } from "./kinds/index.ts";
import type { Given } from "./put-resource.ts";
import { sealAttributes } from "./seal-attributes.ts";
import { componentsOn } from "./users-of-resource.ts";

export type ResourceChange = { name?: string; agentId?: string | null; attributes?: Record<string, unknown> };

/** Changes a resource that the caller holds alone. Attributes left out stay as they are; null takes one away. */
export async function changeResource(call: Given, row: Resource, change: ResourceChange): Promise<Resource> {
  const { tx } = call;
  const given = Object.fromEntries(Object.entries(change.attributes ?? {}).filter(([, value]) => value !== undefined));
  const attributes = readAttributes(row.kind, { ...openAttributes(row.kind, row.attributes), ...given });
  const agentId = change.agentId === undefined ? row.agentId : change.agentId;
  const draft = { ...row, attributes, agentId };
  await checkSurroundings(tx, draft);
  if (row.kind === "vpc") await checkSubnets(tx, draft);
  if (row.kind === "host") await keepSelected(call, row, draft);
  if (row.agentId !== null && agentId !== row.agentId) await keepAgent(call, row);
  const values = {
    name: change.name ?? row.name,
    agentId,
    attributes: sealAttributes(call, row, { attributes, given, before: row.attributes }),
    updatedAt: call.now(),
  };
  try {
    const [changed] = await tx.update(resources).set(values).where(eq(resources.id, row.id)).returning();
    return changed!;
  } catch (error) {
    if (isUniqueViolation(error)) throw nameTaken(row, values.name);
    throw error;
  }
}

export const nameTaken = ({ kind }: Pick<Resource, "kind">, name: string) =>
  conflict(`There is a ${kindOf(kind).title} called ${name} already`, { fields: { name: ["Taken"] } });

/** ENV-09: a host that environments have selected cannot become a node, which follows its cluster instead. */
async function keepSelected({ tx }: Given, row: Resource, draft: Resource) {
  if (attributesOf("host", draft).clusterId === null || attributesOf("host", row).clusterId !== null) return;
  const selected = await tx
    .select({ name: environments.name })
    .from(environmentResources)
    .innerJoin(environments, eq(environments.id, environmentResources.environmentId))
    .where(eq(environmentResources.resourceId, row.id))
    .orderBy(asc(environments.name))
    .limit(5);
  const names = selected.map(({ name }) => name);
  if (names.length > 0)
    throw inUse("attributes.clusterId", `Remove ${row.name} from these environments first: ${names.join(", ")}`, {
      environments: names,
    });
}

/** The agent that runs workloads is the one that can end them. */
async function keepAgent({ tx }: Given, row: Resource) {
  const names = await componentsOn(tx, eq(workloads.resourceId, row.id));
  if (names.length > 0)
    throw inUse("agentId", `Its agent runs these components, delete them first: ${names.join(", ")}`, {
      components: names,
    });
}

const inUse = (field: string, message: string, facts: Record<string, string[]>) =>
  new DomainError("blocked", message, { ...facts, fields: { [field]: [message] } });
