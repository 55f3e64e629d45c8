import { agents, resources, type Resource, type ResourceKindName, type Tx } from "@flyloft/db";
import { and, asc, eq } from "drizzle-orm";
import { DomainError, invalid, notFound } from "../kernel/errors.ts";
import { liesInside } from "./addresses.ts";
import { holdResources } from "./hold-resources.ts";
import { attributesOf, kindOf } from "./kinds/index.ts";

export type Draft = {
  projectId: string;
  kind: ResourceKindName;
  vpcId: string | null;
  agentId: string | null;
  attributes: Record<string, unknown>;
};

/** The attributes as the kind wants them, complete; refuses what it does not know, at its field. */
export function readAttributes(kind: ResourceKindName, given: Record<string, unknown>): Record<string, unknown> {
  const { attributes, title } = kindOf(kind);
  const fields: Record<string, string[]> = {};
  for (const [key, value] of Object.entries(given)) {
    if (value !== undefined && !(key in attributes.shape)) fields[`attributes.${key}`] = [`A ${title} has no ${key}`];
  }
  const parsed = attributes.safeParse(given);
  for (const { path, message } of parsed.error?.issues ?? []) {
    const key = String(path[0]);
    (fields[`attributes.${key}`] ??= []).push(given[key] === undefined ? `A ${title} needs ${key}` : message);
  }
  const [first] = Object.entries(fields);
  if (first) throw new DomainError("invalid", `${first[0]}: ${first[1][0]}`, { fields });
  return parsed.data!;
}

/** Refuses what does not fit its surroundings, and holds those until the transaction ends. */
export async function checkSurroundings(tx: Tx, draft: Draft): Promise<void> {
  const { projectId, kind, vpcId, agentId } = draft;
  const { title, hasAgent } = kindOf(kind);
  if (kind === "vpc" && vpcId !== null) throw invalid("vpcId", "A VPC does not lie in another");
  if (kind !== "vpc" && vpcId === null) throw invalid("vpcId", `A ${title} lies in a VPC: say in which`);
  if (agentId !== null && !hasAgent) throw invalid("agentId", `A ${title} has no agent`);

  if (vpcId !== null) {
    const vpc = (await holdResources(tx, projectId, [vpcId], "vpcId")).get(vpcId)!;
    if (vpc.kind !== "vpc") throw invalid("vpcId", `${vpc.name} is no VPC`);
    if (kind === "subnet") checkRange(attributesOf("subnet", draft).cidr, vpc);
  }
  if (kind === "host") await checkCluster(tx, draft);
  if (agentId !== null) {
    const [agent] = await tx
      .select({ id: agents.id })
      .from(agents)
      .where(and(eq(agents.id, agentId), eq(agents.projectId, projectId)));
    if (!agent) throw notFound("agent", agentId);
  }
}

function checkRange(cidr: string, vpc: Resource) {
  const outer = attributesOf("vpc", vpc).cidr;
  if (!liesInside(cidr, outer))
    throw invalid("attributes.cidr", `${cidr} does not lie inside ${outer}, the range of ${vpc.name}`);
}

/** ENV-09: a node lies in the VPC of its cluster. */
async function checkCluster(tx: Tx, draft: Draft) {
  const { clusterId } = attributesOf("host", draft);
  if (clusterId === null) return;
  const field = "attributes.clusterId";
  const cluster = (await holdResources(tx, draft.projectId, [clusterId], field)).get(clusterId)!;
  if (cluster.kind !== "cluster") throw invalid(field, `${cluster.name} is no cluster`);
  if (cluster.vpcId !== draft.vpcId) throw invalid(field, `The cluster ${cluster.name} lies in another VPC`);
}

/** Refuses a range of a VPC that leaves one of its subnets outside. The VPC must be held. */
export async function checkSubnets(tx: Tx, vpc: Resource): Promise<void> {
  const outer = attributesOf("vpc", vpc).cidr;
  const subnets = await tx
    .select()
    .from(resources)
    .where(and(eq(resources.vpcId, vpc.id), eq(resources.kind, "subnet")))
    .orderBy(asc(resources.name));
  const outside = subnets.filter((one) => !liesInside(attributesOf("subnet", one).cidr, outer)).map(({ name }) => name);
  if (outside.length > 0) {
    throw invalid("attributes.cidr", `These subnets would lie outside ${outer}: ${outside.join(", ")}`, {
      resources: outside,
    });
  }
}
