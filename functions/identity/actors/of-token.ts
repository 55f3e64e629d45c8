import { apiTokens, users } from "@flyloft/db";
import { and, eq, gt, isNull, type SQL } from "drizzle-orm";
import { boundaryOf } from "../tokens/boundary.ts";
import { hashApiToken } from "../tokens/api-token-text.ts";
import { loadGrants } from "../grants/load-grants.ts";
import { type Given, type Identified, owner } from "./identified.ts";

/** What else holds a token back, beside rights: where it is used from, and whether it or one that it was made by has a rate. */
export type TokenUse = { addresses: string[] | null; rated: boolean };
const minute = 60_000;

async function look(given: Given, which: SQL): Promise<(Identified & TokenUse) | null> {
  const { db, now } = given;
  const [row] = await db
    .select({ owner, token: apiTokens })
    .from(apiTokens)
    .innerJoin(users, eq(users.id, apiTokens.userId))
    .where(and(which, isNull(apiTokens.revokedAt), gt(apiTokens.expiresAt, now()), eq(users.enabled, true)));
  if (!row) return null;
  const { id, projectId, parentId, addresses, requestsPerMinute, lastUsedAt } = row.token;
  if (!lastUsedAt || now().getTime() - lastUsedAt.getTime() > minute)
    await db.update(apiTokens).set({ lastUsedAt: now() }).where(eq(apiTokens.id, id));
  const { id: userId, name, accountId } = row.owner;
  const rights = {
    accountId,
    projectId,
    statements: await loadGrants(db, row.owner),
    boundary: boundaryOf(row.token, accountId),
  };
  const use = { addresses, rated: requestsPerMinute !== null || parentId !== null };
  return { kind: "token", id, userId, name, ...rights, mfa: false, sessionId: null, ...use };
}

/** Whom a token acts for, and what it holds back, while both are good (BEY-02). */
export const userOfToken = (given: Given, token: string) => look(given, eq(apiTokens.hash, hashApiToken(token)));
export const userOfTokenId = (given: Given, id: string) => look(given, eq(apiTokens.id, id));
