import { openDatabase } from "@flyloft/db";
import { bootstrapInstallation, firstAccount } from "@flyloft/functions/identity";
import { makeNewId, makeSecretBox } from "@flyloft/functions/kernel";

/** Makes the first account, administrator and agent key of a new installation. What is null existed already and is told no more. */
export async function bootstrap({ databaseUrl, secretKeys }: { databaseUrl: string; secretKeys: string }) {
  const { db, close } = openDatabase(databaseUrl);
  try {
    const now = () => new Date();
    const made = await bootstrapInstallation({ db, newId: makeNewId(now), secrets: makeSecretBox(secretKeys) });
    return {
      account: firstAccount.account,
      adminUser: firstAccount.user,
      adminPassword: made?.password ?? null,
      agentKey: made?.agentKey ?? null,
    };
  } finally {
    await close();
  }
}
