import { z } from "zod";
import { resourceTypes, verbs } from "./built-in-roles.ts";

export const accountName = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?$/, "Letters, digits, then also _ . - inside");

const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/];

/** What clients of the protocol expect of a password. */
export const accountPassword = z
  .string()
  .min(8, "At least 8 characters")
  .max(64, "At most 64 characters")
  .refine(
    (text) => kinds.every((kind) => kind.test(text)),
    "A small letter, a capital letter, a digit and another character",
  );

export const roleNames = z.array(accountName).max(20);

const permission = z.object({
  resources: z
    .array(
      z.object({
        type: z.enum(resourceTypes),
        labels: z
          .object({ environment: z.string().max(64), appId: z.string().max(160), serviceName: z.string().max(128) })
          .partial()
          .optional(),
      }),
    )
    .min(1)
    .max(50),
  verbs: z.array(z.enum(verbs)).min(1).max(5),
});
export const permissions = z.array(permission).max(50);
