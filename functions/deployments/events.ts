import { z } from "zod";
import { defineEvent } from "../kernel/event.ts";

/** Somebody wishes a change; `deadline` is how long it may take to settle, in seconds. */
export const taskRequested = defineEvent(
  "deployments/task.requested",
  z.object({ taskId: z.string(), instanceId: z.string(), deadline: z.int() }),
);

/** Everything is as the task wishes, or its agents say that it cannot be. */
export const taskSettled = defineEvent("deployments/task.settled", z.object({ taskId: z.string() }));
