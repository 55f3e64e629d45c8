import { type Launch, launchOf } from "./launch.ts";
import { isPortFree } from "./ports.ts";
import { Problem } from "./problem.ts";
import { killStrays } from "./processes.ts";
import type { ReplicaRecord } from "./replica-record.ts";
import { type RunningProcess, startProcess } from "./running-process.ts";
import type { Start } from "./runtimes/recipe.ts";
import { besideSidecar, inMesh } from "./sidecar.ts";
import type { Surroundings } from "./surroundings.ts";

/** Keeps the port over restarts, unless somebody else took it in the meantime; tells which one that was. */
async function givePort(
  record: ReplicaRecord,
  which: "port" | "meshPort",
  { ports }: Surroundings,
): Promise<number | null> {
  const { [which]: port, id } = record;
  if (port && (await isPortFree(port))) return null;
  ports.release(port, id);
  record[which] = await ports.take(id);
  if (record[which] === null) throw new Problem("PortBusy", "No port is free on this host", { permanent: false });
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

/** What is started for the replica: its program, behind a sidecar where it is a member of a mesh. */
async function launchIn(record: ReplicaRecord, start: Start, around: Surroundings): Promise<Launch> {
  const launch = launchOf(record, start, around.mark);
  if (!inMesh(record.release)) return launch;
  await givePort(record, "meshPort", around);
  const { port, meshPort } = record;
  const { runtimes, host } = start;
  return besideSidecar(launch, { program: host.sidecar, runtimes, port, meshPort: meshPort!, reach: around.reach });
}

/** Starts the process of an installed replica. The record says so before it is done, and afterwards which one it is. */
export async function startReplica(
  record: ReplicaRecord,
  start: Start,
  around: Surroundings,
  portBusy: (port: number) => void,
): Promise<RunningProcess> {
  const { mark, records, logs } = around;
  const lost = record.release.listens ? await givePort(record, "port", around) : null;
  if (lost) portBusy(lost);
  const launch = await launchIn(record, { ...start, port: record.port }, around);
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
