import { type Db, passkeys, recoveryCodes, totpSecrets } from "@flyloft/db";
import { and, count, eq, isNotNull } from "drizzle-orm";
import { z } from "zod";
import { conflict } from "../../kernel/errors.ts";
import { idOf } from "../../kernel/fields.ts";
import { defineCommand, defineEffect, defineQuery } from "../../kernel/verb.ts";
import { ownerOf } from "../actors/owner.ts";
import { confirmation, confirmIdentity } from "../sign-in/confirm.ts";
import { holdUser } from "../users/hold-user.ts";
import { renewRecoveryCodes } from "./enrol-totp.ts";

const inForce = (userId: string) => and(eq(totpSecrets.userId, userId), isNotNull(totpSecrets.confirmedAt));

async function stateOf(db: Db, userId: string) {
  const totp = await db.select({ at: totpSecrets.confirmedAt }).from(totpSecrets).where(inForce(userId));
  const [codes] = await db.select({ left: count() }).from(recoveryCodes).where(eq(recoveryCodes.userId, userId));
  const [keys] = await db.select({ many: count() }).from(passkeys).where(eq(passkeys.userId, userId));
  return { totp: totp.length > 0, recoveryCodesLeft: codes!.left, passkeys: keys!.many };
}
const stateShape = z.object({ totp: z.boolean(), recoveryCodesLeft: z.int(), passkeys: z.int() });
export type SecondFactors = z.output<typeof stateShape>;

export const getSecondFactors = defineQuery({
  name: "getSecondFactors",
  title: "Which second factors you have",
  action: "iam:credential:get",
  input: z.object({}),
  on: ["project"],
  output: stateShape,
  run: ({ db, actor }) => stateOf(db, ownerOf(actor)),
});

export const removeTotp = defineEffect({
  name: "removeTotp",
  title: "Do without one-time codes from now on",
  action: "iam:credential:modify",
  input: z.object(confirmation),
  on: ["project"],
  output: stateShape,
  async run(call, proof) {
    const { user } = await confirmIdentity(call, proof);
    await call.db.transaction(async (tx) => {
      await tx.delete(totpSecrets).where(eq(totpSecrets.userId, user.id));
      await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, user.id));
    });
    return stateOf(call.db, user.id);
  },
});

export const makeNewRecoveryCodes = defineEffect({
  name: "makeNewRecoveryCodes",
  title: "New recovery codes in place of the old ones; told this once",
  action: "iam:credential:modify",
  input: z.object(confirmation),
  on: ["project"],
  output: z.object({ recoveryCodes: z.array(z.string()) }),
  toldOnce: true,
  async run(call, proof) {
    const { user } = await confirmIdentity(call, proof);
    if (!(await stateOf(call.db, user.id)).totp) throw conflict("Set up one-time codes first");
    return { recoveryCodes: await call.db.transaction((tx) => renewRecoveryCodes(tx, user.id)) };
  },
});

/** For somebody who lost phone and paper; whoever does it must hold all that the user holds. */
export const resetSecondFactors = defineCommand({
  name: "resetSecondFactors",
  title: "Take away all second factors of a user, who lost them",
  action: "iam:user:modify",
  input: z.object({ userId: idOf("the user") }),
  on: ["user", "userId"],
  output: z.object({ id: z.string() }),
  async run({ tx, actor }, { userId }) {
    await holdUser(tx, actor, userId);
    await tx.delete(totpSecrets).where(eq(totpSecrets.userId, userId));
    await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
    await tx.delete(passkeys).where(eq(passkeys.userId, userId));
    return { id: userId };
  },
});
