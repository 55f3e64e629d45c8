import { recoveryCodes, totpSecrets } from "@flyloft/db";
import { and, eq, isNotNull, lt } from "drizzle-orm";
import type { Ctx } from "../../kernel/context.ts";
import { acceptedStep } from "./codes.ts";
import { hashRecoveryCode } from "./recovery-codes.ts";

type Given = Pick<Ctx, "db" | "secrets" | "now">;
export const totpPlace = (userId: string) => `totp/${userId}`;

/** Whether this is a code of the user's app or one of the recovery codes; either works once. */
export const spendCode = async (given: Given, userId: string, code: string): Promise<boolean> =>
  /^\d{6}$/.test(code.trim()) ? spendTotp(given, userId, code.trim()) : spendRecoveryCode(given, userId, code);

async function spendTotp({ db, secrets, now }: Given, userId: string, code: string): Promise<boolean> {
  const [row] = await db
    .select()
    .from(totpSecrets)
    .where(and(eq(totpSecrets.userId, userId), isNotNull(totpSecrets.confirmedAt)));
  if (!row) return false;
  const secret = Buffer.from(secrets.open(row.secret, totpPlace(userId)), "base64url");
  const step = acceptedStep(secret, code, now(), row.lastStep);
  if (step === null) return false;
  // Two who bring the same code at once: one comes first.
  const spent = await db
    .update(totpSecrets)
    .set({ lastStep: step })
    .where(and(eq(totpSecrets.userId, userId), lt(totpSecrets.lastStep, step)))
    .returning({ userId: totpSecrets.userId });
  return spent.length > 0;
}

async function spendRecoveryCode({ db }: Given, userId: string, code: string): Promise<boolean> {
  const spent = await db
    .delete(recoveryCodes)
    .where(and(eq(recoveryCodes.userId, userId), eq(recoveryCodes.hash, hashRecoveryCode(userId, code))))
    .returning({ userId: recoveryCodes.userId });
  return spent.length > 0;
}
