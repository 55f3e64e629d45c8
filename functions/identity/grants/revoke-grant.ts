import { grants, policies } from "@flyloft/db";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { DomainError, notFound } from "../../kernel/errors.ts";
import { idOf } from "../../kernel/fields.ts";
import { defineCommand } from "../../kernel/verb.ts";
import { holdGroup } from "../groups/hold-group.ts";
import { statementsOf } from "../policies/statements.ts";
import { placeOf } from "./load-grants.ts";
import { mustHold } from "./must-hold.ts";

/** Refused while a role that depends on this one would stay without it (IAM-06). */
export const revokeGrant = defineCommand({
  name: "revokeGrant",
  title: "Take a granted policy away from a user group",
  action: "iam:group:modify",
  input: z.object({ groupId: idOf("the group"), grantId: idOf("the grant") }),
  on: ["group", "groupId"],
  output: z.object({ id: z.string() }),
  async run({ tx, actor }, { groupId, grantId }) {
    const group = await holdGroup(tx, actor, groupId);
    const rows = await tx
      .select({ grant: grants, policy: policies })
      .from(grants)
      .innerJoin(policies, eq(policies.id, grants.policyId))
      .where(eq(grants.groupId, groupId));
    const found = rows.find(({ grant }) => grant.id === grantId);
    if (!found) throw notFound("grant", grantId);
    const { grant, policy } = found;
    const rest = rows.filter((one) => one !== found);
    const covers = (from: string | null, to: string | null) => from === null || from === to;
    const orphan = rest.find(
      (one) =>
        one.policy.dependsOn.includes(policy.id) &&
        covers(grant.projectId, one.grant.projectId) &&
        !rest.some((other) => other.policy.id === policy.id && covers(other.grant.projectId, one.grant.projectId)),
    );
    if (orphan) throw new DomainError("blocked", `${orphan.policy.name} needs it: take that away first`);
    const on = placeOf(actor.accountId, grant.projectId);
    mustHold(actor, statementsOf({ policy, group, on, by: "" }), "taken");
    await tx.delete(grants).where(eq(grants.id, grantId));
    return { id: grantId };
  },
});
