import { z } from "zod";

export const delegationShape = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  projectId: z.string(),
  delegateId: z.string(),
  expiresAt: z.date().nullable(),
  createdAt: z.date(),
});

export const receivedShape = z.object({
  id: z.string(),
  name: z.string(),
  account: z.string(),
  projectId: z.string(),
  project: z.string(),
  expiresAt: z.date().nullable(),
});
export type ReceivedDelegation = z.output<typeof receivedShape>;
