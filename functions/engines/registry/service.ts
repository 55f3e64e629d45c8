import { z } from "zod";
import { objectOf, texts, textMap } from "./shapes.ts";
import { serviceIdOf, type ServiceKey } from "./keys.ts";
import type { Framework, Path } from "./shapes.ts";

export const serviceLevels = ["FRONT", "MIDDLE", "BACK"] as const;
export const environments = ["", "development", "testing", "acceptance", "production"] as const;
export const registrars = ["SDK", "SIDECAR", "PLATFORM", "UNKNOWN"] as const;

/** A microservice as the entry of its kind holds it. */
export type Service = ServiceKey & {
  serviceId: string;
  description?: string | undefined;
  level: (typeof serviceLevels)[number];
  schemas?: string[] | undefined;
  paths?: Path[] | undefined;
  status: "UP" | "DOWN";
  properties?: Record<string, string> | undefined;
  /** Seconds since 1970, as texts (protocol §0.9). */
  timestamp: string;
  modTimestamp: string;
  alias?: string | undefined;
  registerBy?: (typeof registrars)[number] | undefined;
  framework?: Framework | undefined;
  tags?: Record<string, string> | undefined;
};

const name = z.string().regex(/^[a-zA-Z0-9]([a-zA-Z0-9_.-]*[a-zA-Z0-9])?$/, "Letters, digits, _ . and -");
export const versionText = z
  .string()
  .max(64)
  .regex(/^\d+(\.\d+){0,3}$/, "One to four numbers separated by dots")
  .refine((text) => text.split(".").every((part) => Number(part) <= 32_767), "No number is above 32767");
export const tagKey = z.string().regex(/^[a-zA-Z][a-zA-Z0-9_\-.]{0,63}$/, "A letter, then letters, digits, _ - .");

/** What registers a service (protocol §1.2, §1.11); absent members have defaults. */
export const serviceInput = objectOf({
  serviceId: z
    .string()
    .max(64)
    .regex(/^[^\s/]*$/, "No blanks and no slashes")
    .optional(),
  appId: z
    .string()
    .max(160)
    .regex(/^[a-zA-Z0-9]?([a-zA-Z0-9_.-]*[a-zA-Z0-9])?$/, "Letters, digits, _ . and -")
    .optional(),
  serviceName: name.min(1).max(128),
  version: z.union([z.literal(""), versionText]).optional(),
  description: z.string().max(256).optional(),
  level: z.enum(["", ...serviceLevels]).optional(),
  schemas: texts(100, 160).optional(),
  paths: z
    .array(objectOf({ path: z.string().min(1).max(512), property: textMap.optional() }))
    .max(1_000)
    .optional(),
  status: z.enum(["", "UP", "DOWN"]).optional(),
  properties: textMap.optional(),
  alias: z
    .string()
    .max(128)
    .regex(/^[a-zA-Z0-9_\-.:]*$/, "Letters, digits, _ - . and :")
    .optional(),
  environment: z.enum(environments).optional(),
  registerBy: z.enum(["", ...registrars]).optional(),
  framework: objectOf({ name: z.string().max(64).optional(), version: z.string().max(64).optional() }).optional(),
});

/** A service as it is when it is new. */
export function newService(input: z.output<typeof serviceInput>, tenant: string, seconds: string): Service {
  const { serviceId, appId, version, level, status, registerBy, environment = "", ...rest } = input;
  const key = {
    tenant,
    environment,
    appId: appId || "default",
    serviceName: rest.serviceName,
    version: version || "0.0.1",
  };
  return {
    ...rest,
    ...key,
    serviceId: serviceId || serviceIdOf(key),
    level: level || "BACK",
    status: status || "UP",
    ...(registerBy && { registerBy }),
    timestamp: seconds,
    modTimestamp: seconds,
  };
}

/** As clients are told: what is the platform's own stays here. */
export const tellService = ({ tenant: _tenant, tags: _tags, ...told }: Service) => told;
