import { openDatabase } from "@flyloft/db";
import { rotateSigningKey } from "@flyloft/functions/identity";
import { makeNewId, makeSecretBox, resealEverything } from "@flyloft/functions/kernel";

/**
 * Seals everything in the database under the first of SECRET_KEYS, while the platform runs; prints how much that was.
 * `--signing-key` makes a new key for session tokens as well; with `--distrust` the old ones count no longer.
 */
const [databaseUrl, secretKeys] = [process.env["DATABASE_URL"], process.env["SECRET_KEYS"]];
if (!databaseUrl || !secretKeys) {
  console.error("DATABASE_URL and SECRET_KEYS must be set");
  process.exit(2);
}
const { db, close } = openDatabase(databaseUrl);
try {
  const now = () => new Date();
  const secrets = makeSecretBox(secretKeys);
  const { resealed, failed } = await resealEverything({ db, secrets });
  const signingKey = process.argv.includes("--signing-key")
    ? (
        await rotateSigningKey(
          { db, secrets, now, newId: makeNewId(now) },
          { distrustOthers: process.argv.includes("--distrust") },
        )
      ).id
    : null;
  console.log(JSON.stringify({ resealed, failed, signingKey }));
  if (failed.length > 0) process.exitCode = 1;
} finally {
  await close();
}
