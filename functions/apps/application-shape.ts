import { z } from "zod";

export const applicationShape = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  createdBy: z.string(),
  createdAt: z.date(),
  updatedAt: z.date(),
});
export const variableShape = z.object({ key: z.string(), value: z.string() });
