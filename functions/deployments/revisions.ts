import { type Instance, type ReleaseSpec, revisions, type Tx } from "@flyloft/db";
import { and, eq, max } from "drizzle-orm";
import { notFound } from "../kernel/errors.ts";
import type { CommandCall } from "../kernel/verb.ts";

/** One version of an instance's history, whole. */
export async function specOf(tx: Tx, instance: Pick<Instance, "id">, number: number) {
  const [row] = await tx
    .select()
    .from(revisions)
    .where(and(eq(revisions.instanceId, instance.id), eq(revisions.number, number)));
  if (!row) throw notFound("revision", String(number));
  return row;
}

/** Writes a further version of a locked instance; its number is the next. */
export async function addRevision(
  { tx, newId, actor }: CommandCall,
  instance: Instance,
  row: { version: string; spec: ReleaseSpec; restores?: number },
): Promise<number> {
  const [last] = await tx
    .select({ number: max(revisions.number) })
    .from(revisions)
    .where(eq(revisions.instanceId, instance.id));
  const number = (last?.number ?? 0) + 1;
  await tx.insert(revisions).values({
    id: newId("revision"),
    projectId: instance.projectId,
    instanceId: instance.id,
    number,
    createdBy: actor.name,
    ...row,
  });
  return number;
}
