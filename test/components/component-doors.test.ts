import { componentRoutes } from "@flyloft/functions/components";
import { type Ctx, describeRoutes, type HttpEnv, answerError, mount } from "@flyloft/functions/kernel";
import { Hono } from "hono";
import { expect, test } from "vitest";
import { ask } from "../kit/ask.ts";
import { nodeZip } from "../kit/archives.ts";
import { world } from "../kit/world.ts";
import { putFile, store } from "./store.ts";

/** The REST door, already signed in as the one whom the context names. */
function rest(ctx: Ctx) {
  const app = new Hono<HttpEnv>();
  app.onError(answerError);
  app.use("*", async (c, next) => {
    c.set("ctx", ctx);
    await next();
  });
  mount(app, componentRoutes);
  return async (method: string, path: string, body?: object) => {
    const answer = await app.request(path, { method, ...(body && { body: JSON.stringify(body) }) });
    return { status: answer.status, body: (await answer.json()) as any };
  };
}

test("a package and a component go through their lives over REST", async () => {
  const { owner, applicationId } = await store();
  const call = rest(owner);
  const zip = nodeZip();
  const begun = await call("POST", "/packages", { fileName: "a.zip", size: zip.length });
  expect(begun).toMatchObject({
    status: 201,
    body: { url: expect.any(String), partSize: null, parts: [], package: { state: "uploading" } },
  });
  // Where it is kept is nobody's business.
  expect(JSON.stringify(begun.body.package)).not.toContain("objectKey");
  await putFile(begun.body.url, zip);
  const { id: packageId } = begun.body.package;
  expect(await call("POST", `/packages/${packageId}/complete`)).toMatchObject({
    status: 200,
    body: { state: "ready", format: "zip" },
  });
  expect((await call("GET", "/packages?state=ready&first=1")).body).toMatchObject({
    nodes: [{ id: packageId }],
    pageInfo: { hasNextPage: false },
  });

  const source = { kind: "zip", packageId };
  const made = await call("POST", `/applications/${applicationId}/components`, {
    name: "web-1",
    type: "web",
    runtime: "nodejs24",
    source,
  });
  expect(made).toMatchObject({ status: 201, body: { name: "web-1", runtime: "Nodejs24", source, python: null } });
  const { id } = made.body;
  expect((await call("GET", `/applications/${applicationId}/components?search=web`)).body.nodes).toMatchObject([
    { id },
  ]);
  expect(await call("PATCH", `/components/${id}`, { description: "ours" })).toMatchObject({
    status: 200,
    body: { description: "ours" },
  });
  expect(await call("PUT", `/components/${id}/source`, { source })).toMatchObject({ status: 200, body: { source } });
  expect(await call("DELETE", `/packages/${packageId}`)).toMatchObject({
    status: 412,
    body: { code: "blocked", usedBy: ["component shop/web-1"] },
  });
  expect(await call("POST", "/components/sources", { changes: [{ componentId: id, source }] })).toMatchObject({
    status: 200,
    body: [{ id, done: true }],
  });
  expect(await call("POST", "/components/delete", { componentIds: [id, "cmp_none"] })).toMatchObject({
    status: 200,
    body: [{ done: true }, { done: false, code: "not_found" }],
  });
  expect((await call("GET", `/components/${id}`)).status).toBe(404);
  expect(await call("DELETE", `/packages/${packageId}`)).toMatchObject({ status: 200 });
  expect(await call("POST", "/components/delete", { componentIds: [] })).toMatchObject({
    status: 400,
    body: { fields: { componentIds: [expect.any(String)] } },
  });
});

test("the document of these operations refers only to what it holds", () => {
  const document = describeRoutes(componentRoutes, "/v1");
  const refs = JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g);
  const named = [...new Set([...refs].map(([, ref]) => ref!))];
  expect(named).toContain("#/components/schemas/ComponentSourceInput");
  for (const ref of named)
    expect(document.components.schemas, ref).toHaveProperty(ref.replace("#/components/schemas/", ""));
});

test("everything that the wizard offers is there to ask for, and only allowed combinations are offered (CMP-05 to CMP-08, BEY-01)", async () => {
  const { owner, nobody } = await world();
  const query = `{ runtimes { id label packageKind vmDeployable asksPythonFramework }
    componentOptions { frameworks { id } pythonFrameworks { name asksModule } templates { name type runtime framework } combinations { type framework runtime sources } } }`;
  const { data, errors } = await ask(owner, query);
  expect(errors).toBeUndefined();
  const { runtimes, componentOptions: options } = data;
  const ids = runtimes.map(({ id }: { id: string }) => id);
  for (const id of ["Java8", "Java25", "Tomcat8", "Nodejs8", "Nodejs24", "Php7", "Python3", "Docker", "Go", "Static"])
    expect(ids).toContain(id);
  expect(options.templates.map(({ name }: { name: string }) => name)).toEqual([
    "ServiceComb",
    "SpringCloud",
    "Web(Tomcat)",
  ]);
  expect(options.pythonFrameworks).toContainEqual({ name: "Python3-Django", asksModule: false });
  expect(options.combinations).toContainEqual({
    type: "microservice",
    framework: "SpringCloud",
    runtime: "Java8",
    sources: ["repository", "jar"],
  });
  expect(options.combinations).toContainEqual({ type: "web", framework: null, runtime: "Docker", sources: ["image"] });
  expect(
    options.combinations
      .filter((one: { framework: string }) => one.framework === "GoChassis")
      .map((one: { runtime: string }) => one.runtime),
  ).toEqual(["Docker"]);
  expect((await ask(nobody, query)).errors?.[0]?.extensions).toMatchObject({
    code: "forbidden",
    action: "servicestage:app:list",
  });
});
