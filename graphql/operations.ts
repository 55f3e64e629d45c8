import { followInstances, followTaskLog, type InstanceChange as Change } from "@flyloft/functions/deployments";
import {
  addAccess,
  deleteInstance,
  followRunLog,
  listInstanceEvents,
  listLogFiles,
  readRunLog,
  removeAccess,
  restartInstance,
  scaleInstance,
  startInstance,
  stopInstance,
} from "@flyloft/functions/operations";
import { Deleted } from "./basics.ts";
import { builder } from "./builder.ts";
import { Access, Instance, InstanceState, TaskLogLine } from "./deployments.ts";
import { mutation, query } from "./doors.ts";
import { enumOf } from "./enums.ts";

type Event = Awaited<ReturnType<typeof listInstanceEvents>>[number];
const InstanceEvent = builder.objectRef<Event>("InstanceEvent").implement({
  description: "What happened to an instance or one of its processes (OPS-07)",
  fields: (t) => ({
    replicaId: t.exposeID("replicaId", {
      nullable: true,
      description: "The process; null for the instance as a whole",
    }),
    type: t.expose("type", { type: enumOf("EventType", ["normal", "alarm"]), description: "Normal or alarm" }),
    reason: t.exposeString("reason", { description: "In one word" }),
    message: t.exposeString("message", { description: "In a sentence" }),
    at: t.expose("at", { type: "DateTime", description: "When" }),
  }),
});

type File = Awaited<ReturnType<typeof listLogFiles>>[number];
const LogFile = builder.objectRef<File>("LogFile").implement({
  description: "A log file of an instance",
  fields: (t) => ({
    replicaId: t.exposeID("replicaId", { description: "Whose it is" }),
    file: t.exposeString("file", { description: "Its name" }),
    running: t.exposeBoolean("running", { description: "Whether that process is still there" }),
  }),
});

type Line = Awaited<ReturnType<typeof readRunLog>>[number];
const LogLine = builder.objectRef<Line>("LogLine").implement({
  description: "A line of a run log (OPS-08)",
  fields: (t) => ({
    cursor: t.exposeString("cursor", { description: "Resume after it" }),
    at: t.expose("at", { type: "DateTime", description: "When it was read" }),
    replicaId: t.exposeID("replicaId", { description: "Who wrote it" }),
    file: t.exposeString("file", { description: "Where" }),
    text: t.exposeString("text", { description: "The line" }),
  }),
});

query("instanceEvents", listInstanceEvents, [InstanceEvent]);
query("logFiles", listLogFiles, [LogFile]);
query("runLog", readRunLog, [LogLine]);
mutation(stopInstance, Instance);
mutation(startInstance, Instance);
mutation(restartInstance, Instance);
mutation(scaleInstance, Instance);
mutation(deleteInstance, Instance);
mutation(addAccess, Access);
mutation(removeAccess, Deleted);

const InstanceChange = builder.objectRef<Change>("InstanceChange").implement({
  description: "What an instance looked like at one moment",
  fields: (t) => ({
    cursor: t.exposeString("cursor", { description: "Resume after it" }),
    at: t.expose("at", { type: "DateTime", description: "When" }),
    instanceId: t.exposeID("instanceId", { description: "Of the instance" }),
    environmentId: t.exposeID("environmentId", { description: "Of its environment" }),
    state: t.expose("state", { type: InstanceState, nullable: true, description: "Null once it is gone" }),
    failure: t.exposeString("failure", { nullable: true, description: "Why it is not as it should be" }),
    version: t.exposeString("version", { nullable: true, description: "The deploy version" }),
    ready: t.exposeInt("ready", {
      nullable: true,
      description: "How many were ready; null where that was not looked at",
    }),
    wanted: t.exposeInt("wanted", { nullable: true, description: "How many there should be" }),
  }),
});

const afterArgument = { required: false, description: "The cursor of the last message that was seen" } as const;

builder.subscriptionType({
  description: "What happens, as it happens; every message carries the cursor to resume after (BEY-14)",
  fields: (t) => ({
    instanceChanged: t.field({
      type: InstanceChange,
      description: "Instances as they change; without a cursor from now on. Needs `servicestage:app:get`.",
      args: {
        instanceId: t.arg.id({ required: false, description: "Only this one" }),
        environmentId: t.arg.id({ required: false, description: "Only those in this environment" }),
        after: t.arg.string(afterArgument),
      },
      subscribe: (_root, args, ctx) => followInstances(ctx, args),
      resolve: (change) => change,
    }),
    taskLogAdded: t.field({
      type: TaskLogLine,
      description: "The log of a task, from its beginning or a cursor. Needs `servicestage:app:get`.",
      args: { taskId: t.arg.id({ description: "The task" }), after: t.arg.string(afterArgument) },
      subscribe: (_root, args, ctx) => followTaskLog(ctx, args),
      resolve: (line) => line,
    }),
    runLogAdded: t.field({
      type: LogLine,
      description: "Run log lines, from the first that is kept or a cursor. Needs `servicestage:app:get`.",
      args: {
        instanceId: t.arg.id({ description: "The instance" }),
        replicaId: t.arg.id({ required: false, description: "Only this process" }),
        file: t.arg.string({ required: false, description: "Only this file" }),
        after: t.arg.string(afterArgument),
      },
      subscribe: (_root, args, ctx) => followRunLog(ctx, args),
      resolve: (line) => line,
    }),
  }),
});
