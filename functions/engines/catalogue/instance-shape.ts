import { z } from "zod";
import { dateOf, instanceStatuses, pairShape, pairsOf, type ServiceValue } from "./microservice-shape.ts";

/** The four that a user switches between (SVC-07); STARTING is for the instance itself to say. */
export const switchable = ["UP", "DOWN", "OUTOFSERVICE", "TESTING"] as const;
export const instanceStatus = z.enum(switchable).meta({ id: "SwitchableInstanceStatus" });

export const microserviceInstanceShape = z.object({
  id: z.string(),
  serviceId: z.string(),
  microservice: z.string(),
  application: z.string(),
  environment: z.string(),
  version: z.string(),
  hostName: z.string(),
  endpoints: z.array(z.string()),
  status: z.enum(instanceStatuses),
  zone: z.string(),
  region: z.string(),
  properties: z.array(pairShape),
  registeredAt: z.date().nullable(),
  updatedAt: z.date().nullable(),
});
export type MicroserviceInstance = z.output<typeof microserviceInstanceShape>;

/** An instance as its entry holds it (protocol §1.2). */
export type InstanceValue = {
  instanceId: string;
  serviceId: string;
  endpoints?: string[];
  hostName: string;
  status: (typeof instanceStatuses)[number];
  properties?: Record<string, string>;
  dataCenterInfo?: { name?: string; region?: string; availableZone?: string };
  timestamp?: string;
  modTimestamp?: string;
};
export type InstanceRow = { value: InstanceValue; service: ServiceValue };

export const instanceOf = ({ value, service }: InstanceRow): MicroserviceInstance => ({
  id: value.instanceId,
  serviceId: service.serviceId,
  microservice: service.serviceName,
  application: service.appId,
  environment: service.environment ?? "",
  version: service.version,
  hostName: value.hostName,
  endpoints: value.endpoints ?? [],
  status: value.status,
  zone: value.dataCenterInfo?.availableZone ?? "",
  region: value.dataCenterInfo?.region ?? "",
  properties: pairsOf(value.properties).filter(({ key }) => key !== "publickey"),
  registeredAt: dateOf(value.timestamp),
  updatedAt: dateOf(value.modTimestamp ?? value.timestamp),
});
