import { projects, sessions, users } from "@flyloft/db";
import { and, eq, gt, isNull } from "drizzle-orm";
import { notFound } from "../../kernel/errors.ts";
import { enterProject } from "../delegations/enter-project.ts";
import { loadGrants } from "../grants/load-grants.ts";
import { type Given, type Identified, owner } from "./identified.ts";

/** Whoever signed in, in the project named or else that of the session; null when the session or its user is no more. */
export async function userOfSession(
  given: Given,
  sessionId: string,
  wanted: string | null,
): Promise<Identified | null> {
  const { db, now } = given;
  const [row] = await db
    .select({ owner, mfa: sessions.mfa, project: { id: projects.id, accountId: projects.accountId } })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .leftJoin(projects, eq(projects.id, wanted ?? sessions.projectId))
    .where(
      and(eq(sessions.id, sessionId), isNull(sessions.endedAt), gt(sessions.expiresAt, now()), eq(users.enabled, true)),
    );
  if (!row) return null;
  const { owner: user, project, mfa } = row;
  if (!project) throw notFound("project", wanted ?? "-");
  const standing =
    project.accountId === user.accountId
      ? { accountId: user.accountId, projectId: project.id, statements: await loadGrants(db, user), boundary: null }
      : await enterProject(given, user, project.id);
  return { kind: "user", id: user.id, userId: user.id, name: user.name, ...standing, mfa, sessionId };
}
