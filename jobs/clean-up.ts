import { forgetOldHistory, forgetOldLogs, forgetSpentProofs } from "@flyloft/functions/operations";
import type { Schedule } from "./steps.ts";

/** Keeps what only grows within its bounds. */
export const cleanUp: Schedule = {
  id: "clean-up",
  cron: "*/10 * * * *",
  async run(ctx, step) {
    await step.run("spent proofs", () => forgetSpentProofs(ctx));
    await step.run("old logs", () => forgetOldLogs(ctx));
    await step.run("old history", () => forgetOldHistory(ctx));
  },
};
