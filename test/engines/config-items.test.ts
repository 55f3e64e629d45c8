import { engineEntries } from "@flyloft/db";
import {
  compareConfigurationRevisions,
  createConfigurationItem,
  deleteConfigurationItems,
  exportConfiguration,
  followConfiguration,
  importConfiguration,
  listConfigurationItems,
  listConfigurationRevisions,
  publishItems,
  rollbackConfigurationItem,
  updateConfigurationItem,
} from "@flyloft/functions/engines";
import type { Ctx } from "@flyloft/functions/kernel";
import { and, eq, isNotNull } from "drizzle-orm";
import { expect, test } from "vitest";
import { ask } from "../kit/ask.ts";
import { world } from "../kit/world.ts";
import { anEngine } from "./an-engine.ts";

async function open() {
  const at = await world();
  const { id: engineId } = await anEngine(at.owner, { instanceQuota: 2 });
  const create = (key: string, value: string, scope = "cart@shop", environment = "") =>
    createConfigurationItem(at.owner, { engineId, scope, environment, key, value });
  const keys = async (given: object = {}) =>
    (await listConfigurationItems(at.owner, { engineId, ...given })).nodes.map(({ key }) => key);
  return { ...at, engineId, create, keys };
}
const valuesOf = async (ctx: Ctx, given: { engineId: string; scope?: string; environment?: string }) => {
  const { nodes } = await listConfigurationItems(ctx, { first: 200, ...given });
  return Object.fromEntries(nodes.map(({ key, value }) => [key, value]));
};

test("an item is created in a scope, changed in its value only, and deleted (SVC-10, SVC-11)", async () => {
  const { owner, engineId, create, keys } = await open();
  const item = await create("timeout", "1s");
  expect(item).toMatchObject({
    scope: "cart@shop",
    environment: "",
    revision: 1,
    status: "enabled",
    changedBy: "owner",
  });
  expect(item.warning).toContain("clear text");
  await expect(create("timeout", "2s")).rejects.toMatchObject({ code: "conflict" });
  expect(await updateConfigurationItem(owner, { engineId, itemId: item.id, value: "2s" })).toMatchObject({
    key: "timeout",
    value: "2s",
    revision: 2,
  });
  await create("timeout", "3s", "cart@shop#1.0.0");
  await create("timeout", "4s", "other@shop");
  expect(await keys({ service: "cart", application: "shop" })).toEqual(["timeout", "timeout"]);
  expect(await valuesOf(owner, { engineId, scope: "cart@shop" })).toEqual({ timeout: "2s" });
  expect(await valuesOf(owner, { engineId, scope: "cart@shop#1.0.0" })).toEqual({ timeout: "3s" });
  await deleteConfigurationItems(owner, { engineId, itemIds: [item.id] });
  expect(await valuesOf(owner, { engineId, scope: "cart@shop" })).toEqual({});
  await expect(deleteConfigurationItems(owner, { engineId, itemIds: [item.id] })).rejects.toMatchObject({
    code: "not_found",
  });
});

test("a global item belongs to one of the five environments (GCF-02), and those that are ticked go together (GCF-03)", async () => {
  const { owner, engineId, create, keys } = await open();
  const made = [];
  for (const environment of ["", "development", "testing", "acceptance", "production"])
    made.push(await create("log.level", environment || "none", "application", environment));
  await expect(create("log.level", "x", "application", "staging")).rejects.toMatchObject({ code: "invalid" });
  expect(await valuesOf(owner, { engineId, scope: "application", environment: "production" })).toEqual({
    "log.level": "production",
  });
  const itemIds = made.slice(0, 4).map(({ id }) => id);
  await expect(deleteConfigurationItems(owner, { engineId, itemIds: [...itemIds, "none"] })).rejects.toMatchObject({
    code: "not_found",
  });
  expect(await keys({ scope: "application" })).toHaveLength(5);
  await deleteConfigurationItems(owner, { engineId, itemIds });
  expect(await keys({ scope: "application" })).toHaveLength(1);
});

test("an exported file goes into another scope whole; overwriting is asked first, and a malformed file changes nothing (SVC-12)", async () => {
  const { owner, engineId, create } = await open();
  await create("a", "1");
  await create("b", "line\nline");
  const { file, fileName } = await exportConfiguration(owner, { engineId, scope: "cart@shop" });
  expect(fileName).toBe("cart@shop.json");
  const into = { engineId, scope: "basket@shop", file };
  await importConfiguration(owner, into);
  expect(await valuesOf(owner, { engineId, scope: "basket@shop" })).toEqual({ a: "1", b: "line\nline" });

  const changed = file.replace('"1"', '"2"');
  await expect(importConfiguration(owner, { ...into, file: changed })).rejects.toMatchObject({
    code: "conflict",
    details: { keys: ["a", "b"] },
  });
  await importConfiguration(owner, { ...into, file: changed, overwrite: true });
  expect(await valuesOf(owner, { engineId, scope: "basket@shop" })).toEqual({ a: "2", b: "line\nline" });

  for (const malformed of [
    "{",
    "[]",
    changed.replace('"b"', '"a b"'),
    changed.replace('"b"', '"a"'),
    changed.replace('"text"', '"binary"'),
    changed.replace('"key"', '"other"'),
  ])
    await expect(
      importConfiguration(owner, { ...into, scope: "new@shop", file: malformed, overwrite: true }),
    ).rejects.toMatchObject({ code: "invalid", details: { fields: { file: [expect.any(String)] } } });
  expect(await valuesOf(owner, { engineId, scope: "new@shop" })).toEqual({});
});

test("global items are exported with their environments and come back into them (GCF-03)", async () => {
  const { owner, engineId, create, keys } = await open();
  await create("log.level", "info", "application");
  await create("log.level", "warn", "application", "production");
  const { file } = await exportConfiguration(owner, { engineId, scope: "application" });
  const { nodes } = await listConfigurationItems(owner, { engineId });
  await deleteConfigurationItems(owner, { engineId, itemIds: nodes.map(({ id }) => id) });
  expect(await keys()).toEqual([]);
  await importConfiguration(owner, { engineId, scope: "application", file });
  expect(await valuesOf(owner, { engineId, environment: "" })).toEqual({ "log.level": "info" });
  expect(await valuesOf(owner, { engineId, environment: "production" })).toEqual({ "log.level": "warn" });
});

test("revisions tell who changed what, can be compared, and come back, also after deletion (BEY-10)", async () => {
  const { owner, as, engineId, create } = await open();
  const { id: itemId } = await create("rules", "a\nb\nc");
  const colleague = as({ name: "colleague" });
  await updateConfigurationItem(colleague, { engineId, itemId, value: "a\nB\nc" });
  await deleteConfigurationItems(owner, { engineId, itemIds: [itemId] });
  const revisions = await listConfigurationRevisions(owner, { engineId, itemId });
  expect(revisions.map(({ revision, changedBy, deleted }) => [revision, changedBy, deleted])).toEqual([
    [3, "owner", true],
    [2, "colleague", false],
    [1, "owner", false],
  ]);
  expect(await compareConfigurationRevisions(owner, { engineId, itemId, from: 1, to: 2 })).toEqual([
    { change: "same", text: "a" },
    { change: "removed", text: "b" },
    { change: "added", text: "B" },
    { change: "same", text: "c" },
  ]);
  expect(await rollbackConfigurationItem(owner, { engineId, itemId, revision: 2 })).toMatchObject({
    id: itemId,
    value: "a\nB\nc",
    revision: 4,
    scope: "cart@shop",
  });
  expect(await rollbackConfigurationItem(owner, { engineId, itemId, revision: 1 })).toMatchObject({ value: "a\nb\nc" });
  await expect(rollbackConfigurationItem(owner, { engineId, itemId, revision: 3 })).rejects.toMatchObject({
    code: "not_found",
  });
});

test("who changes an item that somebody else has changed meanwhile is told", async () => {
  const { owner, as, engineId, create } = await open();
  const { id: itemId, revision: ifRevision } = await create("a", "1");
  await updateConfigurationItem(as({ name: "colleague" }), { engineId, itemId, value: "2", ifRevision });
  await expect(updateConfigurationItem(owner, { engineId, itemId, value: "3", ifRevision })).rejects.toMatchObject({
    code: "conflict",
    message: "colleague has changed it meanwhile",
  });
});

test("of one item no more than fifty revisions are kept, of an engine of this size no more than twelve items", async () => {
  const { owner, db, engineId, create } = await open();
  const { id: itemId } = await create("a", "0");
  for (let i = 1; i <= 60; i++) await updateConfigurationItem(owner, { engineId, itemId, value: String(i) });
  const revisions = await listConfigurationRevisions(owner, { engineId, itemId });
  expect([revisions.length, revisions.at(-1)?.value, revisions[0]?.value]).toEqual([50, "11", "60"]);
  const ofEngine = and(eq(engineEntries.engineId, engineId), isNotNull(engineEntries.value));
  expect(await db.$count(engineEntries, ofEngine)).toBe(50 + 2);

  const items = Array.from({ length: 12 }, (_, i) => ({ key: `k${i}`, value: "" }));
  const file = JSON.stringify({ scope: "cart@shop", items });
  await expect(importConfiguration(owner, { engineId, scope: "cart@shop", file })).rejects.toMatchObject({
    code: "limit_reached",
  });
  const fewer = JSON.stringify({ scope: "cart@shop", items: items.slice(1) });
  expect(await importConfiguration(owner, { engineId, scope: "cart@shop", file: fewer })).toHaveLength(11);
});

test("many scopes are published as one revision, and publishing the same again is none", async () => {
  const { owner, db, engineId } = await open();
  const editing = { engineId, by: "governance", at: owner.now() };
  const cart = { environment: "", application: "shop", service: "cart" };
  const put = [
    { scope: cart, key: "a", value: "1" },
    { scope: { ...cart, service: "basket" }, key: "b", value: "2" },
  ];
  const publish = (change: Parameters<typeof publishItems>[2]) =>
    db.transaction((tx) => publishItems(tx, editing, change));
  await publish({ put });
  await publish({ put, remove: [{ scope: cart, key: "never there" }] });
  const { nodes } = await listConfigurationItems(owner, { engineId });
  expect(nodes.map(({ key, scope, revision, changedBy }) => [key, scope, revision, changedBy])).toEqual([
    ["a", "cart@shop", 1, "governance"],
    ["b", "basket@shop", 1, "governance"],
  ]);
  await publish({ put: [{ ...put[1]!, value: "3" }], remove: [{ scope: cart, key: "a" }] });
  expect(await valuesOf(owner, { engineId })).toEqual({ b: "3" });
});

test("items are listed page by page and searched by key; deleted ones by themselves", async () => {
  const { owner, engineId, create, keys } = await open();
  for (const key of ["b", "a_1", "C", "a%1"]) await create(key, "");
  const first = await listConfigurationItems(owner, { engineId, first: 3 });
  const rest = await listConfigurationItems(owner, { engineId, first: 3, after: first.endCursor! });
  expect([...first.nodes, ...rest.nodes].map(({ key }) => key)).toEqual(["C", "a%1", "a_1", "b"]);
  expect([first.hasNextPage, rest.hasNextPage, await first.total()]).toEqual([true, false, 4]);
  expect(await keys({ search: "a_" })).toEqual(["a_1"]);
  await deleteConfigurationItems(owner, { engineId, itemIds: [rest.nodes[0]!.id] });
  expect([await keys(), await keys({ deleted: true })]).toEqual([["C", "a%1", "a_1"], ["b"]]);
});

test("through GraphQL an item shows itself with its warning, and costs the same statements however many there are (SVC-13, GCF-04)", async () => {
  const { owner, engineId, create, statements } = await open();
  const query = `query ($engineId: ID!) { configurationItems(engineId: $engineId) { nodes { key scope labels { key value } warning } totalCount } }`;
  await create("a", "1");
  statements.length = 0;
  await ask(owner, query, { engineId });
  const forOne = statements.length;
  await create("b", "2", "cart@shop#1.0.0", "production");
  statements.length = 0;
  const { data } = await ask(owner, query, { engineId });
  expect(statements).toHaveLength(forOne);
  expect(data.configurationItems).toMatchObject({
    totalCount: 2,
    nodes: [
      { key: "a", scope: "cart@shop" },
      {
        key: "b",
        scope: "cart@shop#1.0.0",
        labels: expect.arrayContaining([{ key: "environment", value: "production" }]),
      },
    ],
  });
});

test("changes are told as they come, and none is lost when they are followed from a cursor", async () => {
  const { owner, nobody, engineId, create } = await open();
  const changes = await followConfiguration(owner, { engineId });
  const next = async () => (await changes.next()).value;
  const first = next();
  const { id } = await create("a", "secret");
  expect(await first).toMatchObject({ id, key: "a", scope: "cart@shop", deleted: false, value: "" });
  await changes.return!();
  await create("b", "");
  await deleteConfigurationItems(owner, { engineId, itemIds: [id] });
  const resumed = await followConfiguration(owner, { engineId, after: (await first).cursor });
  const told = [(await resumed.next()).value, (await resumed.next()).value];
  expect(told.map(({ key, deleted }) => [key, deleted])).toEqual([
    ["b", false],
    ["a", true],
  ]);
  await resumed.return!();
  await expect(followConfiguration(nobody, { engineId })).rejects.toMatchObject({ code: "forbidden" });
});
