import { z } from "zod";

export const projectShape = z.object({ id: z.string(), name: z.string(), createdAt: z.date(), updatedAt: z.date() });

export const projectName = z
  .string()
  .trim()
  .min(1)
  .max(64, "At most 64 characters")
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}_.-]*$/u, "Letters, digits, then also _ . -");
