import { applyTask, concludeTask, taskRequested, taskSettled } from "@flyloft/functions/deployments";
import { defineWorkflow } from "../steps.ts";

/** A task is over after its outcome, or its reversal's; the rest is room for wake-ups that were meant for an earlier wish. */
const rounds = 50;

/**
 * Sees a task through: writes its wish, waits until the agents say that it has come true (or cannot), and judges by what
 * is in the database then, so that neither a lost event nor a late one matters. An upgrade that fails gets a second
 * round, in which the wish is the former version.
 */
export const carryOut = defineWorkflow({
  id: "carry-out",
  on: taskRequested,
  async run(ctx, { taskId, deadline }, step) {
    let seconds = deadline;
    for (let round = 1; round <= rounds; round++) {
      // Waiting begins beside the wish, never after it: the outcome can come at once.
      await Promise.all([
        step.waitFor(`settled ${round}`, taskSettled, { key: "taskId", timeout: `${seconds}s` }),
        step.run(`wish ${round}`, () => applyTask(ctx, { taskId })),
      ]);
      const { over, left } = await step.run(`judge ${round}`, () => concludeTask(ctx, { taskId, seconds: deadline }));
      if (over) return;
      seconds = left;
    }
  },
});
