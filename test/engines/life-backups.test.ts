import { engineBackups, engineEntries, type EngineBackup, engines, outbox, restoredEntries } from "@flyloft/db";
import {
  beginDueBackups,
  type Change,
  createEngineBackup,
  deleteEngineBackup,
  type Engine,
  forgetOldBackups,
  getEngine,
  holdRevision,
  listEngineBackups,
  listEngineRestores,
  removeEngineBackupPolicy,
  restoreEngineBackup,
  setEngineBackupPolicy,
  writeChanges,
} from "@flyloft/functions/engines";
import { forgetBackups } from "@flyloft/jobs/engines/forget-backups";
import { restoreEngine } from "@flyloft/jobs/engines/restore-engine";
import { takeBackups } from "@flyloft/jobs/engines/take-backup";
import { and, desc, eq, isNotNull, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { freshBlobs } from "../kit/blobs.ts";
import { replay } from "../kit/replay.ts";
import { world } from "../kit/world.ts";
import { anEngine } from "./an-engine.ts";
import { serve } from "./serve.ts";

type At = Awaited<ReturnType<typeof stage>>;

async function stage() {
  const { blobs } = await freshBlobs();
  const made = await world({ blobs });
  return { ...made, blobs, engine: await anEngine(made.owner, { format: 2, version: "1.1.0" }) };
}

/** Writes one revision. */
const write = ({ db }: At, { id: engineId }: Engine, changes: Change[]) =>
  db.transaction(async (tx) => writeChanges(tx, { engineId, revision: await holdRevision(tx, engineId) }, changes));
const service = (key: string, n: number): Change => ({ kind: "service", key, value: { n } });

/** All that the engine holds, as one text. */
async function heldBy({ db }: At, { id }: Engine): Promise<string> {
  const rows = await db
    .select({ kind: engineEntries.kind, key: engineEntries.key, value: engineEntries.value })
    .from(engineEntries)
    .where(and(eq(engineEntries.engineId, id), isNotNull(engineEntries.value)));
  return JSON.stringify(rows.map(({ kind, key, value }) => [kind, key, value]).sort());
}

/** The last announcement of this name that speaks of something. */
const announced = async ({ db }: At, name: string, of = "") => {
  const named = and(eq(outbox.name, name), sql`position(${of} in ${outbox.data}::text) > 0 or ${of} = ''`);
  return (await db.select().from(outbox).where(named).orderBy(desc(outbox.seq)).limit(1))[0]!.data as object;
};

/** Backs up, and sees it through. */
async function backedUp(at: At, name = "backup", killAfter?: string): Promise<EngineBackup> {
  const { id } = await createEngineBackup(at.owner, { engineId: at.engine.id, name });
  await replay(takeBackups, at.owner, await announced(at, "engines/backup.requested"), { killAfter });
  return (await at.db.select().from(engineBackups).where(eq(engineBackups.id, id)))[0]!;
}
const restored = async (at: At, backup: Pick<EngineBackup, "id">, killAfter?: string) => {
  await restoreEngineBackup(at.owner, { engineId: at.engine.id, backupId: backup.id, acknowledged: true });
  return replay(restoreEngine, at.owner, await announced(at, "engines/restore.requested"), { killAfter });
};
const files = ({ id, engineId }: EngineBackup) => `engine-backups/${engineId}/${id}/0.jsonl.gz`;

describe("a restore", () => {
  test.each([undefined, "read", "replace"])(
    "brings back what was there, removes what came since, and is one revision that every copy hears of; killed after %s (ENG-19)",
    async (killAfter) => {
      const at = await stage();
      await write(at, at.engine, [
        service("a", 1),
        service("b", 1),
        { kind: "contract", key: "a/x", value: { text: "…" } },
      ]);
      const before = await heldBy(at, at.engine);
      const backup = await backedUp(at);
      expect(backup).toMatchObject({ state: "succeeded", entries: 3, parts: 1, revision: 1 });
      await write(at, at.engine, [service("a", 2), service("c", 1), { kind: "service", key: "b", value: null }]);
      await restored(at, backup, killAfter);
      expect(await heldBy(at, at.engine)).toBe(before);
      const [{ revision } = { revision: 0 }] = await at.db.execute<{ revision: number }>(
        sql`select revision::int as revision from engine_revisions where engine_id = ${at.engine.id}`,
      );
      expect(revision).toBe(3);
      expect(await getEngine(at.owner, { engineId: at.engine.id })).toMatchObject({
        state: "available",
        failure: null,
      });
      const { nodes } = await listEngineRestores(at.owner, { engineId: at.engine.id });
      expect(nodes).toMatchObject([{ state: "succeeded", backupName: "backup" }]);
      expect(await at.db.$count(restoredEntries)).toBe(0);
    },
  );

  test("of a backup from before there were accounts keeps root and its password; other accounts go", async () => {
    const at = await stage();
    await write(at, at.engine, [service("a", 1)]);
    const backup = await backedUp(at);
    const account = (key: string): Change => ({ kind: "account", key, value: { name: key } });
    await write(at, at.engine, [account("root"), account("other")]);
    await restored(at, backup);
    expect(JSON.parse(await heldBy(at, at.engine))).toEqual([
      ["account", "root", { name: "root" }],
      ["service", "a", { n: 1 }],
    ]);
  });

  test.each([
    ["that has items", ["timeout", "other"]],
    ["from before there were any", []],
  ])(
    "to a backup %s shows clients of both configuration protocols what there is, whatever they knew",
    async (_, keys) => {
      const at = await stage();
      const { url } = await serve(at, at.engine);
      const ask = (path: string, body?: object) =>
        fetch(url + path, body && { method: "POST", body: JSON.stringify(body) });
      const set = (key: string, value: string) =>
        ask("/v3/default/configuration/items", { dimensionsInfo: "cart@shop", items: { [key]: value } });
      const labels = "label=app%3Ashop&label=service%3Acart&label=environment%3A&match=exact";
      for (const key of keys) await set(key, "backed up");
      const backup = await backedUp(at);
      await set("timeout", "later");
      await set("another", "later");
      const told = Number((await ask(`/v1/default/kie/kv?${labels}`)).headers.get("x-kie-revision"));
      await restored(at, backup);
      for (let edits = 0; edits < 3; edits++) {
        const shown = async () => {
          const items = await ask(`/v1/default/kie/kv?${labels}&revision=${told}&wait=1ms`);
          const { data } =
            items.status === 200 ? ((await items.json()) as { data: { key: string }[] }) : { data: null };
          return data && [data.map(({ key }) => key).sort(), Number(items.headers.get("x-kie-revision")) > told];
        };
        const added = Array.from({ length: edits }, (_, i) => `new-${i}`);
        await expect.poll(shown, { timeout: 5_000 }).toEqual([[...keys, ...added].sort(), true]);
        const centre = await ask(`/v3/default/configuration/items?dimensionsInfo=cart%40shop&revision=${told}`);
        expect(centre.status).toBe(200);
        await set(`new-${edits}`, "after");
      }
    },
  );

  test("of a backup that was taken while others wrote equals one moment: every write is in it whole or not at all", async () => {
    const at = await stage();
    // Each write changes both ends of the order in which a backup reads.
    const round = (n: number) => [
      service("a", n),
      ...Array.from({ length: 1_200 }, (_, i) => service(`m${i}`, 0)),
      service("z", n),
    ];
    await write(at, at.engine, round(0));
    const writing = new AbortController();
    const writer = (async () => {
      for (let n = 1; !writing.signal.aborted; n++) await write(at, at.engine, [service("a", n), service("z", n)]);
    })();
    const backup = await backedUp(at);
    writing.abort();
    await writer;
    await restored(at, backup);
    const held = JSON.parse(await heldBy(at, at.engine)) as [string, string, { n: number }][];
    const valueOf = (key: string) => held.find(([, one]) => one === key)![2].n;
    expect(valueOf("a")).toBe(valueOf("z"));
    expect(held).toHaveLength(1_202);
  });

  test.each(["missing", "changed"])(
    "of a backup of which something is %s fails, says what to do, and changes nothing (ERR-21)",
    async (how) => {
      const at = await stage();
      await write(at, at.engine, [service("a", 1)]);
      const backup = await backedUp(at);
      await write(at, at.engine, [service("a", 2)]);
      const before = await heldBy(at, at.engine);
      if (how === "missing") await at.blobs.remove(files(backup));
      else await at.blobs.put(files(backup), "not packed");
      await restored(at, backup);
      expect(await heldBy(at, at.engine)).toBe(before);
      const failure = { code: "RESTORE.FAILED", message: expect.stringContaining("let support restore the engine") };
      expect((await listEngineRestores(at.owner, { engineId: at.engine.id })).nodes).toMatchObject([
        { state: "failed", failure },
      ]);
      expect(await getEngine(at.owner, { engineId: at.engine.id })).toMatchObject({ state: "unavailable", failure });
    },
  );

  test("begins when the warning was read, and of a backup that is complete (ENG-19)", async () => {
    const at = await stage();
    const backup = await backedUp(at);
    const given = { engineId: at.engine.id, backupId: backup.id };
    await expect(restoreEngineBackup(at.owner, given)).rejects.toMatchObject({
      code: "blocked",
      message: expect.stringContaining("overwritten"),
    });
    const begun = await createEngineBackup(at.owner, { engineId: at.engine.id, name: "second" });
    const early = restoreEngineBackup(at.owner, { ...given, backupId: begun.id, acknowledged: true });
    await expect(early).rejects.toMatchObject({ code: "conflict" });
  });

  test("of a backup of an older version brings it into the form of the present one", async () => {
    const at = await stage();
    await at.db.update(engines).set({ format: 1, version: "1.0.0" }).where(eq(engines.id, at.engine.id));
    const backup = await backedUp(at);
    await at.db.update(engines).set({ format: 2, version: "1.1.0" }).where(eq(engines.id, at.engine.id));
    await restored(at, backup);
    expect(await heldBy(at, at.engine)).toContain('"developer"');
  });
});

describe("backups", () => {
  test.each([undefined, "write", "keep"])("are there once, killed after %s (ENG-18)", async (killAfter) => {
    const at = await stage();
    await write(at, at.engine, [service("a", 1)]);
    expect(await backedUp(at, "once", killAfter)).toMatchObject({ state: "succeeded", entries: 1 });
  });

  test("an eleventh by hand is refused, a sixth by itself takes the place of the oldest (ENG-16, LIM-19)", async () => {
    const at = await stage();
    const made = async (kind: "manual" | "automatic", n: number) => {
      const { owner, engine, projectId } = at;
      const row = { engineId: engine.id, projectId, version: "1.1.0", format: 2, createdBy: "test" };
      await at.db
        .insert(engineBackups)
        .values({ ...row, id: owner.newId("backup"), name: `${kind}-${n}`, kind, state: "succeeded" });
    };
    for (let n = 1; n <= 10; n++) await made("manual", n);
    await expect(createEngineBackup(at.owner, { engineId: at.engine.id, name: "more" })).rejects.toMatchObject({
      code: "limit_reached",
    });
    for (let n = 1; n <= 5; n++) await made("automatic", n);
    const now = at.owner.now();
    await setEngineBackupPolicy(at.owner, {
      engineId: at.engine.id,
      weekdays: [now.getUTCDay() || 7],
      hour: now.getUTCHours(),
    });
    expect(await beginDueBackups(at.owner)).toBe(1);
    await replay(takeBackups, at.owner, await announced(at, "engines/backup.requested"));
    const { nodes } = await listEngineBackups(at.owner, { engineId: at.engine.id, first: 100 });
    const automatic = nodes.filter(({ kind }) => kind === "automatic").map(({ name }) => name);
    expect(automatic).toHaveLength(5);
    expect(automatic).not.toContain("automatic-1");
    expect(nodes).toHaveLength(15);
    await removeEngineBackupPolicy(at.owner, { engineId: at.engine.id });
  });

  test("begin by themselves in the chosen hour of the chosen days, once, until that is switched off (ENG-17, LIM-21)", async () => {
    const at = await stage();
    const engineId = at.engine.id;
    const day = at.owner.now().getUTCDay() || 7;
    const hour = at.owner.now().getUTCHours();
    await setEngineBackupPolicy(at.owner, { engineId, weekdays: [(day % 7) + 1], hour });
    expect(await beginDueBackups(at.owner)).toBe(0);
    await setEngineBackupPolicy(at.owner, { engineId, weekdays: [day], hour: (hour + 1) % 24 });
    expect(await beginDueBackups(at.owner)).toBe(0);
    await setEngineBackupPolicy(at.owner, { engineId, weekdays: [day], hour });
    await at.db.update(engines).set({ state: "changing" }).where(eq(engines.id, engineId));
    expect(await beginDueBackups(at.owner)).toBe(0);
    await at.db.update(engines).set({ state: "available" }).where(eq(engines.id, engineId));
    expect([await beginDueBackups(at.owner), await beginDueBackups(at.owner)]).toEqual([1, 0]);
    await removeEngineBackupPolicy(at.owner, { engineId });
    at.clock.offset += 7 * 86_400_000;
    expect(await beginDueBackups(at.owner)).toBe(0);
    await expect(setEngineBackupPolicy(at.owner, { engineId, weekdays: [0], hour })).rejects.toMatchObject({
      code: "invalid",
    });
  });

  test("go after ten days, or when they are deleted, with what lies in object storage of them (ENG-16, LIM-20)", async () => {
    const at = await stage();
    await write(at, at.engine, [service("a", 1)]);
    const [old, unwanted] = [await backedUp(at, "old"), await backedUp(at, "unwanted")];
    await deleteEngineBackup(at.owner, { engineId: at.engine.id, backupId: unwanted.id });
    await replay(forgetBackups, at.owner, await announced(at, "engines/backups.forgotten", unwanted.id));
    expect(await at.blobs.head(files(unwanted))).toBeNull();
    expect(await at.blobs.head(files(old))).not.toBeNull();
    at.clock.offset += 9 * 86_400_000;
    await forgetOldBackups(at.owner);
    expect(await at.db.$count(engineBackups, eq(engineBackups.id, old.id))).toBe(1);
    at.clock.offset += 86_400_000 + 60_000;
    await forgetOldBackups(at.owner);
    expect(await at.db.$count(engineBackups, eq(engineBackups.id, old.id))).toBe(0);
    await replay(forgetBackups, at.owner, await announced(at, "engines/backups.forgotten", old.id));
    expect(await at.blobs.head(files(old))).toBeNull();
  });

  test("the same name twice, and the professional engine, are refused", async () => {
    const at = await stage();
    await backedUp(at, "same");
    const again = createEngineBackup(at.owner, { engineId: at.engine.id, name: "same" });
    await expect(again).rejects.toMatchObject({ code: "conflict" });
    const { id: engineId } = await anEngine(at.owner, { edition: "professional", name: "Cloud Service Engine" });
    await expect(createEngineBackup(at.owner, { engineId, name: "shared" })).rejects.toMatchObject({
      code: "conflict",
    });
  });
});
