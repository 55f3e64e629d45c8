import { accounts, type Tx } from "@flyloft/db";
import { sql } from "drizzle-orm";
import type { Ctx } from "../kernel/context.ts";
import { issueAccessKey, openAccount } from "./open-account.ts";
import { generatePassword } from "./password.ts";

export const firstAccount = { account: "flyloft", project: "default", user: "admin" };

/** What a new installation starts with; null when it has an account already. Passwords and secrets are told this once. */
export async function bootstrapInstallation(ctx: Pick<Ctx, "db" | "newId" | "secrets">) {
  return ctx.db.transaction(async (tx: Tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(7352012)`);
    const [existing] = await tx.select({ id: accounts.id }).from(accounts).limit(1);
    if (existing) return null;
    const password = generatePassword();
    const { userId, projectId } = await openAccount({ tx, newId: ctx.newId }, { ...firstAccount, password });
    const agentKey = await issueAccessKey({ tx, ...ctx }, { userId, projectId, description: "local agent", system: true });
    return { password, projectId, agentKey };
  });
}
