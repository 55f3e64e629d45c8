import type { Inngest } from "inngest";
import { openApp } from "../app.ts";

/** Functions whose steps do nothing but tell when they began and ended: what lies between is the executor's. */
const now = () => performance.timeOrigin + performance.now();
const functions = (client: Inngest) => [
  client.createFunction({ id: "chain", triggers: [{ event: "b/chain" }] }, async ({ event, step }) => {
    const seen: { began: number; ended: number }[] = [];
    for (let i = 0; i < (event.data.steps as number); i++) {
      seen.push(
        await step.run(`step ${i}`, () => {
          const began = now();
          return { began, ended: now() };
        }),
      );
    }
    return seen.slice(1).map(({ began }, i) => began - (seen[i]?.ended ?? began));
  }),
];

const { PORT, EXECUTOR_URL = "" } = process.env;
const opened = await openApp(Number(PORT));
opened.connect(EXECUTOR_URL, functions);
// Whatever happens to the bench, no process outlives it.
process.once("disconnect", () => process.exit());
process.send?.({ ready: true });
