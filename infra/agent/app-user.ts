import { execFileSync } from "node:child_process";
import { chownSync, lchownSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { note } from "./journal.ts";

/** Who runs the workloads. Null ids mean: the same user as the agent, which is not root. */
export type AppUser = { name: string; uid: number | null; gid: number | null };

const wanted = "flyloft-app";

function lookUp(name: string): AppUser | null {
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((one) => one.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(":") ?? [];
  return uid && gid ? { name, uid: Number(uid), gid: Number(gid) } : null;
}

/** Workloads never run as root: a user of their own is made once, `nobody` stands in where that is not possible. */
export function findAppUser(): AppUser {
  if (process.getuid?.() !== 0) return { name: process.env.USER ?? "this user", uid: null, gid: null };
  const known = lookUp(wanted);
  if (known) return known;
  try {
    execFileSync(
      "useradd",
      ["--system", "--no-create-home", "--home-dir", "/", "--shell", "/usr/sbin/nologin", wanted],
      { stdio: "ignore", timeout: 10_000 },
    );
  } catch {
    note(`Cannot add the user ${wanted}; applications run as nobody`);
  }
  return lookUp(wanted) ?? lookUp("nobody") ?? { name: "nobody", uid: 65_534, gid: 65_534 };
}

/** The first part of the path that is closed to the user, or null when the user gets through to it. */
export function closedTo(user: AppUser, path: string): string | null {
  let part: string;
  try {
    part = realpathSync(path);
  } catch {
    return path;
  }
  if (user.uid === null) return null;
  for (; ; part = dirname(part)) {
    const { mode, uid, gid } = statSync(part);
    const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
    if (!(mode & bit)) return part;
    if (part === "/") return null;
  }
}

/** Hands a folder and all that is in it to the user. */
export function giveTo(user: AppUser, path: string) {
  if (user.uid === null || user.gid === null) return;
  chownSync(path, user.uid, user.gid);
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const inner = join(path, entry.name);
    if (entry.isDirectory()) giveTo(user, inner);
    else lchownSync(inner, user.uid, user.gid);
  }
}
