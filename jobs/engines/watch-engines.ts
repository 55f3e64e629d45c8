import { judgeEngines } from "@flyloft/functions/engines";
import type { Schedule } from "../steps.ts";

/** ENG-12: whether anybody listens at the addresses of engines. */
export const watchEngines: Schedule = {
  id: "watch-engines",
  cron: "* * * * *",
  async run(ctx, step) {
    await step.run("judge", () => judgeEngines(ctx));
  },
};
