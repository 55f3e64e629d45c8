import { spawn, type ChildProcess } from "node:child_process";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { gone, identify, signal, type ProcessIdentity } from "./process-identity.ts";

/**
 * The processes this one has started. They are written to a file, so that the next start can end what a killed one left;
 * and told to a guard, which ends them as soon as this process has gone, however it went.
 */
export type Roster = {
  add(name: string, pid: number): void;
  remove(pid: number): void;
  close(): void;
};

export type Member = ProcessIdentity & { name: string };

/** Reads process ids to watch (`+ 12`) and to forget (`- 12`); at the end of its input it ends the watched. */
const guardScript = `
while read -r sign pid; do
  rest=; for one in $all; do [ "$one" = "$pid" ] || rest="$rest $one"; done
  all=$rest; [ "$sign" = + ] && all="$all $pid"
done
for one in $all; do kill -KILL "-$one" 2>/dev/null; done`;

/** Ends what an earlier run left behind, recognised by process id and start time. */
export async function endLeftovers(file: string): Promise<void> {
  const left = readRoster(file);
  await Promise.all(
    left.map(async (one) => {
      if (signal(one, "SIGKILL", { group: true })) await gone(one, 5_000);
    }),
  );
}

export function openRoster(file: string): Roster {
  const members = new Map<number, Member>();
  let closed = false;
  let guard = startGuard();

  function startGuard(): ChildProcess {
    const child = spawn("sh", ["-c", guardScript], { stdio: ["pipe", "ignore", "ignore"], detached: true });
    child.stdin!.on("error", () => {});
    child.once("exit", () => {
      if (!closed) guard = startGuard();
    });
    for (const pid of members.keys()) child.stdin!.write(`+ ${pid}\n`);
    child.unref();
    return child;
  }

  function write() {
    writeFileSync(`${file}.new`, JSON.stringify([...members.values()]), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }

  return {
    add(name, pid) {
      const found = identify(pid);
      if (!found) return;
      members.set(pid, { name, ...found });
      write();
      guard.stdin!.write(`+ ${pid}\n`);
    },
    remove(pid) {
      if (!members.delete(pid)) return;
      write();
      guard.stdin!.write(`- ${pid}\n`);
    },
    close() {
      closed = true;
      guard.stdin!.end();
    },
  };
}

export function readRoster(file: string): Member[] {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Member[];
  } catch {
    return [];
  }
}
