import { engineEditions, engineSpecifications, engineStates } from "@flyloft/db";
import { z } from "zod";

export const engineState = z.enum(engineStates).meta({ id: "EngineState" });

export const engineShape = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  edition: z.enum(engineEditions),
  specification: z.enum(engineSpecifications),
  instanceQuota: z.int(),
  zones: z.array(z.string()),
  version: z.string(),
  state: z.enum(engineStates),
  failure: z.object({ code: z.string(), message: z.string(), service: z.string() }).nullable(),
  authentication: z.boolean(),
  vpcId: z.string().nullable(),
  subnetId: z.string().nullable(),
  publicIpId: z.string().nullable(),
  resourceId: z.string().nullable(),
  operationId: z.string().nullable(),
  ipv6: z.boolean(),
  createdBy: z.string(),
  createdAt: z.date(),
  updatedAt: z.date(),
});
