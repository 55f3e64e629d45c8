import type { DeployComponentInput } from "../generated/graphql.ts";
import { type ReleaseGiven, releaseParts } from "./release-given.ts";

export type DeployGiven = ReleaseGiven & {
  environmentId?: string;
  system: "container" | "vm";
  clusterId?: string;
  hostIds?: string[];
  replicas?: number;
};

/** The same, as the command takes it. */
export function deployInput(
  componentId: string,
  given: DeployGiven,
  runtime: Parameters<typeof releaseParts>[1],
): DeployComponentInput {
  const { environmentId = "", system, clusterId, hostIds, replicas } = given;
  const place = system === "vm" ? { hostIds } : { clusterId, replicas };
  return { componentId, environmentId, system, ...place, ...releaseParts(given, runtime, system) };
}
