import { openDatabase } from "@flyloft/db";
import { bootstrapInstallation, firstAccount, type FirstSecrets } from "@flyloft/functions/identity";
import { openProfessionalEngines } from "@flyloft/functions/engines";
import { makeNewId, makeSecretBox } from "@flyloft/functions/kernel";

/**
 * Makes the first account, administrator and agent key of a new installation, and gives each project what every project has. What is
 * null existed already and is told no more.
 */
export async function bootstrap({
  databaseUrl,
  secretKeys,
  keep,
}: {
  databaseUrl: string;
  secretKeys: string;
  /** Told the secrets before they are valid, to write them down. */
  keep?: (told: FirstSecrets) => Promise<void>;
}) {
  const { db, close } = openDatabase(databaseUrl);
  try {
    const newId = makeNewId(() => new Date());
    const made = await bootstrapInstallation({ db, newId, secrets: makeSecretBox(secretKeys) }, keep);
    await openProfessionalEngines({ db, newId });
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
