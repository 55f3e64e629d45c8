import { accounts, users } from "@flyloft/db";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { recordAudit } from "../../kernel/audit.ts";
import { anonymous } from "../../kernel/context.ts";
import { DomainError, isDomainError } from "../../kernel/errors.ts";
import { passwordMatches } from "../password.ts";
import { type Doorway, openSession, type Session } from "../sessions/open-session.ts";
import { attempt, byAddress, byDevice, byName, proved } from "./attempts.ts";
import { recogniseDevice } from "./device.ts";
import { type SecondStep, secondStepFor } from "./second-step.ts";

// PostgreSQL keeps no NUL, so nobody is called that.
const name = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[^\0]*$/);
export const signInInput = z.object({
  account: name.describe("The account (tenant) name"),
  user: name.describe("The user name"),
  password: z.string().min(1).max(256).describe("The password"),
});

/** What is known of the browser or program that signs in. */
export type Client = { device: string | null; name: string | null };
export const unknownClient: Client = { device: null, name: null };

export const refusedSignIn = () => new DomainError("unauthenticated", "Account, user name or password is wrong");

/**
 * Opens a session (IAM-04), or asks for the second factor of those who have one. Unknown names and wrong passwords are
 * answered alike, in the same time, and locked alike.
 */
export async function signIn(
  ctx: Doorway,
  raw: z.input<typeof signInInput>,
  client = unknownClient,
): Promise<Session | SecondStep> {
  const parsed = signInInput.safeParse(raw);
  if (!parsed.success) throw refusedSignIn();
  const { account, user, password } = parsed.data;
  const device = recogniseDevice(ctx, client.device, { account, user });
  // A browser that is known counts for itself alone: neither strangers nor neighbours lock it out.
  const strange = () => [...(ctx.sourceIp ? [byAddress(ctx.sourceIp)] : []), byName(account, user)];
  const counters = device ? [byDevice(device)] : strange();
  for (const one of counters) await attempt(ctx, one);
  const [found] = await ctx.db
    .select({
      id: users.id,
      name: users.name,
      accountId: users.accountId,
      enabled: users.enabled,
      passwordHash: users.passwordHash,
    })
    .from(users)
    .innerJoin(accounts, eq(accounts.id, users.accountId))
    .where(and(eq(accounts.name, account), eq(users.name, user)));
  const matches = await passwordMatches(password, found?.passwordHash ?? null);
  const entry = { operation: "signIn", target: found ? { kind: "user", id: found.id } : null, ofAccount: true };
  const actor = found
    ? { ...anonymous, kind: "user" as const, id: found.id, name: found.name, accountId: found.accountId }
    : anonymous;
  try {
    if (!found || !matches || !found.enabled) throw refusedSignIn();
    for (const one of counters) await proved(ctx, one);
    const second = await secondStepFor(ctx, { userId: found.id, method: "password" });
    if (second) return second;
    const session = await openSession(ctx, {
      userId: found.id,
      method: "password",
      mfa: false,
      client: client.name,
    });
    await recordAudit(ctx.db, { ...ctx, actor }, { ...entry, result: "done" });
    return session;
  } catch (error) {
    if (isDomainError(error)) await recordAudit(ctx.db, { ...ctx, actor }, { ...entry, result: error.code });
    throw error;
  }
}
