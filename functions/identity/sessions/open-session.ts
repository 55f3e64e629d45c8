import { sessions, spentRefreshTokens, users } from "@flyloft/db";
import { and, eq, gt, isNull } from "drizzle-orm";
import { recordAudit } from "../../kernel/audit.ts";
import { anonymous, type Ctx } from "../../kernel/context.ts";
import { DomainError } from "../../kernel/errors.ts";
import { openingProject } from "../projects/opening-project.ts";
import { accessTokenSeconds, hashToken, makeRefreshToken, signAccessToken } from "../tokens/session-tokens.ts";

/** Before anybody is known: no actor, but everything else a verb gets. */
export type Doorway = Omit<Ctx, "actor">;
export type Session = { accessToken: string; refreshToken: string; expiresIn: number; sessionId: string };
/** How a session was opened. */
export type SignInMethod = "password" | "passkey" | "openid";

const sessionDays = 14;
export const refreshSeconds = sessionDays * 86_400;
const over = () => new DomainError("unauthenticated", "This session is over: sign in again");

/** Opens a session for a user who has proved who they are; `mfa` when they did so twice, or by a key that asks for them. */
export async function openSession(
  ctx: Doorway,
  { userId, method, mfa, client }: { userId: string; method: SignInMethod; mfa: boolean; client: string | null },
): Promise<Session> {
  const projectId = await openingProject(ctx.db, userId);
  if (!projectId) throw over();
  const sessionId = ctx.newId("session");
  const refreshToken = makeRefreshToken(sessionId);
  await ctx.db.insert(sessions).values({
    id: sessionId,
    userId,
    projectId,
    method,
    mfa,
    client: client?.slice(0, 256) ?? null,
    sourceIp: ctx.sourceIp,
    refreshHash: hashToken(refreshToken),
    renewedAt: ctx.now(),
    expiresAt: new Date(ctx.now().getTime() + refreshSeconds * 1000),
  });
  const accessToken = await signAccessToken(ctx, { userId, sessionId, projectId });
  return { accessToken, refreshToken, expiresIn: accessTokenSeconds, sessionId };
}

/**
 * Exchanges a refresh token for a new pair. One that was exchanged before ends the session: somebody copied it. A text that
 * never was a token ends nothing, or strangers could end sessions by their ids.
 */
export async function refreshSession(ctx: Doorway, refreshToken: string): Promise<Session> {
  const sessionId = refreshToken.split(".")[0] ?? "";
  const hash = hashToken(refreshToken);
  const next = makeRefreshToken(sessionId);
  const renewed = await ctx.db.transaction(async (tx) => {
    const [row] = await tx
      .update(sessions)
      .set({ refreshHash: hashToken(next), renewedAt: ctx.now() })
      .where(
        and(
          eq(sessions.id, sessionId),
          eq(sessions.refreshHash, hash),
          isNull(sessions.endedAt),
          gt(sessions.expiresAt, ctx.now()),
        ),
      )
      .returning({ userId: sessions.userId, projectId: sessions.projectId });
    if (row) await tx.insert(spentRefreshTokens).values({ hash, sessionId });
    return row;
  });
  if (!renewed) {
    const [spent] = await ctx.db.select().from(spentRefreshTokens).where(eq(spentRefreshTokens.hash, hash));
    if (spent) await endCopied(ctx, spent.sessionId);
    throw over();
  }
  const accessToken = await signAccessToken(ctx, { ...renewed, sessionId });
  return { accessToken, refreshToken: next, expiresIn: accessTokenSeconds, sessionId };
}

/** Somebody used a token that was used before; the owner finds that in the audit trail. */
async function endCopied(ctx: Doorway, sessionId: string): Promise<void> {
  await closeSession(ctx, sessionId);
  const [user] = await ctx.db
    .select({ id: users.id, name: users.name, accountId: users.accountId })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(eq(sessions.id, sessionId));
  const actor = { ...anonymous, ...user, kind: "user" as const };
  const target = { kind: "session", id: sessionId };
  await recordAudit(
    ctx.db,
    { ...ctx, actor },
    { operation: "refreshSession", target, result: "unauthenticated", ofAccount: true },
  );
}

/** Ends a session at once; ending it twice changes nothing. */
export async function closeSession({ db, now }: Pick<Ctx, "db" | "now">, sessionId: string): Promise<void> {
  await db
    .update(sessions)
    .set({ endedAt: now() })
    .where(and(eq(sessions.id, sessionId), isNull(sessions.endedAt)));
}
