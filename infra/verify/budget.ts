import { buildConsole, consoleFolder } from "../local/console.ts";
import { type Check, runs } from "./check.ts";

/** What the console's first screens load stays within its budget. Builds the console when its sources have changed. */
export const scriptBudget: Check = {
  name: "script budget of the console",
  async run() {
    const built = await buildConsole(await consoleFolder()).catch((error: Error) => error);
    if (built instanceof Error) return [built.message];
    const { code, output } = await runs("node", ["web/budget.ts", built]);
    return code === 0 ? [] : [output.trim()];
  },
};
