/**
 * Backs up an engine, or restores it, as control plane and job engine do; a process of its own, which is started again as long as it
 * ends in trouble. Prints the row of the backup or restore when it is over.
 */
import { setTimeout as pause } from "node:timers/promises";
import { engineBackups, engineRestores, openDatabase, outbox, projects, users } from "@flyloft/db";
import { createEngineBackup, restoreEngineBackup } from "@flyloft/functions/engines";
import { type Ctx, defaultLimits, makeNewId, makeSecretBox } from "@flyloft/functions/kernel";
import { s3 } from "@flyloft/infra/adapters/blobs/s3";
import { sharedNotices } from "@flyloft/infra/adapters/notices/postgres";
import { restoreEngine } from "@flyloft/jobs/engines/restore-engine";
import { takeBackups } from "@flyloft/jobs/engines/take-backup";
import { asSystem, type Steps, type Workflow } from "@flyloft/jobs/steps";
import { and, desc, eq } from "drizzle-orm";

const { DATABASE_URL = "", SECRET_KEYS = "", ENGINE_ID: engineId = "", OBJECTS = "", WORK } = process.env;
const name = "under-load";
const { db, client } = openDatabase(DATABASE_URL, { connections: 2 });

/** Tries again while the database is away, as the job engine does. */
async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (const deadline = Date.now() + 20_000; ; await pause(50)) {
    try {
      return await work();
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
  }
}
const steps: Steps = { run: (_id, work) => patiently(work), sleep: async () => {}, waitFor: async () => null };

const [project] = await patiently(() => db.select().from(projects));
const [user] = await patiently(() => db.select().from(users));
const { accountId, id: projectId } = project!;
const now = () => new Date();
const everything = { effect: "Allow", action: ["*:*:*"], resource: ["*"], on: `account/${accountId}`, source: "test" };
const owner = {
  actor: {
    kind: "user",
    id: user!.id,
    name: user!.name,
    accountId,
    projectId,
    statements: [everything],
    boundary: null,
    facts: { sourceIp: "127.0.0.1", at: now(), mfa: false, tags: {} },
  },
  db,
  ports: { blobs: s3.open(JSON.parse(OBJECTS)), notices: sharedNotices(client) },
  secrets: makeSecretBox(SECRET_KEYS),
  limits: defaultLimits,
  now,
  newId: makeNewId(now),
  publicUrl: "http://flyloft.test",
  requestId: "req_test",
  sourceIp: "127.0.0.1",
  idempotencyKey: null,
} as unknown as Ctx;

async function carryOut(workflow: Workflow, announced: string) {
  const [event] = await patiently(() =>
    db.select().from(outbox).where(eq(outbox.name, announced)).orderBy(desc(outbox.seq)).limit(1),
  );
  await workflow.run(asSystem(owner, { accountId, projectId }), workflow.on.data.parse(event!.data), steps);
}

const backup = async () => {
  const named = and(eq(engineBackups.engineId, engineId), eq(engineBackups.name, name));
  return (await db.select().from(engineBackups).where(named))[0];
};
const restore = async () => (await db.select().from(engineRestores).where(eq(engineRestores.engineId, engineId)))[0];

// Where an answer was lost, it may have begun all the same.
if (WORK === "backup") {
  await patiently(async () => (await backup()) ?? createEngineBackup(owner, { engineId, name }));
  await carryOut(takeBackups, "engines/backup.requested");
  console.log(JSON.stringify(await patiently(backup)));
} else {
  const { id: backupId } = (await patiently(backup))!;
  const given = { engineId, backupId, acknowledged: true };
  await patiently(async () => (await restore()) ?? restoreEngineBackup(owner, given));
  await carryOut(restoreEngine, "engines/restore.requested");
  console.log(JSON.stringify(await patiently(restore)));
}
process.exit(0);
