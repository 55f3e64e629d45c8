import { z } from "zod";
import { defineKind } from "./define.ts";

export const clusterEngines = ["process", "docker", "kubernetes"] as const;
const words = (meaning: string) => z.string().trim().min(1).max(64).nullable().describe(meaning).default(null);

export const cluster = defineKind({
  kind: "cluster",
  title: "cluster",
  role: "base",
  hasAgent: true,
  attributes: z.object({
    engine: z.enum(clusterEngines).meta({ id: "ClusterEngine" }).describe("What runs workloads there"),
    version: words("The version of what runs workloads there"),
    ipv6DualStack: z.boolean().describe("Whether IPv6 works beside IPv4 (ENV-10)").default(false),
    region: words("Where it is"),
    availabilityZone: words("Its failure domain in the region"),
  }),
});
