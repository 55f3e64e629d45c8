import { agents, components, instances, workloads } from "@flyloft/db";
import { createApplication } from "@flyloft/functions/apps";
import { registerResource } from "@flyloft/functions/environments";
import type { Ctx } from "@flyloft/functions/kernel";

let count = 0;
const fresh = (word: string) => `${word}-${++count}`;

/** A VPC with one cluster, as an environment needs it at least. */
export async function land(ctx: Ctx) {
  const vpc = await registerResource(ctx, { kind: "vpc", name: fresh("vpc"), attributes: { cidr: "10.0.0.0/16" } });
  const cluster = await aCluster(ctx, vpc.id);
  return { vpcId: vpc.id, clusterId: cluster.id, vpc, cluster };
}

export const aCluster = (ctx: Ctx, vpcId: string, name = fresh("cluster")) =>
  registerResource(ctx, { kind: "cluster", name, vpcId, attributes: { engine: "process" } });

export const aLoadBalancer = (ctx: Ctx, vpcId: string, name = fresh("lb")) =>
  registerResource(ctx, { kind: "load_balancer", name, vpcId, attributes: { address: "10.0.0.9" } });

export async function anAgent({ db, actor, newId, now }: Ctx, lastSeenAt = now()) {
  const host = { hostname: "h", os: "linux", arch: "x64", cpus: 2, memoryBytes: 1, address: "127.0.0.1" };
  const [row] = await db
    .insert(agents)
    .values({
      id: newId("agent"),
      projectId: actor.projectId,
      name: fresh("agent"),
      accessKeyId: "key",
      version: "1.0.0",
      capabilities: ["process"],
      host,
      runtimes: [],
      lastSeenAt,
    })
    .returning();
  return row!;
}

export const aHost = (ctx: Ctx, vpcId: string, given: { agentId?: string; clusterId?: string; name?: string } = {}) =>
  registerResource(ctx, {
    kind: "host",
    name: given.name ?? fresh("host"),
    vpcId,
    agentId: given.agentId,
    attributes: { address: "10.0.0.7", ...(given.clusterId && { clusterId: given.clusterId }) },
  });

/** A component that runs in an environment, on one of its resources. */
export async function deployed(
  ctx: Ctx,
  { environmentId, resourceId, name }: { environmentId: string; resourceId: string; name: string },
) {
  const {
    db,
    newId,
    actor: { projectId },
  } = ctx;
  const { id: applicationId } = await createApplication(ctx, { name: fresh("app") });
  const agent = await anAgent(ctx);
  const [componentId, instanceId] = [newId("component"), newId("instance")];
  await db.insert(components).values({
    id: componentId,
    projectId,
    applicationId,
    name,
    type: "web",
    runtime: "Nodejs24",
    source: { kind: "zip", packageId: "pkg" },
    createdBy: "owner",
  });
  await db.insert(instances).values({
    id: instanceId,
    projectId,
    applicationId,
    componentId,
    environmentId,
    name,
    deploySystem: "container",
    version: "1.0",
    revision: 1,
    replicas: 1,
    maxUnavailable: { value: 0, percent: false },
    createdBy: "owner",
  });
  await db.insert(workloads).values({
    id: newId("workload"),
    projectId,
    instanceId,
    resourceId,
    agentId: agent.id,
    revision: 1,
    replicas: 1,
    wish: "running",
    changeSeq: 1,
  });
  return { applicationId, componentId, instanceId };
}

export const rejected = (tries: PromiseSettledResult<unknown>[]) =>
  tries
    .filter((one) => one.status === "rejected")
    .map(({ reason }) => reason as { code: string; details: Record<string, unknown> });
