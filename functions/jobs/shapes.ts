import { z } from "zod";
import { jobStates, jobStepStates } from "../kernel/ports.ts";

const text = z.object({ text: z.string(), truncated: z.boolean() }).meta({ id: "JobText" });

/** What leaves by the REST door about a run in a list. */
export const runShape = z.object({
  id: z.string(),
  workflow: z.string(),
  event: z.string(),
  about: z.record(z.string(), z.string()),
  state: z.enum(jobStates).meta({ id: "JobRunState" }),
  why: z.string(),
  note: z.string().nullable(),
  error: z.string().nullable(),
  nextAt: z.date().nullable(),
  createdAt: z.date(),
  startedAt: z.date().nullable(),
  endedAt: z.date().nullable(),
});

export const historyShape = runShape.extend({
  input: text.nullable(),
  output: text.nullable(),
  steps: z.array(
    z.object({
      id: z.string(),
      name: z.string().nullable(),
      kind: z.string(),
      state: z.enum(jobStepStates).meta({ id: "JobStepState" }),
      output: text.nullable(),
      error: text.nullable(),
      plannedAt: z.date(),
      endedAt: z.date().nullable(),
      wakesAt: z.date().nullable(),
      awaited: z.string().nullable(),
    }),
  ),
  attempts: z.array(
    z.object({
      stepId: z.string().nullable(),
      number: z.int(),
      httpStatus: z.int().nullable(),
      error: z.string().nullable(),
      beganAt: z.date(),
      endedAt: z.date().nullable(),
    }),
  ),
});

export const statsShape = z.object({
  queuedRuns: z.int(),
  runningRuns: z.int(),
  completedInADay: z.int(),
  failedInADay: z.int(),
  dueCalls: z.int(),
  callsUnderWay: z.int(),
  callsBehindKeys: z.int(),
  callsToRepeat: z.int(),
  timers: z.int(),
  lagMs: z.int(),
  appUnreachableSince: z.date().nullable(),
});
