import { instanceStates, taskKinds } from "@flyloft/db";
import { z } from "zod";

export const instanceShape = z.object({
  id: z.string(),
  applicationId: z.string(),
  componentId: z.string(),
  environmentId: z.string(),
  name: z.string(),
  deploySystem: z.enum(["container", "vm"]),
  state: z.enum(instanceStates),
  failure: z.string().nullable(),
  version: z.string(),
  revision: z.int(),
  replicas: z.int(),
  scaleInWindow: z.int(),
  engineId: z.string().nullable(),
  taskId: z.string().nullable(),
  createdBy: z.string(),
  createdAt: z.date(),
  updatedAt: z.date(),
});
export const taskShape = z.object({
  id: z.string(),
  instanceId: z.string(),
  instanceName: z.string(),
  kind: z.enum(taskKinds),
  state: z.string(),
  failure: z.string().nullable(),
  startedBy: z.string(),
  createdAt: z.date(),
  endedAt: z.date().nullable(),
});
export const revisionShape = z.object({
  id: z.string(),
  number: z.int(),
  version: z.string(),
  restores: z.int().nullable(),
  proven: z.boolean(),
  createdBy: z.string(),
  createdAt: z.date(),
});
