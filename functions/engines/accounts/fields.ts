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

/** What is narrowed to one environment, application or microservice. */
const labels = z
  .object({
    environment: z.string().max(64).describe("Of the microservice"),
    appId: z.string().max(160).describe("Its application"),
    serviceName: z.string().max(128).describe("Its name"),
  })
  .partial()
  .optional();

const permission = z.object({
  resources: z
    .array(
      z.object({
        type: z.enum(resourceTypes),
        labels,
      }),
    )
    .min(1)
    .max(50),
  verbs: z.array(z.enum(verbs)).min(1).max(5),
});
export const permissions = z.array(permission).max(50);

/** One of these; a text for the doors, whose own enums hold no such signs. */
const oneOf = (all: readonly string[]) => z.string().refine((text) => all.includes(text), `One of ${all.join(", ")}`);

/** The same, as the doors of the platform show it. */
export const permissionsInWords = z
  .array(
    z
      .object({
        resources: z
          .array(
            z
              .object({
                type: oneOf(resourceTypes).describe(
                  "account, role, service, service/schema, governance, config or ops",
                ),
                labels: labels
                  .unwrap()
                  .meta({
                    id: "EngineRoleLabelsInput",
                    description: "Only those of one environment, application or name",
                  })
                  .optional(),
              })
              .meta({ id: "EngineRoleResourceInput", description: "A sort of things, or some of them" }),
          )
          .min(1)
          .max(50)
          .describe("On what"),
        verbs: z
          .array(oneOf(verbs).describe("get, create, update, delete, or * for all"))
          .min(1)
          .max(5)
          .describe("What"),
      })
      .meta({ id: "EngineRolePermissionInput", description: "What may be done with some things" }),
  )
  .max(50);
