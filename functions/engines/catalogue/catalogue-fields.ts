import { z } from "zod";
import { idOf } from "../../kernel/fields.ts";

export const engineId = idOf("the engine");
export const serviceId = idOf("the microservice, of one version");

/** Environments as ServiceComb knows them (GCF-02); empty where services name none. */
export const environment = z.string().max(64);
export const byEnvironment = environment
  .optional()
  .describe("Only those of this environment; empty for those that name none");
export const byApplication = z.string().max(160).optional().describe("Only those of this application");

/** Whose services they are, where an engine is shared by several (protocol §1.1). */
export const givenTenant = z
  .string()
  .max(128)
  .regex(/^[^/\s]+\/[^/\s]+$/, "A domain and a project, as default/default")
  .default("default/default")
  .describe("Domain and project of the services that it belongs to");
