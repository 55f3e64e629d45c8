import { accessKeys, accounts, type Tx, users } from "@flyloft/db";
import { and, count, eq } from "drizzle-orm";
import type { Actor } from "../../kernel/context.ts";
import { DomainError, notFound } from "../../kernel/errors.ts";
import { mustOutrank } from "../grants/must-hold.ts";
import { type User, userColumns } from "./columns.ts";

/** A user about to be changed, locked; refused to those who hold less than the user does. */
export async function holdUser(tx: Tx, actor: Actor, userId: string): Promise<User> {
  const [user] = await tx.select(userColumns).from(users).where(eq(users.id, userId)).for("update");
  if (!user || user.accountId !== actor.accountId) throw notFound("user", userId);
  await mustOutrank(tx, actor, user);
  return user;
}

/**
 * Refuses to take an administrator away when no other could sign in, or while the platform's own agent works by its key.
 * Those who take away administrators of one account at the same time wait for one another.
 */
export async function holdAdministrators(tx: Tx, { id, accountId, administrator }: User): Promise<void> {
  if (!administrator) return;
  await tx.select({ id: accounts.id }).from(accounts).where(eq(accounts.id, accountId)).for("no key update");
  const [row] = await tx
    .select({ left: count() })
    .from(users)
    .where(and(eq(users.accountId, accountId), eq(users.administrator, true), eq(users.enabled, true)));
  const [self] = await tx.select({ enabled: users.enabled }).from(users).where(eq(users.id, id));
  if (row!.left - (self?.enabled ? 1 : 0) < 1)
    throw new DomainError("blocked", "This is the last administrator: make another user an administrator first");
  const [key] = await tx
    .select({ id: accessKeys.id })
    .from(accessKeys)
    .where(and(eq(accessKeys.userId, id), eq(accessKeys.system, true)))
    .limit(1);
  if (key)
    throw new DomainError("blocked", "The platform's own agent works by the key of this user", { keyId: key.id });
}
