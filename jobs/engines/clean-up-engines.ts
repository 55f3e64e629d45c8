import { deleteFailedEngines } from "@flyloft/functions/engines";
import type { Schedule } from "../steps.ts";

/** LIM-18: daily at 18:00 UTC. */
export const cleanUpEngines: Schedule = {
  id: "clean-up-engines",
  cron: "0 18 * * *",
  async run(ctx, step) {
    await step.run("engines that could not be created", () => deleteFailedEngines(ctx));
  },
};
