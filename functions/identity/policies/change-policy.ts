import { delegationPolicies, delegations, grants, policies, type Policy, type Tx } from "@flyloft/db";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { conflict, DomainError, isUniqueViolation, notFound } from "../../kernel/errors.ts";
import { description, idOf } from "../../kernel/fields.ts";
import { defineCommand } from "../../kernel/verb.ts";
import { placeOf } from "../grants/load-grants.ts";
import { mustHold } from "../grants/must-hold.ts";
import { policyName } from "./create-policy.ts";
import { contentInput, draft } from "./draft.ts";
import { asPolicy, policyShape, whyFixed } from "./policy-shape.ts";
import { checkRole } from "./roles.ts";
import { statementsOf } from "./statements.ts";

/** Everywhere that a policy holds now; in a project once for all groups and delegations. */
async function placesOf(tx: Tx, { id, accountId }: Policy): Promise<string[]> {
  const granted = await tx.selectDistinct({ projectId: grants.projectId }).from(grants).where(eq(grants.policyId, id));
  const delegated = await tx
    .selectDistinct({ projectId: delegations.projectId })
    .from(delegationPolicies)
    .innerJoin(delegations, eq(delegations.id, delegationPolicies.delegationId))
    .where(eq(delegationPolicies.policyId, id));
  return [...new Set([...granted, ...delegated].map(({ projectId }) => placeOf(accountId!, projectId)))];
}

async function holdPolicy(tx: Tx, accountId: string, policyId: string): Promise<Policy> {
  const [row] = await tx.select().from(policies).where(eq(policies.id, policyId)).for("update");
  const fixed = row && whyFixed(asPolicy(row));
  if (fixed) throw new DomainError("blocked", fixed);
  if (row?.accountId !== accountId) throw notFound("policy", policyId);
  return row;
}

/** Holds at once for everybody it was granted to: what they gain by it, the actor must hold itself. */
export const updatePolicy = defineCommand({
  name: "updatePolicy",
  title: "Change a policy; what it says holds at once for all it was granted to",
  action: "iam:policy:modify",
  input: z.object({
    policyId: idOf("the policy"),
    name: policyName.optional().describe("A new name, unique in the account"),
    description: description.optional().describe("What it is for"),
    ...contentInput,
  }),
  on: ["policy", "policyId"],
  output: policyShape,
  refusal: whyFixed,
  async run({ tx, actor, now }, { policyId, name, description, ...content }) {
    const before = await holdPolicy(tx, actor.accountId, policyId);
    const changed = content.document !== undefined || content.statements !== undefined;
    const { document } = changed ? draft(content) : before;
    if (before.kind === "role") checkRole(document);
    for (const on of changed ? await placesOf(tx, before) : []) {
      mustHold(actor, statementsOf({ policy: { ...before, document }, on, group: null, by: "" }), "given");
      mustHold(actor, statementsOf({ policy: before, on, group: null, by: "" }), "taken");
    }
    try {
      const [row] = await tx
        .update(policies)
        .set({ name, description, document, updatedAt: now() })
        .where(eq(policies.id, policyId))
        .returning();
      return asPolicy(row!);
    } catch (error) {
      if (isUniqueViolation(error))
        throw conflict(`There is a policy called ${name} already`, { fields: { name: ["Taken"] } });
      throw error;
    }
  },
});

/** Refused while it is granted, delegated, or needed by a role. */
export const deletePolicy = defineCommand({
  name: "deletePolicy",
  title: "Delete a policy that is granted to nobody",
  action: "iam:policy:delete",
  input: z.object({ policyId: idOf("the policy") }),
  on: ["policy", "policyId"],
  output: z.object({ id: z.string() }),
  refusal: whyFixed,
  async run({ tx, actor }, { policyId }) {
    const policy = await holdPolicy(tx, actor.accountId, policyId);
    if ((await placesOf(tx, policy)).length > 0)
      throw new DomainError("blocked", "It is granted or delegated: take it away first");
    const own = await tx.select().from(policies).where(eq(policies.accountId, actor.accountId));
    const needing = own.find(({ dependsOn }) => dependsOn.includes(policyId));
    if (needing) throw new DomainError("blocked", `${needing.name} needs it: delete that first`);
    await tx.delete(policies).where(eq(policies.id, policyId));
    return { id: policyId };
  },
});
