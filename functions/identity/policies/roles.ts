import { policies, type PolicyDocument, type Tx } from "@flyloft/db";
import { and, eq, inArray, isNull, or } from "drizzle-orm";
import { DomainError, invalid } from "../../kernel/errors.ts";

/** A role speaks of whole services, without resource or condition (IAM-06). Throws `invalid` with the path of what does not. */
export function checkRole({ Statement }: PolicyDocument): void {
  const fields: Record<string, string[]> = {};
  for (const [i, { Action, Resource, Condition }] of Statement.entries()) {
    for (const [j, action] of Action.entries()) {
      if (!/^[a-z]+:\*:\*$/.test(action))
        fields[`Statement[${i}].Action[${j}]`] = ["A role names whole services: service:*:*"];
    }
    if (Resource) fields[`Statement[${i}].Resource`] = ["A role holds for every resource"];
    if (Condition) fields[`Statement[${i}].Condition`] = ["A role holds under every condition"];
  }
  const [first] = Object.entries(fields);
  if (first) throw new DomainError("invalid", `${first[0]}: ${first[1][0]}`, { fields });
}

/** Refuses unless a role depends on other roles only, which are there and never lead back to itself. */
export async function checkDependencies(
  tx: Tx,
  accountId: string,
  { id, kind, dependsOn }: { id: string; kind: "policy" | "role"; dependsOn: readonly string[] },
): Promise<void> {
  if (dependsOn.length === 0) return;
  if (kind === "policy") throw invalid("dependsOn", "Only roles depend on others");
  const mine = or(isNull(policies.accountId), eq(policies.accountId, accountId));
  const seen = new Set<string>();
  for (let next = [...dependsOn]; next.length > 0;) {
    if (next.includes(id)) throw invalid("dependsOn", "A role cannot depend on itself");
    const roles = await tx
      .select()
      .from(policies)
      .where(and(inArray(policies.id, next), mine, eq(policies.kind, "role")))
      .for("share");
    const missing = next.find((one) => !roles.some((role) => role.id === one));
    if (missing) throw invalid("dependsOn", `There is no role ${missing}`);
    for (const one of next) seen.add(one);
    next = [...new Set(roles.flatMap((role) => role.dependsOn))].filter((one) => !seen.has(one));
  }
}
