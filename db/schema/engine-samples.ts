import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instant } from "../columns.ts";
import { engines } from "./engines.ts";

/** How the calls of one direction went, in the interval of a sample; the latencies are sums over calls per second. */
export type CallFigures = {
  interfaces: number;
  qps: number;
  latency: number;
  total: number;
  failed: number;
  /** Calls per second of which percentiles were told, and those percentiles. */
  measured: number;
  p50: number;
  p90: number;
  p99: number;
  breakerOpen: boolean;
};
/** One operation, as an instance serves or calls it. */
export type OperationSample = CallFigures & { name: string; timeouts: number; rejected: number };
/** The process itself; null is what its kind does not tell. */
export type MachineSample = {
  cpu: number | null;
  threads: number | null;
  uptimeMs: number | null;
  loadAverage: number | null;
  /** In bytes, by the names of its runtime. */
  memory: Record<string, number>;
};

/**
 * The newest that instances have told of themselves (DSH-01). The table is not logged: after a crash of the database it is empty,
 * and full again with the next samples.
 */
export const engineSamples = pgTable(
  "engine_samples",
  {
    engineId: text("engine_id")
      .notNull()
      .references(() => engines.id, { onDelete: "cascade" }),
    tenant: text("tenant").notNull(),
    instanceId: text("instance_id").notNull(),
    /** Empty for those who tell everything at once; others tell one circuit after the other. */
    part: text("part").notNull(),
    application: text("application").notNull(),
    service: text("service").notNull(),
    version: text("version").notNull(),
    environment: text("environment").notNull(),
    host: text("host").notNull(),
    at: instant("at")
      .notNull()
      .default(sql`clock_timestamp()`),
    /** Between its last two samples. */
    seconds: integer("seconds").notNull(),
    served: jsonb("served").$type<CallFigures>().notNull(),
    called: jsonb("called").$type<CallFigures>().notNull(),
    machine: jsonb("machine").$type<MachineSample>().notNull(),
    operations: jsonb("operations").$type<OperationSample[]>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.engineId, t.tenant, t.instanceId, t.part] }),
    index("engine_samples_of_service").on(t.engineId, t.application, t.service),
  ],
);
