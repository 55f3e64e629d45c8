import { backupsForgotten, removeForgotten } from "@flyloft/functions/engines";
import { defineWorkflow } from "../steps.ts";

/** Nothing of a backup stays in object storage when its row is gone. */
export const forgetBackups = defineWorkflow({
  id: "forget-backups",
  on: backupsForgotten,
  async run(ctx, { backups }, step) {
    await step.run("remove", () => removeForgotten(ctx.ports, { backups }));
  },
});
