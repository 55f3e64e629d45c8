import { launchOf } from "./launch.ts";
import { isPortFree } from "./ports.ts";
import { Problem } from "./problem.ts";
import { killStrays } from "./processes.ts";
import type { ReplicaRecord } from "./replica-record.ts";
import { type RunningProcess, startProcess } from "./running-process.ts";
import type { Start } from "./runtimes/recipe.ts";
import type { Surroundings } from "./surroundings.ts";

/** Keeps the port over restarts, unless somebody else took it in the meantime; tells which one that was. */
async function givePort(record: ReplicaRecord, { ports }: Surroundings): Promise<number | null> {
  const { port, id } = record;
  if (port !== null && (await isPortFree(port))) return null;
  ports.release(port, id);
  record.port = await ports.take(id);
  if (record.port === null) throw new Problem("PortBusy", "No port is free on this host", { permanent: false });
  return port;
}

/** What is known about the host and the package when a replica starts; throws a `Problem` when no runtime fits. */
export async function startOf(
  { release, dir, logDir, port }: ReplicaRecord,
  { host, runtimes }: Surroundings,
): Promise<Start> {
  const runtime = await runtimes.choose(release.runtime);
  return { release, runtime, runtimes: runtimes.found, host, dir, logDir, port };
}

/** Starts the process of an installed replica. The record says so before it is done, and afterwards which one it is. */
export async function startReplica(
  record: ReplicaRecord,
  start: Start,
  around: Surroundings,
  portBusy: (port: number) => void,
): Promise<RunningProcess> {
  const { mark, records, logs } = around;
  const lost = record.release.listens ? await givePort(record, around) : null;
  if (lost !== null) portBusy(lost);
  const launch = launchOf(record, { ...start, port: record.port }, mark);
  // Whatever an earlier process of this replica left behind would be a second one.
  killStrays(mark, record.id);
  record.process = { pid: 0, startTicks: "" };
  record.startedAt = new Date().toISOString();
  records.write(record.id, record);
  logs.follow(record);
  const files = { logFile: record.logFile, exitFile: records.fileOf(record.id, "exit") };
  const running = await startProcess({ ...launch, ...files, user: start.host.user });
  record.process = { pid: running.pid, startTicks: running.startTicks };
  records.keep(record.id, record);
  return running;
}
