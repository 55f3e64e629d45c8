import {
  type Access as AccessRow,
  cloneToEnvironment,
  deployComponent,
  getInstance,
  getTask,
  type Instance as Row,
  instanceStates,
  listInstances,
  listTasks,
  loadAccessesOf,
  loadInstances,
  loadInstancesBy,
  loadPlacesOf,
  loadReplicasOf,
  loadRevisionsOf,
  loadTasks,
  readTaskLog,
  type Replica as ReplicaRow,
  type Revision as RevisionRow,
  rollbackInstance,
  type Task as TaskRow,
  taskKinds,
  upgradeComponent,
  upgradeComponents,
  upgradeInstance,
  upgradeInstances,
} from "@flyloft/functions/deployments";
import { Application } from "./apps.ts";
import { BatchOutcome } from "./basics.ts";
import { builder } from "./builder.ts";
import { Component } from "./components.ts";
import { list, mutation, query } from "./doors.ts";
import { Engine } from "./engines.ts";
import { enumOf } from "./enums.ts";
import { Environment, Resource } from "./environments.ts";
import { viewerCan } from "./viewer-can.ts";

export const InstanceState = enumOf("InstanceState", instanceStates);
const TaskState = enumOf("TaskState", ["running", "succeeded", "failed", "superseded"]);

export const Task = builder.loadableObjectRef<TaskRow, string>("Task", { load: (ids, ctx) => loadTasks(ctx, ids) });
Task.implement({
  description: "A long operation (CON-07)",
  fields: (t) => ({
    id: t.exposeID("id", { description: "Its id" }),
    instanceId: t.exposeID("instanceId", { description: "What it changes" }),
    instanceName: t.exposeString("instanceName", { description: "Its name, also when it is gone" }),
    kind: t.expose("kind", { type: enumOf("TaskKind", taskKinds), description: "What it does" }),
    state: t.expose("state", { type: TaskState, description: "Where it stands" }),
    failure: t.exposeString("failure", { nullable: true, description: "Why it failed" }),
    startedBy: t.exposeString("startedBy", { description: "Who wished it" }),
    createdAt: t.expose("createdAt", { type: "DateTime", description: "When it began" }),
    endedAt: t.expose("endedAt", { type: "DateTime", nullable: true, description: "When it ended" }),
  }),
});

const Replica = builder.objectRef<ReplicaRow>("Replica").implement({
  description: "One running process of an instance",
  fields: (t) => ({
    id: t.exposeID("id", { description: "Its id" }),
    revision: t.exposeInt("revision", { description: "The version in the history that it runs" }),
    state: t.exposeString("state", {
      description:
        "pending, installing, starting, running, not_ready, backing_off, stopping, stopped, install_failed or start_failed",
    }),
    ready: t.exposeBoolean("ready", { description: "Whether it gets requests" }),
    port: t.exposeInt("port", { nullable: true, description: "The port that it was handed" }),
    restarts: t.exposeInt("restarts", { description: "How often it was started again" }),
    startedAt: t.expose("startedAt", { type: "DateTime", nullable: true, description: "When it was started" }),
    message: t.exposeString("message", { nullable: true, description: "Why it is not ready" }),
    place: t.loadable({
      type: Resource,
      nullable: true,
      description: "The cluster or host where it runs (OPS-07)",
      load: (ids: string[], ctx) => loadPlacesOf(ctx, ids),
      resolve: ({ workloadId }) => workloadId,
    }),
  }),
});

const Revision = builder.objectRef<RevisionRow>("Revision").implement({
  description: "A version of an instance, kept whole",
  fields: (t) => ({
    number: t.exposeInt("number", { description: "Its place in the history" }),
    version: t.exposeString("version", { description: "The deploy version" }),
    description: t.string({ description: "What is new in it", resolve: ({ spec }) => spec.description }),
    packageId: t.id({ description: "The package that it runs", resolve: ({ spec }) => spec.packageId }),
    settings: t.field({
      type: "JSON",
      description: "Its variables, health checks and other settings",
      resolve: ({ spec }) => spec,
    }),
    restores: t.exposeInt("restores", { nullable: true, description: "The version that a rollback restored with it" }),
    proven: t.exposeBoolean("proven", { description: "Whether it ever became ready" }),
    createdBy: t.exposeString("createdBy", { description: "Who made it" }),
    createdAt: t.expose("createdAt", { type: "DateTime", description: "When it was made" }),
  }),
});

export const Access = builder.objectRef<AccessRow>("Access").implement({
  description: "A stable address in front of an instance (OPS-14)",
  fields: (t) => ({
    id: t.exposeID("id", { description: "Its id" }),
    name: t.exposeString("name", { description: "The service name" }),
    mode: t.expose("mode", {
      type: enumOf("AccessMode", ["cluster", "vpc", "public"]),
      description: "Who is meant to reach it",
    }),
    protocol: t.expose("protocol", { type: enumOf("AccessProtocol", ["TCP", "UDP"]), description: "What it carries" }),
    containerPort: t.exposeInt("containerPort", {
      nullable: true,
      description: "Where the component listens; null for the port that it is handed",
    }),
    accessPort: t.exposeInt("accessPort", { nullable: true, description: "The port that was asked for" }),
    address: t.string({
      nullable: true,
      description: "Host and port; null until an agent listens there",
      resolve: ({ addresses }) => Object.values(addresses)[0] ?? null,
    }),
    addresses: t.stringList({
      description: "One for each place where it runs",
      resolve: ({ addresses }) => Object.values(addresses),
    }),
  }),
});

const MaxUnavailable = builder.objectRef<Row["maxUnavailable"]>("MaxUnavailable").implement({
  description: "A number, or a share of what there should be",
  fields: (t) => ({
    value: t.exposeInt("value", { description: "How many, or how many percent" }),
    percent: t.exposeBoolean("percent", { description: "Whether it is a percentage" }),
  }),
});

export const Instance = builder.loadableObjectRef<Row, string>("Instance", {
  load: (ids, ctx) => loadInstances(ctx, ids),
});
Instance.implement({
  description: "A component running in an environment (DEP-24)",
  fields: (t) => ({
    id: t.exposeID("id", { description: "Its id" }),
    name: t.exposeString("name", { description: "Component, environment and six characters" }),
    state: t.expose("state", { type: InstanceState, description: "OPS-01" }),
    failure: t.exposeString("failure", { nullable: true, description: "Why it is not as it should be" }),
    version: t.exposeString("version", { description: "The deploy version" }),
    revision: t.exposeInt("revision", { description: "Its place in the history" }),
    deploySystem: t.expose("deploySystem", {
      type: enumOf("DeploySystem", ["container", "vm"]),
      description: "DEP-01",
    }),
    replicas: t.exposeInt("replicas", { description: "How many there should be" }),
    scaleInWindow: t.exposeInt("scaleInWindow", { description: "Seconds that a leaving process may take" }),
    maxUnavailable: t.expose("maxUnavailable", {
      type: MaxUnavailable,
      description: "How many may be missing during a rolling upgrade (OPS-27)",
    }),
    createdBy: t.exposeString("createdBy", { description: "Who deployed it" }),
    createdAt: t.expose("createdAt", { type: "DateTime", description: "When it was deployed" }),
    updatedAt: t.expose("updatedAt", { type: "DateTime", description: "When it last changed" }),
    applicationId: t.exposeID("applicationId", { description: "Of the application" }),
    componentId: t.exposeID("componentId", { description: "Of the component" }),
    environmentId: t.exposeID("environmentId", { description: "Of the environment" }),
    application: t.field({
      type: Application,
      description: "The application",
      resolve: ({ applicationId }) => applicationId,
    }),
    component: t.field({ type: Component, description: "The component", resolve: ({ componentId }) => componentId }),
    environment: t.field({
      type: Environment,
      description: "The environment",
      resolve: ({ environmentId }) => environmentId,
    }),
    engine: t.field({
      type: Engine,
      nullable: true,
      description: "The microservice engine that it registers at (DEP-17)",
      resolve: ({ engineId }) => engineId,
    }),
    task: t.field({
      type: Task,
      nullable: true,
      description: "What is changing it now",
      resolve: ({ taskId }) => taskId,
    }),
    replicaList: t.loadableList({
      type: Replica,
      description: "What runs",
      load: (ids: string[], ctx) => loadReplicasOf(ctx, ids),
      resolve: ({ id }) => id,
    }),
    ready: t.loadable({
      type: "Int",
      description: "How many are ready",
      load: async (ids: string[], ctx) =>
        (await loadReplicasOf(ctx, ids)).map((found) => found.filter(({ ready }) => ready).length),
      resolve: ({ id }) => id,
    }),
    revisions: t.loadableList({
      type: Revision,
      description: "Its history, newest first",
      load: (ids: string[], ctx) => loadRevisionsOf(ctx, ids),
      resolve: ({ id }) => id,
    }),
    accesses: t.loadableList({
      type: Access,
      description: "Its addresses",
      load: (ids: string[], ctx) => loadAccessesOf(ctx, ids),
      resolve: ({ id }) => id,
    }),
  }),
});
viewerCan(Instance, "instance", "Instance");

builder.objectField(Component, "instances", (t) =>
  t.loadableList({
    type: Instance,
    description: "Where it runs",
    load: (ids: string[], ctx) => loadInstancesBy("componentId")(ctx, ids),
    resolve: ({ id }) => id,
  }),
);
builder.objectField(Environment, "instances", (t) =>
  t.loadableList({
    type: Instance,
    description: "What runs in it",
    load: (ids: string[], ctx) => loadInstancesBy("environmentId")(ctx, ids),
    resolve: ({ id }) => id,
  }),
);
builder.objectField(Application, "instances", (t) =>
  t.loadableList({
    type: Instance,
    description: "What runs of it",
    load: (ids: string[], ctx) => loadInstancesBy("applicationId")(ctx, ids),
    resolve: ({ id }) => id,
  }),
);

type LogLine = Awaited<ReturnType<typeof readTaskLog>>[number];
export const TaskLogLine = builder.objectRef<LogLine>("TaskLogLine").implement({
  description: "A line of a task's log",
  fields: (t) => ({
    cursor: t.exposeString("cursor", { description: "Resume after it" }),
    at: t.expose("at", { type: "DateTime", description: "When" }),
    level: t.expose("level", { type: enumOf("LogLevel", ["info", "warning", "error"]), description: "How grave" }),
    message: t.exposeString("message", { description: "What" }),
  }),
});

list("instances", listInstances, "Instance", Instance);
query("instance", getInstance, Instance);
list("tasks", listTasks, "Task", Task);
query("task", getTask, Task);
query("taskLog", readTaskLog, [TaskLogLine]);
mutation(deployComponent, Instance);
mutation(upgradeInstance, Instance);
mutation(upgradeInstances, [BatchOutcome]);
mutation(rollbackInstance, Instance);
mutation(upgradeComponent, [Instance as never]);
mutation(upgradeComponents, [BatchOutcome]);
mutation(cloneToEnvironment, [BatchOutcome]);
