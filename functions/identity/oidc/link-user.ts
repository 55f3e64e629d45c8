import { accounts, groupMembers, groups, linkedIdentities, type Tx, users } from "@flyloft/db";
import { and, eq, inArray, notInArray } from "drizzle-orm";
import type { Ctx } from "../../kernel/context.ts";
import { DomainError } from "../../kernel/errors.ts";
import { holdLimit } from "../../kernel/limit.ts";
import { identityLimits } from "../limits.ts";
import { generatePassword, hashPassword } from "../password.ts";
import type { OpenIdProvider } from "./provider.ts";

export type Claims = { sub: string; [claim: string]: unknown };
type Given = Pick<Ctx, "newId"> & { tx: Tx };
const text = (value: unknown) => (typeof value === "string" ? value : "");

/** Who somebody is here, by what the provider says of them; makes a user where the provider may. Their mapped groups follow its word. */
export async function userOfClaims({ tx, newId }: Given, provider: OpenIdProvider, claims: Claims) {
  const [account] = await tx.select({ id: accounts.id }).from(accounts).where(eq(accounts.name, provider.account));
  if (!account)
    throw new DomainError("blocked", `The account ${provider.account} of this sign-in service does not exist`);
  const accountId = account.id;
  const linked = and(
    eq(linkedIdentities.issuer, provider.issuer),
    eq(linkedIdentities.subject, claims.sub),
    eq(users.accountId, accountId),
  );
  const [found] = await tx
    .select({ id: users.id, name: users.name, enabled: users.enabled })
    .from(linkedIdentities)
    .innerJoin(users, eq(users.id, linkedIdentities.userId))
    .where(linked);
  const user = found ?? (await makeUser({ tx, newId }, provider, accountId, claims));
  if (!user.enabled) throw new DomainError("unauthenticated", "This user may not sign in");
  await followGroups(tx, provider, { accountId, userId: user.id, claims });
  return { id: user.id, name: user.name, accountId };
}

/** Nobody becomes a user that exists already by calling themselves so: an administrator links those. */
async function makeUser({ tx, newId }: Given, provider: OpenIdProvider, accountId: string, claims: Claims) {
  const unknown = "You are not known here yet: ask your administrator";
  if (!provider.createUsers) throw new DomainError("unauthenticated", unknown);
  const wanted = text(claims[provider.nameClaim]) || text(claims["email"]).split("@")[0]! || claims.sub;
  const name = wanted.replace(/[^\p{L}\p{N}._@-]/gu, "-").slice(0, 64);
  const limit = {
    table: users,
    where: eq(users.accountId, accountId),
    limit: identityLimits.users,
    scope: accountId,
    subject: "users",
  };
  await holdLimit(tx, limit);
  const [user] = await tx
    .insert(users)
    .values({
      id: newId("user"),
      accountId,
      name,
      email: text(claims["email"]).slice(0, 254) || null,
      // Nobody knows it; an administrator may set another.
      passwordHash: await hashPassword(generatePassword()),
    })
    .onConflictDoNothing()
    .returning({ id: users.id, name: users.name, enabled: users.enabled });
  if (!user) throw new DomainError("unauthenticated", `${unknown} to link you with the user ${name}`);
  await tx.insert(linkedIdentities).values({ issuer: provider.issuer, subject: claims.sub, userId: user.id });
  return user;
}

/** Groups that the mapping names are joined and left as the claim says; all others are left alone. */
async function followGroups(
  tx: Tx,
  provider: OpenIdProvider,
  { accountId, userId, claims }: { accountId: string; userId: string; claims: Claims },
) {
  const mapped = Object.entries(provider.groups);
  if (mapped.length === 0) return;
  const said = claims[provider.groupsClaim];
  const values = new Set(Array.isArray(said) ? said : [said]);
  const wanted = mapped.filter(([value]) => values.has(value)).map(([, name]) => name);
  const governed = await tx
    .select({ id: groups.id, name: groups.name })
    .from(groups)
    .where(
      and(
        eq(groups.accountId, accountId),
        inArray(
          groups.name,
          mapped.map(([, name]) => name),
        ),
      ),
    );
  if (governed.length === 0) return;
  const join = governed.filter(({ name }) => wanted.includes(name)).map(({ id }) => id);
  const ids = governed.map(({ id }) => id);
  const leave = and(
    eq(groupMembers.userId, userId),
    inArray(groupMembers.groupId, ids),
    join.length > 0 ? notInArray(groupMembers.groupId, join) : undefined,
  );
  await tx.delete(groupMembers).where(leave);
  if (join.length > 0)
    await tx
      .insert(groupMembers)
      .values(join.map((groupId) => ({ groupId, userId })))
      .onConflictDoNothing();
}
