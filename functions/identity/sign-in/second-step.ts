import { passkeys, recoveryCodes, totpSecrets, users } from "@flyloft/db";
import { and, count, eq, isNotNull } from "drizzle-orm";
import { z } from "zod";
import { recordAudit } from "../../kernel/audit.ts";
import { anonymous } from "../../kernel/context.ts";
import { DomainError } from "../../kernel/errors.ts";
import { type Doorway, openSession, type Session, type SignInMethod } from "../sessions/open-session.ts";
import { spendCode } from "../totp/spend-code.ts";
import { attempt, byUser, proved } from "./attempts.ts";
import { giveTicket, readTicket, spendTicket, ticketSeconds } from "./tickets.ts";

export const secondFactors = ["totp", "recovery", "passkey"] as const;
/** The first proof was right; one of these is needed as well, with this ticket. */
export type SecondStep = { secondFactor: (typeof secondFactors)[number][]; ticket: string; expiresIn: number };
export type Halfway = { userId: string; method: SignInMethod };

export const isSecondStep = (answer: Session | SecondStep): answer is SecondStep => "secondFactor" in answer;

/** What else a user must show; null for those who have no second factor. */
export async function secondStepFor(ctx: Doorway, halfway: Halfway): Promise<SecondStep | null> {
  const { db } = ctx;
  const { userId } = halfway;
  const totp = await db
    .select({ id: totpSecrets.userId })
    .from(totpSecrets)
    .where(and(eq(totpSecrets.userId, userId), isNotNull(totpSecrets.confirmedAt)));
  const keys = await db.select({ id: passkeys.id }).from(passkeys).where(eq(passkeys.userId, userId)).limit(1);
  if (totp.length === 0 && keys.length === 0) return null;
  const [codes] = await db.select({ left: count() }).from(recoveryCodes).where(eq(recoveryCodes.userId, userId));
  const secondFactor = [
    ...(totp.length > 0 ? (["totp"] as const) : []),
    ...(codes!.left > 0 ? (["recovery"] as const) : []),
    ...(keys.length > 0 ? (["passkey"] as const) : []),
  ];
  return { secondFactor, ticket: giveTicket(ctx, "second factor", halfway), expiresIn: ticketSeconds };
}

export const secondStepInput = z.object({
  ticket: z.string().min(1).max(2048).describe("From the answer to the first step"),
  code: z.string().min(6).max(32).describe("A code from the app, or a recovery code"),
});

/** The second step of a sign-in: a one-time code or a recovery code. */
export async function completeSignIn(
  ctx: Doorway,
  raw: z.input<typeof secondStepInput>,
  clientName: string | null = null,
): Promise<Session> {
  const parsed = secondStepInput.safeParse(raw);
  if (!parsed.success) throw new DomainError("unauthenticated", "This code is not right");
  const { ticket, code } = parsed.data;
  const halfway = readTicket<Halfway>(ctx, "second factor", ticket);
  await attempt(ctx, byUser(halfway.userId));
  if (!(await spendCode(ctx, halfway.userId, code))) {
    await recordSecondStep(ctx, halfway, "unauthenticated");
    throw new DomainError("unauthenticated", "This code is not right");
  }
  return finishSignIn(ctx, halfway, ticket, clientName);
}

/** Both proofs were right: the ticket is spent and the session opened, if the user is still welcome. */
export async function finishSignIn(
  ctx: Doorway,
  halfway: Halfway,
  ticket: string,
  clientName: string | null,
): Promise<Session> {
  await spendTicket(ctx, ticket);
  const [user] = await ctx.db
    .select()
    .from(users)
    .where(and(eq(users.id, halfway.userId), eq(users.enabled, true)));
  if (!user) throw new DomainError("unauthenticated", "This user may not sign in any more");
  await proved(ctx, byUser(user.id));
  const session = await openSession(ctx, { userId: user.id, method: halfway.method, mfa: true, client: clientName });
  await recordSecondStep(ctx, halfway, "done");
  return session;
}

async function recordSecondStep(ctx: Doorway, { userId }: Halfway, result: "done" | "unauthenticated") {
  const [user] = await ctx.db
    .select({ name: users.name, accountId: users.accountId })
    .from(users)
    .where(eq(users.id, userId));
  const actor = { ...anonymous, kind: "user" as const, id: userId, ...user };
  await recordAudit(
    ctx.db,
    { ...ctx, actor },
    { operation: "completeSignIn", target: { kind: "user", id: userId }, result, ofAccount: true },
  );
}
