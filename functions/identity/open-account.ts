import { randomBytes } from "node:crypto";
import { accessKeys, accounts, projects, users, type Tx } from "@flyloft/db";
import type { Ctx } from "../kernel/context.ts";
import { hashPassword } from "./password.ts";

/** Makes an account with its first project and its administrator (IAM-01). */
export async function openAccount(
  { tx, newId }: { tx: Tx } & Pick<Ctx, "newId">,
  { account, project, user, password }: { account: string; project: string; user: string; password: string },
) {
  const [accountId, projectId, userId] = [newId("account"), newId("project"), newId("user")];
  await tx.insert(accounts).values({ id: accountId, name: account });
  await tx.insert(projects).values({ id: projectId, accountId, name: project });
  await tx
    .insert(users)
    .values({ id: userId, accountId, name: user, passwordHash: await hashPassword(password), administrator: true });
  return { accountId, projectId, userId };
}

/** Makes a key that acts with its owner's rights in one project (IAM-25); the secret is told this once. */
export async function issueAccessKey(
  { tx, newId, secrets }: { tx: Tx } & Pick<Ctx, "newId" | "secrets">,
  {
    userId,
    projectId,
    description,
    system,
  }: { userId: string; projectId: string; description: string; system: boolean },
) {
  const keyId = newId("key");
  const secret = randomBytes(32).toString("base64url");
  await tx
    .insert(accessKeys)
    .values({ id: keyId, userId, projectId, description, system, secret: secrets.seal(secret, `access_key/${keyId}`) });
  return { keyId, secret };
}
