import { agents, resources, type Db, type Resource, type Tx } from "@flyloft/db";
import { inArray } from "drizzle-orm";
import type { ErrorCode } from "../kernel/errors.ts";
import { agentWorks } from "./agent-works.ts";
import { attributesOf, kindOf } from "./kinds/index.ts";

export type SelectionRefusal = { code: Extract<ErrorCode, "invalid" | "blocked">; message: string };
type Around = { clusters: Map<string, string>; agents: Map<string, Date>; now: Date };

const clusterIdOf = (row: Resource) => (row.kind === "host" ? attributesOf("host", row).clusterId : null);

/** Why no environment can take this resource now; null when one of its VPC can (ENV-02, ENV-09). */
function refusalOf(row: Resource, { clusters, agents: seen, now }: Around): SelectionRefusal | null {
  const { role, title } = kindOf(row.kind);
  if (role === "network")
    return { code: "invalid", message: `${row.name} is a ${title}: choose clusters, hosts and what goes with them` };
  if (row.kind !== "host") return null;
  const clusterId = clusterIdOf(row);
  if (clusterId !== null) {
    return {
      code: "invalid",
      message: `${row.name} is a node of the cluster ${clusters.get(clusterId)} and follows it: choose the cluster`,
    };
  }
  const lastSeenAt = row.agentId === null ? undefined : seen.get(row.agentId);
  if (!lastSeenAt) return { code: "blocked", message: `${row.name} has no agent: install one first` };
  if (agentWorks({ lastSeenAt }, now)) return null;
  return {
    code: "blocked",
    message: `The agent of ${row.name} is offline, last heard of at ${lastSeenAt.toISOString()}: start it first`,
  };
}

/** One answer per resource, in their order; a constant number of statements. */
export async function selectionRefusals(
  db: Db | Tx,
  rows: readonly Resource[],
  now: Date,
): Promise<(SelectionRefusal | null)[]> {
  const clusterIds = rows.map(clusterIdOf).filter((id) => id !== null);
  const agentIds = rows.map(({ agentId }) => agentId).filter((id) => id !== null);
  const clusters =
    clusterIds.length === 0
      ? []
      : await db
          .select({ id: resources.id, name: resources.name })
          .from(resources)
          .where(inArray(resources.id, clusterIds));
  const seen =
    agentIds.length === 0
      ? []
      : await db
          .select({ id: agents.id, lastSeenAt: agents.lastSeenAt })
          .from(agents)
          .where(inArray(agents.id, agentIds));
  const around = {
    clusters: new Map(clusters.map(({ id, name }) => [id, name])),
    agents: new Map(seen.map(({ id, lastSeenAt }) => [id, lastSeenAt])),
    now,
  };
  return rows.map((row) => refusalOf(row, around));
}
