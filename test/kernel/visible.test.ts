import { routes } from "@flyloft/functions/http";
import {
  type Action,
  actions,
  decideFor,
  isAction,
  isDomainError,
  kindOfId,
  type Page,
  pathOf,
  type Statement,
  type ThingKind,
  type Verb,
  visibleRows,
} from "@flyloft/functions/kernel";
import { schema } from "@flyloft/graphql/schema";
import { components, instances, tasks } from "@flyloft/db";
import { eq } from "drizzle-orm";
import { getNamedType, type GraphQLField, isObjectType, isRequiredArgument } from "graphql";
import { beforeAll, describe, expect, test } from "vitest";
import { ask } from "../kit/ask.ts";
import { allowing } from "../kit/world.ts";
import { severalOfEach, type Several } from "./several-of-each.ts";

let at: Several;
beforeAll(async () => {
  at = await severalOfEach();
});

const isList = ({ spec }: Verb) => !spec.changes && (spec.name.startsWith("list") || "first" in spec.input.shape);
const lists = [...new Map(routes.map(({ verb }) => [verb.spec.name, verb])).values()].filter(isList);
/** Their rows are the job engine's, which knows no policies. */
const ofTheEngine = ["listJobRuns"];
const ofThings = lists.flatMap((verb) =>
  typeof verb.spec.lists === "string" && !ofTheEngine.includes(verb.spec.name)
    ? [[verb.spec.name, verb.spec.lists, verb as Verb<never, Page<{ id: string }>>] as const]
    : [],
);

test("every list says of which things it is, is of one thing's parts, or says why policies need not look at its rows", () => {
  const silent = lists.filter(({ spec }) => spec.lists === undefined && spec.on.length === 1);
  expect(silent.map(({ spec }) => spec.name)).toEqual([]);
  for (const { spec } of lists)
    if (typeof spec.lists === "object") expect([spec.name, spec.lists.wholly.length > 20]).toEqual([spec.name, true]);
  expect(ofThings.length).toBeGreaterThan(10);
});

const on = (effect: Statement["effect"], action: string, resource: string[]): Statement => ({
  ...allowing([action, ...(isAction(action) ? actions[action] : [])], `account/${at.accountId}`),
  effect,
  resource,
});
const inputOf = ({ spec }: { spec: Verb["spec"] }) =>
  spec.on.length === 2 ? { [spec.on[1]]: at.ids[spec.on[0]]![0]! } : {};
const idsIn = ({ nodes }: Page<{ id: string }>) => nodes.map(({ id }) => id);

/** All pages of one row each, and the total. */
async function leaf(verb: Verb<never, Page<{ id: string }>>, statements: Statement[]) {
  const found: string[] = [];
  let after: string | null = null;
  for (;;) {
    const page: Page<{ id: string }> = await verb(at.as({ statements }), {
      ...inputOf(verb),
      first: 1,
      ...(after && { after }),
    } as never);
    found.push(...idsIn(page));
    if (!page.hasNextPage) return { found, total: await page.total() };
    expect(page.nodes.length).toBe(1);
    after = page.endCursor;
  }
}

describe("who may see some of the things of a list sees these, in full pages and right totals", () => {
  test.each(ofThings)("%s", async (_name, kind, verb) => {
    const { action } = verb.spec;
    const all = idsIn(await verb(at.owner, { ...inputOf(verb), first: 200 } as never));
    expect(all.length, `Make three of ${kind} in several-of-each.ts`).toBeGreaterThanOrEqual(3);
    const [first, , third] = all as [string, string, string];
    const some = await leaf(verb, [on("Allow", action, [`${kind}/${first}`, `${kind}/${third}`])]);
    expect(some).toEqual({ found: [first, third], total: 2 });
    const rest = await leaf(verb, [on("Allow", action, ["*"]), on("Deny", action, [`${kind}/${first}`])]);
    expect(rest).toEqual({ found: all.slice(1), total: all.length - 1 });
    const none = await leaf(verb, [on("Allow", action, ["*"]), on("Deny", action, [`${kind}/*`])]);
    expect(none).toEqual({ found: [], total: 0 });
    await expect(verb(at.as({ statements: [] }), inputOf(verb) as never)).rejects.toMatchObject({
      code: "forbidden",
      details: { action },
    });
  });

  test.each(ofThings)("%s, by a token that was made for one of them", async (_name, kind, verb) => {
    const { action } = verb.spec;
    const [first] = idsIn(await verb(at.owner, inputOf(verb) as never));
    const boundary = [on("Allow", action, [`${kind}/${first}`])];
    expect(idsIn(await verb(at.as({ kind: "token", boundary }), inputOf(verb) as never))).toEqual([first]);
  });

  test.each(ofThings)("%s asks the database no more often than for everything", async (_name, kind, verb) => {
    const count = async (statements: Statement[]) => {
      const before = at.statements.length;
      await verb(at.as({ statements }), inputOf(verb) as never);
      return at.statements.length - before;
    };
    const { action } = verb.spec;
    const ids = at.ids[kind]!.map((id) => `${kind}/${id}`);
    const whole = await count([on("Allow", action, ["*"])]);
    expect(await count([on("Allow", action, ids), on("Deny", action, ids.slice(1))])).toBe(whole);
  });
});

test("runs of the job engine are for those who may see every task, and a task's own runs for those who may see it", async () => {
  const { verb } = routes.find((route) => route.verb.spec.name === "listJobRuns")!;
  const [mine, theirs] = at.ids["task"]!;
  const scoped = at.as({ statements: [on("Allow", verb.spec.action, [`task/${mine}`])] });
  await expect(verb(scoped, {})).rejects.toMatchObject({ code: "forbidden" });
  await expect(verb(scoped, { taskId: theirs })).rejects.toMatchObject({ code: "forbidden" });
  await expect(verb(scoped, { taskId: mine })).resolves.toMatchObject({ nodes: [] });
});

/** The fields of a type that lead to things by lists or one by one, without arguments that must be given. */
const kindOfType = (name: string) => {
  const kind = name[0]!.toLowerCase() + name.slice(1);
  return at.ids[kind] ? (kind as ThingKind) : null;
};
type Fields = Record<string, GraphQLField<unknown, unknown>>;
const fieldsOf = (type: unknown): Fields => (isObjectType(type) ? type.getFields() : {});

/** A selection of everything that can be reached in so many steps: the ids of things, and what they lead to. */
function selectionOf(type: unknown, depth: number): string {
  const parts = Object.values(fieldsOf(type)).flatMap((field) => {
    if (field.args.some(isRequiredArgument)) return [];
    if (field.name === "id") return ["id"];
    const inner = getNamedType(field.type);
    if (!isObjectType(inner) || depth === 0 || /Permissions$|^PageInfo$/.test(inner.name)) return [];
    const below = selectionOf(inner, inner.name.endsWith("Connection") ? depth : depth - 1);
    return below ? [`${field.name} ${below}`] : [];
  });
  return parts.length > 0 ? `{ __typename ${parts.join(" ")} }` : "";
}

/** Every thing in an answer, by its id. */
function thingsIn(answer: unknown): string[] {
  if (Array.isArray(answer)) return answer.flatMap(thingsIn);
  if (answer === null || typeof answer !== "object") return [];
  const { id, __typename: type } = answer as { id?: string; __typename?: string };
  const own = id && type && kindOfType(type) === kindOfId(id) ? [id] : [];
  return [...own, ...Object.values(answer).flatMap(thingsIn)];
}

test("a thing that is denied is in no list, no connection and no nested field of the schema, and the others still are", async () => {
  const roots = Object.values(fieldsOf(schema.getQueryType()))
    .filter(({ type, args }) => getNamedType(type).name.endsWith("Connection") && !args.some(isRequiredArgument))
    .map(({ name, type }) => ({ name, selection: selectionOf(getNamedType(type), 2) }))
    .filter(({ selection }) => selection !== "");
  expect(roots.length).toBeGreaterThan(8);
  const shown = new Set<string>();
  for (const { name, selection } of roots)
    for (const id of thingsIn((await ask(at.owner, `{ ${name} ${selection} }`)).data)) shown.add(id);
  for (const kind of Object.keys(at.ids) as ThingKind[]) {
    const hidden = at.ids[kind]![0]!;
    const denied = at.as({
      statements: [allowing(["*:*:*"], `account/${at.accountId}`), on("Deny", "*", [`${kind}/${hidden}`])],
    });
    for (const { name, selection } of roots) {
      const asked = `{ ${name} ${selection} }`;
      const { data, errors } = await ask(denied, asked);
      expect([name, kind, thingsIn(data).filter((id) => id === hidden)]).toEqual([name, kind, []]);
      for (const error of errors ?? []) expect([name, kind, error.extensions.code]).toEqual([name, kind, "forbidden"]);
    }
  }
  expect(Object.keys(at.ids).filter((kind) => !shown.has(at.ids[kind]![0]!))).toEqual([]);
}, 60_000);

test("a denial of an application covers what its instances do: their changes are not told (BEY-14)", async () => {
  const { followInstances } = await import("@flyloft/functions/deployments");
  const [hidden, shown] = at.ids["instance"]!;
  const [row] = await at.db.select().from(instances).where(eq(instances.id, hidden!));
  const denied = at.as({
    statements: [
      allowing(["*:*:*"], `account/${at.accountId}`),
      on("Deny", "servicestage:app:get", [`application/${row!.applicationId}`]),
    ],
  });
  const heard = async (ctx: typeof denied, changes: number) => {
    const found: string[] = [];
    for await (const { instanceId } of await followInstances(ctx, { after: "0.0" }))
      if (found.push(instanceId) === changes) break;
    return found;
  };
  await at.tellOf(hidden!);
  await at.tellOf(shown!);
  expect(await heard(at.owner, 2)).toEqual([hidden, shown]);
  expect(await heard(denied, 1)).toEqual([shown]);
});

/** Random, but the same at each run. */
function random(seed: number) {
  let state = seed;
  const next = () => (state = (state * 1103515245 + 12345) & 0x7fffffff) / 0x7fffffff;
  return { next, one: <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)]! };
}

test("the condition in SQL and the decision on each row never disagree, over 400 random policies", async () => {
  const { one, next } = random(7);
  const { accountId, projectId } = at;
  const names = Object.entries(at.ids).flatMap(([kind, ids]) => [`${kind}/*`, ...ids.map((id) => `${kind}/${id}`)]);
  const close = names.filter((name) => /^(application|component|environment|instance|task)\//.test(name));
  const asked: Action[] = ["servicestage:app:get", "cse:dashboard:get", "cse:registry:modify"];
  const patterns = [...asked, "*:*:*", "cse:*:*", "servicestage:app:*", "cse:engine:list", "cse:registry:get"];
  const tables = { component: components, instance: instances, task: tasks };
  const rows = {
    component: await at.db.select().from(components).where(eq(components.projectId, projectId)),
    instance: await at.db.select().from(instances).where(eq(instances.projectId, projectId)),
    task: await at.db.select().from(tasks).where(eq(tasks.projectId, projectId)),
  };
  const statement = (): Statement => ({
    ...allowing([one(patterns), one(patterns)], one([`account/${accountId}`, `project/${projectId}`, "project/other"])),
    effect: next() < 0.6 ? "Allow" : "Deny",
    resource:
      next() < 0.3
        ? ["*"]
        : [one(close), one(close), one(names), `project/${projectId}`].slice(0, 1 + Math.floor(next() * 4)),
    ...(next() < 0.2 && { condition: { StringEquals: { MfaPresent: [one(["true", "false"])] } } }),
  });
  const some = (most: number) => Array.from({ length: 1 + Math.floor(next() * most) }, statement);
  const outcomes = { some: 0, all: 0, none: 0 };
  for (let round = 0; round < 400; round++) {
    const { actor } = at.as({ statements: some(6), ...(next() < 0.3 && { kind: "token", boundary: some(3) }) });
    const action = one(asked);
    const kind = one(["component", "instance", "task"] as const);
    const table = tables[kind];
    const allowed = rows[kind].filter(
      (row) => decideFor(actor, action, pathOf(actor, { kind, id: row.id }, row)).allowed,
    );
    let found: { id: string }[] = [];
    try {
      const visible = visibleRows(actor, action, kind);
      found = await at.db
        .select({ id: table.id })
        .from(table)
        .where(visible)
        .then((all) => all.filter(({ id }) => rows[kind].some((row) => row.id === id)));
    } catch (error) {
      if (!isDomainError(error)) throw error;
    }
    expect([round, found.map(({ id }) => id).sort()]).toEqual([round, allowed.map(({ id }) => id).sort()]);
    outcomes[found.length === 0 ? "none" : found.length === rows[kind].length ? "all" : "some"]++;
  }
  expect(Math.min(...Object.values(outcomes))).toBeGreaterThan(20);
});
