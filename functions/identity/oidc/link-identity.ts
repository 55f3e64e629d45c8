import { linkedIdentities } from "@flyloft/db";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { idOf } from "../../kernel/fields.ts";
import { defineCommand } from "../../kernel/verb.ts";
import { holdUser } from "../users/hold-user.ts";

const identity = {
  userId: idOf("the user"),
  issuer: z.url().max(512).describe("The provider's issuer"),
  subject: z.string().min(1).max(256).describe("Who the user is there: the claim `sub`"),
};
const shape = z.object({ userId: z.string(), issuer: z.string(), subject: z.string() });
export type LinkedIdentity = z.output<typeof shape>;
const changing = {
  action: "iam:user:modify",
  input: z.object(identity),
  on: ["user", "userId"],
  output: shape,
} as const;

/** Whoever can say who is whom could become anybody, so only those who hold as much as the user may. */
export const linkIdentity = defineCommand({
  ...changing,
  name: "linkIdentity",
  title: "Let somebody at an OpenID provider sign in as this user",
  async run({ tx, actor }, input) {
    await holdUser(tx, actor, input.userId);
    await tx.insert(linkedIdentities).values(input).onConflictDoNothing();
    return input;
  },
});

export const unlinkIdentity = defineCommand({
  ...changing,
  name: "unlinkIdentity",
  title: "Let somebody at an OpenID provider sign in as this user no longer",
  async run({ tx, actor }, input) {
    await holdUser(tx, actor, input.userId);
    const { userId, issuer, subject } = linkedIdentities;
    await tx
      .delete(linkedIdentities)
      .where(and(eq(userId, input.userId), eq(issuer, input.issuer), eq(subject, input.subject)));
    return input;
  },
});
