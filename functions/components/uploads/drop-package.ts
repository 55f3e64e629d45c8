import { type Package, packages } from "@flyloft/db";
import { and, eq } from "drizzle-orm";
import type { EffectCall } from "../../kernel/verb.ts";
import { removeObject } from "./storage.ts";

/**
 * Removes an upload that is not in use, object first. It is refused before that, so that what breaks off half-way leaves
 * a row that cannot be used and can be deleted again. False when it changed meanwhile.
 */
export async function dropPackage({ db, ports, now }: EffectCall, given: Package): Promise<boolean> {
  const asSeen = and(eq(packages.id, given.id), eq(packages.state, given.state));
  const [held] = await db
    .update(packages)
    .set({ state: "refused", refusal: "The upload was given up", updatedAt: now() })
    .where(asSeen)
    .returning();
  if (!held) return false;
  await removeObject(ports.blobs, held);
  await db.delete(packages).where(eq(packages.id, held.id));
  return true;
}
