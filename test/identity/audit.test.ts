import { auditChains, auditLog, auditSeals } from "@flyloft/db";
import { createApplication, listApplications } from "@flyloft/functions/apps";
import { digestOf, sealAudit, verifyAudit } from "@flyloft/functions/identity";
import { makeSecretBox } from "@flyloft/functions/kernel";
import { and, eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { world, type World } from "../kit/world.ts";
import { office, password, policyId } from "./people.ts";

const history = async (names = ["one", "two", "three", "four"]) => {
  const w = await world();
  for (const name of names) await createApplication(w.owner, { name });
  return w;
};
/** As somebody who has the database to themselves and knows what they are doing. */
const tamper = (w: World, work: string) =>
  w.db.transaction(async (tx) => {
    await tx.execute(sql.raw("set local session_replication_role = replica"));
    await tx.execute(sql.raw(work.replaceAll("$chain", `'${w.projectId}'`)));
  });
const verify = (w: World) => verifyAudit(w.owner, {});

test("the trail of a project is intact, also when many write at once, and its places have no gaps", async () => {
  const w = await world();
  await Promise.allSettled(
    Array.from({ length: 40 }, (_, i) => createApplication(i % 4 ? w.owner : w.nobody, { name: `app-${i % 30}` })),
  );
  const rows = await w.db.select().from(auditLog).where(eq(auditLog.projectId, w.projectId));
  expect(rows.map(({ position }) => position!).sort((a, b) => a - b)).toEqual(rows.map((_, i) => i + 1));
  expect(rows).toHaveLength(40);
  expect(await verify(w)).toMatchObject({
    intact: true,
    rows: 40,
    broken: null,
    head: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
});

test.each([
  [
    "changed",
    "update audit_log set result = 'done', actor_id = 'usr_other' where chain = $chain and position = 2",
    2,
    /changed/,
  ],
  [
    "given another time",
    "update audit_log set at = at + interval '1 ms' where chain = $chain and position = 3",
    3,
    /changed/,
  ],
  ["deleted", "delete from audit_log where chain = $chain and position = 2", 2, /gone/],
  ["deleted at the end", "delete from audit_log where chain = $chain and position = 4", 4, /gone/],
  [
    "swapped with another",
    "update audit_log set position = case position when 2 then -3 else -2 end where chain = $chain and position in (2, 3); update audit_log set position = -position where chain = $chain and position < 0",
    2,
    /changed/,
  ],
  [
    "moved to another project",
    "update audit_log set project_id = 'prj_other' where chain = $chain and position = 1",
    1,
    /changed/,
  ],
])("a row that was %s is the first that verification reports", async (_what, work, position, reason) => {
  const w = await history();
  for (const one of work.split("; ")) await tamper(w, one);
  expect(await verify(w)).toMatchObject({
    intact: false,
    rows: position - 1,
    broken: { position, reason: expect.stringMatching(reason) },
  });
});

test("a trail rewritten with fresh digests throughout is told by the end of its chain, and by its seal when that was rewritten too", async () => {
  const w = await history();
  expect(await sealAudit(w.owner)).toBeGreaterThan(0);
  expect(await verify(w)).toMatchObject({ intact: true, sealedUpTo: 4 });
  await createApplication(w.owner, { name: "five" });
  const rows = await w.db.select().from(auditLog).where(eq(auditLog.chain, w.projectId)).orderBy(auditLog.position);
  let previous = "0".repeat(64);
  for (const row of rows) {
    if (row.position === 2) row.actorName = "somebody else";
    previous = digestOf(previous, row);
    await tamper(
      w,
      `update audit_log set actor_name = '${row.actorName}', hash = '${previous}' where seq = ${row.seq}`,
    );
  }
  expect(await verify(w)).toMatchObject({
    intact: false,
    broken: { position: 4, reason: expect.stringMatching(/sealed/) },
  });
  await w.db.delete(auditSeals).where(eq(auditSeals.chain, w.projectId));
  expect(await verify(w)).toMatchObject({ intact: false, sealedUpTo: null, broken: { position: 5 } });
  await w.db.update(auditChains).set({ hash: previous }).where(eq(auditChains.chain, w.projectId));
  expect(await verify(w)).toMatchObject({ intact: true, sealedUpTo: null });
});

test("a seal made without the platform's key seals nothing", async () => {
  const w = await history();
  const other = makeSecretBox(`test:${Buffer.alloc(32, 9).toString("base64")}`);
  await sealAudit({ ...w.owner, secrets: other });
  expect(await verify(w)).toMatchObject({ intact: true, sealedUpTo: null });
});

test("rows cannot be changed, deleted or emptied by the ordinary ways of the database", async () => {
  const w = await history();
  const mine = eq(auditLog.chain, w.projectId);
  for (const work of [
    () => w.db.update(auditLog).set({ result: "done" }).where(mine),
    () => w.db.delete(auditLog).where(mine),
    () => w.db.execute(sql`truncate audit_log`),
  ])
    await expect(work()).rejects.toMatchObject({ cause: { message: expect.stringContaining("only ever added to") } });
});

test("a writer of one project does not wait for the writers of another", async () => {
  const [a, b] = [await world(), await world()];
  await createApplication(a.owner, { name: "before" });
  await a.db.transaction(async (tx) => {
    await tx.select().from(auditChains).where(eq(auditChains.chain, a.projectId)).for("update");
    await createApplication(b.owner, { name: "meanwhile" });
  });
});

test("what was made is named as the target; refusals of reading are recorded; what concerns the account is in its own chain (IAM-27)", async () => {
  const o = await office();
  const reader = await o.hire([policyId("CSE Viewer")]);
  expect((await reader.rest("GET", "/applications")).status).toBe(403);
  const { id } = await o.boss.must("POST", "/applications", { name: "shop" });
  const { nodes } = await o.boss.must("GET", "/audit");
  expect(nodes.map((one: any) => [one.operation, one.targetKind, one.targetId, one.result, one.actorName])).toEqual([
    ["createApplication", "application", id, "done", "owner"],
    ["listApplications", "project", o.projectId, "forbidden", reader.name],
  ]);
  const ofAccount = await o.boss.must("GET", "/account/audit?operation=createUser");
  expect(ofAccount.nodes).toMatchObject([{ projectId: null, targetKind: "user", targetId: reader.id, result: "done" }]);
  const { data } = await o.boss.gql(`{ accountAuditVerification { intact rows } auditVerification { intact rows } }`);
  expect(data.accountAuditVerification.intact).toBe(true);
  expect(data.auditVerification).toEqual({ intact: true, rows: 2 });
});

test("every column filters, at both doors, and a page continues where the last one ended (IAM-27)", async () => {
  const o = await office();
  const dana = await o.hire([policyId("ServiceStage ReadOnlyAccess")]);
  const { id } = await o.boss.must("POST", "/applications", { name: "shop" }, { from: "10.1.2.3" });
  await dana.rest("DELETE", `/applications/${id}`, undefined, { from: "10.9.9.9" });
  await o.boss.must("PATCH", `/applications/${id}`, { name: "store" });
  const [row] = await o.db
    .select()
    .from(auditLog)
    .where(and(eq(auditLog.projectId, o.projectId), eq(auditLog.operation, "deleteApplication")));
  const columns = {
    actorId: dana.id,
    actorName: dana.name,
    sourceIp: "10.9.9.9",
    operation: "deleteApplication",
    result: "forbidden",
    requestId: row!.requestId,
  };
  for (const [column, value] of Object.entries(columns)) {
    const { nodes } = await o.boss.must("GET", `/audit?${column}=${encodeURIComponent(value)}`);
    expect([column, nodes.map(({ seq }: any) => seq)]).toEqual([column, [row!.seq]]);
    const { data } = await o.boss.gql(
      `query ($value: ${{ actorId: "ID", result: "AuditResult" }[column] ?? (column === "requestId" ? "ID" : "String")}) { auditEvents(${column}: $value) { nodes { seq } } }`,
      { value },
    );
    expect([column, data?.auditEvents.nodes]).toEqual([column, [{ seq: row!.seq }]]);
  }
  expect((await o.boss.must("GET", `/audit?targetKind=application&targetId=${id}`)).nodes).toHaveLength(3);
  expect((await o.boss.must("GET", `/audit?actorKind=key`)).nodes).toHaveLength(0);
  const at = encodeURIComponent(row!.at.toISOString());
  const [from, until] = await Promise.all(
    [`from=${at}`, `until=${at}`].map(async (one) => (await o.boss.must("GET", `/audit?${one}`)).nodes),
  );
  expect(from.length + until.length).toBe(3);
  expect(until.map(({ operation }: any) => operation)).toEqual(["createApplication"]);
  const first = await o.boss.must("GET", "/audit?first=2");
  const rest = await o.boss.must("GET", `/audit?first=2&after=${first.pageInfo.endCursor}`);
  expect([...first.nodes, ...rest.nodes].map(({ operation }: any) => operation)).toEqual([
    "updateApplication",
    "deleteApplication",
    "createApplication",
  ]);
  expect(await o.boss.rest("GET", "/audit?after=x")).toMatchObject({
    status: 400,
    body: { fields: { after: [expect.any(String)] } },
  });
});

test("the export is a line for each row, whose chain can be followed without the platform", async () => {
  const o = await office();
  const names = Array.from({ length: 520 }, (_, i) => `a${i}`);
  await o.db.insert(auditLog).values(
    names.map((targetId) => ({
      accountId: o.accountId,
      projectId: o.projectId,
      actorKind: "user",
      actorId: o.userId,
      actorName: 'ядро 漢字 😀 "quoted"\n',
      operation: "createApplication",
      targetKind: "application",
      targetId,
      result: "done",
      requestId: "req_1",
    })),
  );
  const answer = await o.boss.raw("/v1/audit.ndjson");
  expect(answer.headers.get("content-type")).toBe("application/x-ndjson");
  const rows = (await answer.text())
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line, (key, value) => (key === "at" ? new Date(value) : value)));
  expect(rows).toHaveLength(520);
  let previous = "0".repeat(64);
  for (const row of rows) expect(row.hash).toBe((previous = digestOf(previous, row)));
  expect((await o.boss.raw("/v1/audit.ndjson?targetId=a7")).status).toBe(200);
});

test("the platform's rights do not bring the trail's: reading it is granted by itself (IAM-21), per project or for the account", async () => {
  const o = await office();
  const full = await o.hire([policyId("ServiceStage FullAccess")]);
  for (const path of ["/audit", "/audit.ndjson", "/audit/verification", "/account/audit"])
    expect(await full.rest("GET", path)).toMatchObject({ status: 403, body: { action: "iam:audit:list" } });
  const auditor = await o.hire([await o.allow("iam:audit:list")], o.projectId);
  expect((await auditor.rest("GET", "/audit")).status).toBe(200);
  expect((await auditor.rest("GET", "/account/audit")).status).toBe(403);
  const other = await office();
  expect(JSON.stringify(await auditor.rest("GET", "/audit"))).not.toContain(other.projectId);
});

test("no password is ever written to the trail or to what is kept for repeated requests", async () => {
  const o = await office();
  const idempotencyKey = { headers: { "idempotency-key": "once" } };
  const { id } = await o.boss.must("POST", "/users", { name: "dana", password }, idempotencyKey);
  await o.boss.must("PUT", `/users/${id}/password`, { password: "another-Pigeon-17-ladder" });
  await o.boss.rest("POST", "/users", { name: "x y", password: "yet-Another-Pigeon-3" });
  for (const table of ["audit_log", "idempotency_keys", "outbox"]) {
    const rows = await o.db.execute(sql`select t::text as text from ${sql.raw(table)} t`);
    expect(JSON.stringify(rows)).not.toMatch(/Otter|Pigeon/);
  }
});

test("a query that is refused leaves a row, one that is answered none", async () => {
  const w = await world();
  await listApplications(w.owner, {});
  await listApplications(w.nobody, {}).catch(() => {});
  const rows = await w.db.select().from(auditLog).where(eq(auditLog.projectId, w.projectId));
  expect(rows.map(({ operation, result }) => [operation, result])).toEqual([["listApplications", "forbidden"]]);
});
