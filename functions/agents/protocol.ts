/**
 * What an agent and the control plane say to each other below `/agent/v1`.
 * Every request is signed (see `identity/http-signature.ts`) and its body is JSON. After the registration every address
 * carries `agent=<agentId>` in its query: one key may serve several agents.
 *
 * | request                          | body           | answer                                         |
 * |----------------------------------|----------------|------------------------------------------------|
 * | PUT  /agent/v1/registration      | `registration` | `{ agentId }`                                  |
 * | GET  /agent/v1/changes?after&wait| –              | `changes`; waits up to `wait` seconds for news  |
 * | POST /agent/v1/observations      | `report`       | 204                                            |
 * | POST /agent/v1/logs              | `logBatch`     | 204                                            |
 * | GET  /agent/v1/artifacts/:id     | –              | `{ url }`, readable without credentials for a short time |
 */
import { z } from "zod";
import { probe } from "../deployments/probe.ts";

export const runtimeFamilies = ["java", "tomcat", "node", "php", "python", "go", "dotnet", "static"] as const;
export type RuntimeFamily = (typeof runtimeFamilies)[number];

const name = z.string().min(1).max(256);
const port = z.int().min(1).max(65_535);
const instant = z.iso.datetime();

/** A runtime found on a host; the major version is what components are matched by. */
export const hostRuntime = z.object({ family: z.enum(runtimeFamilies), version: name, path: z.string().max(1024) });

export const registration = z.object({
  name,
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  capabilities: z.array(z.enum(["process", "docker", "kubernetes", "build"])).max(4),
  host: z.object({
    hostname: name,
    os: name,
    arch: name,
    cpus: z.int().positive(),
    memoryBytes: z.int().positive(),
    /** Where the gateway of this agent can be reached by others. */
    address: name,
  }),
  runtimes: z.array(hostRuntime).max(100),
});

/** One version of a component, ready to run. */
export const release = z.object({
  /** The place in the instance's history; a replica of another revision or restart is out of date. */
  revision: z.int().positive(),
  restart: z.int().min(0),
  version: name,
  runtime: z.object({
    family: z.enum(runtimeFamilies),
    /** The wanted major version, and whether another one may stand in (the guide's end-of-life names). */
    major: z.int().nullable(),
    minor: z.int().nullable().default(null),
    exact: z.boolean(),
  }),
  artifact: z.object({
    packageId: name,
    fileName: name,
    format: z.enum(["jar", "war", "zip"]),
    size: z.int().min(0),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  environment: z.record(z.string(), z.string()),
  jvmOptions: z.array(z.string()),
  /** Replaces the runtime's own start command; `${PORT}` and other variables are filled in. */
  command: z.array(z.string()),
  arguments: z.array(z.string()),
  serverXml: z.string().nullable(),
  python: z.object({ framework: name, module: z.string(), variable: z.string() }).nullable(),
  /** Whether the process is handed a port (`PORT`) on which it must listen. */
  listens: z.boolean(),
  liveness: probe.nullable(),
  readiness: probe.nullable(),
  /** Log files to collect beside standard output, relative to the runtime directory; `*` stands for any part of a name. */
  logFiles: z.array(z.string().max(256)).max(20),
});

/** What one agent should run for one component instance. */
export const workload = z.object({
  id: name,
  /** Grows with every wish; an observation repeats the generation that it is about. */
  generation: z.int().positive(),
  instanceId: name,
  instanceName: name,
  applicationName: name,
  wish: z.enum(["running", "stopped", "deleted"]),
  replicas: z.int().min(0).max(1000),
  release,
  strategy: z.object({
    kind: z.enum(["rolling", "replace"]),
    maxUnavailable: z.object({ value: z.int().min(0), percent: z.boolean() }),
  }),
  /** How long a leaving process may take to save its data, in seconds (OPS-26). */
  scaleInWindow: z.int().min(0).max(9999),
  /** Stable addresses in front of the ready replicas. Without `accessPort` the agent picks a free one and keeps it. */
  accesses: z.array(z.object({ id: name, containerPort: port.nullable(), accessPort: port.nullable() })).max(50),
});

export const changes = z.object({ cursor: z.int().min(0), workloads: z.array(workload) });

export const replicaStates = [
  "pending",
  "installing",
  "starting",
  "running",
  "not_ready",
  "backing_off",
  "stopping",
  "stopped",
  "install_failed",
  "start_failed",
] as const;

export const replicaObservation = z.object({
  /** Minted by the agent once, kept over restarts of process and agent. */
  id: name,
  revision: z.int32().positive(),
  state: z.enum(replicaStates),
  ready: z.boolean(),
  pid: z.int32().nullable(),
  port: port.nullable(),
  restarts: z.int32().min(0),
  startedAt: instant.nullable(),
  /** Why it is not ready, in words for its owner. */
  message: z.string().max(2000).nullable(),
});

export const observation = z.object({
  workloadId: name,
  generation: z.int().positive(),
  /** True when everything is as wished and nothing of an older release is left. */
  settled: z.boolean(),
  /** Why the wish cannot come true as it stands (unreadable package, crash at every start); it goes on trying all the same. */
  failure: z.string().max(2000).nullable(),
  /** Nothing of a deleted workload is left. */
  gone: z.boolean(),
  replicas: z.array(replicaObservation).max(2000),
  accesses: z.array(z.object({ id: name, address: name })).max(50),
});

export const agentEvent = z.object({
  /** Unique; sending an event twice records it once. */
  id: name,
  workloadId: name,
  replicaId: name.nullable(),
  type: z.enum(["normal", "alarm"]),
  reason: z
    .string()
    .regex(/^[A-Z][A-Za-z]+$/)
    .max(64),
  message: z.string().max(2000),
  at: instant,
});

export const report = z.object({ observations: z.array(observation).max(500), events: z.array(agentEvent).max(500) });

/** Lines of one file; `offset` is the byte at which the first line starts, so that a batch sent twice is stored once. */
export const logChunk = z.object({
  workloadId: name,
  replicaId: name,
  file: name,
  offset: z.int().min(0),
  lines: z
    .array(z.object({ at: instant, text: z.string().max(16_384) }))
    .min(1)
    .max(1000),
});
export const logBatch = z.object({ chunks: z.array(logChunk).max(200) });

export type Registration = z.output<typeof registration>;
export type HostRuntime = z.output<typeof hostRuntime>;
export { type Probe, probe } from "../deployments/probe.ts";
export type Release = z.output<typeof release>;
export type Workload = z.output<typeof workload>;
export type ReplicaState = (typeof replicaStates)[number];
export type ReplicaObservation = z.output<typeof replicaObservation>;
export type Observation = z.output<typeof observation>;
export type AgentEvent = z.output<typeof agentEvent>;
export type Report = z.output<typeof report>;
export type LogChunk = z.output<typeof logChunk>;
