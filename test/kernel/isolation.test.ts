import { anonymous, type Ctx, isAction, isDomainError, ownAffairs } from "@flyloft/functions/kernel";
import { routes } from "@flyloft/functions/http";
import { schema } from "@flyloft/graphql/schema";
import {
  getNamedType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  parse,
  subscribe,
} from "graphql";
import { beforeAll, describe, expect, test } from "vitest";
import { running, stage } from "../deployments/stage.ts";
import { anEngine, anOperation } from "../engines/an-engine.ts";
import { ask } from "../kit/ask.ts";
import { freshBlobs } from "../kit/blobs.ts";
import { allowing } from "../kit/world.ts";

type Root = "query" | "mutation" | "subscription";
type Field = { root: Root; name: string; field: GraphQLField<unknown, unknown>; action: string | null };
const roots = {
  query: schema.getQueryType(),
  mutation: schema.getMutationType(),
  subscription: schema.getSubscriptionType(),
};
const fields: Field[] = Object.entries(roots).flatMap(([root, type]) =>
  Object.values(type?.getFields() ?? {}).map((field) => ({
    root: root as Root,
    name: field.name,
    field,
    action: /Needs `([^`]+)`/.exec(field.description ?? "")?.[1] ?? null,
  })),
);

/** By these somebody becomes known; they refuse in their own way. */
const beforeSignIn = new Set(["signIn", "completeSignIn", "refreshSession"]);
/** It needs the right of whatever it finds. */
const byWhatItFinds = new Set(["node"]);
const walked = fields.filter(({ name }) => !beforeSignIn.has(name));

/** Values that pass the checks of form, by the name of the argument; ids come from what the owner has. */
const samples: Record<string, unknown> = {
  name: "sample-name",
  version: "1.0.0",
  fileName: "sample.zip",
  size: 10,
  runtime: "Nodejs24",
  kind: "vpc",
  key: "KEY",
  value: "value",
  action: "servicestage:app:get",
  password: "Correct-horse-battery-staple-1",
  newPassword: "another horse battery staple",
  currentPassword: "correct horse battery",
  permissions: ["servicestage:app:get"],
  email: "a@b.test",
  code: "123456",
  etag: "etag",
  expiresAt: "2099-01-01T00:00:00.000Z",
  issuer: "https://identity.test",
  number: 1,
  revision: 1,
  replicas: 2,
  instanceQuota: 500,
  weekdays: [1],
  weekday: 1,
  verbs: ["get"],
  type: "service",
};

let at: Awaited<ReturnType<typeof stage>>;
let ids: Record<string, string>;
let stranger: Ctx;

beforeAll(async () => {
  at = await stage();
  const instance = await running(at);
  stranger = (await stage({ blobs: (await freshBlobs()).blobs })).owner;
  const { tasks } = (await ask(at.owner, "{ tasks { nodes { id } } }")).data;
  const { accountId, projectId, userId, component, environment, cluster, host, agent, applicationId, packageId } = at;
  const engine = await anEngine(at.owner);
  ids = {
    accountId,
    projectId,
    userId,
    applicationId,
    packageId,
    componentId: component.id,
    environmentId: environment.id,
    fromEnvironmentId: environment.id,
    toEnvironmentId: environment.id,
    resourceId: cluster.id,
    clusterId: cluster.id,
    vpcId: cluster.vpcId!,
    hostId: host.id,
    agentId: agent.id,
    instanceId: instance.id,
    taskId: tasks.nodes[0].id,
    engineId: engine.id,
    operationId: await anOperation(at.owner, engine),
    id: instance.id,
    confirm: instance.name,
  };
});

/** The id of what is not there. */
const nothing = "none";
/** Whether an argument names a thing. */
const namesThing = (name: string) => /^id$|Ids?$/.test(name);

function valueOf(type: GraphQLInputType, name: string): unknown {
  if (isNonNullType(type)) return valueOf(type.ofType, name);
  const known = ids[name] ?? samples[name];
  if (isListType(type))
    return Array.isArray(known) && !isInputObjectType(getNamedType(type))
      ? known
      : [ids[name.replace(/s$/, "")] ?? valueOf(type.ofType, name.replace(/s$/, ""))];
  if (isInputObjectType(type)) return Object.fromEntries(required(Object.values(type.getFields())));
  if (isEnumType(type)) return (type.getValues().find((one) => one.name === known) ?? type.getValues()[0]!).name;
  if (known !== undefined) return known;
  if (namesThing(name)) return nothing;
  return { Int: 1, Float: 1, Boolean: false, JSON: {} }[type.name] ?? "sample";
}
type Argument = Pick<GraphQLArgument, "name" | "type" | "defaultValue">;
const required = (all: readonly Argument[]) =>
  all.filter(({ type }) => isNonNullType(type)).map(({ name, type }) => [name, valueOf(type, name)] as const);
const namesAny = (value: unknown): boolean => Object.values(ids).some((id) => JSON.stringify(value)?.includes(id));

type Answer = { codes: string[]; actions: unknown[]; text: string };

/** Asks one field by itself with what it needs at least; answers every refusal in it, also those inside a batch. */
async function askField(ctx: Ctx, { root, name, field }: Field): Promise<Answer> {
  const given = required(field.args);
  const declared = given.map(([arg]) => `$${arg}: ${field.args.find((one) => one.name === arg)!.type}`).join(", ");
  const passed = given.map(([arg]) => `${arg}: $${arg}`).join(", ");
  const type = getNamedType(field.type);
  const chosen = !isCompositeType(type) ? "" : type.name === "BatchOutcome" ? "{ code }" : "{ __typename }";
  const query = `${root}${declared && `(${declared})`} { ${name}${passed && `(${passed})`} ${chosen} }`;
  const variables = Object.fromEntries(given);
  if (root === "subscription") {
    const opened = await subscribe({ schema, document: parse(query), contextValue: ctx, variableValues: variables });
    if (Symbol.asyncIterator in opened) return { codes: [], actions: [], text: "" };
    const refusals = (opened.errors ?? []).map(({ originalError }) => originalError).filter(isDomainError);
    return {
      codes: refusals.map(({ code }) => code),
      actions: refusals.map(({ details }) => details.action),
      text: JSON.stringify(opened),
    };
  }
  const { data, errors = [] } = await ask(ctx, query, variables);
  const outcomes = type.name === "BatchOutcome" ? ((data?.[name] ?? []) as { code: string }[]) : [];
  return {
    codes: [...errors.map(({ extensions }) => extensions.code), ...outcomes.map(({ code }) => code)],
    actions: errors.map(({ extensions }) => extensions.action),
    text: JSON.stringify({ data, errors }),
  };
}

const named = walked.map((one) => [`${one.root} ${one.name}`, one] as const);

test("every field says which right it needs, and it is one of the product's", () => {
  const silent = walked.filter(
    ({ name, action }) => !byWhatItFinds.has(name) && (action === null || !isAction(action)),
  );
  expect(silent.map(({ name }) => name)).toEqual([]);
  expect(walked.length).toBeGreaterThan(60);
});

/** These answer in lines, or what GraphQL tells as fields of the thing itself. */
const inOtherWays = ["exportAuditEvents", "exportAccountAuditEvents", "listRevisions", "listAccesses"];

test("every verb of the REST door is a field too, so that walking the fields walks the verbs", () => {
  const titles = new Set(fields.map(({ field }) => field.description?.split(". Needs")[0]));
  const missing = routes
    .map(({ verb }) => verb.spec)
    .filter(({ title, name }) => !titles.has(title) && !inOtherWays.includes(name));
  expect(missing.map(({ name }) => name)).toEqual([]);
});

describe.each(named)("%s", (_, field) => {
  test("refuses who is not signed in", async () => {
    const { codes } = await askField({ ...at.owner, actor: anonymous }, field);
    expect([...new Set(codes)]).toEqual(["unauthenticated"]);
  });

  test("refuses who has no right, and names it", async () => {
    const { codes, actions } = await askField(at.nobody, field);
    // One's own affairs need no right (IAM-26).
    if (ownAffairs.some((one) => one === field.action)) return expect(codes).not.toContain("forbidden");
    // Whether there is such a thing is asked first; of some kinds the owner here has none.
    const ofNothing = JSON.stringify(required(field.field.args)).includes(`"${nothing}"`);
    expect([...new Set(codes)]).toEqual([ofNothing ? expect.stringMatching(/forbidden|not_found/) : "forbidden"]);
    for (const action of actions) expect(action ?? field.action).toBe(field.action ?? action);
  });

  test("refuses a token that may do everything but this, and names it", async () => {
    if (field.action === null || ownAffairs.some((one) => one === field.action)) return;
    const on = `account/${at.accountId}`;
    const all = allowing(["*:*:*"], on);
    const boundary = [all, { ...all, effect: "Deny" as const, action: [field.action] }];
    const { codes, actions } = await askField({ ...at.owner, actor: { ...at.owner.actor, boundary } }, field);
    const ofNothing = JSON.stringify(required(field.field.args)).includes(`"${nothing}"`);
    expect([...new Set(codes)]).toEqual([ofNothing ? expect.stringMatching(/forbidden|not_found/) : "forbidden"]);
    for (const action of actions) expect(action ?? field.action).toBe(field.action);
  });

  test("knows nothing of another tenant's things", async () => {
    const asked = required(field.field.args);
    const { codes, text } = await askField(stranger, field);
    if (namesAny(asked)) {
      expect(codes.filter((code) => !["not_found", "invalid"].includes(code))).toEqual([]);
      expect(codes).not.toEqual([]);
    }
    // A refusal may repeat what it was asked; nothing else of the owner's may come out.
    const more = Object.values(ids).filter((id) => text.includes(id) && !JSON.stringify(asked).includes(id));
    expect([more, text.includes('"shop"')]).toEqual([[], false]);
  });
});
