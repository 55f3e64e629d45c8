import { failRestore, readBackup, replaceEntries, restoreRequested } from "@flyloft/functions/engines";
import { defineWorkflow } from "../steps.ts";

/** Reads a backup beside what the engine holds, and lets it take that place at once: half of a restore is never in force. */
export const restoreEngine = defineWorkflow({
  id: "restore-engine",
  on: restoreRequested,
  oneAtATimePer: "engineId",
  async run(ctx, { operationId }, step) {
    const failed = (message: string) => step.run("failed", () => failRestore(ctx, { operationId, message }));
    try {
      const { damage } = await step.run("read", () => readBackup(ctx, { operationId }));
      if (damage !== null) return void (await failed(damage));
      await step.run("replace", () => replaceEntries(ctx, { operationId }));
    } catch (error) {
      await failed(error instanceof Error ? error.message : String(error));
    }
  },
});
