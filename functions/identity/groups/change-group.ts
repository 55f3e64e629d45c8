import { groups } from "@flyloft/db";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { conflict, isUniqueViolation } from "../../kernel/errors.ts";
import { description, idOf } from "../../kernel/fields.ts";
import { defineCommand } from "../../kernel/verb.ts";
import { mustHold } from "../grants/must-hold.ts";
import { identityName } from "../users/user-shape.ts";
import { groupShape } from "./group-shape.ts";
import { holdGroup, statementsOfGroup } from "./hold-group.ts";

export const updateGroup = defineCommand({
  name: "updateGroup",
  title: "Change a user group's name or description",
  action: "iam:group:modify",
  input: z.object({
    groupId: idOf("the group"),
    name: identityName.optional().describe("A new name, unique in the account"),
    description: description.optional().describe("Whom it is for"),
  }),
  on: ["group", "groupId"],
  output: groupShape,
  async run({ tx, actor, now }, { groupId, ...change }) {
    await holdGroup(tx, actor, groupId);
    try {
      const [row] = await tx
        .update(groups)
        .set({ ...change, updatedAt: now() })
        .where(eq(groups.id, groupId))
        .returning();
      return row!;
    } catch (error) {
      if (isUniqueViolation(error))
        throw conflict(`There is a group called ${change.name} already`, { fields: { name: ["Taken"] } });
      throw error;
    }
  },
});

/** Its members lose what they held by it, denials too: those must be the actor's to lift. */
export const deleteGroup = defineCommand({
  name: "deleteGroup",
  title: "Delete a user group; its members stay and lose what they hold by it",
  action: "iam:group:delete",
  input: z.object({ groupId: idOf("the group") }),
  on: ["group", "groupId"],
  output: z.object({ id: z.string() }),
  async run({ tx, actor }, { groupId }) {
    const group = await holdGroup(tx, actor, groupId);
    mustHold(actor, await statementsOfGroup(tx, group), "taken");
    await tx.delete(groups).where(eq(groups.id, groupId));
    return { id: groupId };
  },
});
