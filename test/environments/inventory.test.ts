import { resources } from "@flyloft/db";
import {
  createEnvironment,
  deleteResource,
  getResource,
  listResources,
  putResource,
  registerResource,
  updateResource,
} from "@flyloft/functions/environments";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { ask } from "../kit/ask.ts";
import { world } from "../kit/world.ts";
import { aCluster, aHost, aLoadBalancer, anAgent, deployed, land, rejected } from "./land.ts";

const refusal = (code: string, field?: string) => ({
  code,
  ...(field && { details: { fields: { [field]: expect.any(Array) } } }),
});

test("every kind of resource is registered and told as it was given (ENV-01, ENV-10)", async () => {
  const { owner } = await world();
  const { vpcId, clusterId } = await land(owner);
  const wanted = {
    subnet: { cidr: "10.0.4.0/24" },
    cluster: {
      engine: "kubernetes",
      version: "1.31",
      ipv6DualStack: true,
      region: "north-1",
      availabilityZone: "north-1a",
    },
    host: { address: "web-1.example.com", clusterId },
    load_balancer: { address: "10.0.0.2", public: true },
    public_ip: { address: "192.0.2.7" },
    cache: { host: "cache.example.com", port: 6380, database: 3 },
    engine: { address: "fd00::5" },
  } as const;
  for (const [kind, attributes] of Object.entries(wanted)) {
    const { id } = await registerResource(owner, { kind: kind as "host", name: kind, vpcId, attributes });
    expect(await getResource(owner, { resourceId: id })).toMatchObject({ kind, name: kind, vpcId, attributes });
  }
});

describe("a resource is refused at its field:", () => {
  test.each([
    ["subnet", { cidr: "10.1.0.0/24" }, "attributes.cidr"],
    ["subnet", { cidr: "10.0.0.0/8" }, "attributes.cidr"],
    ["subnet", { cidr: "fd00::/48" }, "attributes.cidr"],
    ["subnet", { cidr: "10.0.0.1/24" }, "attributes.cidr"],
    ["subnet", { cidr: "10.0.0.0" }, "attributes.cidr"],
    ["subnet", { cidr: "10.0.0.0/33" }, "attributes.cidr"],
    ["subnet", {}, "attributes.cidr"],
    ["subnet", { cidr: "10.0.0.0/24", port: 80 }, "attributes.port"],
    ["cluster", {}, "attributes.engine"],
    ["cluster", { engine: "swarm" }, "attributes.engine"],
    ["host", { address: "two words" }, "attributes.address"],
    ["host", {}, "attributes.address"],
    ["public_ip", { address: "example.com" }, "attributes.address"],
    ["load_balancer", { address: "" }, "attributes.address"],
    ["cache", { host: "cache", port: 70_000 }, "attributes.port"],
    ["cache", { host: "cache", password: "" }, "attributes.password"],
    ["cache", { host: "cache", colour: "red" }, "attributes"],
  ])("%s with %j at %s", async (kind, attributes, field) => {
    const { owner } = await world();
    const { vpcId } = await land(owner);
    await expect(registerResource(owner, { kind: kind as "host", name: "x", vpcId, attributes })).rejects.toMatchObject(
      refusal("invalid", field),
    );
  });

  test("a name that is blank, taken or has control characters", async () => {
    const { owner } = await world();
    const { vpcId } = await land(owner);
    await aCluster(owner, vpcId, "one");
    await expect(aCluster(owner, vpcId, "one")).rejects.toMatchObject(refusal("conflict", "name"));
    for (const name of [" ", "a\nb", "x".repeat(257)])
      await expect(aCluster(owner, vpcId, name)).rejects.toMatchObject(refusal("invalid", "name"));
    await expect(aLoadBalancer(owner, vpcId, "one")).resolves.toMatchObject({ name: "one" });
  });

  test("a place where it cannot be", async () => {
    const { owner } = await world();
    const [here, there] = [await land(owner), await land(owner)];
    const cluster = { kind: "cluster", name: "x", attributes: { engine: "docker" } } as const;
    await expect(registerResource(owner, cluster)).rejects.toMatchObject(refusal("invalid", "vpcId"));
    await expect(registerResource(owner, { ...cluster, vpcId: here.clusterId })).rejects.toMatchObject(
      refusal("invalid", "vpcId"),
    );
    await expect(
      registerResource(owner, { kind: "vpc", name: "x", vpcId: here.vpcId, attributes: { cidr: "10.0.0.0/8" } }),
    ).rejects.toMatchObject(refusal("invalid", "vpcId"));
    await expect(aHost(owner, here.vpcId, { clusterId: there.clusterId })).rejects.toMatchObject(
      refusal("invalid", "attributes.clusterId"),
    );
    await expect(aHost(owner, here.vpcId, { clusterId: here.vpcId })).rejects.toMatchObject(
      refusal("invalid", "attributes.clusterId"),
    );
  });

  test("an agent of a kind that has none", async () => {
    const { owner } = await world();
    const { vpcId } = await land(owner);
    const { id: agentId } = await anAgent(owner);
    await expect(
      registerResource(owner, { kind: "public_ip", name: "x", vpcId, agentId, attributes: { address: "192.0.2.1" } }),
    ).rejects.toMatchObject(refusal("invalid", "agentId"));
  });
});

test("what belongs to another tenant does not exist", async () => {
  const { owner } = await world();
  const stranger = (await world()).owner;
  const theirs = await land(stranger);
  const { vpcId } = await land(owner);
  const agent = await anAgent(stranger);
  await expect(aCluster(owner, theirs.vpcId)).rejects.toMatchObject(refusal("not_found", "vpcId"));
  await expect(aHost(owner, vpcId, { clusterId: theirs.clusterId })).rejects.toMatchObject(
    refusal("not_found", "attributes.clusterId"),
  );
  await expect(aHost(owner, vpcId, { agentId: agent.id })).rejects.toMatchObject({
    code: "not_found",
    details: { kind: "agent" },
  });
  for (const verb of [getResource, deleteResource, updateResource]) {
    await expect(verb(owner, { resourceId: theirs.clusterId })).rejects.toMatchObject({ code: "not_found" });
  }
  expect((await listResources(owner, { vpcId: theirs.vpcId })).nodes).toEqual([]);
});

test("somebody without rights is told the missing action, at every verb and when asking for a thing by its id", async () => {
  const { owner, nobody } = await world();
  const { vpcId, clusterId } = await land(owner);
  const needs = (action: string) => ({ code: "forbidden", details: { action } });
  await expect(aCluster(nobody, vpcId)).rejects.toMatchObject(needs("servicestage:infrastructure:create"));
  await expect(updateResource(nobody, { resourceId: clusterId })).rejects.toMatchObject(
    needs("servicestage:infrastructure:modify"),
  );
  await expect(deleteResource(nobody, { resourceId: clusterId })).rejects.toMatchObject(
    needs("servicestage:infrastructure:delete"),
  );
  await expect(getResource(nobody, { resourceId: clusterId })).rejects.toMatchObject(needs("servicestage:app:list"));
  await expect(listResources(nobody, {})).rejects.toMatchObject(needs("servicestage:app:list"));
  const { errors } = await ask(nobody, `query ($id: ID!) { node(id: $id) { ... on Resource { name } } }`, {
    id: clusterId,
  });
  expect(errors?.[0]?.extensions).toMatchObject({ code: "forbidden", action: "servicestage:app:list" });
});

test("the list is filtered by kind, VPC and name", async () => {
  const { owner } = await world();
  const [here, there] = [await land(owner), await land(owner)];
  await aCluster(owner, here.vpcId, "blue_green");
  await aCluster(owner, here.vpcId, "blueXgreen");
  await aLoadBalancer(owner, here.vpcId, "blue_lb");
  const names = async (input: Parameters<typeof listResources>[1]) =>
    (await listResources(owner, { orderBy: "name", ...input })).nodes.map(({ name }) => name);
  expect(await names({ kind: "cluster", vpcId: there.vpcId })).toEqual([there.cluster.name]);
  expect(await names({ search: "BLUE_" })).toEqual(["blue_green", "blue_lb"]);
  expect(await names({ search: "blue", kind: "load_balancer" })).toEqual(["blue_lb"]);
});

test("a password is sealed in the database, told by no door, kept by a change of something else and taken away by null", async () => {
  const { owner, db } = await world();
  const { vpcId } = await land(owner);
  const password = "sésame ".repeat(70);
  const { data } = await ask(
    owner,
    `mutation ($vpc: ID!, $password: String!) {
    registerResource(input: { kind: cache, name: "sessions", vpcId: $vpc, attributes: { host: "cache", password: $password } }) { id attributes { host port } }
  }`,
    { vpc: vpcId, password },
  );
  expect(data.registerResource.attributes).toEqual({ host: "cache", port: 6379 });
  const { id } = data.registerResource;
  const stored = async () =>
    (await db.select().from(resources).where(eq(resources.id, id)))[0]!.attributes["password"] as string;
  const opened = async () => owner.secrets.open(await stored(), `resource/${id}/password`);
  expect(await stored()).not.toContain("sésame");
  expect(await opened()).toBe(password);

  const moved = await updateResource(owner, { resourceId: id, attributes: { port: 6380 } });
  const told = [
    moved,
    await getResource(owner, { resourceId: id }),
    (await listResources(owner, { kind: "cache" })).nodes[0]!,
  ];
  for (const one of told) expect(one.attributes).toEqual({ host: "cache", port: 6380, database: 0 });
  expect(await opened()).toBe(password);

  await ask(
    owner,
    `mutation ($id: ID!) { updateResource(input: { resourceId: $id, attributes: { password: null } }) { id } }`,
    { id },
  );
  expect(await stored()).toBeNull();
});

test("a VPC cannot shrink away from its subnets, whose names are told", async () => {
  const { owner } = await world();
  const { vpcId } = await land(owner);
  await registerResource(owner, { kind: "subnet", name: "edge", vpcId, attributes: { cidr: "10.0.200.0/24" } });
  await expect(updateResource(owner, { resourceId: vpcId, attributes: { cidr: "10.0.0.0/17" } })).rejects.toMatchObject(
    {
      code: "invalid",
      details: { resources: ["edge"], fields: { "attributes.cidr": [expect.stringContaining("edge")] } },
    },
  );
  await expect(
    updateResource(owner, { resourceId: vpcId, attributes: { cidr: "10.0.128.0/17" } }),
  ).resolves.toMatchObject({ attributes: { cidr: "10.0.128.0/17" } });
});

test("a resource that is used cannot be deleted, and its users are named", async () => {
  const { owner } = await world();
  const { vpcId, clusterId, cluster } = await land(owner);
  await aHost(owner, vpcId, { clusterId, name: "node-1" });
  const { id: environmentId } = await createEnvironment(owner, { name: "test", vpcId, resourceIds: [clusterId] });
  await deployed(owner, { environmentId, resourceId: clusterId, name: "web" });
  await expect(deleteResource(owner, { resourceId: clusterId })).rejects.toMatchObject({
    code: "blocked",
    details: { environments: ["test"], resources: ["node-1"], components: ["web"] },
  });
  await expect(deleteResource(owner, { resourceId: vpcId })).rejects.toMatchObject({
    code: "blocked",
    details: { environments: ["test"], resources: expect.arrayContaining([cluster.name, "node-1"]) },
  });
  const { id: resourceId } = await aLoadBalancer(owner, vpcId);
  await expect(deleteResource(owner, { resourceId })).resolves.toEqual({ id: resourceId });
  await expect(getResource(owner, { resourceId })).rejects.toMatchObject({ code: "not_found" });
});

test("the agent of a resource stays while components run on it", async () => {
  const { owner } = await world();
  const { vpcId } = await land(owner);
  const [one, other] = [await anAgent(owner), await anAgent(owner)];
  const { id: resourceId } = await aHost(owner, vpcId, { agentId: one.id });
  const { id: environmentId } = await createEnvironment(owner, { name: "test", vpcId, resourceIds: [resourceId] });
  await updateResource(owner, { resourceId, agentId: other.id });
  await deployed(owner, { environmentId, resourceId, name: "web" });
  await expect(updateResource(owner, { resourceId, agentId: one.id })).rejects.toMatchObject(
    refusal("blocked", "agentId"),
  );
  await expect(updateResource(owner, { resourceId, agentId: null })).rejects.toMatchObject(
    refusal("blocked", "agentId"),
  );
  await expect(updateResource(owner, { resourceId, attributes: { address: "10.0.0.8" } })).resolves.toMatchObject({
    agentId: other.id,
  });
});

test("a resource takes no name that another of its kind has", async () => {
  const { owner } = await world();
  const { vpcId, clusterId } = await land(owner);
  await aCluster(owner, vpcId, "one");
  await expect(updateResource(owner, { resourceId: clusterId, name: "one" })).rejects.toMatchObject(
    refusal("conflict", "name"),
  );
});

test("a machine that appears again, several times at once, finds its one resource", async () => {
  const { owner, db, projectId } = await world();
  const { vpcId } = await land(owner);
  const { id: agentId } = await anAgent(owner);
  const put = (address: string) =>
    db.transaction((tx) =>
      putResource(
        { ...owner, tx },
        { projectId, kind: "host", name: "machine", vpcId, agentId, attributes: { address } },
      ),
    );
  const ids = await Promise.all(["10.0.0.1", "10.0.0.2", "10.0.0.3"].map(put));
  expect(new Set(ids.map(({ id }) => id)).size).toBe(1);
  expect(await put("10.0.0.4")).toMatchObject({ id: ids[0]!.id, agentId, attributes: { address: "10.0.0.4" } });
  const elsewhere = await land(owner);
  const moved = db.transaction((tx) =>
    putResource(
      { ...owner, tx },
      {
        projectId,
        kind: "host",
        name: "machine",
        vpcId: elsewhere.vpcId,
        agentId,
        attributes: { address: "10.0.0.4" },
      },
    ),
  );
  await expect(moved).rejects.toMatchObject(refusal("conflict", "vpcId"));
});

test("two who register one name at once: one does", async () => {
  const { owner } = await world();
  const { vpcId } = await land(owner);
  const tries = await Promise.allSettled([1, 2, 3, 4].map(() => aCluster(owner, vpcId, "one")));
  expect(rejected(tries).map(({ code }) => code)).toEqual(["conflict", "conflict", "conflict"]);
});
