import type { Policy } from "@flyloft/db";
import { z } from "zod";

export const policyShape = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  kind: z.enum(["policy", "role"]),
  system: z.boolean(),
  document: z.unknown(),
  dependsOn: z.array(z.string()),
  createdAt: z.date(),
  updatedAt: z.date(),
});

/** System policies belong to no account and are everybody's. */
export type PolicyRow = Policy & { system: boolean };
export const asPolicy = (row: Policy): PolicyRow => ({ ...row, system: row.accountId === null });

export const whyFixed = ({ system }: PolicyRow) =>
  system ? "System policies cannot be changed: make a policy of your own from it" : null;
