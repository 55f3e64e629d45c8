import { z } from "zod";
import { type Instance, instanceStates } from "../registry/instance.ts";
import type { Service } from "../registry/service.ts";
import { dateOf, pairShape, pairsOf } from "./microservice-shape.ts";

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
  status: z.enum(instanceStates),
  zone: z.string(),
  region: z.string(),
  properties: z.array(pairShape),
  registeredAt: z.date(),
  updatedAt: z.date(),
});
export type MicroserviceInstance = z.output<typeof microserviceInstanceShape>;

export type InstanceRow = { value: Instance; service: Service };

export const instanceOf = ({ value, service }: InstanceRow): MicroserviceInstance => ({
  id: value.instanceId,
  serviceId: service.serviceId,
  microservice: service.serviceName,
  application: service.appId,
  environment: service.environment,
  version: service.version,
  hostName: value.hostName,
  endpoints: value.endpoints,
  status: value.status,
  zone: value.dataCenterInfo?.availableZone ?? "",
  region: value.dataCenterInfo?.region ?? "",
  properties: pairsOf(value.properties).filter(({ key }) => key !== "publickey"),
  registeredAt: dateOf(value.timestamp),
  updatedAt: dateOf(value.modTimestamp),
});
