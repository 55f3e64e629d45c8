import { type Agent, agents, environmentResources, type Resource, resources, type Tx } from "@flyloft/db";
import { and, eq, inArray } from "drizzle-orm";
import { DomainError, invalid } from "../kernel/errors.ts";
import type { DeploySystem } from "./check-release.ts";

export type Place = { resource: Resource; agent: Agent };

/** An agent is heard from at least every half minute; after this long it counts as offline (AGT-02). */
export const agentOfflineAfter = 90_000;

/** The chosen cluster or hosts of an environment (DEP-07), each with the agent that reaches it. */
export async function choosePlaces(
  tx: Tx,
  environmentId: string,
  system: DeploySystem,
  { clusterId, hostIds }: { clusterId?: string; hostIds?: string[] },
): Promise<Place[]> {
  const kind = system === "vm" ? "host" : "cluster";
  const field = system === "vm" ? "hostIds" : "clusterId";
  const rows = await tx.select({ resource: resources, agent: agents }).from(environmentResources)
    .innerJoin(resources, eq(resources.id, environmentResources.resourceId))
    .leftJoin(agents, eq(agents.id, resources.agentId))
    .where(and(eq(environmentResources.environmentId, environmentId), eq(resources.kind, kind)));
  const wanted = system === "vm" ? [...new Set(hostIds)] : clusterId ? [clusterId] : rows.length === 1 ? [rows[0]!.resource.id] : [];
  if (wanted.length === 0) throw invalid(field, rows.length === 0 ? `The environment has no ${kind}: add one to it first` : `Choose ${system === "vm" ? "at least one host" : "a cluster"} of the environment`);
  return wanted.map((id) => {
    const row = rows.find(({ resource }) => resource.id === id);
    if (!row) throw invalid(field, `${id} is not a ${kind} of this environment`);
    if (!row.agent) throw new DomainError("blocked", `No agent reaches ${row.resource.name}: install one first`, { resource: row.resource.id });
    return { resource: row.resource, agent: row.agent };
  });
}

/** AGT-01: a host is only deployed to while its agent is heard from. */
export function assertOnline({ resource, agent }: Place, now: Date): void {
  if (now.getTime() - agent.lastSeenAt.getTime() > agentOfflineAfter) {
    throw new DomainError("blocked", `The agent of ${resource.name} is offline: restart it first`, { resource: resource.id });
  }
}

/** The agents of an instance's places. */
export async function agentsOf(tx: Tx, agentIds: readonly string[]): Promise<Agent[]> {
  return agentIds.length === 0 ? [] : tx.select().from(agents).where(inArray(agents.id, [...agentIds]));
}
