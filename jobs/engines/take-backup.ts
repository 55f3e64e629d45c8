import { backupRequested, failBackup, keepBackup, takeBackup } from "@flyloft/functions/engines";
import { defineWorkflow } from "../steps.ts";

/** Writes a backup to object storage, in one go: what is tried again is written again from its beginning. */
export const takeBackups = defineWorkflow({
  id: "take-backup",
  on: backupRequested,
  oneAtATimePer: "engineId",
  async run(ctx, { backupId, engineId }, step) {
    try {
      const taken = await step.run("write", () => takeBackup(ctx, { backupId, engineId }));
      if (taken) await step.run("keep", () => keepBackup(ctx, { backupId, engineId, taken }));
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      await step.run("failed", () => failBackup(ctx, { backupId, engineId, message }));
    }
  },
});
