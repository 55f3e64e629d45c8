/**
 * A process is known by its id and the moment it started: ids are handed out again,
 * so an id alone may by now belong to somebody else's process.
 */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

export type ProcessIdentity = { pid: number; startedAt: string };

/** When the process with this id started, in the system's own notation; null when there is none (or only its zombie). */
export function startOf(pid: number): string | null {
  try {
    if (process.platform !== "linux") {
      return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim() || null;
    }
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The second field is the command in brackets and may itself hold spaces and brackets.
    const [state, ...rest] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return state === "Z" || state === "X" ? null : `${bootId()}/${rest[18]}`;
  } catch {
    return null;
  }
}

let boot: string | undefined;
function bootId() {
  boot ??= readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
  return boot;
}

/** Identifies a living process; null when it has gone already. */
export function identify(pid: number): ProcessIdentity | null {
  const startedAt = startOf(pid);
  return startedAt === null ? null : { pid, startedAt };
}

/** Whether exactly this process still lives. */
export const lives = (one: ProcessIdentity) => startOf(one.pid) === one.startedAt;

/** Sends a signal to exactly this process, or to its whole group; false when it no longer lives. */
export function signal(one: ProcessIdentity, name: NodeJS.Signals, { group = false } = {}): boolean {
  if (!lives(one)) return false;
  try {
    process.kill(group ? -one.pid : one.pid, name);
    return true;
  } catch {
    return false;
  }
}

/** Waits until the process has gone; false when it still lives after `milliseconds`. */
export async function gone(one: ProcessIdentity, milliseconds: number): Promise<boolean> {
  const deadline = Date.now() + milliseconds;
  while (lives(one)) {
    if (Date.now() > deadline) return false;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return true;
}
