import { resourceKinds, type Resource } from "@flyloft/db";
import { z } from "zod";
import { openAttributes } from "./kinds/index.ts";

export const resourceKind = z.enum(resourceKinds).meta({ id: "ResourceKind" });
/** Machines register under their host names, so these are freer than names of environments. */
export const resourceName = z
  .string()
  .trim()
  .min(1, "At least 1 character")
  .max(256, "At most 256 characters")
  .regex(/^\P{Cc}+$/u, "No control characters");

export const resourceShape = z.object({
  id: z.string(),
  kind: resourceKind,
  name: z.string(),
  vpcId: z.string().nullable(),
  agentId: z.string().nullable(),
  attributes: z.record(z.string(), z.unknown()),
  createdAt: z.date(),
  updatedAt: z.date(),
});

/** The row as it may be told: without its secrets. */
export const withoutSecrets = (row: Resource): Resource => ({
  ...row,
  attributes: openAttributes(row.kind, row.attributes),
});
