import {
  applications,
  components,
  environments,
  instances,
  type Package,
  packages,
  revisions,
  type Tx,
} from "@flyloft/db";
import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { DomainError, notFound } from "../../kernel/errors.ts";
import { idOf } from "../../kernel/fields.ts";
import { defineEffect } from "../../kernel/verb.ts";
import { removeObject } from "./storage.ts";

/** Refused while a component's source, or any version that could be returned to, is made of it (OPS-04). */
export const deletePackage = defineEffect({
  name: "deletePackage",
  title: "Delete a package that nothing uses",
  action: "servicestage:app:delete",
  input: z.object({ packageId: idOf("the package") }),
  on: ["package", "packageId"],
  output: z.object({ id: z.string() }),
  async run({ db, ports, now }, { packageId }) {
    // From here on nobody can select it; whoever selected it before is seen by the check.
    const held = await db.transaction(async (tx) => {
      const [row] = await tx.select().from(packages).where(eq(packages.id, packageId)).for("update");
      if (!row) throw notFound("package", packageId);
      await refuseIfUsed(tx, row);
      const change = { state: "refused" as const, refusal: "It is being deleted", updatedAt: now() };
      if (row.state !== "refused") await tx.update(packages).set(change).where(eq(packages.id, packageId));
      return row;
    });
    await removeObject(ports.blobs, { ...held, uploadId: held.state === "uploading" ? held.uploadId : null });
    await db.delete(packages).where(eq(packages.id, packageId));
    return { id: packageId };
  },
});

async function refuseIfUsed(tx: Tx, { id, projectId, fileName }: Package) {
  const sourced = await tx
    .select({ application: applications.name, name: components.name })
    .from(components)
    .innerJoin(applications, eq(applications.id, components.applicationId))
    .where(and(eq(components.projectId, projectId), sql`${components.source}->>'packageId' = ${id}`))
    .limit(5);
  const released = await tx
    .select({ environment: environments.name, name: instances.name, version: revisions.version })
    .from(revisions)
    .innerJoin(instances, eq(instances.id, revisions.instanceId))
    .innerJoin(environments, eq(environments.id, instances.environmentId))
    .where(and(eq(instances.projectId, projectId), sql`${revisions.spec}->>'packageId' = ${id}`))
    .limit(5);
  const users = [
    ...sourced.map((one) => `component ${one.application}/${one.name}`),
    ...released.map((one) => `version ${one.version} of ${one.name} in ${one.environment}`),
  ];
  if (users.length > 0)
    throw new DomainError("blocked", `${fileName} is in use: ${users.join(", ")}`, { usedBy: users });
}
