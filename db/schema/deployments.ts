import { bigint, boolean, index, integer, json, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { feed, id, instant, times } from "../columns.ts";
import { agents } from "./agents.ts";
import { applications } from "./apps.ts";
import { components } from "./components.ts";
import { environments, resources } from "./environments.ts";
import { projects } from "./identity.ts";

export const instanceStates = [
  "deploying",
  "running",
  "not_ready",
  "stopping",
  "stopped",
  "starting",
  "upgrading",
  "abnormal",
  "deleting",
] as const;
export type InstanceState = (typeof instanceStates)[number];

export type Variable = { name: string; value: string };

/** All that makes a version of a component instance; kept whole, so that a rollback restores it whole (OPS-04). */
export type ReleaseSpec = {
  packageId: string;
  runtime: string;
  description: string;
  variables: Variable[];
  /** The application's variables as they were when this version was made (APP-06). */
  applicationVariables: Variable[];
  /** Where its engine is reached, as it was when this version was made (DEP-17); absent from versions without one. */
  engineVariables?: Variable[];
  jvmOptions: string;
  serverXml: string | null;
  python: { framework: string; module: string | null; variable: string | null } | null;
  command: string[];
  arguments: string[];
  /** Whether it serves on a port at all, and the one it is said to listen on. */
  listens: boolean;
  port: number | null;
  strategy: "rolling" | "replace";
  liveness: Record<string, unknown> | null;
  readiness: Record<string, unknown> | null;
  logFiles: string[];
  /** How long a rollout may take to become ready before it is given up, in seconds. */
  deadline: number;
  /** How long a leaving process may take, in seconds (OPS-26). */
  scaleInWindow: number;
  /** How many may be missing during a rolling upgrade (OPS-27). */
  maxUnavailable: { value: number; percent: boolean };
};

/** A component running in an environment (DEP-24). */
export const instances = pgTable(
  "instances",
  {
    id: id(),
    projectId: text("project_id")
      .notNull()
      .references(() => projects.id),
    applicationId: text("application_id")
      .notNull()
      .references(() => applications.id),
    componentId: text("component_id")
      .notNull()
      .references(() => components.id),
    environmentId: text("environment_id")
      .notNull()
      .references(() => environments.id),
    name: text("name").notNull(),
    deploySystem: text("deploy_system", { enum: ["container", "vm"] }).notNull(),
    state: text("state", { enum: instanceStates }).notNull().default("deploying"),
    /** Why it is not ready, in words for its owner. */
    failure: text("failure"),
    /** The version it should run, and its place in the history. */
    version: text("version").notNull(),
    revision: integer("revision").notNull(),
    replicas: integer("replicas").notNull(),
    /** OPS-26, in seconds. */
    scaleInWindow: integer("scale_in_window").notNull().default(30),
    maxUnavailable: json("max_unavailable").$type<{ value: number; percent: boolean }>().notNull(),
    /** The microservice engine that it registers at (DEP-17). */
    engineId: text("engine_id"),
    /** The task that is changing it now; while there is one every other change but deletion is refused (OPS-01). */
    taskId: text("task_id"),
    createdBy: text("created_by").notNull(),
    ...times,
  },
  (t) => [
    // A component runs once in an environment; a second deployment is an upgrade.
    uniqueIndex("instances_one_per_environment").on(t.componentId, t.environmentId),
    index("instances_by_project").on(t.projectId, t.id),
    index("instances_by_environment").on(t.environmentId),
    index("instances_by_application").on(t.applicationId),
  ],
);

/** The history of an instance; rows are never changed. */
export const revisions = pgTable(
  "revisions",
  {
    id: id(),
    projectId: text("project_id")
      .notNull()
      .references(() => projects.id),
    instanceId: text("instance_id")
      .notNull()
      .references(() => instances.id, { onDelete: "cascade" }),
    number: integer("number").notNull(),
    version: text("version").notNull(),
    spec: json("spec").$type<ReleaseSpec>().notNull(),
    /** The revision that a rollback restored. */
    restores: integer("restores"),
    /** True once it has served; only such a version can be returned to. */
    proven: boolean("proven").notNull().default(false),
    createdBy: text("created_by").notNull(),
    ...times,
  },
  (t) => [uniqueIndex("revisions_number").on(t.instanceId, t.number)],
);

/** The wish for one agent, and what it last said of it. */
export const workloads = pgTable(
  "workloads",
  {
    id: id(),
    projectId: text("project_id")
      .notNull()
      .references(() => projects.id),
    instanceId: text("instance_id")
      .notNull()
      .references(() => instances.id, { onDelete: "cascade" }),
    resourceId: text("resource_id")
      .notNull()
      .references(() => resources.id),
    agentId: text("agent_id")
      .notNull()
      .references(() => agents.id),
    revision: integer("revision").notNull(),
    restart: integer("restart").notNull().default(0),
    replicas: integer("replicas").notNull(),
    wish: text("wish", { enum: ["running", "stopped", "deleted"] }).notNull(),
    generation: integer("generation").notNull().default(1),
    /** The agent's counter at the last wish; the agent asks for what lies beyond its cursor. */
    changeSeq: bigint("change_seq", { mode: "number" }).notNull(),
    observedGeneration: integer("observed_generation").notNull().default(0),
    settled: boolean("settled").notNull().default(false),
    failure: text("failure"),
    gone: boolean("gone").notNull().default(false),
    ...times,
  },
  (t) => [
    uniqueIndex("workloads_place").on(t.instanceId, t.resourceId),
    index("workloads_by_agent").on(t.agentId, t.changeSeq),
    index("workloads_by_resource").on(t.resourceId),
  ],
);

/** One running process (or container) of an instance, as its agent last saw it. */
export const replicas = pgTable(
  "replicas",
  {
    id: id(),
    projectId: text("project_id")
      .notNull()
      .references(() => projects.id),
    instanceId: text("instance_id")
      .notNull()
      .references(() => instances.id, { onDelete: "cascade" }),
    workloadId: text("workload_id")
      .notNull()
      .references(() => workloads.id, { onDelete: "cascade" }),
    revision: integer("revision").notNull(),
    state: text("state").notNull(),
    ready: boolean("ready").notNull(),
    pid: integer("pid"),
    port: integer("port"),
    restarts: integer("restarts").notNull(),
    startedAt: instant("started_at"),
    message: text("message"),
    ...times,
  },
  (t) => [index("replicas_by_workload").on(t.workloadId), index("replicas_by_instance").on(t.instanceId)],
);

/** A stable address in front of an instance (OPS-14). */
export const accesses = pgTable(
  "accesses",
  {
    id: id(),
    projectId: text("project_id")
      .notNull()
      .references(() => projects.id),
    instanceId: text("instance_id")
      .notNull()
      .references(() => instances.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    mode: text("mode", { enum: ["cluster", "vpc", "public"] }).notNull(),
    protocol: text("protocol", { enum: ["TCP", "UDP"] }).notNull(),
    containerPort: integer("container_port"),
    accessPort: integer("access_port"),
    /** Told by the agents once they listen there, by workload. */
    addresses: json("addresses").$type<Record<string, string>>().notNull().default({}),
    ...times,
  },
  (t) => [uniqueIndex("accesses_name").on(t.instanceId, t.name)],
);

export const taskKinds = ["deploy", "upgrade", "rollback", "scale", "start", "stop", "restart", "delete"] as const;

/** A long operation with a visible state and log (DEP-18, CON-07). */
export const tasks = pgTable(
  "tasks",
  {
    id: id(),
    projectId: text("project_id")
      .notNull()
      .references(() => projects.id),
    instanceId: text("instance_id").notNull(),
    instanceName: text("instance_name").notNull(),
    /** What the instance lies in, for the rights on its tasks outlive it; null where it was gone before this was kept. */
    componentId: text("component_id"),
    applicationId: text("application_id"),
    environmentId: text("environment_id"),
    kind: text("kind", { enum: taskKinds }).notNull(),
    state: text("state", { enum: ["running", "succeeded", "failed", "superseded"] })
      .notNull()
      .default("running"),
    fromRevision: integer("from_revision"),
    toRevision: integer("to_revision"),
    fromReplicas: integer("from_replicas"),
    /** Set while an upgrade that failed is being taken back: why. */
    reverting: text("reverting"),
    /** True once its wish is written; a step that is repeated must not wish twice. */
    applied: boolean("applied").notNull().default(false),
    failure: text("failure"),
    startedBy: text("started_by").notNull(),
    endedAt: instant("ended_at"),
    ...times,
  },
  (t) => [index("tasks_by_instance").on(t.instanceId, t.id), index("tasks_by_project").on(t.projectId, t.id)],
);

export const taskLog = pgTable(
  "task_log",
  {
    ...feed,
    taskId: text("task_id")
      .notNull()
      .references(() => tasks.id, { onDelete: "cascade" }),
    level: text("level", { enum: ["info", "warning", "error"] }).notNull(),
    message: text("message").notNull(),
  },
  (t) => [index("task_log_feed").on(t.taskId, t.tx, t.seq)],
);

/** Every state an instance went through, for those who watch (BEY-14). */
export const instanceChanges = pgTable(
  "instance_changes",
  {
    ...feed,
    instanceId: text("instance_id").notNull(),
    environmentId: text("environment_id").notNull(),
    /** Null where the instance was gone before this was kept. */
    componentId: text("component_id"),
    applicationId: text("application_id"),
    state: text("state", { enum: instanceStates }),
    failure: text("failure"),
    version: text("version"),
    ready: integer("ready"),
    wanted: integer("wanted"),
  },
  (t) => [index("instance_changes_feed").on(t.projectId, t.tx, t.seq)],
);

/** What happened to an instance and its replicas, in words (OPS-07). */
export const instanceEvents = pgTable(
  "instance_events",
  {
    ...feed,
    /** The sender's own id: an event told twice is kept once. */
    externalId: text("external_id").notNull().unique(),
    instanceId: text("instance_id").notNull(),
    replicaId: text("replica_id"),
    type: text("type", { enum: ["normal", "alarm"] }).notNull(),
    reason: text("reason").notNull(),
    message: text("message").notNull(),
  },
  (t) => [index("instance_events_feed").on(t.instanceId, t.tx, t.seq)],
);

/** Run logs (OPS-08). */
export const logLines = pgTable(
  "log_lines",
  {
    ...feed,
    instanceId: text("instance_id").notNull(),
    replicaId: text("replica_id").notNull(),
    file: text("file").notNull(),
    text: text("text").notNull(),
  },
  (t) => [index("log_lines_feed").on(t.instanceId, t.tx, t.seq), index("log_lines_by_time").on(t.instanceId, t.at)],
);

/** How far each log file has been received: a batch sent twice is stored once. */
export const logPositions = pgTable(
  "log_positions",
  {
    instanceId: text("instance_id").notNull(),
    replicaId: text("replica_id").notNull(),
    file: text("file").notNull(),
    /** The offset of the newest chunk stored. */
    chunkOffset: bigint("chunk_offset", { mode: "number" }).notNull(),
  },
  (t) => [uniqueIndex("log_positions_file").on(t.instanceId, t.replicaId, t.file)],
);

export type Instance = typeof instances.$inferSelect;
export type Revision = typeof revisions.$inferSelect;
export type WorkloadRow = typeof workloads.$inferSelect;
export type Replica = typeof replicas.$inferSelect;
export type Access = typeof accesses.$inferSelect;
export type Task = typeof tasks.$inferSelect;
