import { engineSamples, type Db } from "@flyloft/db";
import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { consoleTenant } from "../config/items/publish-items.ts";
import { figuresShape, presentFigures } from "./figures.ts";
import { addFigures, sumFigures } from "./read-sample.ts";

export const dashboardSorts = ["name", "throughput", "latency", "error_rate"] as const;
export type DashboardView = {
  application?: string | undefined;
  environment?: string | undefined;
  search?: string | undefined;
  sort: (typeof dashboardSorts)[number];
  first: number;
};

export const cardShape = figuresShape.extend({
  application: z.string(),
  service: z.string(),
  environment: z.string(),
  versions: z.array(z.string()),
  instances: z.int(),
  silentInstances: z.int(),
  lastAt: z.date(),
});
export type Card = z.output<typeof cardShape>;
export const dashboardShape = z.object({ applications: z.array(z.string()), services: z.array(cardShape) });
export type Dashboard = z.output<typeof dashboardShape>;

/** Three intervals without a sample (protocol §5). */
export const silent = sql<boolean>`${engineSamples.at} < now() - 3 * ${engineSamples.seconds} * interval '1 second'`;
export const samplesOf = (engineId: string) =>
  and(eq(engineSamples.engineId, engineId), eq(engineSamples.tenant, consoleTenant));

/** All that is told of an engine now, in one statement, as cards of its microservices. */
export async function readDashboard(db: Db, engineId: string, view: DashboardView): Promise<Dashboard> {
  const { application, service, version, environment, instanceId, at, served, called } = engineSamples;
  const rows = await db
    .select({ application, service, version, environment, instanceId, at, served, called, silent })
    .from(engineSamples)
    .where(samplesOf(engineId));
  const wanted = rows.filter(
    (row) =>
      (view.application === undefined || row.application === view.application) &&
      (view.environment === undefined || row.environment === view.environment) &&
      row.service.toLowerCase().includes((view.search ?? "").toLowerCase()),
  );
  const groups = Map.groupBy(wanted, (row) => [row.application, row.environment, row.service].join("\n"));
  const services = [...groups.values()].map(cardOf).sort(orders[view.sort]).slice(0, view.first);
  return { applications: [...new Set(rows.map((row) => row.application))].sort(), services };
}

type Row = Pick<
  typeof engineSamples.$inferSelect,
  "application" | "service" | "version" | "environment" | "instanceId" | "at" | "served" | "called"
> & { silent: boolean };

/** What it serves; of those that serve nothing, what they call. A breaker is open wherever it is. */
export function figuresOf(rows: readonly Pick<Row, "served" | "called">[]) {
  const served = sumFigures(rows.map((row) => row.served));
  const called = sumFigures(rows.map((row) => row.called));
  const { breakerOpen } = addFigures(served, called);
  return presentFigures({ ...(served.interfaces > 0 ? served : called), breakerOpen });
}

function cardOf(rows: readonly Row[]): Card {
  const { application, service, environment } = rows[0]!;
  const heard = rows.filter((row) => !row.silent);
  const loud = new Set(heard.map((row) => row.instanceId));
  const everybody = new Set(rows.map((row) => row.instanceId));
  return {
    application,
    service,
    environment,
    versions: [...new Set(rows.map((row) => row.version))].filter(Boolean).sort(),
    instances: loud.size,
    silentInstances: everybody.size - loud.size,
    lastAt: new Date(Math.max(...rows.map((row) => row.at.getTime()))),
    ...figuresOf(heard),
  };
}

const byName = (a: Card, b: Card) =>
  a.service.localeCompare(b.service, "en") || a.application.localeCompare(b.application, "en");
/** The busiest, slowest or worst first; what was not measured comes last. */
const highest = (figure: (card: Card) => number | null) => (a: Card, b: Card) =>
  (figure(b) ?? -1) - (figure(a) ?? -1) || byName(a, b);
const orders: Record<DashboardView["sort"], (a: Card, b: Card) => number> = {
  name: byName,
  throughput: highest((card) => card.throughput),
  latency: highest((card) => card.latencyMs),
  error_rate: highest((card) => card.errorRate),
};
