import { passkeys } from "@flyloft/db";
import { and, desc, eq } from "drizzle-orm";
import { z } from "zod";
import { notFound } from "../../kernel/errors.ts";
import { idOf } from "../../kernel/fields.ts";
import { defineEffect, defineQuery } from "../../kernel/verb.ts";
import { ownerOf } from "../actors/owner.ts";
import { confirmation, confirmIdentity } from "../sign-in/confirm.ts";
import { passkeyColumns, passkeyShape } from "./passkey-shape.ts";

export const listPasskeys = defineQuery({
  name: "listPasskeys",
  title: "Your own passkeys",
  action: "iam:credential:get",
  input: z.object({}),
  on: ["project"],
  lists: { wholly: "They are the asker's own, and nobody else's" },
  output: z.array(passkeyShape),
  run: ({ db, actor }) =>
    db
      .select(passkeyColumns)
      .from(passkeys)
      .where(eq(passkeys.userId, ownerOf(actor)))
      .orderBy(desc(passkeys.id)),
});

export const deletePasskey = defineEffect({
  name: "deletePasskey",
  title: "Delete one of your own passkeys",
  action: "iam:credential:modify",
  input: z.object({ passkeyId: idOf("the passkey"), ...confirmation }),
  on: ["project"],
  output: z.object({ id: z.string() }),
  async run(call, { passkeyId, ...proof }) {
    const { user } = await confirmIdentity(call, proof);
    const own = and(eq(passkeys.id, passkeyId), eq(passkeys.userId, user.id));
    const [gone] = await call.db.delete(passkeys).where(own).returning({ id: passkeys.id });
    if (!gone) throw notFound("passkey", passkeyId);
    return gone;
  },
});
