import { z } from "zod";
import { idOf } from "../kernel/fields.ts";

export const environmentShape = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  vpcId: z.string(),
  createdBy: z.string(),
  createdAt: z.date(),
  updatedAt: z.date(),
});

/** More in one call is surely a mistake. */
export const resourceIds = z.array(idOf("a resource")).max(200);
