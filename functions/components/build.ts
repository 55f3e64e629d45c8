import { type Component, type ComponentSource, resources, type Tx } from "@flyloft/db";
import { and, eq } from "drizzle-orm";
import { invalid } from "../kernel/errors.ts";
import type { BuildInput } from "./fields.ts";

/** CMP-22, CMP-23: the settings to store; refused where there is nothing to build or no such cluster. */
export async function settleBuild(
  tx: Tx,
  projectId: string,
  source: ComponentSource,
  given: BuildInput | null | undefined,
): Promise<Component["build"]> {
  if (!given) return null;
  if (source.kind === "image") throw invalid("build", "The Docker runtime has no build");
  if ("packageId" in source && given.command)
    throw invalid("build.command", "A package is built already: leave the compile command out");
  const [cluster] = await tx
    .select({ kind: resources.kind })
    .from(resources)
    .where(and(eq(resources.id, given.clusterId), eq(resources.projectId, projectId)));
  if (cluster?.kind !== "cluster") throw invalid("build.clusterId", `There is no cluster ${given.clusterId}`);
  const { organization, clusterId, nodeLabels } = given;
  return { command: given.command ?? null, organization, clusterId, nodeLabels };
}
