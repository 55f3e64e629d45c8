import { projects, sessions, users } from "@flyloft/db";
import { and, eq, gt, isNull } from "drizzle-orm";
import { notFound } from "../../kernel/errors.ts";
import { type Given, type Identified, owner, statementsOf } from "./identified.ts";

/** Whoever signed in, in the project named or else that of the session; null when the session or its user is no more. */
export async function userOfSession(
  given: Given,
  sessionId: string,
  wanted: string | null,
): Promise<Identified | null> {
  const { db, now } = given;
  const [row] = await db
    .select({ owner, mfa: sessions.mfa, projectId: projects.id })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .leftJoin(projects, and(eq(projects.id, wanted ?? sessions.projectId), eq(projects.accountId, users.accountId)))
    .where(
      and(eq(sessions.id, sessionId), isNull(sessions.endedAt), gt(sessions.expiresAt, now()), eq(users.enabled, true)),
    );
  if (!row) return null;
  const { projectId, mfa } = row;
  if (!projectId) throw notFound("project", wanted ?? "-");
  const { id, name, accountId } = row.owner;
  const statements = await statementsOf(given, row.owner, projectId);
  return { kind: "user", id, name, accountId, projectId, statements, boundary: null, mfa, sessionId };
}
