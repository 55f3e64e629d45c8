import { createEnvironment, listResources, updateEnvironment, updateResource } from "@flyloft/functions/environments";
import { expect, test } from "vitest";
import { ask } from "../kit/ask.ts";
import { world } from "../kit/world.ts";
import { aHost, anAgent, land } from "./land.ts";

const refused = (code: string, field: string, words: RegExp) => ({
  code,
  message: expect.stringMatching(words),
  details: { fields: { [field]: [expect.stringMatching(words)] } },
});

test("a host goes into an environment only with an agent that works (ENV-09)", async () => {
  const { owner, clock } = await world();
  const { vpcId } = await land(owner);
  const bare = await aHost(owner, vpcId, { name: "bare" });
  const installed = await aHost(owner, vpcId, { name: "installed", agentId: (await anAgent(owner)).id });
  const make = (id: string) => createEnvironment(owner, { name: "test", vpcId, resourceIds: [id] });
  await expect(make(bare.id)).rejects.toMatchObject(refused("blocked", "resourceIds", /bare has no agent/));
  clock.offset = 91_000;
  await expect(make(installed.id)).rejects.toMatchObject(
    refused("blocked", "resourceIds", /agent of installed is offline/),
  );
  clock.offset = 80_000;
  const { id: environmentId } = await make(installed.id);
  await expect(updateEnvironment(owner, { environmentId, addResourceIds: [bare.id] })).rejects.toMatchObject(
    refused("blocked", "addResourceIds", /bare has no agent/),
  );
});

test("an agent that falls silent later keeps nothing else from being changed (ENV-09)", async () => {
  const { owner, clock } = await world();
  const { vpcId, clusterId } = await land(owner);
  const host = await aHost(owner, vpcId, { agentId: (await anAgent(owner)).id });
  const { id: environmentId } = await createEnvironment(owner, { name: "test", vpcId, resourceIds: [host.id] });
  clock.offset = 600_000;
  await updateEnvironment(owner, { environmentId, description: "still here", addResourceIds: [host.id, clusterId] });
  expect((await listResources(owner, { environmentId })).nodes).toHaveLength(2);
});

test("a node of a cluster follows its cluster and is not selected on its own (ENV-09)", async () => {
  const { owner } = await world();
  const { vpcId, clusterId, cluster } = await land(owner);
  const node = await aHost(owner, vpcId, { clusterId, agentId: (await anAgent(owner)).id });
  await expect(
    createEnvironment(owner, { name: "test", vpcId, resourceIds: [clusterId, node.id] }),
  ).rejects.toMatchObject(refused("invalid", "resourceIds", new RegExp(`node of the cluster ${cluster.name}`)));
});

test("a host that an environment holds cannot become a node; once taken out it can, and can leave again (ENV-09)", async () => {
  const { owner } = await world();
  const { vpcId, clusterId } = await land(owner);
  const host = await aHost(owner, vpcId, { agentId: (await anAgent(owner)).id });
  const { id: environmentId } = await createEnvironment(owner, {
    name: "test",
    vpcId,
    resourceIds: [clusterId, host.id],
  });
  const join = () => updateResource(owner, { resourceId: host.id, attributes: { clusterId } });
  await expect(join()).rejects.toMatchObject({
    code: "blocked",
    details: { environments: ["test"], fields: { "attributes.clusterId": [expect.any(String)] } },
  });
  await updateEnvironment(owner, { environmentId, removeResourceIds: [host.id] });
  expect(await join()).toMatchObject({ attributes: { clusterId } });
  const { data } = await ask(
    owner,
    `mutation ($id: ID!) { updateResource(input: { resourceId: $id, attributes: { clusterId: null } }) { cluster { id } attributes { address } } }`,
    { id: host.id },
  );
  expect(data.updateResource).toEqual({ cluster: null, attributes: { address: "10.0.0.7" } });
});

test("the inventory says of each resource why it cannot be chosen", async () => {
  const { owner } = await world();
  const { vpcId, clusterId, vpc, cluster } = await land(owner);
  await aHost(owner, vpcId, { name: "a-bare" });
  await aHost(owner, vpcId, { name: "b-node", clusterId });
  await aHost(owner, vpcId, { name: "c-good", agentId: (await anAgent(owner)).id });
  const { data } = await ask(
    owner,
    `{ resources(orderBy: name) { nodes { name selectionRefusal cluster { name } } } }`,
  );
  expect(data.resources.nodes).toEqual([
    { name: "a-bare", selectionRefusal: "a-bare has no agent: install one first", cluster: null },
    {
      name: "b-node",
      selectionRefusal: `b-node is a node of the cluster ${cluster.name} and follows it: choose the cluster`,
      cluster: { name: cluster.name },
    },
    { name: "c-good", selectionRefusal: null, cluster: null },
    { name: cluster.name, selectionRefusal: null, cluster: null },
    {
      name: vpc.name,
      selectionRefusal: `${vpc.name} is a VPC: choose clusters, hosts and what goes with them`,
      cluster: null,
    },
  ]);
});
