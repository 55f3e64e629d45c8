import { type Agent, agents, type Instance, type Resource, resources, type Tx, workloads } from "@flyloft/db";
import { eq, inArray } from "drizzle-orm";
import { agentWorks } from "../environments/index.ts";
import { DomainError, invalid } from "../kernel/errors.ts";
import { selectPackage } from "../components/select-package.ts";
import { assertRunnable, type DeploySystem } from "./check-release.ts";

export type Place = { resource: Resource; agent: Agent };

/** The chosen cluster or hosts among those of an environment (DEP-07), each with the agent that reaches it. */
export async function choosePlaces(
  tx: Tx,
  held: readonly Resource[],
  system: DeploySystem,
  { clusterId, hostIds }: { clusterId?: string; hostIds?: string[] },
): Promise<Place[]> {
  const [kind, field] = system === "vm" ? (["host", "hostIds"] as const) : (["cluster", "clusterId"] as const);
  const offered = held.filter((one) => one.kind === kind);
  const wanted =
    system === "vm" ? [...new Set(hostIds)] : clusterId ? [clusterId] : offered.length === 1 ? [offered[0]!.id] : [];
  if (wanted.length === 0) {
    throw invalid(
      field,
      offered.length === 0
        ? `The environment has no ${kind}: add one to it first`
        : `Choose ${system === "vm" ? "at least one host" : "a cluster"} of the environment`,
    );
  }
  const chosen = wanted.map((id) => offered.find((one) => one.id === id) ?? id);
  const stray = chosen.find((one) => typeof one === "string");
  if (stray) throw invalid(field, `${stray} is not a ${kind} of this environment`);
  const places = chosen as Resource[];
  const known = await tx
    .select()
    .from(agents)
    .where(
      inArray(
        agents.id,
        places.flatMap(({ agentId }) => agentId ?? []),
      ),
    );
  return places.map((resource) => {
    const agent = known.find(({ id }) => id === resource.agentId);
    if (!agent)
      throw new DomainError("blocked", `No agent reaches ${resource.name}: install one first`, {
        resource: resource.id,
      });
    return { resource, agent };
  });
}

/** AGT-01: a host is only deployed to while its agent is heard from. */
export function assertOnline({ resource, agent }: Place, now: Date): void {
  if (!agentWorks(agent, now))
    throw new DomainError("blocked", `The agent of ${resource.name} is offline: restart it first`, {
      resource: resource.id,
    });
}

type Held = Omit<Parameters<typeof selectPackage>[1], "projectId">;

/** Refuses a version whose package is gone or does not fit, or that one of the places where the instance runs cannot run. */
export async function assertCanHold(tx: Tx, { id, projectId }: Instance, held: Held): Promise<void> {
  await selectPackage(tx, { projectId, ...held });
  const places = await tx
    .select({ agent: agents, name: resources.name })
    .from(workloads)
    .innerJoin(agents, eq(agents.id, workloads.agentId))
    .innerJoin(resources, eq(resources.id, workloads.resourceId))
    .where(eq(workloads.instanceId, id));
  for (const { agent, name } of places) assertRunnable(agent, name, held.runtime);
}
