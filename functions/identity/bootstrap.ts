import { accounts, type Tx } from "@flyloft/db";
import { sql } from "drizzle-orm";
import type { Ctx } from "../kernel/context.ts";
import { issueAccessKey, openAccount } from "./open-account.ts";
import { generatePassword } from "./password.ts";

export const firstAccount = { account: "flyloft", project: "default", user: "admin" };

export type FirstSecrets = { password: string; projectId: string; agentKey: { keyId: string; secret: string } };

/**
 * What a new installation starts with; null when it has an account already. Passwords and secrets are told this once,
 * and to `keep` before the account exists: what that writes down cannot be lost between the two.
 */
export async function bootstrapInstallation(
  ctx: Pick<Ctx, "db" | "newId" | "secrets">,
  keep: (told: FirstSecrets) => Promise<void> = async () => {},
): Promise<FirstSecrets | null> {
  return ctx.db.transaction(async (tx: Tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(7352012)`);
    const [existing] = await tx.select({ id: accounts.id }).from(accounts).limit(1);
    if (existing) return null;
    const password = generatePassword();
    const { userId, projectId } = await openAccount({ tx, newId: ctx.newId }, { ...firstAccount, password });
    const agentKey = await issueAccessKey(
      { tx, ...ctx },
      { userId, projectId, description: "local agent", system: true },
    );
    const told = { password, projectId, agentKey };
    await keep(told);
    return told;
  });
}
