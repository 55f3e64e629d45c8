import { randomBytes } from "node:crypto";
import { join } from "node:path";
import type { Release, Workload } from "@flyloft/functions/agents/protocol";
import { recipes } from "./runtimes/index.ts";
import type { Settings } from "./settings.ts";
import { folderNameFor } from "./state-file.ts";

/** All that must be known to find a replica again in a later life of the agent. Written before anything it speaks of is done. */
export type ReplicaRecord = {
  id: string;
  workloadId: string;
  instanceId: string;
  instanceName: string;
  applicationName: string;
  release: Release;
  createdAt: number;
  /** Seconds (OPS-26). */
  scaleInWindow: number;
  dir: string;
  logDir: string;
  logFile: string;
  port: number | null;
  /** Where its sidecar takes calls for it; null without one. */
  meshPort: number | null;
  /** The loopback address on which the process answers. */
  host: string;
  installed: boolean;
  /** Set from just before a process is started until its end has been dealt with; `pid` 0 means that it may or may not have come to be. */
  process: { pid: number; startTicks: string } | null;
  startedAt: string | null;
  ready: boolean;
  everReady: boolean;
  restarts: number;
  /** Crashes in a row. */
  crashes: number;
  leaving: boolean;
};

/** A new replica of the wished release, with the directories of DEP-20 and DEP-21. */
export function newRecord(workload: Workload, { runtimeRoot, logRoot }: Settings): ReplicaRecord {
  const { release, instanceName, applicationName, instanceId, scaleInWindow } = workload;
  const id = `rep_${randomBytes(10).toString("hex")}`;
  const version = folderNameFor(release.version);
  const logDir = join(logRoot, folderNameFor(instanceName), version, id);
  return {
    id,
    workloadId: workload.id,
    instanceId,
    instanceName,
    applicationName,
    release,
    createdAt: Date.now(),
    scaleInWindow,
    dir: join(runtimeRoot, folderNameFor(instanceName), version, id),
    logDir,
    logFile: join(logDir, recipes[release.runtime.family].logFile),
    port: null,
    meshPort: null,
    host: "127.0.0.1",
    installed: false,
    process: null,
    startedAt: null,
    ready: false,
    everReady: false,
    restarts: 0,
    crashes: 0,
    leaving: false,
  };
}
