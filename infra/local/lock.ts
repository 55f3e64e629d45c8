import { randomUUID } from "node:crypto";
import { link, readFile, rename, rm, writeFile } from "node:fs/promises";
import { identify, lives, type ProcessIdentity } from "./process-identity.ts";

/**
 * Makes this process the only one that works on a home until it ends; answers the process that is already there instead.
 * A lock whose holder no longer lives counts for nothing.
 */
export async function takeLock(file: string): Promise<ProcessIdentity | null> {
  const mine = `${file}.${randomUUID()}`;
  await writeFile(mine, JSON.stringify(identify(process.pid)), { mode: 0o600 });
  try {
    for (;;) {
      // Linking fails when the name is taken: of several that try, one succeeds.
      const taken = await link(mine, file).then(
        () => false,
        (error: NodeJS.ErrnoException) => {
          if (error.code === "EEXIST") return true;
          throw error;
        },
      );
      if (!taken) return null;
      const holder = await holderOf(file);
      if (holder && lives(holder)) return holder;
      await removeStale(file);
    }
  } finally {
    await rm(mine, { force: true });
  }
}

export const releaseLock = (file: string) => rm(file, { force: true });

async function removeStale(file: string) {
  const aside = `${file}.${randomUUID()}`;
  await rename(file, aside).catch(() => {});
  // Another start may have replaced the stale lock a moment ago: give that one back.
  const moved = await holderOf(aside);
  if (moved && lives(moved)) await link(aside, file).catch(() => {});
  await rm(aside, { force: true });
}

async function holderOf(file: string): Promise<ProcessIdentity | null> {
  try {
    return JSON.parse(await readFile(file, "utf8")) as ProcessIdentity;
  } catch {
    return null;
  }
}
