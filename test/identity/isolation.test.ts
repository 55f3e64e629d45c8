import { anAddress, anEngine, anOperation, aPolicy } from "../engines/an-engine.ts";
import { accesses, packages, replicas, revisions, tasks, workloads } from "@flyloft/db";
import * as agents from "@flyloft/functions/agents";
import * as apps from "@flyloft/functions/apps";
import * as components from "@flyloft/functions/components";
import * as deployments from "@flyloft/functions/deployments";
import * as engines from "@flyloft/functions/engines";
import * as environments from "@flyloft/functions/environments";
import { routes } from "@flyloft/functions/http";
import * as identity from "@flyloft/functions/identity";
import { type Ctx, isDomainError, kindOfId, thingKinds, type Verb } from "@flyloft/functions/kernel";
import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { ask } from "../kit/ask.ts";
import { freshBlobs } from "../kit/blobs.ts";
import { world, type World } from "../kit/world.ts";
import { anAgent, deployed } from "../environments/land.ts";
import { policyId } from "./people.ts";

/** In every name that the owner chose: whatever another account is answered, this must not be in it. */
const mark = "zebra";
let owner: World;
let stranger: World;
/** One of each kind that there is, all of the owner's. */
let ids: Record<string, string>;

beforeAll(async () => {
  const { blobs } = await freshBlobs();
  owner = await world({ blobs });
  stranger = await world({ blobs });
  ids = await oneOfEach(owner);
  before = await everything();
});

async function oneOfEach({ owner: ctx, db, accountId, projectId }: World): Promise<Record<string, string>> {
  const named = (text: string) => `${mark}-${text}`;
  const vpc = await environments.registerResource(ctx, {
    kind: "vpc",
    name: named("vpc"),
    attributes: { cidr: "10.0.0.0/16" },
  });
  const cluster = await environments.registerResource(ctx, {
    kind: "cluster",
    name: named("cluster"),
    vpcId: vpc.id,
    attributes: { engine: "process" },
  });
  const environment = await environments.createEnvironment(ctx, {
    name: named("env"),
    vpcId: vpc.id,
    resourceIds: [cluster.id],
  });
  const at = { environmentId: environment.id, resourceId: cluster.id, name: named("web") };
  const { applicationId, componentId, instanceId } = await deployed(ctx, at);
  await apps.updateApplication(ctx, { applicationId, name: named("app") });
  await apps.setApplicationVariables(ctx, {
    applicationId,
    environmentId: environment.id,
    variables: [{ key: "A", value: mark }],
  });
  await components.createComponent(ctx, {
    applicationId,
    name: named("other"),
    type: "microservice",
    runtime: "Docker",
    framework: "SpringCloud",
    saveAsTemplate: named("template"),
  });
  const [template] = (await components.listComponentTemplates(ctx, {})).nodes;
  const agent = await anAgent(ctx);
  await db.execute(sql`update agents set name = ${named("agent")} where id = ${agent.id}`);
  const own = { projectId };
  const [packageId, taskId, accessId] = [ctx.newId("package"), ctx.newId("task"), ctx.newId("access")];
  await db
    .insert(packages)
    .values({ id: packageId, ...own, fileName: named("a.jar"), size: 1, objectKey: "k", createdBy: mark });
  await db
    .insert(tasks)
    .values({ id: taskId, ...own, instanceId, instanceName: named("web"), kind: "deploy", startedBy: mark });
  const group = await identity.createGroup(ctx, { name: named("group") });
  const user = await identity.createUser(ctx, { name: named("user"), password: "gravel-Otter-91-lantern" });
  await identity.addGroupMembers(ctx, { groupId: group.id, userIds: [user.id] });
  const [grant] = await identity.grantPolicies(ctx, { groupId: group.id, policyIds: [policyId("CSE Viewer")] });
  const policy = await identity.createPolicy(ctx, {
    name: named("policy"),
    document: { Version: "1.1", Statement: [{ Effect: "Allow", Action: ["cse:*:*"] }] },
  });
  const third = await world();
  const delegation = await identity.createDelegation(ctx, {
    name: named("delegation"),
    projectId,
    delegateId: third.accountId,
    policyIds: [policy.id],
  });
  const [workload] = await db.select().from(workloads).where(eq(workloads.instanceId, instanceId));
  const [replicaId, part] = [ctx.newId("replica"), { ...own, instanceId }];
  await db.insert(replicas).values({
    ...part,
    id: replicaId,
    workloadId: workload!.id,
    revision: 1,
    state: "running",
    ready: true,
    restarts: 0,
    message: mark,
  });
  await db.insert(accesses).values({ ...part, id: accessId, name: named("access"), mode: "cluster", protocol: "TCP" });
  await db.insert(revisions).values({
    ...part,
    id: ctx.newId("revision"),
    number: 1,
    version: "1.0",
    spec: { note: mark } as never,
    createdBy: mark,
  });
  const engine = await anEngine(ctx, { resourceId: cluster.id });
  await anAddress(ctx, engine);
  await aPolicy(ctx, engine);
  return {
    account: accountId,
    project: projectId,
    application: applicationId,
    component: componentId,
    environment: environment.id,
    resource: cluster.id,
    workload: workload!.id,
    vpc: vpc.id,
    cluster: cluster.id,
    host: cluster.id,
    template: template!.id,
    package: packageId,
    instance: instanceId,
    replica: replicaId,
    task: taskId,
    access: accessId,
    agent: agent.id,
    user: user.id,
    subject: user.id,
    actor: user.id,
    group: group.id,
    grant: grant!.id,
    policy: policy.id,
    delegation: delegation.id,
    engine: engine.id,
    operation: await anOperation(ctx, engine),
  };
}

/** Values that pass the first look, for fields that nothing can be derived for. */
const fitting: Record<string, unknown> = {
  name: "sample",
  password: "gravel-Otter-91-lantern",
  newPassword: "gravel-Otter-92-lantern",
  code: "123456",
  version: "1.0.0",
  fileName: "a.jar",
  document: { Version: "1.1", Statement: [{ Effect: "Allow", Action: ["cse:*:*"] }] },
  action: "cse:engine:get",
  actions: ["cse:engine:get"],
  expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
  issuer: "https://issuer.test",
  confirm: `${mark}-web`,
  attributes: { cidr: "10.0.0.0/16" },
  kind: "vpc",
  key: "A",
  instanceQuota: 500,
  permissions: [{ resources: [{ type: "service" }], verbs: ["get"] }],
};

type Json = {
  type?: string;
  properties?: Record<string, Json>;
  required?: string[];
  items?: Json;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Json[];
  oneOf?: Json[];
  minimum?: number;
  format?: string;
  $ref?: string;
  $defs?: Record<string, Json>;
};

/** An input that fits the schema, in which every id is one of the owner's. */
function sample(schema: Json, field: string, defs: Record<string, Json>): unknown {
  if (schema.$ref) return sample(defs[schema.$ref.split("/").at(-1)!]!, field, defs);
  const single = /^(?:.*[a-z](?=[A-Z]))?([A-Za-z]+?)Ids?$/.exec(field)?.[1];
  const id =
    field === "id"
      ? undefined
      : (ids[field.replace(/Ids?$/, "")] ?? (single && ids[single[0]!.toLowerCase() + single.slice(1)]));
  if (field.endsWith("Ids") && schema.type === "array") return [id ?? "none_00000000000000000000000000"];
  if (field.endsWith("Id")) return id ?? "none_00000000000000000000000000";
  if (schema.const !== undefined) return schema.const;
  if (field in fitting && (!schema.enum || schema.enum.includes(fitting[field]))) return fitting[field];
  const choice = (schema.anyOf ?? schema.oneOf)?.find((one) => one.type !== "null");
  if (choice) return sample(choice, field, defs);
  if (schema.enum) return schema.enum[0];
  if (schema.type === "object") return objectOf(schema, defs, (key, required) => required || /Ids?$/.test(key));
  if (schema.type === "array") return [sample(schema.items ?? {}, field.replace(/s$/, ""), defs)];
  if (schema.type === "integer" || schema.type === "number") return Math.max(1, schema.minimum ?? 1);
  if (schema.type === "boolean") return true;
  return "sample";
}
const objectOf = (
  { properties = {}, required = [] }: Json,
  defs: Record<string, Json>,
  wanted: (key: string, required: boolean) => boolean,
) =>
  Object.fromEntries(
    Object.entries(properties)
      .filter(([key]) => wanted(key, required.includes(key)))
      .map(([key, one]) => [key, sample(one, key, defs)]),
  );

const inputFor = ({ spec }: Verb) => {
  const schema = z.toJSONSchema(spec.input, { io: "input", unrepresentable: "any" }) as Json;
  return objectOf(schema, schema.$defs ?? {}, (key, required) => required || /Ids?$/.test(key)) as never;
};

/** Everything of the owner's, as it stands in the database. */
async function everything(): Promise<string> {
  const { db, accountId, projectId } = owner;
  dump ??= await dumpOf(owner);
  const [row] = await db.execute<{ digest: string }>(
    sql.raw(dump.replaceAll("$1", `('${accountId}', '${projectId}')`)),
  );
  return row!.digest;
}
let dump: string | undefined;
let before: string;

/** One statement over all tables whose rows say whose they are; the trail and repeated requests are written by whoever asks. */
async function dumpOf({ db }: World): Promise<string> {
  const columns = await db.execute<{ table: string; column: string }>(
    sql`select table_name as table, column_name as column from information_schema.columns
      where table_schema = 'public' and column_name in ('project_id', 'account_id')
      and table_name not in ('audit_log', 'idempotency_keys')`,
  );
  const parts = [...columns].map(
    ({ table, column }) => `select '${table}' as place, t::text as row from "${table}" t where t."${column}" in $1`,
  );
  return `select md5(string_agg(place || row, '' order by place, row)) as digest from (${parts.join(" union all ")}) rows`;
}

async function told(work: () => Promise<unknown>): Promise<{ refused: string | null; answer: string }> {
  try {
    const answer = await work();
    if (answer !== null && typeof answer === "object" && Symbol.asyncIterator in answer) {
      const rows: unknown[] = [];
      for await (const row of answer as AsyncIterable<unknown>) rows.push(row);
      return { refused: null, answer: JSON.stringify(rows) };
    }
    return { refused: null, answer: JSON.stringify(answer) ?? "" };
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return { refused: error.code, answer: JSON.stringify([error.message, error.details]) };
  }
}

/** Their rows are the job engine's, which is not here; see `test/jobs`. */
const ofTheEngine = ["listJobRuns", "getJobRun", "cancelJobRun", "rerunJobRun", "getJobStats"];
const verbs = [...new Map(routes.map(({ verb }) => [verb.spec.name, verb])).values()].filter(
  ({ spec }) => !ofTheEngine.includes(spec.name),
);

describe("another account's owner, who may do everything at home, with the ids of this one", () => {
  test.each(verbs.filter(({ spec }) => spec.on.length === 2).map((verb) => [verb.spec.name, verb] as const))(
    "%s: there is no such thing, and nothing is told or changed",
    async (_name, verb) => {
      const { refused, answer } = await told(() => verb(stranger.owner, inputFor(verb)));
      expect([refused, answer.includes(mark)]).toEqual(["not_found", false]);
      expect(await everything()).toBe(before);
    },
  );

  test.each(verbs.filter(({ spec }) => spec.on.length === 1).map((verb) => [verb.spec.name, verb] as const))(
    "%s: whatever it answers, nothing of this account is in it, and nothing changed",
    async (_name, verb) => {
      const { answer } = await told(() => verb(stranger.owner, inputFor(verb)));
      expect(answer).not.toContain(mark);
      expect(await everything()).toBe(before);
    },
  );

  test.each([...thingKinds])("node: a %s of this account does not exist", async (kind) => {
    expect(kindOfId(ids[kind]!)).toBe(kind);
    const asked = `query ($id: ID!) { node(id: $id) { __typename } }`;
    expect((await ask(owner.owner, asked, { id: ids[kind] })).data.node.__typename.toLowerCase()).toBe(kind);
    const { errors } = await ask(stranger.owner, asked, { id: ids[kind] });
    expect(errors?.[0]?.extensions.code).toBe("not_found");
  });
});

/** Takes a user that is known already, or is no loader at all. */
const notLoaders = ["loadGrants", "loadSelectionRefusals", "loadInstancesBy"];
type Loader = (ctx: Ctx, ids: string[], first: number) => Promise<unknown[]>;
const rooms = { agents, apps, components, deployments, engines, environments, identity };
const loaders = Object.entries(rooms).flatMap(([room, exported]) =>
  Object.entries(exported)
    .filter(([name, value]) => /^load[A-Z]/.test(name) && typeof value === "function" && !notLoaders.includes(name))
    .map(([name, load]) => [`${room}/${name}`, load as unknown as Loader] as const),
);
loaders.push(
  ...(["environmentId", "applicationId", "componentId"] as const).map(
    (by) =>
      [`deployments/loadInstancesBy ${by}`, deployments.loadInstancesBy(by as never) as unknown as Loader] as const,
  ),
);

describe("rows of another account by the loaders behind nested fields", () => {
  test.each(loaders)("%s finds them for their owner and for nobody else", async (name, load) => {
    const all = Object.values(ids);
    const nothing = (one: unknown) =>
      one instanceof Error ||
      one === 0 ||
      one === null ||
      (Array.isArray(one) && one.length === 0) ||
      (one as { nodes?: unknown[] }).nodes?.length === 0;
    const mine = await load(owner.owner, all, 20);
    const theirs = await load(stranger.owner, all, 20);
    expect([name, theirs.filter((one) => !nothing(one))]).toEqual([name, []]);
    expect(mine.filter((one) => !nothing(one)).length).toBeGreaterThan(0);
  });
});
/** Of nobody's: what belongs to the installation, and how far the agents' logs were read. */
const nobodys = [
  "accounts",
  "audit_chains",
  "audit_seals",
  "engine_hosts",
  "failed_attempts",
  "log_positions",
  "outbox",
  "signing_keys",
  "used_nonces",
];

test("every table of the database says whose its rows are, or hangs on one that does, or is known to be nobody's", async () => {
  const rows = await owner.db.execute<{ name: string; owned: boolean; parents: string[] }>(sql`
    select c.relname as name,
      exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname in ('project_id', 'account_id')) as owned,
      array_to_json(array(select f.confrelid::regclass::text from pg_constraint f where f.conrelid = c.oid and f.contype = 'f')) as parents
    from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace`);
  const all = new Map([...rows].map((row) => [row.name, row]));
  const says = (name: string, seen: string[] = []): boolean => {
    const { owned, parents } = all.get(name)!;
    return owned || parents.some((parent) => !seen.includes(parent) && says(parent, [...seen, name]));
  };
  expect([...all.keys()].filter((name) => !nobodys.includes(name) && !says(name))).toEqual([]);
});
