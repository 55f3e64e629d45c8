import { groupMembers, users } from "@flyloft/db";
import { and, count, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { DomainError, notFound } from "../../kernel/errors.ts";
import { idOf } from "../../kernel/fields.ts";
import { defineCommand } from "../../kernel/verb.ts";
import { mustHold } from "../grants/must-hold.ts";
import { identityLimits } from "../limits.ts";
import { groupShape } from "./group-shape.ts";
import { holdGroup, statementsOfGroup } from "./hold-group.ts";

/** IAM-02, IAM-03. */
export const addGroupMembers = defineCommand({
  name: "addGroupMembers",
  title: "Put users into a group: they hold at once what was granted to it",
  action: "iam:group:modify",
  input: z.object({
    groupId: idOf("the group"),
    userIds: z.array(idOf("a user")).min(1).max(100).describe("Those who are in it already stay"),
  }),
  on: ["group", "groupId"],
  output: groupShape,
  async run({ tx, actor }, { groupId, userIds }) {
    const group = await holdGroup(tx, actor, groupId);
    mustHold(actor, await statementsOfGroup(tx, group), "given");
    const found = await tx
      .select({ id: users.id, name: users.name })
      .from(users)
      .where(and(inArray(users.id, userIds), eq(users.accountId, actor.accountId)))
      .orderBy(users.id)
      .for("no key update");
    const missing = userIds.find((id) => !found.some((user) => user.id === id));
    if (missing) throw notFound("user", missing);
    await tx
      .insert(groupMembers)
      .values(found.map(({ id: userId }) => ({ groupId, userId })))
      .onConflictDoNothing();
    const full = await tx
      .select({ id: groupMembers.userId, taken: count() })
      .from(groupMembers)
      .where(inArray(groupMembers.userId, userIds))
      .groupBy(groupMembers.userId);
    const limit = identityLimits.groupsOfUser;
    const over = full.find(({ taken }) => taken > limit);
    const name = found.find(({ id }) => id === over?.id)?.name;
    if (over) throw new DomainError("limit_reached", `${name} is in ${limit} groups, which is the most`, { limit });
    return group;
  },
});

/** What the group denies is lifted for a user who leaves it: that must be the actor's to lift. */
export const removeGroupMember = defineCommand({
  name: "removeGroupMember",
  title: "Take a user out of a group",
  action: "iam:group:modify",
  input: z.object({ groupId: idOf("the group"), userId: idOf("the user") }),
  on: ["group", "groupId"],
  output: groupShape,
  async run({ tx, actor }, { groupId, userId }) {
    const group = await holdGroup(tx, actor, groupId);
    mustHold(actor, await statementsOfGroup(tx, group), "taken");
    const [gone] = await tx
      .delete(groupMembers)
      .where(and(eq(groupMembers.groupId, groupId), eq(groupMembers.userId, userId)))
      .returning();
    if (!gone) throw notFound("user", userId);
    return group;
  },
});
