import { chmod, mkdir, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import type { Account } from "./account.ts";

/** Whether another user can get to what lies in this directory: every directory on the way must let them through. */
export async function canReach(account: Account, directory: string): Promise<boolean> {
  for (let at = resolve(directory); ; at = dirname(at)) {
    const { mode, uid, gid } = await stat(at);
    const mine = uid === account.uid ? mode >> 6 : gid === account.gid ? mode >> 3 : mode;
    if (!(mine & 1)) return false;
    if (at === dirname(at)) return true;
  }
}

/** Makes a directory, and those above it that are missing, through which every user may pass whatever the umask says. */
export async function openFolder(path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true });
  if (!first) return;
  for (let at = resolve(path); at.length >= first.length; at = dirname(at)) await chmod(at, 0o755);
}
