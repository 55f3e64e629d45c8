import { type Instance, instances, packages, tasks } from "@flyloft/db";
import { tellInstance } from "@flyloft/functions/deployments";
import { createComponent } from "@flyloft/functions/components";
import { createEnvironment } from "@flyloft/functions/environments";
import * as identity from "@flyloft/functions/identity";

import { eq, sql } from "drizzle-orm";
import { anEngine, anOperation } from "../engines/an-engine.ts";
import { aCluster, deployed, land } from "../environments/land.ts";
import { world } from "../kit/world.ts";

const three = [1, 2, 3];
/** One after the other: each reads what the one before left. */
async function inTurn<T>(make: (n: number) => Promise<T>): Promise<T[]> {
  const made: T[] = [];
  for (const n of three) made.push(await make(n));
  return made;
}
const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

export type Several = Awaited<ReturnType<typeof severalOfEach>>;

/** A world with at least three of every kind of thing; those that lie in others mostly lie in the first of them. */
export async function severalOfEach() {
  const w = await world();
  const { owner: ctx, db, projectId } = w;
  const { vpcId, clusterId } = await land(ctx);
  const spare = await aCluster(ctx, vpcId);
  const environments = await inTurn((n) =>
    createEnvironment(ctx, { name: `env-${n}`, vpcId, resourceIds: [clusterId] }),
  );
  const running = await inTurn((n) =>
    deployed(ctx, { environmentId: environments[n - 1]!.id, resourceId: clusterId, name: `web-${n}` }),
  );
  const applicationId = running[0]!.applicationId;
  const written = { type: "microservice", runtime: "Docker", framework: "SpringCloud" } as const;
  const others = await inTurn((n) => createComponent(ctx, { applicationId, name: `other-${n}`, ...written }));
  const packageIds = three.map(() => ctx.newId("package"));
  await db
    .insert(packages)
    .values(packageIds.map((id) => ({ id, projectId, fileName: "a.jar", size: 1, objectKey: id, createdBy: "owner" })));
  const taskIds = three.map(() => ctx.newId("task"));
  await db.insert(tasks).values(
    running.map(({ instanceId, ...place }, i) => ({
      id: taskIds[i]!,
      projectId,
      instanceId,
      ...place,
      environmentId: environments[i]!.id,
      instanceName: "web",
      kind: "deploy" as const,
      startedBy: "owner",
    })),
  );
  const engines = await inTurn(() => anEngine(ctx));
  const operationIds = await inTurn((n) => anOperation(ctx, engines[n - 1]!));
  const document = { Version: "1.1", Statement: [{ Effect: "Allow", Action: ["cse:*:*"] }] };
  const policies = await inTurn((n) => identity.createPolicy(ctx, { name: `a policy ${n}`, document }));
  const groups = await inTurn((n) => identity.createGroup(ctx, { name: `group-${n}` }));
  const users = await inTurn((n) =>
    identity.createUser(ctx, { name: `user-${n}`, password: "gravel-Otter-91-lantern" }),
  );
  for (const { id: groupId } of groups) await identity.addGroupMembers(ctx, { groupId, userIds: idsOf(users) });
  const delegations = await inTurn(async (n) =>
    identity.createDelegation(ctx, {
      name: `delegation-${n}`,
      projectId,
      delegateId: (await world()).accountId,
      policyIds: idsOf(policies),
    }),
  );
  const kept = await db.execute<{ id: string }>(sql`select id from agents where project_id = ${projectId} order by id`);
  const ids: Record<string, string[]> = {
    application: running.map((one) => one.applicationId),
    component: [...idsOf(others), ...running.map((one) => one.componentId)],
    environment: idsOf(environments),
    resource: [vpcId, clusterId, spare.id],
    package: packageIds,
    instance: running.map((one) => one.instanceId),
    task: taskIds,
    agent: idsOf([...kept]),
    user: idsOf(users),
    group: idsOf(groups),
    policy: idsOf(policies),
    delegation: idsOf(delegations),
    engine: idsOf(engines),
    operation: operationIds,
  };
  return {
    ...w,
    ids,
    /** Says that an instance changed, as whatever changes one does. */
    tellOf: (instanceId: string) =>
      db.transaction(async (tx) => {
        const [row] = await tx.select().from(instances).where(eq(instances.id, instanceId));
        await tellInstance(tx, row as Instance, null);
      }),
  };
}
