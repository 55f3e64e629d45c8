import { environmentResources, type Environment, type Resource } from "@flyloft/db";
import type { Tx } from "@flyloft/db";
import { DomainError, invalid } from "../kernel/errors.ts";
import { selectionRefusals } from "./selection.ts";

/** Puts resources, which the caller holds, into an environment; refuses those that it cannot have (ENV-02, ENV-09). */
export async function addResources(
  { tx, now }: { tx: Tx; now: () => Date },
  environment: Pick<Environment, "id" | "vpcId">,
  rows: readonly Resource[],
  field: string,
): Promise<void> {
  const refusals = await selectionRefusals(tx, rows, now());
  for (const [i, row] of rows.entries()) {
    const refusal = refusals[i];
    if (refusal)
      throw new DomainError(refusal.code, refusal.message, {
        resource: row.id,
        fields: { [field]: [refusal.message] },
      });
    // What lies in no VPC is reached from all.
    if (row.vpcId !== null && row.vpcId !== environment.vpcId)
      throw invalid(field, `${row.name} lies in another VPC`, { resource: row.id });
  }
  if (rows.length === 0) return;
  await tx
    .insert(environmentResources)
    .values(rows.map(({ id }) => ({ environmentId: environment.id, resourceId: id })))
    .onConflictDoNothing();
}
