import { accessKeys, usedNonces, users } from "@flyloft/db";
import { and, eq, isNull, lt, or, sql } from "drizzle-orm";
import { type Holder, loadGrants } from "../grants/load-grants.ts";
import { type Given, type Identified, owner } from "./identified.ts";

const good = (keyId: string) => and(eq(accessKeys.id, keyId), eq(accessKeys.enabled, true), eq(users.enabled, true));
const found = { owner, projectId: accessKeys.projectId };
const minute = 60_000;

type Found = { owner: Holder & { name: string }; projectId: string };

async function identified({ db }: Given, keyId: string, { owner: user, projectId }: Found): Promise<Identified> {
  const statements = await loadGrants(db, user);
  const { id: userId, name, accountId } = user;
  const rights = { accountId, projectId, statements, boundary: null };
  return { kind: "key", id: keyId, userId, name, ...rights, mfa: false, sessionId: null };
}

/** Whom a key acts for, while both are good (IAM-25). */
export async function userOfKey(given: Given, keyId: string): Promise<Identified | null> {
  const [row] = await given.db
    .select(found)
    .from(accessKeys)
    .innerJoin(users, eq(users.id, accessKeys.userId))
    .where(good(keyId));
  return row ? identified(given, keyId, row) : null;
}

/** The same for a request whose signature was right. One statement looks, spends the nonce and notes the use; `fresh` says whether the nonce was new. */
export async function useKey(
  given: Given,
  keyId: string,
  { nonce, expiresAt }: { nonce: string; expiresAt: Date },
): Promise<(Identified & { fresh: boolean }) | null> {
  const { db, now } = given;
  const spent = db
    .$with("spent")
    .as(
      db
        .insert(usedNonces)
        .values({ keyId, nonce, expiresAt })
        .onConflictDoNothing()
        .returning({ nonce: usedNonces.nonce }),
    );
  const longAgo = new Date(now().getTime() - minute);
  const seen = db.$with("seen").as(
    db
      .update(accessKeys)
      .set({ lastUsedAt: now() })
      .where(and(eq(accessKeys.id, keyId), or(isNull(accessKeys.lastUsedAt), lt(accessKeys.lastUsedAt, longAgo))))
      .returning({ id: accessKeys.id }),
  );
  const [row] = await db
    .with(spent, seen)
    .select({
      ...found,
      // Nobody waits for the disk: whatever this request goes on to change is committed later, and takes the nonce along.
      quick: sql`set_config('synchronous_commit', 'off', true)`,
      fresh: sql<boolean>`exists (select 1 from ${spent})`,
    })
    .from(accessKeys)
    .innerJoin(users, eq(users.id, accessKeys.userId))
    .where(good(keyId));
  return row ? { ...(await identified(given, keyId, row)), fresh: row.fresh } : null;
}
