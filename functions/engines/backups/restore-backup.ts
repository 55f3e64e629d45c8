import { engineBackups, type EngineRestore, engineRestores } from "@flyloft/db";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { conflict, DomainError, notFound } from "../../kernel/errors.ts";
import { idOf } from "../../kernel/fields.ts";
import { defineCommand } from "../../kernel/verb.ts";
import { assertMay, beginOperation, lockEngine } from "../life/operations.ts";
import { refusalOf } from "../life/state.ts";
import { restoreShape } from "./shapes.ts";

/** ENG-19, told before anything is overwritten. */
export const restoreWarning =
  "Everything that the engine holds is overwritten: services and instances may be in disorder for a while, and dynamic " +
  "configuration that was made since the backup is lost.";

export const restoreEngineBackup = defineCommand({
  name: "restoreEngineBackup",
  title: "Let an exclusive engine hold again what is in a backup",
  action: "cse:engine:create",
  input: z.object({
    engineId: idOf("the engine"),
    backupId: idOf("one of its backups"),
    acknowledged: z.boolean().default(false).describe("That the warning in the refusal was read"),
  }),
  on: ["engine", "engineId"],
  output: restoreShape,
  refusal: refusalOf("restore"),
  async run(call, { engineId, backupId, acknowledged }): Promise<EngineRestore> {
    const { tx, actor, newId } = call;
    const engine = await lockEngine(call, engineId);
    assertMay("restore", engine);
    const [backup] = await tx
      .select()
      .from(engineBackups)
      .where(and(eq(engineBackups.id, backupId), eq(engineBackups.engineId, engineId)));
    if (!backup) throw notFound("backup", backupId);
    if (backup.state !== "succeeded") throw conflict(`${backup.name} is not complete`);
    if (!acknowledged) throw new DomainError("blocked", restoreWarning, { warning: restoreWarning });
    const restoreId = newId("restore");
    const [restore] = await tx
      .insert(engineRestores)
      .values({
        id: restoreId,
        engineId,
        projectId: engine.projectId,
        backupId,
        backupName: backup.name,
        startedBy: actor.name,
      })
      .returning();
    await beginOperation(call, engine, "restore", { wish: { restoreId }, note: `Restoring ${backup.name}` });
    return restore!;
  },
});
