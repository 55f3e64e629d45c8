import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { identify, type ProcessIdentity } from "@flyloft/infra/local/process-identity";

/** What runs for one replica of a deployed component: a process group for each time that it was started. */
export type Workload = { replicaId: string; instanceId: string; groups: number[]; processes: ProcessIdentity[] };

const pids = () =>
  readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number);

const read = (pid: number, what: "environ" | "cmdline" | "stat") => {
  try {
    return readFileSync(`/proc/${pid}/${what}`, "latin1");
  } catch {
    return "";
  }
};

const workingDirectory = (pid: number) => {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return "";
  }
};

/** Living processes that one of these words gives away: in their command line, environment or working directory. */
export const processesNaming = (words: string[]): ProcessIdentity[] =>
  pids()
    .filter((pid) => pid !== process.pid)
    .filter((pid) => {
      const told = [read(pid, "cmdline"), read(pid, "environ"), workingDirectory(pid)].join("\0");
      return words.some((word) => told.includes(word));
    })
    .flatMap((pid) => identify(pid) ?? []);

/** What runs for deployed components whose files lie below this folder, found without asking anybody. */
export function workloadsBelow(data: string): Workload[] {
  const found = new Map<string, Workload>();
  for (const pid of pids()) {
    const environment = `\0${read(pid, "environ")}`;
    const replicaId = /\0FLYLOFT_REPLICA_ID=([^\0]+)\0/.exec(environment)?.[1];
    const one = replicaId && environment.includes(data) ? identify(pid) : null;
    if (!one || !replicaId) continue;
    const instanceId = /\0FLYLOFT_INSTANCE_ID=([^\0]+)\0/.exec(environment)?.[1] ?? "";
    const workload = found.get(replicaId) ?? { replicaId, instanceId, groups: [], processes: [] };
    const group = groupOf(pid);
    if (!workload.groups.includes(group)) workload.groups.push(group);
    workload.processes.push(one);
    found.set(replicaId, workload);
  }
  return [...found.values()];
}

function groupOf(pid: number): number {
  const stat = read(pid, "stat");
  return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[2]);
}
