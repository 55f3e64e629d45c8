import { type Engine, engines, type Tx } from "@flyloft/db";
import { eq } from "drizzle-orm";
import { builtInRoles } from "../accounts/built-in-roles.ts";
import { type Change, holdRevision, writeChanges } from "../store/entries.ts";
import { findVersion } from "./versions.ts";

/** What leads to each format from the one before: the same, however often it is done. */
const migrations: Record<number, (at: number) => Change[]> = {
  2: (at) =>
    Object.entries(builtInRoles).map(([key, role]) => ({
      kind: "role",
      key,
      value: { ...role, id: key, createdAt: at, updatedAt: at },
    })),
};

/** Rewrites what an engine holds until it is in the form of a version; every copy of it reads what changed. */
export async function migrateEntries(
  { tx, now }: { tx: Tx; now: () => Date },
  { id, format }: Pick<Engine, "id" | "format">,
  version: string,
): Promise<void> {
  const wanted = findVersion(version)!.format;
  const changes: Change[] = [];
  for (let next = format + 1; next <= wanted; next++) changes.push(...migrations[next]!(now().getTime()));
  await tx.update(engines).set({ format: wanted }).where(eq(engines.id, id));
  const revision = await holdRevision(tx, id);
  await writeChanges(tx, { engineId: id, revision }, changes);
}
