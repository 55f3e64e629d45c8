import {
  createComponent,
  deleteComponentTemplate,
  listComponents,
  listComponentTemplates,
  updateComponent,
  updateComponentSource,
} from "@flyloft/functions/components";
import { type Ctx, isDomainError } from "@flyloft/functions/kernel";
import { resources } from "@flyloft/db";
import { beforeAll, describe, expect, test } from "vitest";
import { ask } from "../kit/ask.ts";
import { emptyJar, nodeZip, war, zipOf } from "../kit/archives.ts";
import { world } from "../kit/world.ts";
import { store, upload } from "./store.ts";

type Input = Partial<Parameters<typeof createComponent>[1]>;
type Refusal = { code: string; field: string | undefined; message: string };

/** What a refusal says; a component that was made instead fails the test. */
async function refusalOf(work: Promise<unknown>): Promise<Refusal> {
  const error = await work.then(
    (made) => Promise.reject(new Error(`Not refused: ${JSON.stringify(made)}`)),
    (failure: unknown) => failure,
  );
  if (!isDomainError(error)) throw error;
  return { code: error.code, field: Object.keys(error.details.fields ?? {})[0], message: error.message };
}

/** A project with one package of each kind. */
async function stocked() {
  const here = await store();
  const files = {
    node: ["a.zip", nodeZip()],
    jar: ["a.jar", emptyJar()],
    war: ["a.war", war()],
    flask: ["b.zip", zipOf({ "server.py": "app = 1" })],
    django: ["c.zip", zipOf({ "manage.py": "" })],
    reserved: ["d.zip", zipOf({ "package.json": '{"scripts":{"start":"x"}}', "start.sh": "", "bin/stop.sh": "" })],
    noMain: ["e.jar", emptyJar(null)],
    bad: ["f.zip", Buffer.from("nothing")],
  } as const;
  const ids: Record<string, string> = {};
  for (const [name, [fileName, body]] of Object.entries(files))
    ids[name] = (await upload(here.owner, fileName, body)).id;
  const [cluster] = await here.db
    .insert(resources)
    .values([
      { id: here.owner.newId("resource"), projectId: here.projectId, kind: "cluster", name: "local", attributes: {} },
    ])
    .returning();
  const create = (ctx: Ctx, input: Input) =>
    createComponent(ctx, {
      applicationId: here.applicationId,
      name: `c-${Math.random().toString(36).slice(2)}`,
      ...input,
    });
  return { ...here, ids: ids as Record<keyof typeof files, string>, clusterId: cluster!.id, create };
}
let here: Awaited<ReturnType<typeof stocked>>;
beforeAll(async () => {
  here = await stocked();
});

const web = { type: "web", runtime: "Nodejs24" } as const;
const zip = (of: keyof typeof here.ids) => ({ kind: "zip", packageId: here.ids[of] }) as const;

describe("what CMP-04 to CMP-23 refuse, with code and field", () => {
  const refused: [string, string, string | undefined, () => Input][] = [
    ["no type", "invalid", "type", () => ({ runtime: "Java8" })],
    ["no runtime", "invalid", "runtime", () => ({ type: "web" })],
    ["an unknown runtime", "invalid", "runtime", () => ({ type: "web", runtime: "Cobol" })],
    ["a microservice without framework", "invalid", "framework", () => ({ type: "microservice", runtime: "Java8" })],
    [
      "an unknown framework",
      "invalid",
      "framework",
      () => ({ type: "microservice", runtime: "Java8", framework: "Struts" }),
    ],
    [
      "a framework that does not run there",
      "invalid",
      "runtime",
      () => ({ type: "microservice", runtime: "Nodejs8", framework: "SpringCloud" }),
    ],
    [
      "Go Chassis outside of Docker",
      "invalid",
      "runtime",
      () => ({ type: "microservice", runtime: "Java8", framework: "GoChassis" }),
    ],
    ["a framework on a Web component", "invalid", "framework", () => ({ ...web, framework: "Mesher" })],
    ["an unknown template", "invalid", "template", () => ({ template: "None" })],
    ["a template and a type", "invalid", "type", () => ({ template: "ServiceComb", type: "web" })],
    [
      "a template saved as a template",
      "invalid",
      "saveAsTemplate",
      () => ({ template: "ServiceComb", saveAsTemplate: "again" }),
    ],
    ["no source", "invalid", "source", () => web],
    [
      "a source of another kind than the runtime's",
      "invalid",
      "source.kind",
      () => ({ ...web, source: { kind: "jar", packageId: here.ids.jar } }),
    ],
    ["an image where a package belongs", "invalid", "source.kind", () => ({ ...web, source: { kind: "image" } })],
    [
      "a template source with Spring Cloud (CMP-15)",
      "invalid",
      "source.kind",
      () => ({
        type: "microservice",
        runtime: "Java8",
        framework: "SpringCloud",
        source: { kind: "template", authorisation: "a", namespace: "b", repository: "c", framework: "d" },
      }),
    ],
    [
      "a template source with Python (CMP-15)",
      "invalid",
      "source.kind",
      () => ({
        type: "web",
        runtime: "Python3",
        python: { framework: "Python3-Django" },
        source: { kind: "template", authorisation: "a", namespace: "b", repository: "c", framework: "d" },
      }),
    ],
    [
      "a repository without authorisation (CMP-10)",
      "blocked",
      "source.authorisation",
      () => ({
        ...web,
        source: { kind: "repository", authorisation: "a", namespace: "b", repository: "c", branch: "d" },
      }),
    ],
    [
      "a package that is not there",
      "not_found",
      undefined,
      () => ({ ...web, source: { kind: "zip", packageId: "pkg_none" } }),
    ],
    ["a package that was refused", "blocked", "source.packageId", () => ({ ...web, source: zip("bad") })],
    ["a Zip that holds something else", "invalid", "source.packageId", () => ({ ...web, source: zip("flask") })],
    [
      "a War called a Zip (CMP-09)",
      "invalid",
      "source.packageId",
      () => ({ ...web, source: { kind: "zip", packageId: here.ids.war } }),
    ],
    [
      "a Jar that cannot be run",
      "invalid",
      "source.packageId",
      () => ({ type: "generic", runtime: "Java17", source: { kind: "jar", packageId: here.ids.noMain } }),
    ],
    [
      "a source for Docker (CMP-20)",
      "invalid",
      "source.kind",
      () => ({ type: "web", runtime: "Docker", source: zip("node") }),
    ],
    [
      "a build for Docker (CMP-20)",
      "invalid",
      "build",
      () => ({ type: "web", runtime: "Docker", build: { organization: "org", clusterId: here.clusterId } }),
    ],
    [
      "Python without framework (CMP-21)",
      "invalid",
      "python.framework",
      () => ({ type: "web", runtime: "Python3", source: zip("flask") }),
    ],
    [
      "an unknown Python framework",
      "invalid",
      "python.framework",
      () => ({ type: "web", runtime: "Python3", source: zip("flask"), python: { framework: "Bottle" } }),
    ],
    [
      "Flask without module",
      "invalid",
      "python.module",
      () => ({
        type: "web",
        runtime: "Python3",
        source: zip("flask"),
        python: { framework: "Python3-Flask", variable: "app" },
      }),
    ],
    [
      "Flask without variable",
      "invalid",
      "python.variable",
      () => ({
        type: "web",
        runtime: "Python3",
        source: zip("flask"),
        python: { framework: "Python3-Flask", module: "server" },
      }),
    ],
    [
      "a module that is no Python name",
      "invalid",
      "python.module",
      () => ({
        type: "web",
        runtime: "Python3",
        source: zip("flask"),
        python: { framework: "Python3-WSGI", module: "server.py;rm", variable: "app" },
      }),
    ],
    [
      "a variable that is no Python name",
      "invalid",
      "python.variable",
      () => ({
        type: "web",
        runtime: "Python3",
        source: zip("flask"),
        python: { framework: "Python3-WSGI", module: "server", variable: "app()" },
      }),
    ],
    [
      "a module that is not in the Zip",
      "invalid",
      "source.packageId",
      () => ({
        type: "web",
        runtime: "Python3",
        source: zip("flask"),
        python: { framework: "Python3-WSGI", module: "main", variable: "app" },
      }),
    ],
    [
      "a module for Django",
      "invalid",
      "python.module",
      () => ({
        type: "web",
        runtime: "Python3",
        source: zip("django"),
        python: { framework: "Python3-Django", module: "x" },
      }),
    ],
    [
      "a Python entry for Node.js",
      "invalid",
      "python",
      () => ({ ...web, source: zip("node"), python: { framework: "Python3-Django" } }),
    ],
    [
      "a build on a cluster that is not there (CMP-23)",
      "invalid",
      "build.clusterId",
      () => ({ ...web, source: zip("node"), build: { organization: "org", clusterId: "res_none" } }),
    ],
    [
      "a compile command for a package",
      "invalid",
      "build.command",
      () => ({
        ...web,
        source: zip("node"),
        build: { organization: "org", clusterId: here.clusterId, command: "make" },
      }),
    ],
    [
      "an organisation that cannot be",
      "invalid",
      "build.organization",
      () => ({ ...web, source: zip("node"), build: { organization: "Org!", clusterId: here.clusterId } }),
    ],
    [
      "a node label that cannot be",
      "invalid",
      "build.nodeLabels.a b",
      () => ({
        ...web,
        source: zip("node"),
        build: { organization: "org", clusterId: here.clusterId, nodeLabels: { "a b": "c" } },
      }),
    ],
    ...["A", "a", "x".repeat(65), "my_app", "Shop", "-ab", "ab-", "a b", "größe", "a.b"].map(
      (name): [string, string, string, () => Input] => [
        `the name ${name.slice(0, 10)} (CMP-20)`,
        "invalid",
        "name",
        () => ({ ...web, source: zip("node"), name }),
      ],
    ),
  ];
  test.each(refused)("%s: %s at %s", async (_, code, field, input) => {
    const before = await listComponents(here.owner, { applicationId: here.applicationId });
    const refusal = await refusalOf(here.create(here.owner, input()));
    expect(refusal).toEqual({ code, field, message: expect.stringMatching(/\w+ \w+/) });
    const after = await listComponents(here.owner, { applicationId: here.applicationId });
    expect(await after.total()).toBe(await before.total());
  });

  test("a Zip for Nodejs8 with reserved names is refused with their list, other runtimes take it (CMP-33, ERR-05)", async () => {
    await expect(
      here.create(here.owner, { type: "web", runtime: "Nodejs8", source: zip("reserved") }),
    ).rejects.toMatchObject({
      code: "invalid",
      message: expect.stringMatching(/start\.sh.*bin\/stop\.sh/),
      details: {
        names: ["start.sh", "bin/stop.sh"],
        reason: "reserved_name",
        fields: { "source.packageId": [expect.any(String)] },
      },
    });
    expect(await here.create(here.owner, { ...web, source: zip("reserved") })).toMatchObject({ runtime: "Nodejs24" });
  });
});

test("each kind of component is made as the tables allow, and names are stored as the platform spells them", async () => {
  const { owner, create, ids, clusterId } = here;
  const flask = { framework: "Python3-Flask", module: "server", variable: "app" };
  expect(
    await create(owner, {
      type: "microservice",
      runtime: "java8",
      framework: "Java Chassis",
      source: { kind: "jar", packageId: ids.jar },
    }),
  ).toMatchObject({
    runtime: "Java8",
    framework: "JavaChassis",
    source: { kind: "jar", packageId: ids.jar },
    python: null,
    build: null,
  });
  expect(
    await create(owner, { type: "web", runtime: "Tomcat10", source: { kind: "war", packageId: ids.war } }),
  ).toMatchObject({ framework: null });
  expect(
    await create(owner, { type: "generic", runtime: "Python3.12", python: flask, source: zip("flask") }),
  ).toMatchObject({ python: flask });
  expect(
    await create(owner, {
      type: "web",
      runtime: "Python3",
      python: { framework: "Python3-Django" },
      source: zip("django"),
    }),
  ).toMatchObject({ python: { framework: "Python3-Django", module: null, variable: null } });
  expect(await create(owner, { type: "microservice", runtime: "Docker", framework: "GoChassis" })).toMatchObject({
    source: { kind: "image" },
  });
  const build = { organization: "team", clusterId, nodeLabels: { "example.org/disk": "ssd", arch: "" } };
  expect(await create(owner, { ...web, source: zip("node"), build })).toMatchObject({
    build: { ...build, command: null },
  });
});

test("the built-in templates and saved ones make components; saved ones can be deleted, built-in ones cannot (CMP-05, CMP-16, CMP-19)", async () => {
  const { owner, create, ids } = await stocked();
  const jar = { kind: "jar", packageId: ids.jar } as const;
  expect(await create(owner, { template: "ServiceComb", source: jar })).toMatchObject({
    type: "microservice",
    runtime: "Java8",
    framework: "JavaChassis",
  });
  expect(await create(owner, { template: "SpringCloud", source: jar })).toMatchObject({ framework: "SpringCloud" });
  expect(await create(owner, { template: "Web(Tomcat)", source: { kind: "war", packageId: ids.war } })).toMatchObject({
    type: "web",
    runtime: "Tomcat8",
    framework: null,
  });

  const input = { ...web, source: { kind: "zip", packageId: ids.node } } as const;
  await create(owner, { ...input, saveAsTemplate: "node-web" });
  expect(await create(owner, { template: "node-web", source: input.source })).toMatchObject({
    type: "web",
    runtime: "Nodejs24",
  });
  for (const name of ["node-web", "ServiceComb", "springcloud"]) {
    expect(await refusalOf(create(owner, { ...input, name: "not-made", saveAsTemplate: name }))).toMatchObject({
      code: "conflict",
      field: "saveAsTemplate",
    });
  }
  // The refused template took its component with it.
  expect(await create(owner, { ...input, name: "not-made" })).toMatchObject({ name: "not-made" });

  const [template] = (await listComponentTemplates(owner, {})).nodes;
  expect(template).toMatchObject({ name: "node-web", type: "web", runtime: "Nodejs24", framework: null });
  await expect(deleteComponentTemplate((await world()).owner, { templateId: template!.id })).rejects.toMatchObject({
    code: "not_found",
  });
  await expect(deleteComponentTemplate(owner, { templateId: "ServiceComb" })).rejects.toMatchObject({
    code: "blocked",
  });
  await deleteComponentTemplate(owner, { templateId: template!.id });
  expect(await refusalOf(create(owner, { template: "node-web", source: input.source }))).toMatchObject({
    code: "invalid",
    field: "template",
  });
});

test("a component's source can be replaced by one that fits, never for Docker; its former entry point stays (CMP-26)", async () => {
  const { owner, create, ids, clusterId } = here;
  const python = { framework: "Python3-Flask", module: "server", variable: "app" };
  const { id: componentId } = await create(owner, { type: "web", runtime: "Python3", python, source: zip("flask") });
  expect(await refusalOf(updateComponentSource(owner, { componentId, source: zip("django") }))).toMatchObject({
    code: "invalid",
    field: "source.packageId",
  });
  expect(
    await refusalOf(updateComponentSource(owner, { componentId, source: { kind: "jar", packageId: ids.jar } })),
  ).toMatchObject({ code: "invalid", field: "source.kind" });
  expect(await updateComponentSource(owner, { componentId, source: zip("flask") })).toMatchObject({ python });
  expect(
    await updateComponentSource(owner, { componentId, source: zip("django"), python: { framework: "Python3-Django" } }),
  ).toMatchObject({ source: { packageId: ids.django }, python: { framework: "Python3-Django", module: null } });

  const docker = await create(owner, { type: "web", runtime: "Docker" });
  expect(await refusalOf(updateComponentSource(owner, { componentId: docker.id, source: zip("node") }))).toMatchObject({
    code: "blocked",
  });
  const can = await ask(
    owner,
    `query ($id: ID!) { component(componentId: $id) { viewerCan { updateComponentSource { allowed reason } deleteComponent { allowed } } } }`,
    { id: docker.id },
  );
  expect(can.data.component.viewerCan).toEqual({
    updateComponentSource: { allowed: false, reason: expect.stringContaining("image") },
    deleteComponent: { allowed: true },
  });

  const set = `mutation ($input: UpdateComponentInput!) { updateComponent(input: $input) { description build { organization nodeLabels } } }`;
  const change = async (input: object) =>
    (await ask(owner, set, { input: { componentId, ...input } })).data.updateComponent;
  expect(
    await change({ description: "ours", build: { organization: "team", clusterId, nodeLabels: { a: "b" } } }),
  ).toEqual({ description: "ours", build: { organization: "team", nodeLabels: { a: "b" } } });
  expect(await change({ description: null })).toEqual({
    description: "ours",
    build: { organization: "team", nodeLabels: { a: "b" } },
  });
  expect(await change({ build: null })).toEqual({ description: "ours", build: null });
  await expect(
    updateComponent(owner, { componentId, build: { organization: "team", clusterId: ids.jar } }),
  ).rejects.toMatchObject({ code: "invalid" });
});

test("components are listed by page, type and name (CMP-25)", async () => {
  const { owner, create, ids } = await stocked();
  const source = { kind: "zip", packageId: ids.node } as const;
  for (const name of ["cart", "api", "web-shop"])
    await create(owner, { ...web, type: name === "api" ? "generic" : "web", name, source });
  const [app] = (await ask(owner, `{ applications { nodes { id } } }`)).data.applications.nodes;
  const names = async (args: string) =>
    (
      await ask(
        owner,
        `query ($id: ID!) { components(applicationId: $id${args}) { totalCount nodes { name } pageInfo { endCursor hasNextPage } } }`,
        { id: app.id },
      )
    ).data.components;
  expect((await names("")).nodes.map((one: { name: string }) => one.name)).toEqual(["web-shop", "api", "cart"]);
  expect((await names(", orderBy: name")).nodes.map((one: { name: string }) => one.name)).toEqual([
    "api",
    "cart",
    "web-shop",
  ]);
  expect(await names(", type: generic")).toMatchObject({ totalCount: 1, nodes: [{ name: "api" }] });
  expect(await names(', search: "shop"')).toMatchObject({ nodes: [{ name: "web-shop" }] });
  const { data } = await ask(
    owner,
    `{ applications { nodes { components(first: 2) { totalCount nodes { name } pageInfo { endCursor hasNextPage } } } } }`,
  );
  const nested = data.applications.nodes[0].components;
  expect(nested).toMatchObject({
    totalCount: 3,
    nodes: [{ name: "web-shop" }, { name: "api" }],
    pageInfo: { hasNextPage: true },
  });
  // A page of the nested list is continued by the query of the same name.
  expect(await names(`, after: "${nested.pageInfo.endCursor}"`)).toMatchObject({ nodes: [{ name: "cart" }] });
});
