import { type Db, recoveryCodes, totpSecrets } from "@flyloft/db";
import { eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { conflict, invalid } from "../../kernel/errors.ts";
import { defineEffect } from "../../kernel/verb.ts";
import { readOwner } from "../actors/owner.ts";
import { attempt, byUser, proved } from "../sign-in/attempts.ts";
import { confirmation, confirmIdentity } from "../sign-in/confirm.ts";
import { acceptedStep, base32, makeTotpSecret, totpAddress } from "./codes.ts";
import { hashRecoveryCode, makeRecoveryCodes } from "./recovery-codes.ts";
import { totpPlace } from "./spend-code.ts";

/** BEY-03. The secret is told this once and is in force when a code of it has been seen. */
export const beginTotp = defineEffect({
  name: "beginTotp",
  title: "Begin to set up one-time codes: what the app must know",
  action: "iam:credential:modify",
  input: z.object(confirmation),
  on: ["project"],
  output: z.object({ secret: z.string(), address: z.string() }),
  toldOnce: true,
  async run(call, proof) {
    const { user, account } = await confirmIdentity(call, proof);
    const secret = makeTotpSecret();
    const sealed = call.secrets.seal(secret.toString("base64url"), totpPlace(user.id));
    const fresh = { secret: sealed, confirmedAt: null, lastStep: 0 };
    const [begun] = await call.db
      .insert(totpSecrets)
      .values({ userId: user.id, ...fresh })
      .onConflictDoUpdate({ target: totpSecrets.userId, set: fresh, setWhere: isNull(totpSecrets.confirmedAt) })
      .returning({ userId: totpSecrets.userId });
    if (!begun) throw conflict("One-time codes are set up already: remove them first");
    return { secret: base32(secret), address: totpAddress(secret, account, user.name) };
  },
});
export type TotpSetUp = Awaited<ReturnType<typeof beginTotp>>;

/** New recovery codes in place of all old ones; told this once. */
export async function renewRecoveryCodes(db: Pick<Db, "delete" | "insert">, userId: string): Promise<string[]> {
  const codes = makeRecoveryCodes();
  await db.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
  await db.insert(recoveryCodes).values(codes.map((code) => ({ userId, hash: hashRecoveryCode(userId, code) })));
  return codes;
}

export const confirmTotp = defineEffect({
  name: "confirmTotp",
  title: "Finish setting up one-time codes with the first of them; answers recovery codes, told this once",
  action: "iam:credential:modify",
  input: z.object({
    code: z
      .string()
      .trim()
      .regex(/^\d{6}$/, "Six digits")
      .describe("What the app shows now"),
  }),
  on: ["project"],
  output: z.object({ recoveryCodes: z.array(z.string()) }),
  toldOnce: true,
  async run(call, { code }) {
    const { db, actor, secrets, now } = call;
    const { user } = await readOwner(db, actor);
    await attempt(call, byUser(user.id));
    const codes = await db.transaction(async (tx) => {
      const [row] = await tx.select().from(totpSecrets).where(eq(totpSecrets.userId, user.id)).for("update");
      if (!row || row.confirmedAt)
        throw conflict(row ? "One-time codes are set up already" : "Begin to set them up first");
      const secret = Buffer.from(secrets.open(row.secret, totpPlace(user.id)), "base64url");
      const step = acceptedStep(secret, code, now(), row.lastStep);
      if (step === null) throw invalid("code", "This is not right: is the clock of your device set?");
      await tx.update(totpSecrets).set({ confirmedAt: now(), lastStep: step }).where(eq(totpSecrets.userId, user.id));
      return renewRecoveryCodes(tx, user.id);
    });
    await proved(call, byUser(user.id));
    return { recoveryCodes: codes };
  },
});
export type RecoveryCodes = Awaited<ReturnType<typeof confirmTotp>>;
