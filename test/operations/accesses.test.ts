import { expect, test } from "vitest";
import { deployComponentOf, carried, aComponent, running, stage } from "../deployments/stage.ts";
import { ask } from "../kit/ask.ts";
import { mutate } from "../kit/mutate.ts";

const fields = "{ id name mode protocol containerPort accessPort address }";

test("a service gets a name, and an address as soon as an agent listens there (OPS-14, OPS-17)", async () => {
  const at = await stage();
  const { id } = await running(at, { port: 8080 });
  const given = {
    name: "service-1",
    mode: "cluster",
    protocol: "TCP",
    containerPort: null,
    accessPort: null,
    address: null,
  };
  const first = await mutate(at.owner, "addAccess", { instanceId: id, containerPort: 8080 }, fields);
  expect(first).toEqual({ id: first.id, ...given });
  const second = await mutate(
    at.owner,
    "addAccess",
    { instanceId: id, name: "admin", mode: "public", containerPort: 9090, accessPort: 30_123 },
    fields,
  );
  expect(second).toMatchObject({ name: "admin", mode: "public", containerPort: 9090, accessPort: 30_123 });
  expect(await at.agent.obey()).toMatchObject([
    {
      accesses: [
        { id: first.id, containerPort: null },
        { id: second.id, containerPort: 9090, accessPort: 30_123 },
      ],
    },
  ]);
  const { data } = await ask(
    at.owner,
    "query ($id: ID!) { instance(instanceId: $id) { state accesses { address } } }",
    { id },
  );
  expect(data.instance).toEqual({
    state: "running",
    accesses: [{ address: "127.0.0.1:9000" }, { address: "127.0.0.1:9001" }],
  });

  expect(await mutate(at.owner, "removeAccess", { instanceId: id, accessId: first.id })).toEqual({ id: first.id });
  expect(await at.agent.obey()).toMatchObject([{ accesses: [{ id: second.id }] }]);
  expect(await mutate(at.owner, "removeAccess", { instanceId: id, accessId: first.id })).toMatchObject({
    code: "not_found",
  });
});

test.each([
  ["name", { name: "Upper" }],
  ["name", { name: "-a" }],
  ["containerPort", { containerPort: 0 }],
  ["accessPort", { accessPort: 65_536 }],
  ["protocol", { protocol: "UDP" }],
])("%s in %j is refused", async (field, input) => {
  const at = await stage();
  const { id } = await running(at);
  expect(await mutate(at.owner, "addAccess", { instanceId: id, ...input })).toMatchObject({
    code: "invalid",
    fields: { [field]: [expect.any(String)] },
  });
});

test("names are unique in the instance, ports on the machine", async () => {
  const at = await stage();
  const { id } = await running(at);
  const component = await aComponent(at.owner, {
    applicationId: at.applicationId,
    name: "web",
    packageId: at.packageId,
  });
  const other = await running({ ...at, component });
  const add = (instanceId: string, input: object) => mutate(at.owner, "addAccess", { instanceId, ...input });
  await add(id, { name: "web", accessPort: 30_001 });
  expect(await add(id, { name: "web" })).toMatchObject({ code: "conflict", fields: { name: ["Taken"] } });
  expect(await add(other.id, { name: "web", accessPort: 30_001 })).toMatchObject({
    code: "conflict",
    fields: { accessPort: ["Taken"] },
  });
  expect(await add(other.id, { name: "web", accessPort: 30_002 })).toMatchObject({ id: expect.any(String) });
});

test("what does not listen has no address", async () => {
  const at = await stage();
  const { id } = await deployComponentOf(at, { listens: false });
  await carried(at, id);
  expect(await mutate(at.owner, "addAccess", { instanceId: id })).toMatchObject({ code: "blocked" });
});

test("an instance has as many services as its agent takes, and no more", async () => {
  const at = await stage();
  const { id } = await running(at);
  const add = () => mutate(at.owner, "addAccess", { instanceId: id });
  for (let i = 0; i < 50; i++) expect(await add()).toMatchObject({ id: expect.any(String) });
  expect(await add()).toMatchObject({ code: "limit_reached", limit: 50 });
  expect(await at.agent.pull()).toHaveLength(1);
});

test("a process tells where it runs (OPS-07)", async () => {
  const at = await stage();
  const { id } = await running(at, { replicas: 2 });
  const { data } = await ask(
    at.owner,
    "query ($id: ID!) { instance(instanceId: $id) { replicaList { ready place { id kind name } } } }",
    { id },
  );
  const place = { id: at.cluster.id, kind: "cluster", name: "machine" };
  expect(data.instance.replicaList).toEqual([
    { ready: true, place },
    { ready: true, place },
  ]);
});
