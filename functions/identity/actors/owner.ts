import { accounts, type Db, users } from "@flyloft/db";
import { eq } from "drizzle-orm";
import type { Actor } from "../../kernel/context.ts";
import { DomainError } from "../../kernel/errors.ts";

/** The user whose own sessions, keys and tokens these are. */
export const ownerOf = ({ userId, id }: Actor): string => userId ?? id;

/** The user behind an actor, with the names that a password must not repeat. */
export async function readOwner(db: Db, actor: Actor) {
  const [row] = await db
    .select({ user: users, account: accounts.name })
    .from(users)
    .innerJoin(accounts, eq(accounts.id, users.accountId))
    .where(eq(users.id, ownerOf(actor)));
  if (!row) throw new DomainError("unauthenticated", "This user is no more");
  return row;
}

/** Keys and tokens act where their owner is at home; in a project of another account they would outlive the delegation. */
export function refuseAbroad(user: { accountId: string }, actor: Actor): void {
  if (user.accountId !== actor.accountId)
    throw new DomainError("blocked", "Keys and tokens are made in a project of your own account: switch to one");
}
