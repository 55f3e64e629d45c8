import { type Component, components, type Tx } from "@flyloft/db";
import { eq } from "drizzle-orm";
import { notFound } from "../kernel/errors.ts";

/** The component, locked against other changes and against new instances until the transaction ends. */
export async function holdComponent(tx: Tx, componentId: string): Promise<Component> {
  const [row] = await tx.select().from(components).where(eq(components.id, componentId)).for("update");
  if (!row) throw notFound("component", componentId);
  return row;
}
