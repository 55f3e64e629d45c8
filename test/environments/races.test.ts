import { instances, resources } from "@flyloft/db";
import {
  createEnvironment,
  deleteEnvironment,
  deleteResource,
  getEnvironment,
  holdEnvironment,
  listResources,
  registerResource,
  updateEnvironment,
  updateResource,
} from "@flyloft/functions/environments";
import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { world } from "../kit/world.ts";
import { aCluster, aHost, aLoadBalancer, land, rejected } from "./land.ts";

test("two who change one environment at once both keep their change", async () => {
  const { owner } = await world();
  const { vpcId, clusterId } = await land(owner);
  const { id: environmentId } = await createEnvironment(owner, { name: "test", vpcId, resourceIds: [clusterId] });
  const more = await Promise.all([1, 2, 3, 4].map(() => aLoadBalancer(owner, vpcId)));
  await Promise.all(more.map(({ id }) => updateEnvironment(owner, { environmentId, addResourceIds: [id] })));
  expect((await listResources(owner, { environmentId })).nodes).toHaveLength(5);
});

test("two who each take out one of the last two clusters: one stays", async () => {
  const { owner } = await world();
  const { vpcId, clusterId } = await land(owner);
  for (let round = 0; round < 5; round++) {
    const second = await aCluster(owner, vpcId);
    const { id: environmentId } = await createEnvironment(owner, {
      name: `test-${round}`,
      vpcId,
      resourceIds: [clusterId, second.id],
    });
    const tries = await Promise.allSettled(
      [clusterId, second.id].map((id) => updateEnvironment(owner, { environmentId, removeResourceIds: [id] })),
    );
    expect(rejected(tries).map(({ code }) => code)).toEqual(["blocked"]);
    expect((await listResources(owner, { environmentId })).nodes).toHaveLength(1);
  }
});

test("a resource deleted while it is being added is either gone and refused, or kept and in use", async () => {
  const { owner } = await world();
  const { vpcId, clusterId } = await land(owner);
  const { id: environmentId } = await createEnvironment(owner, { name: "test", vpcId, resourceIds: [clusterId] });
  for (let round = 0; round < 10; round++) {
    const { id } = await aLoadBalancer(owner, vpcId);
    const tries = [
      () => updateEnvironment(owner, { environmentId, addResourceIds: [id] }),
      () => deleteResource(owner, { resourceId: id }),
    ];
    if (round % 2 === 1) tries.reverse();
    const refusals = rejected(await Promise.allSettled(tries.map((one) => one())));
    expect(refusals).toHaveLength(1);
    expect(["not_found", "blocked"]).toContain(refusals[0]!.code);
  }
});

test("a VPC or cluster deleted while something is put into it is either gone and refused, or kept", async () => {
  const { owner } = await world();
  for (let round = 0; round < 6; round++) {
    const { vpcId, clusterId } = await land(owner);
    const node = await Promise.allSettled([
      aHost(owner, vpcId, { clusterId }),
      deleteResource(owner, { resourceId: clusterId }),
    ]);
    expect(rejected(node).map(({ code }) => code)).toEqual([expect.stringMatching(/^(not_found|blocked)$/)]);
    const empty = await registerResource(owner, {
      kind: "vpc",
      name: `empty-${round}`,
      attributes: { cidr: "10.0.0.0/8" },
    });
    const inside = await Promise.allSettled([
      deleteResource(owner, { resourceId: empty.id }),
      aCluster(owner, empty.id),
    ]);
    expect(rejected(inside).map(({ code }) => code)).toEqual([expect.stringMatching(/^(not_found|blocked)$/)]);
  }
});

test("no subnet slips in outside a VPC that shrinks at the same moment", async () => {
  const { owner, db } = await world();
  for (let round = 0; round < 6; round++) {
    const { vpcId } = await land(owner);
    const add = registerResource(owner, {
      kind: "subnet",
      name: `s-${round}`,
      vpcId,
      attributes: { cidr: "10.0.200.0/24" },
    });
    const shrink = updateResource(owner, { resourceId: vpcId, attributes: { cidr: "10.0.0.0/17" } });
    expect(rejected(await Promise.allSettled([add, shrink])).map(({ code }) => code)).toEqual(["invalid"]);
    const [vpc] = await db.select().from(resources).where(eq(resources.id, vpcId));
    const subnets = await db
      .select()
      .from(resources)
      .where(sql`${resources.vpcId} = ${vpcId} and ${resources.kind} = 'subnet'`);
    expect(subnets).toHaveLength(vpc!.attributes["cidr"] === "10.0.0.0/16" ? 1 : 0);
  }
});

test("an environment stays as it was read until the deployment that read it has ended", async () => {
  const { owner, db, projectId } = await world();
  const { vpcId, clusterId } = await land(owner);
  const { id: environmentId } = await createEnvironment(owner, { name: "test", vpcId, resourceIds: [clusterId] });
  let removal: Promise<unknown> | undefined;
  await db.transaction(async (tx) => {
    const held = await holdEnvironment(tx, { projectId, environmentId });
    expect(held.resources.map(({ id }) => id)).toEqual([clusterId]);
    removal = deleteEnvironment(owner, { environmentId });
    // It is known to wait when the database lists it as waiting for a lock.
    await expect
      .poll(
        async () =>
          (
            await db.execute(
              sql`select 1 from pg_locks join pg_stat_activity using (pid) where not granted and datname = current_database()`,
            )
          ).length,
        { timeout: 5000 },
      )
      .toBeGreaterThan(0);
    expect(await getEnvironment(owner, { environmentId })).toMatchObject({ name: "test" });
  });
  await expect(removal).resolves.toEqual({ id: environmentId });
  expect(await db.select().from(instances).where(eq(instances.environmentId, environmentId))).toEqual([]);
});
