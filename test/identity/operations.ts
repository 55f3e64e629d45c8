import { createComponent } from "@flyloft/functions/components";
import { createEnvironment, registerResource } from "@flyloft/functions/environments";
import { createApplication } from "@flyloft/functions/apps";
import { routes } from "@flyloft/functions/http";
import { engineBackups, operations } from "@flyloft/db";
import { eq } from "drizzle-orm";
import { anEngine, anOperation } from "../engines/an-engine.ts";
import { registered } from "../engines/registered.ts";
import { deployed, land } from "../environments/land.ts";
import type { Action } from "@flyloft/functions/kernel";
import type { Office, Person } from "./people.ts";

/** What a call came to: null when it was carried out, otherwise the code of the refusal and the missing action. */
export type Outcome = { code: string; action?: string } | null;
type Call = { verb: string; query?: boolean; input: Record<string, unknown>; rest: [method: string, path: string] };

let count = 0;
const fresh = (word: string) => `my-${word}-${++count}`;

/** A place to work in: things to act on, made anew for each call by the account's owner. */
export async function workplace(o: Office) {
  const ctx = o.owner;
  const { vpcId, clusterId } = await land(ctx);
  const subnet = await registerResource(ctx, {
    kind: "subnet",
    name: fresh("subnet"),
    vpcId,
    attributes: { cidr: "10.0.1.0/24" },
  });
  const engine = await anEngine(ctx);
  const governed = await registered(ctx, engine.id, { name: "governed" });
  const environment = async () =>
    (await createEnvironment(ctx, { name: fresh("env"), vpcId, resourceIds: [clusterId] })).id;
  const environmentId = await environment();
  const application = async () => (await createApplication(ctx, { name: fresh("app") })).id;
  const applicationId = await application();
  const component = async () =>
    (
      await createComponent(ctx, {
        applicationId,
        name: fresh("cmp"),
        type: "microservice",
        runtime: "Docker",
        framework: "SpringCloud",
      })
    ).id;
  const publicIp = async () => {
    const address = `203.0.113.${++count % 250}`;
    return (await registerResource(ctx, { kind: "public_ip", name: fresh("ip"), vpcId, attributes: { address } })).id;
  };
  const running = await deployed(ctx, { environmentId, resourceId: clusterId, name: fresh("web") });

  return {
    createApplication: (): Call => ({
      verb: "createApplication",
      input: { name: fresh("app") },
      rest: ["POST", "/applications"],
    }),
    updateApplication: async (): Promise<Call> => ({
      verb: "updateApplication",
      input: { applicationId, description: "changed" },
      rest: ["PATCH", `/applications/${applicationId}`],
    }),
    application: (): Call => ({
      verb: "application",
      query: true,
      input: { applicationId },
      rest: ["GET", `/applications/${applicationId}`],
    }),
    applications: (): Call => ({ verb: "applications", query: true, input: {}, rest: ["GET", "/applications"] }),
    deleteApplication: async (): Promise<Call> => {
      const id = await application();
      return { verb: "deleteApplication", input: { applicationId: id }, rest: ["DELETE", `/applications/${id}`] };
    },
    createComponent: (): Call => ({
      verb: "createComponent",
      input: { applicationId, name: fresh("cmp"), type: "microservice", runtime: "Docker", framework: "SpringCloud" },
      rest: ["POST", `/applications/${applicationId}/components`],
    }),
    component: (): Call => ({
      verb: "component",
      query: true,
      input: { componentId: running.componentId },
      rest: ["GET", `/components/${running.componentId}`],
    }),
    deployComponent: (): Call => ({
      verb: "deployComponent",
      input: { componentId: running.componentId, environmentId, version: "1.0" },
      rest: ["POST", `/components/${running.componentId}/instances`],
    }),
    startInstance: (): Call => ({
      verb: "startInstance",
      input: { instanceId: running.instanceId },
      rest: ["POST", `/instances/${running.instanceId}/start`],
    }),
    updateComponent: (): Call => ({
      verb: "updateComponent",
      input: { componentId: running.componentId, description: "changed" },
      rest: ["PATCH", `/components/${running.componentId}`],
    }),
    deleteComponent: async (): Promise<Call> => {
      const id = await component();
      return { verb: "deleteComponent", input: { componentId: id }, rest: ["DELETE", `/components/${id}`] };
    },
    createEnvironment: (): Call => ({
      verb: "createEnvironment",
      input: { name: fresh("env"), vpcId, resourceIds: [clusterId] },
      rest: ["POST", "/environments"],
    }),
    updateEnvironment: (): Call => ({
      verb: "updateEnvironment",
      input: { environmentId, description: "changed" },
      rest: ["PATCH", `/environments/${environmentId}`],
    }),
    createEngine: (): Call => {
      const input = { name: fresh("engine"), specification: "non_ha", zones: ["zone-1"], instanceQuota: 100, vpcId };
      return { verb: "createEngine", input: { ...input, subnetId: subnet.id }, rest: ["POST", "/engines"] };
    },
    engines: (): Call => ({ verb: "engines", query: true, input: {}, rest: ["GET", "/engines"] }),
    engine: (): Call => ({
      verb: "engine",
      query: true,
      input: { engineId: engine.id },
      rest: ["GET", `/engines/${engine.id}`],
    }),
    updateEngine: (): Call => ({
      verb: "updateEngine",
      input: { engineId: engine.id, description: "changed" },
      rest: ["PATCH", `/engines/${engine.id}`],
    }),
    resizeEngine: async (): Promise<Call> => {
      const { id } = await anEngine(ctx, { instanceQuota: 100 });
      return {
        verb: "resizeEngine",
        input: { engineId: id, instanceQuota: 500 },
        rest: ["POST", `/engines/${id}/resize`],
      };
    },
    openEnginePublicAccess: async (): Promise<Call> => {
      const { id } = await anEngine(ctx);
      return {
        verb: "openEnginePublicAccess",
        input: { engineId: id, publicIpId: await publicIp(), acknowledged: true },
        rest: ["POST", `/engines/${id}/public-access`],
      };
    },
    closeEnginePublicAccess: async (): Promise<Call> => {
      const { id } = await anEngine(ctx, { publicIpId: await publicIp() });
      return {
        verb: "closeEnginePublicAccess",
        input: { engineId: id },
        rest: ["DELETE", `/engines/${id}/public-access`],
      };
    },
    setEngineAuthentication: async (): Promise<Call> => {
      const { id } = await anEngine(ctx, { format: 2, authentication: true });
      return {
        verb: "setEngineAuthentication",
        input: { engineId: id, enabled: false },
        rest: ["PUT", `/engines/${id}/authentication`],
      };
    },
    retryEngine: async (): Promise<Call> => {
      const failed = await anEngine(ctx, { state: "change_failed" });
      const operationId = await anOperation(ctx, failed);
      const failure = { code: "X", message: "no", service: "test" };
      await ctx.db
        .update(operations)
        .set({ kind: "close_public_access", state: "failed", failure })
        .where(eq(operations.id, operationId));
      return { verb: "retryEngine", input: { engineId: failed.id }, rest: ["POST", `/engines/${failed.id}/retry`] };
    },
    createEngineBackup: async (): Promise<Call> => {
      const { id } = await anEngine(ctx);
      return {
        verb: "createEngineBackup",
        input: { engineId: id, name: fresh("backup") },
        rest: ["POST", `/engines/${id}/backups`],
      };
    },
    restoreEngineBackup: async (): Promise<Call> => {
      const { id, projectId, version, format } = await anEngine(ctx);
      const backupId = ctx.newId("backup");
      const made = { name: fresh("backup"), kind: "manual" as const, state: "succeeded" as const, createdBy: "owner" };
      await ctx.db.insert(engineBackups).values({ id: backupId, engineId: id, projectId, version, format, ...made });
      return {
        verb: "restoreEngineBackup",
        input: { engineId: id, backupId, acknowledged: true },
        rest: ["POST", `/engines/${id}/restores`],
      };
    },
    upgradeEngine: async (): Promise<Call> => ({
      verb: "upgradeEngine",
      input: { engineId: engine.id, version: "99.0.0" },
      rest: ["POST", `/engines/${engine.id}/upgrade`],
    }),
    deleteEngine: async (): Promise<Call> => {
      const { id } = await anEngine(ctx);
      const input = { engineId: id, confirm: "DELETE" };
      return { verb: "deleteEngine", input, rest: ["DELETE", `/engines/${id}?confirm=DELETE`] };
    },
    microservices: (): Call => ({
      verb: "microservices",
      query: true,
      input: { engineId: engine.id },
      rest: ["GET", `/engines/${engine.id}/microservices`],
    }),
    dashboard: (): Call => ({
      verb: "dashboard",
      query: true,
      input: { engineId: engine.id },
      rest: ["GET", `/engines/${engine.id}/dashboard`],
    }),
    governanceKinds: (): Call => ({
      verb: "governanceKinds",
      query: true,
      input: { engineId: engine.id },
      rest: ["GET", `/engines/${engine.id}/governance-kinds`],
    }),
    createMicroservice: (): Call => ({
      verb: "createMicroservice",
      input: { engineId: engine.id, application: "shop", name: fresh("service") },
      rest: ["POST", `/engines/${engine.id}/microservices`],
    }),
    createGovernanceRule: (): Call => ({
      verb: "createGovernanceRule",
      input: {
        engineId: engine.id,
        serviceId: governed,
        kind: "access_list",
        spec: { list: "black", match: fresh("caller") },
      },
      rest: ["POST", `/engines/${engine.id}/governance-rules`],
    }),
    configurationItems: (): Call => ({
      verb: "configurationItems",
      query: true,
      input: { engineId: engine.id },
      rest: ["GET", `/engines/${engine.id}/configuration-items`],
    }),
    createConfigurationItem: (): Call => ({
      verb: "createConfigurationItem",
      input: { engineId: engine.id, scope: "orders@shop", key: fresh("key"), value: "a setting" },
      rest: ["POST", `/engines/${engine.id}/configuration-items`],
    }),
    deleteEnvironment: async (): Promise<Call> => {
      const id = await environment();
      return { verb: "deleteEnvironment", input: { environmentId: id }, rest: ["DELETE", `/environments/${id}`] };
    },
  };
}
export type Workplace = Awaited<ReturnType<typeof workplace>>;
export type Operation = keyof Workplace;

/** The action that a call needs, as its verb says. */
export function actionOf({ rest: [method, path] }: Call): Action {
  const parts = path.split("?")[0]!.split("/");
  const fits = (pattern: string) => {
    const wanted = pattern.split("/");
    return wanted.length === parts.length && wanted.every((one, i) => one.startsWith(":") || one === parts[i]);
  };
  const route = routes.find((one) => one.method === method.toLowerCase() && fits(one.path));
  if (!route) throw new Error(`There is no ${method} ${path}`);
  return route.verb.spec.action;
}

const outcomeOf = (refusal: { code: string; action?: string } | undefined): Outcome =>
  refusal ? { code: refusal.code, ...(refusal.code === "forbidden" && { action: refusal.action! }) } : null;

export async function byRest(person: Person, { input, rest: [method, path] }: Call): Promise<Outcome> {
  const used = Object.entries(input).filter(([, value]) => !path.includes(String(value)));
  const { status, body } = await person.rest(
    method,
    path,
    ["POST", "PATCH", "PUT"].includes(method) ? Object.fromEntries(used) : undefined,
  );
  return outcomeOf(status < 300 ? undefined : (body as { code: string; action?: string }));
}

export async function byGraphql(person: Person, { verb, query, input }: Call): Promise<Outcome> {
  const name = `${verb[0]!.toUpperCase()}${verb.slice(1)}Input!`;
  const [[key, value] = []] = Object.entries(input);
  const asked = query
    ? `query ${key ? `($value: ID!)` : ""} { ${verb} ${key ? `(${key}: $value)` : ""} { __typename } }`
    : `mutation ($input: ${name}) { ${verb}(input: $input) { __typename } }`;
  const { errors } = await person.gql(asked, query ? { value } : { input });
  return outcomeOf(errors?.[0]?.extensions as { code: string; action?: string } | undefined);
}
