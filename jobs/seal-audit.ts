import { sealAudit } from "@flyloft/functions/identity";
import type { Schedule } from "./steps.ts";

/** Every ten minutes: what is newer than that is guarded by its chain alone. */
export const sealAuditTrail: Schedule = {
  id: "seal-audit",
  cron: "*/10 * * * *",
  async run(ctx, step) {
    await step.run("seal", () => sealAudit(ctx));
  },
};
