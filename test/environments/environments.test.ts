import { auditLog, components, environmentResources, workloads } from "@flyloft/db";
import {
  createEnvironment,
  deleteEnvironment,
  getEnvironment,
  getResource,
  listEnvironments,
  listResources,
  registerResource,
  updateEnvironment,
} from "@flyloft/functions/environments";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { ask } from "../kit/ask.ts";
import { world } from "../kit/world.ts";
import { aCluster, aLoadBalancer, deployed, land, rejected } from "./land.ts";

const refusal = (code: string, field: string) => ({ code, details: { fields: { [field]: expect.any(Array) } } });
const open = async (given: Parameters<typeof world>[0] = {}) => {
  const one = await world(given);
  const { vpcId, clusterId, vpc } = await land(one.owner);
  const { id: environmentId } = await createEnvironment(one.owner, { name: "test", vpcId, resourceIds: [clusterId] });
  const held = async () =>
    (await listResources(one.owner, { environmentId, first: 100 })).nodes.map(({ id }) => id).sort();
  return { ...one, vpcId, clusterId, vpc, environmentId, held };
};

test("an environment combines base and optional resources of one VPC (ENV-01, ENV-02)", async () => {
  const { owner } = await world();
  const { vpcId, clusterId, vpc, cluster } = await land(owner);
  const balancer = await aLoadBalancer(owner, vpcId, "front");
  const { data, errors } = await ask(
    owner,
    `mutation ($vpc: ID!, $resources: [ID!]!) {
    createEnvironment(input: { name: "生产_prod-1", vpcId: $vpc, resourceIds: $resources }) {
      name description createdBy vpc { name role } resources { name kind role vpc { name } } viewerCan { deleteEnvironment { allowed } updateEnvironment { allowed } }
    }
  }`,
    { vpc: vpcId, resources: [clusterId, balancer.id, clusterId] },
  );
  expect(errors).toBeUndefined();
  expect(data.createEnvironment).toEqual({
    name: "生产_prod-1",
    description: "",
    createdBy: "owner",
    vpc: { name: vpc.name, role: "network" },
    resources: [
      { name: cluster.name, kind: "cluster", role: "base", vpc: { name: vpc.name } },
      { name: "front", kind: "load_balancer", role: "optional", vpc: { name: vpc.name } },
    ],
    viewerCan: { deleteEnvironment: { allowed: true }, updateEnvironment: { allowed: true } },
  });
});

test.each([["a"], ["x".repeat(65)], ["no spaces"], ["sla/sh"], [""]])(
  "the name %j is refused with its field",
  async (name) => {
    const { owner, environmentId } = await open();
    const { vpcId, clusterId } = await land(owner);
    await expect(createEnvironment(owner, { name, vpcId, resourceIds: [clusterId] })).rejects.toMatchObject(
      refusal("invalid", "name"),
    );
    await expect(updateEnvironment(owner, { environmentId, name })).rejects.toMatchObject(refusal("invalid", "name"));
  },
);

test("a name is given once per project, and free to other tenants", async () => {
  const { owner, vpcId, clusterId } = await open();
  await expect(createEnvironment(owner, { name: "test", vpcId, resourceIds: [clusterId] })).rejects.toMatchObject(
    refusal("conflict", "name"),
  );
  const { id: environmentId } = await createEnvironment(owner, { name: "other", vpcId, resourceIds: [clusterId] });
  await expect(updateEnvironment(owner, { environmentId, name: "test" })).rejects.toMatchObject(
    refusal("conflict", "name"),
  );
  await expect(open()).resolves.toBeTruthy();
});

test("without a cluster or host there is no environment (ENV-02)", async () => {
  const { owner } = await world();
  const { vpcId } = await land(owner);
  const balancer = await aLoadBalancer(owner, vpcId);
  for (const resourceIds of [[], [balancer.id]]) {
    await expect(createEnvironment(owner, { name: "test", vpcId, resourceIds })).rejects.toMatchObject(
      refusal("invalid", "resourceIds"),
    );
  }
  expect((await listEnvironments(owner, {})).nodes).toEqual([]);
});

test("resources of another VPC and networks are refused, when it is made and later (ENV-02, ENV-05)", async () => {
  const { owner, vpcId, clusterId, environmentId, held } = await open();
  const elsewhere = await land(owner);
  const subnet = await registerResource(owner, {
    kind: "subnet",
    name: "s",
    vpcId,
    attributes: { cidr: "10.0.0.0/24" },
  });
  for (const wrong of [elsewhere.clusterId, vpcId, subnet.id]) {
    await expect(
      createEnvironment(owner, { name: "more", vpcId, resourceIds: [clusterId, wrong] }),
    ).rejects.toMatchObject(refusal("invalid", "resourceIds"));
    await expect(updateEnvironment(owner, { environmentId, addResourceIds: [wrong] })).rejects.toMatchObject(
      refusal("invalid", "addResourceIds"),
    );
  }
  await expect(
    createEnvironment(owner, { name: "more", vpcId: clusterId, resourceIds: [clusterId] }),
  ).rejects.toMatchObject(refusal("invalid", "vpcId"));
  expect(await held()).toEqual([clusterId]);
});

test("one environment more than the limit is refused, also when several try at once (LIM-03)", async () => {
  const { owner } = await world({ limits: { environments: 2 } });
  const { vpcId, clusterId } = await land(owner);
  const tries = await Promise.allSettled(
    ["one", "two", "three", "four"].map((name) => createEnvironment(owner, { name, vpcId, resourceIds: [clusterId] })),
  );
  expect(rejected(tries)).toMatchObject([{ code: "limit_reached", details: { limit: 2 } }, { code: "limit_reached" }]);
});

test("what belongs to another tenant does not exist", async () => {
  const mine = await open();
  const theirs = await open();
  const { owner, vpcId, clusterId, environmentId } = mine;
  await expect(
    createEnvironment(owner, { name: "more", vpcId: theirs.vpcId, resourceIds: [theirs.clusterId] }),
  ).rejects.toMatchObject(refusal("not_found", "vpcId"));
  await expect(
    createEnvironment(owner, { name: "more", vpcId, resourceIds: [clusterId, theirs.clusterId] }),
  ).rejects.toMatchObject(refusal("not_found", "resourceIds"));
  await expect(updateEnvironment(owner, { environmentId, addResourceIds: [theirs.clusterId] })).rejects.toMatchObject(
    refusal("not_found", "addResourceIds"),
  );
  for (const verb of [getEnvironment, updateEnvironment, deleteEnvironment]) {
    await expect(verb(owner, { environmentId: theirs.environmentId })).rejects.toMatchObject({ code: "not_found" });
  }
  expect((await listResources(owner, { environmentId: theirs.environmentId })).nodes).toEqual([]);
  const { errors } = await ask(owner, `query ($id: ID!) { node(id: $id) { ... on Environment { name } } }`, {
    id: theirs.environmentId,
  });
  expect(errors?.[0]?.extensions.code).toBe("not_found");
});

test("somebody without rights is told the missing action (IAM-18)", async () => {
  const { nobody, vpcId, clusterId, environmentId } = await open();
  const needs = (action: string) => ({ code: "forbidden", details: { action } });
  await expect(createEnvironment(nobody, { name: "more", vpcId, resourceIds: [clusterId] })).rejects.toMatchObject(
    needs("servicestage:environment:create"),
  );
  await expect(updateEnvironment(nobody, { environmentId })).rejects.toMatchObject(
    needs("servicestage:environment:modify"),
  );
  await expect(deleteEnvironment(nobody, { environmentId })).rejects.toMatchObject(
    needs("servicestage:environment:delete"),
  );
  await expect(getEnvironment(nobody, { environmentId })).rejects.toMatchObject(needs("servicestage:app:list"));
  await expect(listEnvironments(nobody, {})).rejects.toMatchObject(needs("servicestage:app:list"));
});

test("name, description and resources change; the VPC cannot be given (ENV-05)", async () => {
  const { owner, vpcId, clusterId, environmentId, held } = await open();
  const [second, balancer] = [await aCluster(owner, vpcId), await aLoadBalancer(owner, vpcId)];
  await updateEnvironment(owner, {
    environmentId,
    name: "staging",
    description: "before production",
    addResourceIds: [second.id, balancer.id, clusterId],
  });
  expect(await getEnvironment(owner, { environmentId })).toMatchObject({
    name: "staging",
    description: "before production",
    vpcId,
  });
  expect(await held()).toEqual([clusterId, second.id, balancer.id].sort());
  await updateEnvironment(owner, { environmentId, removeResourceIds: [clusterId] });
  expect(await held()).toEqual([second.id, balancer.id].sort());
  const { errors } = await ask(
    owner,
    `mutation ($id: ID!, $vpc: ID!) { updateEnvironment(input: { environmentId: $id, vpcId: $vpc }) { id } }`,
    { id: environmentId, vpc: vpcId },
  );
  expect(errors?.[0]?.message).toContain("vpcId");
});

test("what is not there cannot be taken out, nor put in and taken out at once", async () => {
  const { owner, vpcId, clusterId, environmentId, held } = await open();
  const { id } = await aCluster(owner, vpcId);
  await expect(updateEnvironment(owner, { environmentId, removeResourceIds: [id] })).rejects.toMatchObject(
    refusal("invalid", "removeResourceIds"),
  );
  await expect(
    updateEnvironment(owner, { environmentId, addResourceIds: [id], removeResourceIds: [id] }),
  ).rejects.toMatchObject(refusal("invalid", "removeResourceIds"));
  expect(await held()).toEqual([clusterId]);
});

test("the last base resource stays unless another takes its place in the same change (ENV-05)", async () => {
  const { owner, vpcId, clusterId, environmentId, held } = await open();
  const [second, balancer] = [await aCluster(owner, vpcId), await aLoadBalancer(owner, vpcId)];
  await expect(
    updateEnvironment(owner, { environmentId, addResourceIds: [balancer.id], removeResourceIds: [clusterId] }),
  ).rejects.toMatchObject(refusal("blocked", "removeResourceIds"));
  expect(await held()).toEqual([clusterId]);
  await updateEnvironment(owner, { environmentId, addResourceIds: [second.id], removeResourceIds: [clusterId] });
  expect(await held()).toEqual([second.id]);
});

test("a resource on which a component runs stays, and the component is named (ENV-05)", async () => {
  const { owner, db, vpcId, clusterId, environmentId, held } = await open();
  const second = await aCluster(owner, vpcId);
  await updateEnvironment(owner, { environmentId, addResourceIds: [second.id] });
  const { instanceId } = await deployed(owner, { environmentId, resourceId: clusterId, name: "web" });
  await expect(
    updateEnvironment(owner, { environmentId, name: "renamed", removeResourceIds: [clusterId] }),
  ).rejects.toMatchObject({
    code: "blocked",
    message: expect.stringContaining("web"),
    details: { components: ["web"], fields: { removeResourceIds: [expect.any(String)] } },
  });
  expect(await getEnvironment(owner, { environmentId })).toMatchObject({ name: "test" });
  await updateEnvironment(owner, { environmentId, removeResourceIds: [second.id] });
  await expect(
    updateEnvironment(owner, { environmentId, addResourceIds: [second.id], removeResourceIds: [clusterId] }),
  ).rejects.toMatchObject({ code: "blocked" });
  // A workload that has left the resource holds it no longer.
  await db.update(workloads).set({ gone: true }).where(eq(workloads.instanceId, instanceId));
  await updateEnvironment(owner, { environmentId, addResourceIds: [second.id], removeResourceIds: [clusterId] });
  expect(await held()).toEqual([second.id]);
});

test("an environment in which a component is deployed stays, and the component is named (ENV-06)", async () => {
  const { owner, db, clusterId, environmentId } = await open();
  const { componentId } = await deployed(owner, { environmentId, resourceId: clusterId, name: "web" });
  await expect(deleteEnvironment(owner, { environmentId })).rejects.toMatchObject({
    code: "blocked",
    details: { components: ["web"] },
  });
  expect(await db.select().from(components).where(eq(components.id, componentId))).toHaveLength(1);
});

test("deleting an environment leaves its resources in the inventory (ENV-06)", async () => {
  const { owner, db, clusterId, environmentId } = await open();
  await deleteEnvironment(owner, { environmentId });
  await expect(getEnvironment(owner, { environmentId })).rejects.toMatchObject({ code: "not_found" });
  expect(await getResource(owner, { resourceId: clusterId })).toMatchObject({ id: clusterId });
  expect(
    await db.select().from(environmentResources).where(eq(environmentResources.environmentId, environmentId)),
  ).toEqual([]);
});

test("the list is searched and ordered", async () => {
  const { owner, vpcId, clusterId } = await open();
  const elsewhere = await land(owner);
  for (const name of ["prod_b", "prod_a"]) await createEnvironment(owner, { name, vpcId, resourceIds: [clusterId] });
  await createEnvironment(owner, { name: "prod_c", vpcId: elsewhere.vpcId, resourceIds: [elsewhere.clusterId] });
  const names = async (input: Parameters<typeof listEnvironments>[1]) =>
    (await listEnvironments(owner, input)).nodes.map(({ name }) => name);
  expect(await names({})).toEqual(["prod_c", "prod_a", "prod_b", "test"]);
  expect(await names({ search: "PROD", orderBy: "name" })).toEqual(["prod_a", "prod_b", "prod_c"]);
  expect(await names({ vpcId: elsewhere.vpcId })).toEqual(["prod_c"]);
});

test("every change and every refusal leaves an audit row", async () => {
  const { owner, nobody, db, environmentId } = await open();
  await updateEnvironment(nobody, { environmentId, name: "theirs" }).catch(() => {});
  await updateEnvironment(owner, { environmentId, name: "mine" });
  const rows = await db.select().from(auditLog).where(eq(auditLog.targetId, environmentId));
  expect(rows.map(({ operation, result }) => `${operation} ${result}`)).toEqual([
    "createEnvironment done",
    "updateEnvironment forbidden",
    "updateEnvironment done",
  ]);
});
