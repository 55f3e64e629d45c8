import { type Package, packages, type Tx } from "@flyloft/db";
import { and, eq } from "drizzle-orm";
import { DomainError, invalid, notFound } from "../kernel/errors.ts";
import { checkPackageFits, type PythonEntry } from "./packages/fits.ts";
import type { Inspection } from "./packages/inspect.ts";
import type { Runtime } from "./runtimes/index.ts";

/**
 * The package, held until the transaction ends so that nobody can delete it before it is used.
 * Refuses one that is not ready, or that the runtime cannot run (CMP-09, CMP-33); `field` is where the caller named it.
 */
export async function selectPackage(
  tx: Tx,
  {
    projectId,
    packageId,
    runtime,
    python,
    field,
  }: { projectId: string; packageId: string; runtime: Runtime; python: PythonEntry | null; field: string },
): Promise<Package> {
  const [found] = await tx
    .select()
    .from(packages)
    .where(and(eq(packages.id, packageId), eq(packages.projectId, projectId)))
    .for("share");
  if (!found) throw notFound("package", packageId);
  if (found.state !== "ready") {
    const message =
      found.state === "uploading"
        ? `${found.fileName} is not uploaded yet`
        : `${found.fileName} was refused: ${found.refusal}`;
    throw new DomainError("blocked", message, { fields: { [field]: [message] } });
  }
  const refusal = checkPackageFits(found.inspection as Inspection, runtime, python);
  if (refusal) throw invalid(field, refusal.message, { reason: refusal.reason, names: [...refusal.names] });
  return found;
}
