import { resources, type Resource, type ResourceKindName, type Tx } from "@flyloft/db";
import { and, eq } from "drizzle-orm";
import type { Ctx } from "../kernel/context.ts";
import { conflict } from "../kernel/errors.ts";
import { changeResource } from "./change-resource.ts";
import { checkSurroundings, readAttributes } from "./check-resource.ts";
import { sealAttributes } from "./seal-attributes.ts";

export type Given = Pick<Ctx, "newId" | "now" | "secrets"> & { tx: Tx };
export type NewResource = {
  projectId: string;
  kind: ResourceKindName;
  name: string;
  vpcId: string | null;
  agentId: string | null;
  /** Of the kind; see its file in `kinds`. */
  attributes: Record<string, unknown>;
};

/** Adds a resource to the inventory. Null when there is one of this kind and name already. */
export async function addResource(call: Given, { attributes: given, ...fresh }: NewResource): Promise<Resource | null> {
  const attributes = readAttributes(fresh.kind, given);
  await checkSurroundings(call.tx, { ...fresh, attributes });
  const id = call.newId("resource");
  const [row] = await call.tx
    .insert(resources)
    .values({
      id,
      ...fresh,
      attributes: sealAttributes(call, { id, kind: fresh.kind }, { attributes, given, before: {} }),
    })
    .onConflictDoNothing()
    .returning();
  return row ?? null;
}

/**
 * Makes sure that the inventory holds a resource as described, in the caller's transaction: a machine that appears
 * again finds itself again. Refuses as `registerResource` and `updateResource` do; its VPC cannot change.
 */
export async function putResource(call: Given, wanted: NewResource): Promise<Resource> {
  const added = await addResource(call, wanted);
  if (added) return added;
  const { projectId, kind, name, vpcId, agentId, attributes } = wanted;
  const [row] = await call.tx
    .select()
    .from(resources)
    .where(and(eq(resources.projectId, projectId), eq(resources.kind, kind), eq(resources.name, name)))
    .for("update");
  if (!row) throw conflict(`${name} was deleted at this moment: try again`);
  if (row.vpcId !== vpcId)
    throw conflict(`${name} lies in another VPC already`, { fields: { vpcId: ["Cannot change"] } });
  return changeResource(call, row, { agentId, attributes });
}
