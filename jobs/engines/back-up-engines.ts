import { beginDueBackups, forgetOldBackups } from "@flyloft/functions/engines";
import type { Schedule } from "../steps.ts";

/** LIM-20, LIM-21: often enough that a backup begins soon after its hour, and once more when the first try came at a bad time. */
export const backUpEngines: Schedule = {
  id: "back-up-engines",
  cron: "*/10 * * * *",
  async run(ctx, step) {
    await step.run("due", () => beginDueBackups(ctx));
    await step.run("old", () => forgetOldBackups(ctx));
  },
};
