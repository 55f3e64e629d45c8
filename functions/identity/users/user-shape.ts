import { z } from "zod";

export const userShape = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  description: z.string().nullable(),
  administrator: z.boolean(),
  enabled: z.boolean(),
  createdAt: z.date(),
  updatedAt: z.date(),
});

/** Names of users and groups; signing in asks for the first. */
export const identityName = z
  .string()
  .trim()
  .min(1)
  .max(64, "At most 64 characters")
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}_.@-]*$/u, "Letters, digits, then also _ . @ -");

export const userFields = {
  email: z.email("An e-mail address").max(254).nullable().optional().describe("E-mail address; null for none"),
  phone: z
    .string()
    .regex(/^\+?[\d ()-]{3,32}$/, "A phone number, such as +49 30 123456")
    .nullable()
    .optional()
    .describe("Phone number; null for none"),
  description: z.string().max(256, "At most 256 characters").nullable().optional().describe("Who this is"),
  enabled: z.boolean().optional().describe("Whether the user may sign in"),
};
