import { createEnvironment } from "@flyloft/functions/environments";
import { restDoor } from "@flyloft/functions/http";
import { type Session, signIn } from "@flyloft/functions/identity";
import { anonymous, type HttpEnv } from "@flyloft/functions/kernel";
import { Hono } from "hono";
import { expect, test } from "vitest";
import { ask } from "../kit/ask.ts";
import { allowing, world } from "../kit/world.ts";
import { aCluster, aHost, aLoadBalancer, anAgent, deployed, land } from "./land.ts";

test("a list of environments with all they hold costs the same number of statements for one as for many", async () => {
  const { owner, statements } = await world();
  const card = `{ environments(first: 100) { totalCount nodes {
    name vpc { name } resources { name role selectionRefusal vpc { name } cluster { name } attributes { address engine } viewerCan { deleteResource { allowed } } }
    viewerCan { updateEnvironment { allowed } }
  } } }`;
  const make = async (name: string) => {
    const { vpcId, clusterId } = await land(owner);
    const host = await aHost(owner, vpcId, { agentId: (await anAgent(owner)).id });
    const balancer = await aLoadBalancer(owner, vpcId);
    await createEnvironment(owner, { name, vpcId, resourceIds: [clusterId, host.id, balancer.id] });
  };
  const cost = async () => {
    const before = statements.length;
    const { data, errors } = await ask(owner, card);
    expect(errors).toBeUndefined();
    return {
      count: statements.length - before,
      held: data.environments.nodes.flatMap((one: { resources: unknown[] }) => one.resources).length,
    };
  };
  await make("first");
  const one = await cost();
  for (const name of ["second", "third", "fourth", "fifth"]) await make(name);
  const many = await cost();
  expect([one.held, many.held]).toEqual([3, 15]);
  expect(many.count).toBe(one.count);
  expect(many.count).toBeLessThanOrEqual(6);
});

test("the viewer is told beforehand what is in use and cannot be deleted", async () => {
  const { owner, nobody } = await world();
  const { vpcId, clusterId } = await land(owner);
  await aLoadBalancer(owner, vpcId, "free");
  const { id: environmentId } = await createEnvironment(owner, { name: "full", vpcId, resourceIds: [clusterId] });
  await createEnvironment(owner, { name: "empty", vpcId, resourceIds: [clusterId] });
  const cluster = await aCluster(owner, vpcId, "with-node");
  await aHost(owner, vpcId, { name: "node", clusterId: cluster.id });
  const busy = await aCluster(owner, vpcId, "busy");
  await deployed(owner, { environmentId, resourceId: busy.id, name: "web" });
  const { data } = await ask(
    owner,
    `{
    environments { nodes { name viewerCan { deleteEnvironment { allowed reason } } } }
    resources(first: 50) { nodes { name viewerCan { deleteResource { allowed } } } }
  }`,
  );
  expect(data.environments.nodes).toEqual([
    { name: "empty", viewerCan: { deleteEnvironment: { allowed: true, reason: null } } },
    { name: "full", viewerCan: { deleteEnvironment: { allowed: false, reason: "Delete the components there first" } } },
  ]);
  type Node = { name: string; viewerCan: { deleteResource: { allowed: boolean } } };
  expect(
    data.resources.nodes.filter((one: Node) => one.viewerCan.deleteResource.allowed).map(({ name }: Node) => name),
  ).toEqual(["node", "free"]);

  // Whoever lacks the right is told that, and nothing of what is in use.
  const lister = {
    ...nobody,
    actor: {
      ...nobody.actor,
      statements: [allowing(["servicestage:app:list"], `project/${owner.actor.projectId}`)],
    },
  };
  const seen = await ask(lister, `{ environments { nodes { viewerCan { deleteEnvironment { allowed reason } } } } }`);
  const refusal = { allowed: false, reason: "Insufficient permissions: servicestage:environment:delete is needed" };
  expect(seen.data.environments.nodes).toEqual([1, 2].map(() => ({ viewerCan: { deleteEnvironment: refusal } })));
});

test("environments and resources are found by their ids alone", async () => {
  const { owner } = await world();
  const { vpcId, clusterId, cluster } = await land(owner);
  const environment = await createEnvironment(owner, { name: "test", vpcId, resourceIds: [clusterId] });
  const find = async (id: string) =>
    (
      await ask(
        owner,
        `query ($id: ID!) { node(id: $id) { __typename ... on Environment { name } ... on Resource { name } } }`,
        { id },
      )
    ).data.node;
  expect(await find(environment.id)).toEqual({ __typename: "Environment", name: "test" });
  expect(await find(clusterId)).toEqual({ __typename: "Resource", name: cluster.name });
});

test("REST speaks the same verbs, with the same refusals", async () => {
  const { owner, account } = await world();
  const ctx = { ...owner, actor: anonymous };
  const { accessToken } = (await signIn(ctx, { account, user: "owner", password: "correct horse battery" })) as Session;
  const door = new Hono<HttpEnv>()
    .use("*", async (c, next) => {
      c.set("ctx", ctx);
      await next();
    })
    .route("/", restDoor());
  const call = async (method: string, path: string, body?: object) => {
    const headers = { authorization: `Bearer ${accessToken}`, "content-type": "application/json" };
    const answer = await door.request(`/v1${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) });
    return { status: answer.status, body: (await answer.json()) as Record<string, any> };
  };
  const vpc = (await call("POST", "/resources", { kind: "vpc", name: "v", attributes: { cidr: "10.0.0.0/16" } })).body;
  const cache = await call("POST", "/resources", {
    kind: "cache",
    name: "c",
    vpcId: vpc["id"],
    attributes: { host: "cache", password: "secret" },
  });
  expect(cache).toMatchObject({ status: 201, body: { attributes: { host: "cache", port: 6379, database: 0 } } });
  expect(JSON.stringify(cache.body)).not.toContain("password");
  expect(
    await call("POST", "/resources", { kind: "cache", name: "d", vpcId: vpc["id"], attributes: {} }),
  ).toMatchObject({ status: 400, body: { code: "invalid", fields: { "attributes.host": ["A cache needs host"] } } });
  expect(
    await call("POST", "/environments", { name: "test", vpcId: vpc["id"], resourceIds: [cache.body["id"]] }),
  ).toMatchObject({ status: 400, body: { code: "invalid", fields: { resourceIds: [expect.any(String)] } } });

  const cluster = (
    await call("POST", "/resources", { kind: "cluster", name: "k", vpcId: vpc["id"], attributes: { engine: "docker" } })
  ).body;
  const environment = (
    await call("POST", "/environments", {
      name: "test",
      vpcId: vpc["id"],
      resourceIds: [cluster["id"], cache.body["id"]],
    })
  ).body;
  expect(
    (await call("GET", `/resources?environmentId=${environment["id"]}&orderBy=name`)).body["nodes"].map(
      ({ name }: { name: string }) => name,
    ),
  ).toEqual(["c", "k"]);
  expect(await call("DELETE", `/resources/${cluster["id"]}`)).toMatchObject({
    status: 412,
    body: { code: "blocked", environments: ["test"] },
  });
  expect(
    await call("PATCH", `/environments/${environment["id"]}`, { removeResourceIds: [cache.body["id"]] }),
  ).toMatchObject({ status: 200 });
  expect(await call("DELETE", `/environments/${environment["id"]}`)).toMatchObject({ status: 200 });
  expect(await call("GET", `/environments/${environment["id"]}`)).toMatchObject({
    status: 404,
    body: { code: "not_found" },
  });
});
