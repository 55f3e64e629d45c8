import { type Engine, engineBackups } from "@flyloft/db";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { conflict, notFound } from "../../kernel/errors.ts";
import { idOf } from "../../kernel/fields.ts";
import { defineCommand } from "../../kernel/verb.ts";
import { lockEngine } from "../life/operations.ts";
import { backupsForgotten } from "./events.ts";
import { dropBackups } from "./take-backup.ts";

/** Why none is deleted now, in words; null when one may be. */
const refusal = ({ state }: Pick<Engine, "state">): string | null =>
  state === "restoring" ? "Not possible while the engine is being restored" : null;

/** Makes room for another. */
export const deleteEngineBackup = defineCommand({
  name: "deleteEngineBackup",
  title: "Delete a backup of an engine",
  action: "cse:engine:modify",
  input: z.object({ engineId: idOf("the engine"), backupId: idOf("the backup") }),
  on: ["engine", "engineId"],
  refusal,
  output: z.object({ id: z.string() }),
  async run(call, { engineId, backupId }) {
    const { tx, emit } = call;
    const reason = refusal(await lockEngine(call, engineId));
    const [backup] = await tx
      .select()
      .from(engineBackups)
      .where(and(eq(engineBackups.id, backupId), eq(engineBackups.engineId, engineId)));
    if (!backup) throw notFound("backup", backupId);
    if (backup.state === "running") throw conflict("It is being written");
    if (reason) throw conflict(reason);
    await emit(backupsForgotten, { backups: await dropBackups(tx, [backup]) });
    return { id: backupId };
  },
});
