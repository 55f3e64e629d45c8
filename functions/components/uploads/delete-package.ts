import { type Package, packages } from "@flyloft/db";
import { eq } from "drizzle-orm";
import { z } from "zod";
import type { Ctx } from "../../kernel/context.ts";
import { DomainError, notFound } from "../../kernel/errors.ts";
import { idOf } from "../../kernel/fields.ts";
import { defineEffect } from "../../kernel/verb.ts";
import { removeObject } from "./storage.ts";
import { usersOfPackages } from "./users-of-packages.ts";

const few = 5;

/** Refused while a component's source, or any version that could be returned to, is made of it (OPS-04). */
export const deletePackage = defineEffect({
  name: "deletePackage",
  title: "Delete a package that nothing uses",
  action: "servicestage:app:delete",
  input: z.object({ packageId: idOf("the package") }),
  on: ["package", "packageId"],
  output: z.object({ id: z.string() }),
  async refusals({ db, actor }: Ctx, rows: readonly Package[]) {
    const ids = rows.map(({ id }) => id);
    const users = await usersOfPackages(db, actor.projectId, ids);
    return ids.map((id) => inUse(users.get(id)!));
  },
  async run({ db, actor, ports, now }, { packageId }) {
    // From here on nobody can select it; whoever selected it before is seen by the check.
    const held = await db.transaction(async (tx) => {
      const [row] = await tx.select().from(packages).where(eq(packages.id, packageId)).for("update");
      if (!row) throw notFound("package", packageId);
      const users = (await usersOfPackages(tx, actor.projectId, [packageId])).get(packageId)!;
      const refused = inUse(users);
      if (refused)
        throw new DomainError("blocked", `${row.fileName} cannot be deleted. ${refused}`, {
          usedBy: users.slice(0, few),
        });
      const change = { state: "refused" as const, refusal: "It is being deleted", updatedAt: now() };
      if (row.state !== "refused") await tx.update(packages).set(change).where(eq(packages.id, packageId));
      return row;
    });
    await removeObject(ports.blobs, { ...held, uploadId: held.state === "uploading" ? held.uploadId : null });
    await db.delete(packages).where(eq(packages.id, packageId));
    return { id: packageId };
  },
});

const inUse = (users: readonly string[]) => {
  const more = users.length > few ? ` and ${users.length - few} more` : "";
  return users.length > 0 ? `It is in use: ${users.slice(0, few).join(", ")}${more}` : null;
};
