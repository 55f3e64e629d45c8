import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, readlinkSync } from "node:fs";

/** What the kernel tells about one process; null when it is gone or only waits to be buried. */
export type Seen = { pid: number; group: number; startTicks: string };

/** A process is only the one we knew when its start time is the same too: ids are used again. */
export function seeProcess(pid: number): Seen | null {
  if (process.platform !== "linux") return askPs(pid);
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "latin1");
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    if (fields[0] === "Z" || fields[0] === "X") return null;
    return { pid, group: Number(fields[2]), startTicks: fields[19] ?? "" };
  } catch {
    return null;
  }
}

/** The same from `ps`, where there is no `/proc`; the start time then is in seconds. */
export function askPs(pid: number): Seen | null {
  try {
    const line = execFileSync("ps", ["-o", "pgid=,stat=,lstart=", "-p", String(pid)], { encoding: "utf8" });
    const [group = "", state = "Z", ...started] = line.trim().split(/\s+/);
    return state.startsWith("Z") ? null : { pid, group: Number(group), startTicks: started.join(" ") };
  } catch {
    return null;
  }
}

function allPids(): number[] {
  try {
    return readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name))
      .map(Number);
  } catch {
    return [];
  }
}

function environmentOf(pid: number): string {
  try {
    return `\0${readFileSync(`/proc/${pid}/environ`, "latin1")}`;
  } catch {
    return "";
  }
}

export type Marked = Seen & { replicaId: string };

/** Every living process that was started for a replica of the agent carrying this mark. */
export function markedProcesses(agentMark: string, replicaId?: string): Marked[] {
  const found: Marked[] = [];
  for (const pid of allPids()) {
    if (pid === process.pid) continue;
    const environment = environmentOf(pid);
    if (!environment.includes(`\0FLYLOFT_AGENT_MARK=${agentMark}\0`)) continue;
    const id = /\0FLYLOFT_REPLICA_ID=([^\0]+)\0/.exec(environment)?.[1];
    const seen = id && (!replicaId || replicaId === id) ? seeProcess(pid) : null;
    if (seen && id) found.push({ ...seen, replicaId: id });
  }
  return found;
}

/** Sends a signal to a process group; false when nothing is left of it. */
export function signalGroup(group: number, signal: NodeJS.Signals | 0): boolean {
  try {
    process.kill(-group, signal);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Whether anything of a group still runs. The dead that nobody buried do not count: not every container has an init that does. */
export function groupLives(group: number): boolean {
  if (!signalGroup(group, 0)) return false;
  return process.platform !== "linux" || allPids().some((pid) => seeProcess(pid)?.group === group);
}

const mostSweeps = 10;

/** Kills whatever was started for this replica, also what left its process group; looks again for what forked meanwhile. */
export function killStrays(agentMark: string, replicaId: string) {
  for (let sweep = 0; sweep < mostSweeps; sweep++) {
    const strays = markedProcesses(agentMark, replicaId);
    if (strays.length === 0) return;
    for (const { pid } of strays) killProcess(pid);
  }
}

/** Ends one process at once, if it still exists. */
export function killProcess(pid: number) {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // Gone in the meantime.
  }
}

function socketsOf(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).map((fd) => {
      try {
        return /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${fd}`))?.[1] ?? "";
      } catch {
        return "";
      }
    });
  } catch {
    return [];
  }
}

/** The sockets that listen, each with its port, by the number of its inode. */
function listeners(): Map<string, number> {
  const found = new Map<string, number>();
  for (const table of ["/proc/net/tcp", "/proc/net/tcp6"]) {
    for (const line of readText(table).split("\n").slice(1)) {
      const [, local = "", , state, , , , , , inode = ""] = line.trim().split(/\s+/);
      if (state === "0A") found.set(inode, Number.parseInt(local.split(":")[1] ?? "0", 16));
    }
  }
  return found;
}

/** The TCP ports on which the processes of a group listen. */
export function listeningPorts(group: number): number[] {
  const open = listeners();
  const members = allPids().filter((pid) => seeProcess(pid)?.group === group);
  const ports = members.flatMap(socketsOf).flatMap((inode) => open.get(inode) ?? []);
  return [...new Set(ports)].sort((a, b) => a - b);
}

/**
 * Whether it is a process of this replica that listens on the port. True where that cannot be told: only a port that is
 * known to be somebody else's is refused.
 */
export function listensItself(group: number, port: number, agentMark: string, replicaId: string): boolean {
  if (process.platform !== "linux" || listeningPorts(group).includes(port)) return true;
  const open = [...listeners()].filter(([, one]) => one === port).map(([inode]) => inode);
  const own = new Set(markedProcesses(agentMark, replicaId).flatMap(({ pid }) => socketsOf(pid)));
  return open.length === 0 || open.some((inode) => own.has(inode));
}

function readText(path: string) {
  try {
    return readFileSync(path, "latin1");
  } catch {
    return "";
  }
}
