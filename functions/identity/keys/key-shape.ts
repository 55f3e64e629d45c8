import { accessKeys } from "@flyloft/db";
import { z } from "zod";

/** What is told of a key; never its secret, which was told once (IAM-23, ERR-01). */
export const keyColumns = {
  id: accessKeys.id,
  projectId: accessKeys.projectId,
  description: accessKeys.description,
  enabled: accessKeys.enabled,
  system: accessKeys.system,
  lastUsedAt: accessKeys.lastUsedAt,
  createdAt: accessKeys.createdAt,
};
export type AccessKey = Pick<typeof accessKeys.$inferSelect, keyof typeof keyColumns>;

export const keyShape = z.object({
  id: z.string(),
  projectId: z.string(),
  description: z.string().nullable(),
  enabled: z.boolean(),
  system: z.boolean(),
  lastUsedAt: z.date().nullable(),
  createdAt: z.date(),
});
