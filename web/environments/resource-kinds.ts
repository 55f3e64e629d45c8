import type { IconName } from "../layout/icons.tsx";
import type { ResourceAttributesInput, ResourceKind } from "../generated/graphql.ts";

type Attribute = {
  key: keyof ResourceAttributesInput;
  type: "text" | "number" | "switch" | "engine" | "secret" | "cluster";
  required?: boolean;
  example?: string;
};

/** What is asked for each kind of resource. The server checks it all again. */
export const resourceKinds: Record<ResourceKind, { icon: IconName; hasAgent?: boolean; attributes: Attribute[] }> = {
  vpc: { icon: "environments", attributes: [{ key: "cidr", type: "text", required: true, example: "10.0.0.0/16" }] },
  subnet: { icon: "environments", attributes: [{ key: "cidr", type: "text", required: true, example: "10.0.1.0/24" }] },
  cluster: {
    icon: "infrastructure",
    hasAgent: true,
    attributes: [
      { key: "engine", type: "engine", required: true },
      { key: "version", type: "text" },
      { key: "region", type: "text" },
      { key: "availabilityZone", type: "text" },
      { key: "ipv6DualStack", type: "switch" },
    ],
  },
  host: {
    icon: "infrastructure",
    hasAgent: true,
    attributes: [
      { key: "address", type: "text", required: true, example: "10.0.1.15" },
      { key: "clusterId", type: "cluster" },
    ],
  },
  load_balancer: {
    icon: "component",
    attributes: [
      { key: "address", type: "text", required: true, example: "10.0.1.2" },
      { key: "public", type: "switch" },
    ],
  },
  public_ip: {
    icon: "component",
    attributes: [{ key: "address", type: "text", required: true, example: "203.0.113.10" }],
  },
  cache: {
    icon: "component",
    attributes: [
      { key: "host", type: "text", required: true, example: "10.0.1.9" },
      { key: "port", type: "number", example: "6379" },
      { key: "password", type: "secret" },
      { key: "database", type: "number", example: "0" },
    ],
  },
  engine: { icon: "component", attributes: [{ key: "address", type: "text", example: "engine.example.test" }] },
};

/** In the order in which people think of them: networks, what runs, what goes with it. */
export const kindsInOrder = Object.keys(resourceKinds) as ResourceKind[];
export const baseKinds = ["cluster", "host"] as const satisfies ResourceKind[];
export const optionalKinds = ["load_balancer", "public_ip", "cache", "engine"] as const satisfies ResourceKind[];
