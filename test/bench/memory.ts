import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { startStack } from "../kit/stack.ts";

const settleSeconds = 20;

/** The proportional set size of a process, in bytes: what it shares with others is counted once over all of them. */
function proportionalSize(pid: number): number {
  try {
    return Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"))?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

/** Adds the children of these processes, and theirs. */
function withDescendants(roots: number[]): number[] {
  const parents = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, "utf8");
        return [[Number(name), Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1])] as const];
      } catch {
        return [];
      }
    });
  const family = new Set(roots);
  for (let before = 0; before !== family.size;) {
    before = family.size;
    for (const [pid, parent] of parents) if (family.has(parent)) family.add(pid);
  }
  return [...family];
}

/** Idle memory of everything that `npm start` runs, the deployed sample included, in megabytes; and the times to ready, in seconds. */
export async function startAndRest() {
  const stack = await startStack({ quickStart: true });
  try {
    const firstStart = stack.platform.readyAfter / 1000;
    await pause(settleSeconds * 1000);
    const pids = withDescendants([
      stack.platform.pid,
      ...stack.processes().map(({ pid }) => pid),
      ...stack.workloads().flatMap(({ processes }) => processes.map(({ pid }) => pid)),
    ]);
    const megabytes = pids.reduce((sum, pid) => sum + proportionalSize(pid), 0) / 1e6;
    await stack.stop();
    await stack.start();
    return { firstStart, secondStart: stack.platform.readyAfter / 1000, idleMegabytes: megabytes };
  } finally {
    await stack.remove();
  }
}
