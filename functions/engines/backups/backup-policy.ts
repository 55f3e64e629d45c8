import { type Engine, type EngineBackupPolicy, engineBackupPolicies, engines, projects } from "@flyloft/db";
import { and, asc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Ctx } from "../../kernel/context.ts";
import { conflict } from "../../kernel/errors.ts";
import { emitInto } from "../../kernel/event.ts";
import { idOf } from "../../kernel/fields.ts";
import { defineCommand } from "../../kernel/verb.ts";
import { lockEngine } from "../life/operations.ts";
import { backupRefusal, beginBackup } from "./create-backup.ts";
import { policyShape } from "./shapes.ts";

const ofEngine = { engineId: idOf("the engine") };

/** Why an engine has no policy, in words; null when it may have one. */
const refusal = ({ edition }: Pick<Engine, "edition">): string | null =>
  edition === "professional" ? "The professional engine is backed up with the platform" : null;

/** ENG-17. */
export const setEngineBackupPolicy = defineCommand({
  name: "setEngineBackupPolicy",
  title: "Back up an exclusive engine by itself on certain weekdays",
  action: "cse:engine:create",
  input: z.object({
    ...ofEngine,
    weekdays: z.array(z.int().min(1).max(7)).min(1).max(7).describe("1 is Monday, 7 is Sunday"),
    hour: z.int().min(0).max(23).describe("The full hour, UTC; it begins within the hour after"),
  }),
  on: ["engine", "engineId"],
  refusal,
  output: policyShape,
  async run(call, { engineId, weekdays, hour }): Promise<EngineBackupPolicy> {
    const engine = await lockEngine(call, engineId);
    const reason = refusal(engine);
    if (reason) throw conflict(reason);
    const { projectId } = engine;
    const days = [...new Set(weekdays)].sort();
    const [row] = await call.tx
      .insert(engineBackupPolicies)
      .values({ engineId, projectId, weekdays: days, hour })
      .onConflictDoUpdate({
        target: engineBackupPolicies.engineId,
        set: { weekdays: days, hour, lastSlot: null, updatedAt: call.now() },
      })
      .returning();
    return row!;
  },
});

/** Afterwards it has to be set anew. */
export const removeEngineBackupPolicy = defineCommand({
  name: "removeEngineBackupPolicy",
  title: "Back up an engine no more by itself",
  action: "cse:engine:create",
  input: z.object(ofEngine),
  on: ["engine", "engineId"],
  output: z.object({ id: z.string() }),
  async run(call, { engineId }) {
    await lockEngine(call, engineId);
    await call.tx.delete(engineBackupPolicies).where(eq(engineBackupPolicies.engineId, engineId));
    return { id: engineId };
  },
});

/** LIM-21: begins what is due in the present hour, once for each hour. Answers how many. */
export async function beginDueBackups({ db, now, newId }: Pick<Ctx, "db" | "now" | "newId">): Promise<number> {
  const at = now();
  const slot = at.toISOString().slice(0, 13);
  const weekday = at.getUTCDay() || 7;
  const due = await db
    .select({ engineId: engineBackupPolicies.engineId, projectId: projects.id, accountId: projects.accountId })
    .from(engineBackupPolicies)
    .innerJoin(projects, eq(projects.id, engineBackupPolicies.projectId))
    .where(
      and(
        eq(engineBackupPolicies.hour, at.getUTCHours()),
        sql`${engineBackupPolicies.weekdays}::jsonb @> ${sql.raw(`'${weekday}'`)}::jsonb`,
        sql`${engineBackupPolicies.lastSlot} is distinct from ${slot}`,
      ),
    )
    .orderBy(asc(engineBackupPolicies.engineId));
  let begun = 0;
  for (const { engineId, ...project } of due)
    await db.transaction(async (tx) => {
      const [engine] = await tx.select().from(engines).where(eq(engines.id, engineId)).for("no key update");
      // In the middle of a change it is tried again before the hour is over.
      if (!engine || backupRefusal(engine)) return;
      const [mine] = await tx
        .update(engineBackupPolicies)
        .set({ lastSlot: slot })
        .where(
          and(
            eq(engineBackupPolicies.engineId, engineId),
            sql`${engineBackupPolicies.lastSlot} is distinct from ${slot}`,
          ),
        )
        .returning();
      if (!mine) return;
      const name = `automatic-${slot.replace("T", "-")}`;
      const wanted = { name, remark: "", kind: "automatic" as const, createdBy: "system" };
      if (await beginBackup({ tx, newId, emit: emitInto(tx, project) }, engine, wanted)) begun++;
    });
  return begun;
}
