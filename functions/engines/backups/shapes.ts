import { backupStates } from "@flyloft/db";
import { z } from "zod";

const failure = z.object({ code: z.string(), message: z.string(), service: z.string() }).nullable();
const state = z.enum(backupStates);

export const backupShape = z.object({
  id: z.string(),
  engineId: z.string(),
  name: z.string(),
  remark: z.string(),
  kind: z.enum(["manual", "automatic"]),
  state,
  version: z.string(),
  takenAt: z.date().nullable(),
  entries: z.int().nullable(),
  size: z.int().nullable(),
  failure,
  createdBy: z.string(),
  createdAt: z.date(),
  endedAt: z.date().nullable(),
});

export const restoreShape = z.object({
  id: z.string(),
  engineId: z.string(),
  backupId: z.string(),
  backupName: z.string(),
  state,
  failure,
  startedBy: z.string(),
  createdAt: z.date(),
  endedAt: z.date().nullable(),
});

export const policyShape = z.object({ engineId: z.string(), weekdays: z.array(z.int()), hour: z.int() });
