import { resources, type Resource, type Tx } from "@flyloft/db";
import { and, asc, eq, inArray } from "drizzle-orm";
import { DomainError } from "../kernel/errors.ts";

/**
 * Reads resources of the project and keeps them from being changed or deleted until the transaction ends.
 * Locks in the order of ids, so that two who hold the same ones never wait for each other in a circle.
 * Refuses with `not_found` at `field` when one is not there.
 */
export async function holdResources(
  tx: Tx,
  projectId: string,
  ids: readonly string[],
  field: string,
): Promise<Map<string, Resource>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const rows = await tx
    .select()
    .from(resources)
    .where(and(eq(resources.projectId, projectId), inArray(resources.id, wanted)))
    .orderBy(asc(resources.id))
    .for("share");
  const found = new Map(rows.map((row) => [row.id, row]));
  const missing = wanted.find((id) => !found.has(id));
  if (missing !== undefined) {
    const message = `There is no resource ${missing}`;
    throw new DomainError("not_found", message, { kind: "resource", id: missing, fields: { [field]: [message] } });
  }
  return found;
}

/** Holds one resource alone: nobody else holds, changes or adds it until the transaction ends. */
export async function holdAlone(tx: Tx, projectId: string, id: string): Promise<Resource> {
  const mine = and(eq(resources.projectId, projectId), eq(resources.id, id));
  const [row] = await tx.select().from(resources).where(mine).for("update");
  if (!row) throw new DomainError("not_found", `There is no resource ${id}`, { kind: "resource", id });
  return row;
}
