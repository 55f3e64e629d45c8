import { createHash } from "node:crypto";
import { chmod, mkdir, readFile, rm, symlink } from "node:fs/promises";
import { join, resolve } from "node:path";
import { databaseAccount, type Account } from "./account.ts";
import { stopPostgres } from "./postgres.ts";
import { canReach, openFolder } from "./reach.ts";
import { writeWhole } from "./write-whole.ts";

/** Where data goes that an unprivileged user must reach, when the home itself lies in a private directory such as /root. */
const elsewhere = "/var/lib/flyloft/homes";

export type Home = {
  /** Secrets, addresses and logs; only for the one who starts the platform. */
  path: string;
  /** What other system users work in: the database, the agent and its workloads. Mostly the same as `path`. */
  data: string;
  /** Whom PostgreSQL runs as; null for the user of this process. */
  account: Account | null;
};

export async function openHome(path: string): Promise<Home> {
  const account = await databaseAccount();
  const home = resolve(path);
  const made = await mkdir(home, { recursive: true });
  // Others may pass through to what belongs to them, and see nothing else.
  if (made) await chmod(home, 0o711);
  await mkdir(join(home, "logs"), { recursive: true, mode: 0o700 });
  const data = !account || (await canReach(account, home)) ? home : join(elsewhere, nameOf(home));
  return { path: home, data, account };
}

/**
 * Makes the place for data ready for the home with this id. When the home was thrown away and made again, what it left
 * elsewhere can be read by nobody (its keys are gone): that is removed.
 */
export async function claimData({ path, data }: Home, id: string): Promise<void> {
  if (data === path) return;
  const mark = join(data, "home");
  const claimed = await readFile(mark, "utf8").catch(() => null);
  if (claimed !== null && claimed !== id) {
    await stopPostgres(join(data, "postgres"));
    await rm(data, { recursive: true });
  }
  await openFolder(data);
  await writeWhole(mark, id);
  await rm(join(path, "data"), { force: true });
  await symlink(data, join(path, "data"));
}

const nameOf = (home: string) => createHash("sha256").update(home).digest("hex").slice(0, 12);
