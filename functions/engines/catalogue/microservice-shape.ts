import { z } from "zod";
import type { Service } from "../registry/service.ts";

export const pairShape = z.object({ key: z.string(), value: z.string() });
type Pairs = z.output<typeof pairShape>[];

export const pairsOf = (record: Record<string, string> | undefined): Pairs =>
  Object.entries(record ?? {}).map(([key, value]) => ({ key, value: String(value) }));

/** A version of a microservice, as it registered itself or was entered beforehand (SVC-02). */
export const microserviceShape = z.object({
  id: z.string(),
  tenant: z.string(),
  environment: z.string(),
  application: z.string(),
  name: z.string(),
  version: z.string(),
  alias: z.string(),
  description: z.string(),
  status: z.string(),
  registeredBy: z.string(),
  framework: z.object({ name: z.string(), version: z.string() }).nullable(),
  properties: z.array(pairShape),
  tags: z.array(pairShape),
  contracts: z.array(z.string()),
  instances: z.int(),
  online: z.int(),
  createdAt: z.date(),
  updatedAt: z.date(),
});
export type Microservice = z.output<typeof microserviceShape>;

export type ServiceRow = { id: string; value: Service; instances: number; online: number };

/** Seconds as the protocol writes them. */
export const dateOf = (seconds: string) => new Date(Number(seconds) * 1000);

export function microserviceOf({ id, value, instances, online }: ServiceRow): Microservice {
  const { framework } = value;
  return {
    id,
    tenant: value.tenant,
    environment: value.environment,
    application: value.appId,
    name: value.serviceName,
    version: value.version,
    alias: value.alias ?? "",
    description: value.description ?? "",
    status: value.status,
    registeredBy: value.registerBy ?? "",
    framework: framework ? { name: framework.name ?? "", version: framework.version ?? "" } : null,
    properties: pairsOf(value.properties),
    tags: pairsOf(value.tags),
    contracts: value.schemas ?? [],
    instances,
    online,
    createdAt: dateOf(value.timestamp),
    updatedAt: dateOf(value.modTimestamp),
  };
}
