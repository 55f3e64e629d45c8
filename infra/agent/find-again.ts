import { killProcess, type Marked, markedProcesses, type Seen, seeProcess } from "./processes.ts";
import type { ReplicaRecord } from "./replica-record.ts";

/** The one process group that is this replica: the recorded one, or one that was started just before the agent died. */
function leaderOf(record: ReplicaRecord, marked: Marked[]): Seen | null {
  const { pid = 0, startTicks = "" } = record.process ?? {};
  const known = pid > 0 ? seeProcess(pid) : null;
  if (known && known.startTicks === startTicks) return known;
  if (record.process?.pid !== 0) return null;
  return marked.find((one) => one.replicaId === record.id && one.pid === one.group) ?? null;
}

/**
 * Finds the processes of an earlier life of the agent. What runs for a known replica is kept; everything else that carries
 * this agent's mark is ended: a second process of a replica, or one that no record knows.
 */
export function findAgain(records: ReplicaRecord[], mark: string): Map<string, Seen> {
  const marked = markedProcesses(mark);
  const beside = new Set(records.filter(({ meshPort }) => meshPort).map(({ id }) => id));
  const found = new Map<string, Seen>();
  for (const record of records) {
    const leader = leaderOf(record, marked);
    if (leader) found.set(record.id, leader);
  }
  for (const { pid, group, replicaId } of marked) {
    const leader = found.get(replicaId);
    // A process that left its group is kept as long as its replica lives; a sidecar has put its service into another one.
    const second = group !== leader?.group && pid === group && !beside.has(replicaId);
    if (!leader || second) killProcess(pid);
  }
  return found;
}
