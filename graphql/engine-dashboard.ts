import {
  type Dashboard as DashboardRow,
  type DashboardCard,
  type DashboardInstance as InstanceRow,
  type DashboardOperation as OperationRow,
  type DashboardService as ServiceRow,
  dashboardSorts,
  type Figures,
  followDashboard,
  followDashboardService,
  getDashboard,
  getDashboardService,
  listDashboardFigures,
} from "@flyloft/functions/engines";
import { builder } from "./builder.ts";
import { query } from "./doors.ts";
import { enumOf } from "./enums.ts";

const CallFigures = builder.interfaceRef<Figures>("CallFigures").implement({
  description: "How calls went in the last interval; `dashboardFigures` explains each figure",
  fields: (t) => ({
    throughput: t.exposeFloat("throughput", { description: "Calls per second" }),
    latencyMs: t.exposeFloat("latencyMs", { nullable: true, description: "Average, in milliseconds" }),
    p50Ms: t.exposeFloat("p50Ms", { nullable: true, description: "Half take no longer" }),
    p90Ms: t.exposeFloat("p90Ms", { nullable: true, description: "Nine of ten take no longer" }),
    p99Ms: t.exposeFloat("p99Ms", { nullable: true, description: "99 of 100 take no longer" }),
    calls: t.exposeFloat("calls", { description: "How many there were" }),
    failedCalls: t.exposeFloat("failedCalls", { description: "How many of them failed" }),
    successRate: t.exposeFloat("successRate", { nullable: true, description: "From 0 to 1; null without calls" }),
    errorRate: t.exposeFloat("errorRate", { nullable: true, description: "From 0 to 1; null without calls" }),
    breakerOpen: t.exposeBoolean("breakerOpen", { description: "A circuit breaker is open" }),
  }),
});

const Card = builder.objectRef<DashboardCard>("DashboardCard").implement({
  description: "A microservice on the dashboard (DSH-01)",
  interfaces: [CallFigures],
  fields: (t) => ({
    application: t.exposeString("application", { description: "Its application" }),
    service: t.exposeString("service", { description: "Its name" }),
    environment: t.exposeString("environment", { description: "Its environment" }),
    versions: t.exposeStringList("versions", { description: "The versions that tell of themselves" }),
    instances: t.exposeInt("instances", { description: "Instances that were heard of within three intervals" }),
    silentInstances: t.exposeInt("silentInstances", { description: "Instances that have fallen silent since" }),
    lastAt: t.expose("lastAt", { type: "DateTime", description: "The newest sample" }),
  }),
});

const Dashboard = builder.objectRef<DashboardRow>("Dashboard").implement({
  description: "The microservices of an engine, as they tell of themselves",
  fields: (t) => ({
    applications: t.exposeStringList("applications", { description: "All applications that can be chosen" }),
    services: t.expose("services", { type: [Card], description: "Those that were asked for, in the chosen order" }),
  }),
});

const Operation = builder.objectRef<OperationRow>("DashboardOperation").implement({
  description: "An operation of a microservice, all instances together",
  interfaces: [CallFigures],
  fields: (t) => ({
    name: t.exposeString("name", { description: "service.schema.operation" }),
    direction: t.expose("direction", {
      type: enumOf("CallDirection", ["served", "called"]),
      description: "Whether the microservice serves or calls it",
    }),
    timeouts: t.exposeFloat("timeouts", { description: "Calls that took too long" }),
    rejected: t.exposeFloat("rejected", { description: "Calls that were refused before they were made" }),
  }),
});

const Memory = builder.objectRef<InstanceRow["memory"][number]>("DashboardMemory").implement({
  description: "A part of an instance's memory",
  fields: (t) => ({
    name: t.exposeString("name", { description: "As its runtime calls it" }),
    bytes: t.exposeFloat("bytes", { description: "Its size; a count where the name says objects" }),
  }),
});

const Instance = builder.objectRef<InstanceRow>("DashboardInstance").implement({
  description: "An instance of a microservice, as it tells of itself",
  interfaces: [CallFigures],
  fields: (t) => ({
    instanceId: t.exposeString("instanceId", { description: "Its id in the registry" }),
    version: t.exposeString("version", { description: "The version that it runs" }),
    host: t.exposeString("host", { description: "Where it runs" }),
    lastAt: t.expose("lastAt", { type: "DateTime", description: "Its newest sample" }),
    silent: t.exposeBoolean("silent", { description: "It has missed three intervals" }),
    cpu: t.exposeFloat("cpu", { nullable: true, description: "The share of the processor that it uses" }),
    threads: t.exposeFloat("threads", { nullable: true, description: "Threads, or goroutines" }),
    uptimeMs: t.exposeFloat("uptimeMs", { nullable: true, description: "For how long it has been running" }),
    loadAverage: t.exposeFloat("loadAverage", { nullable: true, description: "The load of its host" }),
    memory: t.expose("memory", { type: [Memory], description: "Its memory" }),
  }),
});

const Service = builder.objectRef<ServiceRow>("DashboardService").implement({
  description: "A microservice in detail (DSH-02)",
  fields: (t) => ({
    operations: t.expose("operations", { type: [Operation], description: "By operation" }),
    instances: t.expose("instances", { type: [Instance], description: "By instance" }),
  }),
});

const Meaning = builder.objectRef<{ figure: string; meaning: string }>("DashboardFigure").implement({
  description: "What a figure of the dashboard means (DSH-03)",
  fields: (t) => ({
    figure: t.exposeString("figure", { description: "The name of its field" }),
    meaning: t.exposeString("meaning", { description: "What it says" }),
  }),
});

query("dashboard", getDashboard, Dashboard);
query("dashboardService", getDashboardService, Service);
query("dashboardFigures", listDashboardFigures, [Meaning]);

builder.subscriptionField("dashboardChanged", (t) =>
  t.field({
    type: Dashboard,
    description: "The dashboard, at once and every second that it changes. Needs `cse:dashboard:get`.",
    args: {
      engineId: t.arg.id({ description: "The engine" }),
      application: t.arg.string({ required: false, description: "Only those of this application" }),
      environment: t.arg.string({ required: false, description: "Only those of this environment; empty is one too" }),
      search: t.arg.string({ required: false, description: "Only those whose name contains this" }),
      sort: t.arg({
        type: enumOf("GetDashboardSort", dashboardSorts),
        required: false,
        description: "Which come first",
      }),
      first: t.arg.int({ required: false, description: "How many at most" }),
    },
    subscribe: (_root, { engineId, application, environment, search, sort, first }, ctx) =>
      followDashboard(ctx, {
        engineId,
        application: application ?? undefined,
        environment: environment ?? undefined,
        search: search ?? undefined,
        sort: sort ?? "name",
        first: Math.min(Math.max(first ?? 100, 1), 500),
      }),
    resolve: (seen) => seen,
  }),
);

builder.subscriptionField("dashboardServiceChanged", (t) =>
  t.field({
    type: Service,
    description: "One microservice in detail, at once and every second that it changes. Needs `cse:dashboard:get`.",
    args: {
      engineId: t.arg.id({ description: "The engine" }),
      application: t.arg.string({ description: "Its application" }),
      service: t.arg.string({ description: "Its name" }),
      environment: t.arg.string({ required: false, description: "Its environment" }),
    },
    subscribe: (_root, { environment, ...given }, ctx) =>
      followDashboardService(ctx, { ...given, environment: environment ?? "" }),
    resolve: (seen) => seen,
  }),
);
