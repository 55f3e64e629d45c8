import { type Db, sessions } from "@flyloft/db";
import { and, eq, gt, ne } from "drizzle-orm";
import { z } from "zod";
import type { Actor, Ctx } from "../../kernel/context.ts";
import { invalid } from "../../kernel/errors.ts";
import { readOwner } from "../actors/owner.ts";
import { passwordMatches } from "../password.ts";
import { spendCode } from "../totp/spend-code.ts";
import { attempt, byUser, proved } from "./attempts.ts";

/** Proof, once more, that it is still the same person (IAM-23). */
export const confirmation = {
  password: z.string().min(1).max(256).optional().describe("Your password; or else a code"),
  code: z.string().min(6).max(32).optional().describe("A code from your app, or a recovery code; or else the password"),
};
type Confirmation = { password?: string | undefined; code?: string | undefined };
type Given = Pick<Ctx, "actor" | "secrets" | "now"> & { db: Db };

const justNow = 5 * 60_000;

/** Those who never had a password here have proved themselves when they signed in a moment ago by passkey or provider. */
async function signedInJustNow({ db, now }: Given, { sessionId }: Actor): Promise<boolean> {
  if (!sessionId) return false;
  const fresh = and(
    eq(sessions.id, sessionId),
    ne(sessions.method, "password"),
    gt(sessions.createdAt, new Date(now().getTime() - justNow)),
  );
  return (await db.select({ id: sessions.id }).from(sessions).where(fresh)).length > 0;
}

/** Throws unless password or code is right; wrong ones are counted together with those of the second step. Answers the user. */
export async function confirmIdentity(given: Given, { password, code }: Confirmation) {
  const owner = await readOwner(given.db, given.actor);
  const { user } = owner;
  if (password === undefined && code === undefined) {
    if (await signedInJustNow(given, given.actor)) return owner;
    throw invalid("password", "Give your password or a code");
  }
  await attempt(given, byUser(user.id));
  const right =
    password === undefined
      ? await spendCode(given, user.id, code!)
      : await passwordMatches(password, user.passwordHash);
  if (!right) throw invalid(password === undefined ? "code" : "password", "This is not right");
  await proved(given, byUser(user.id));
  return owner;
}
