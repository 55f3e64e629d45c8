import { grants, policies } from "@flyloft/db";
import { asc, eq } from "drizzle-orm";
import { z } from "zod";
import { idOf } from "../../kernel/fields.ts";
import { defineQuery } from "../../kernel/verb.ts";

export const grantShape = z.object({
  id: z.string(),
  groupId: z.string(),
  policyId: z.string(),
  policy: z.string(),
  projectId: z.string().nullable(),
  createdAt: z.date(),
});
export type GrantRow = z.output<typeof grantShape>;

export const grantColumns = {
  id: grants.id,
  groupId: grants.groupId,
  policyId: grants.policyId,
  policy: policies.name,
  projectId: grants.projectId,
  createdAt: grants.createdAt,
};

export const getGroupGrants = defineQuery({
  name: "getGroupGrants",
  title: "What was granted to a user group",
  action: "iam:group:list",
  input: z.object({ groupId: idOf("the group") }),
  on: ["group", "groupId"],
  output: z.array(grantShape),
  run: ({ db }, { groupId }) =>
    db
      .select(grantColumns)
      .from(grants)
      .innerJoin(policies, eq(policies.id, grants.policyId))
      .where(eq(grants.groupId, groupId))
      .orderBy(asc(grants.id)),
});
