import { accounts, projects, sessions, users } from "@flyloft/db";
import { and, asc, eq, gt, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import type { Ctx } from "../kernel/context.ts";
import { DomainError } from "../kernel/errors.ts";
import { passwordMatches } from "./password.ts";
import { accessTokenSeconds, hashToken, makeRefreshToken, signAccessToken } from "./tokens.ts";

/** Before anybody is known: no actor, but everything else a verb gets. */
type Doorway = Omit<Ctx, "actor">;
export type Session = { accessToken: string; refreshToken: string; expiresIn: number; sessionId: string };

export const signInInput = z.object({
  account: z.string().min(1).max(64).describe("The account (tenant) name"),
  user: z.string().min(1).max(64).describe("The user name"),
  password: z.string().min(1).max(256).describe("The password"),
});

const sessionDays = 14;
const attemptsAllowed = 5;
const refused = () => new DomainError("unauthenticated", "Account, user name or password is wrong");

/** Opens a session (IAM-04). Unknown users and wrong passwords are answered alike, in the same time. */
export async function signIn(ctx: Doorway, raw: z.input<typeof signInInput>): Promise<Session> {
  const parsed = signInInput.safeParse(raw);
  if (!parsed.success) throw refused();
  const { account, user, password } = parsed.data;
  const [found] = await ctx.db
    .select({ user: users })
    .from(users)
    .innerJoin(accounts, eq(accounts.id, users.accountId))
    .where(and(eq(accounts.name, account), eq(users.name, user)));
  const matches = await passwordMatches(password, found?.user.passwordHash ?? null);
  if (!found) throw refused();
  const { id: userId, accountId, lockedUntil, enabled } = found.user;
  if (lockedUntil && lockedUntil > ctx.now()) {
    const seconds = Math.ceil((lockedUntil.getTime() - ctx.now().getTime()) / 1000);
    throw new DomainError("limit_reached", `Too many wrong passwords: try again in ${seconds} s`, {
      retryAfterSeconds: seconds,
    });
  }
  if (!matches) {
    await countFailure(ctx, userId);
    throw refused();
  }
  if (!enabled) throw refused();
  const [project] = await ctx.db
    .select()
    .from(projects)
    .where(eq(projects.accountId, accountId))
    .orderBy(asc(projects.id))
    .limit(1);
  if (!project) throw refused();
  await ctx.db.update(users).set({ failedSignIns: 0, lockedUntil: null }).where(eq(users.id, userId));
  const sessionId = ctx.newId("session");
  const refreshToken = makeRefreshToken(sessionId);
  const expiresAt = new Date(ctx.now().getTime() + sessionDays * 86_400_000);
  await ctx.db
    .insert(sessions)
    .values({ id: sessionId, userId, projectId: project.id, refreshHash: hashToken(refreshToken), expiresAt });
  const accessToken = await signAccessToken(ctx, { userId, sessionId, projectId: project.id });
  return { accessToken, refreshToken, expiresIn: accessTokenSeconds, sessionId };
}

/** The lock grows with every further wrong password, up to fifteen minutes. */
async function countFailure({ db, now }: Doorway, userId: string) {
  const [row] = await db
    .update(users)
    .set({ failedSignIns: sql`${users.failedSignIns} + 1` })
    .where(eq(users.id, userId))
    .returning();
  const over = (row?.failedSignIns ?? 0) - attemptsAllowed;
  if (over < 0) return;
  const lockedUntil = new Date(now().getTime() + Math.min(900, 2 ** over) * 1000);
  await db.update(users).set({ lockedUntil }).where(eq(users.id, userId));
}

/** Exchanges a refresh token for a new pair. An old one that is used again ends the session: somebody copied it. */
export async function refreshSession(ctx: Doorway, refreshToken: string): Promise<Session> {
  const sessionId = refreshToken.split(".")[0] ?? "";
  const next = makeRefreshToken(sessionId);
  const [renewed] = await ctx.db
    .update(sessions)
    .set({ refreshHash: hashToken(next) })
    .where(
      and(
        eq(sessions.id, sessionId),
        eq(sessions.refreshHash, hashToken(refreshToken)),
        isNull(sessions.endedAt),
        gt(sessions.expiresAt, ctx.now()),
      ),
    )
    .returning();
  if (!renewed) {
    await endSession(ctx, sessionId);
    throw new DomainError("unauthenticated", "This session is over: sign in again");
  }
  const { userId, projectId } = renewed;
  return {
    accessToken: await signAccessToken(ctx, { userId, sessionId, projectId }),
    refreshToken: next,
    expiresIn: accessTokenSeconds,
    sessionId,
  };
}

/** Ends a session at once; ending it twice changes nothing. */
export async function endSession({ db, now }: Pick<Ctx, "db" | "now">, sessionId: string): Promise<void> {
  await db
    .update(sessions)
    .set({ endedAt: now() })
    .where(and(eq(sessions.id, sessionId), isNull(sessions.endedAt)));
}
