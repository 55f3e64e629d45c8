import {
  applyOperation,
  askAddresses,
  concludeOperation,
  engineObserved,
  operationRequested,
} from "@flyloft/functions/engines";
import { defineWorkflow } from "../steps.ts";

/** An operation has three steps at most; the rest is room for ports that are taken and answers that take a while. */
const rounds = 200;

/**
 * Sees an operation on an engine through: writes what a step wishes, waits until the hosts say that it has come true (or
 * cannot), asks the engine itself at its addresses, and judges by what is in the database then.
 */
export const carryOutOperation = defineWorkflow({
  id: "carry-out-operation",
  on: operationRequested,
  oneAtATimePer: "engineId",
  async run(ctx, { operationId }, step) {
    let seconds = 60;
    for (let round = 1; round <= rounds; round++) {
      // Waiting begins beside the wish, never after it: the outcome can come at once.
      await Promise.all([
        step.waitFor(`observed ${round}`, engineObserved, { key: "engineId", timeout: `${seconds}s` }),
        step.run(`wish ${round}`, () => applyOperation(ctx, { operationId })),
      ]);
      const unanswered = await step.run(`ask ${round}`, () => askAddresses(ctx, { operationId }));
      const { over, left } = await step.run(`judge ${round}`, () =>
        concludeOperation(ctx, { operationId, unanswered }),
      );
      if (over) return;
      seconds = left;
    }
  },
});
