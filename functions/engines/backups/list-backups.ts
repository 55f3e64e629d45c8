import { engineBackupPolicies, engineBackups, engineRestores } from "@flyloft/db";
import { eq, inArray, and } from "drizzle-orm";
import { z } from "zod";
import type { Ctx } from "../../kernel/context.ts";
import { idOf } from "../../kernel/fields.ts";
import { pageInput, readPage } from "../../kernel/page.ts";
import { defineQuery } from "../../kernel/verb.ts";
import { backupShape, restoreShape } from "./shapes.ts";

const input = z.object({ ...pageInput, engineId: idOf("the engine") });

export const listEngineBackups = defineQuery({
  name: "listEngineBackups",
  title: "The backups of an engine, newest first",
  action: "cse:engine:get",
  input,
  on: ["engine", "engineId"],
  output: backupShape,
  run: ({ db, columns }, { engineId, ...page }) =>
    readPage({ db, columns }, engineBackups, { ...page, where: eq(engineBackups.engineId, engineId) }),
});

/** ENG-19. */
export const listEngineRestores = defineQuery({
  name: "listEngineRestores",
  title: "What was restored to an engine, newest first",
  action: "cse:engine:get",
  input,
  on: ["engine", "engineId"],
  output: restoreShape,
  run: ({ db, columns }, { engineId, ...page }) =>
    readPage({ db, columns }, engineRestores, { ...page, where: eq(engineRestores.engineId, engineId) }),
});

/** When each engine is backed up by itself; null for never. */
export async function loadBackupPolicies(ctx: Ctx, engineIds: readonly string[]) {
  const mine = and(
    eq(engineBackupPolicies.projectId, ctx.actor.projectId),
    inArray(engineBackupPolicies.engineId, [...engineIds]),
  );
  const rows = await ctx.db.select().from(engineBackupPolicies).where(mine);
  return engineIds.map((id) => rows.find(({ engineId }) => engineId === id) ?? null);
}
