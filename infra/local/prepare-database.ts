import { spawn } from "node:child_process";
import { databaseName, credentialsFile, passwordFile, plain } from "./surroundings.ts";
import type { Home } from "./home.ts";
import type { PostgresServer } from "./postgres.ts";
import type { Secrets } from "./secrets.ts";

export type Prepared = { account: string; adminUser: string; first: boolean };

/** Migrates, and makes the first account where there is none; `program` is the bundled `prepare.ts`. */
export async function prepareDatabase(
  program: string,
  home: Home,
  database: PostgresServer,
  secrets: Secrets,
): Promise<Prepared> {
  const env = {
    ...plain(),
    DATABASE_URL: database.url(databaseName),
    SECRET_KEYS: secrets.secretKeys,
    PASSWORD_FILE: passwordFile(home),
    CREDENTIALS_FILE: credentialsFile(home),
  };
  const child = spawn(process.execPath, [program], { env, stdio: ["ignore", "pipe", "pipe"] });
  const code = new Promise<number | null>((resolve, reject) => child.once("close", resolve).once("error", reject));
  const [said, complained] = await Promise.all([child.stdout.toArray(), child.stderr.toArray()]);
  if ((await code) !== 0) throw new Error(`The database could not be prepared:\n${complained.join("").trim()}`);
  return JSON.parse(said.join("")) as Prepared;
}
