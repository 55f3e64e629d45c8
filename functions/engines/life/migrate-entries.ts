import { type Engine, engines, type Tx } from "@flyloft/db";
import { eq } from "drizzle-orm";
import { builtInRoles } from "../accounts/built-in-roles.ts";
import { type Change, holdRevision, writeChanges } from "../store/entries.ts";
import { findVersion } from "./versions.ts";

/** What leads to each format from the one before: pure, and the same when it was done already. */
const migrations: Record<number, () => Change[]> = {
  2: () => Object.entries(builtInRoles).map(([key, value]) => ({ kind: "role", key, value })),
};

/** Rewrites what an engine holds until it is in the form of a version; every copy of it reads what changed. */
export async function migrateEntries({ tx }: { tx: Tx }, { id, format }: Engine, version: string): Promise<void> {
  const wanted = findVersion(version)!.format;
  const changes: Change[] = [];
  for (let next = format + 1; next <= wanted; next++) changes.push(...migrations[next]!());
  await tx.update(engines).set({ format: wanted }).where(eq(engines.id, id));
  const revision = await holdRevision(tx, id);
  await writeChanges(tx, { engineId: id, revision }, changes);
}
