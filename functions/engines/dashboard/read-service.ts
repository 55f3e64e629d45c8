import { engineSamples, type Db, type MachineSample } from "@flyloft/db";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { figuresShape, presentFigures } from "./figures.ts";
import { figuresOf, samplesOf, silent } from "./read-dashboard.ts";
import { isCalled, sumFigures } from "./read-sample.ts";

export type ServiceView = { application: string; service: string; environment: string };

const operationShape = figuresShape.extend({
  name: z.string(),
  direction: z.enum(["served", "called"]),
  timeouts: z.number(),
  rejected: z.number(),
});
const memoryShape = z.object({ name: z.string(), bytes: z.number() });
const instanceShape = figuresShape.extend({
  instanceId: z.string(),
  version: z.string(),
  host: z.string(),
  lastAt: z.date(),
  silent: z.boolean(),
  cpu: z.number().nullable(),
  threads: z.number().nullable(),
  uptimeMs: z.number().nullable(),
  loadAverage: z.number().nullable(),
  memory: z.array(memoryShape),
});
export const serviceShape = z.object({ operations: z.array(operationShape), instances: z.array(instanceShape) });
export type DashboardOperation = z.output<typeof operationShape>;
export type DashboardInstance = z.output<typeof instanceShape>;
export type DashboardService = z.output<typeof serviceShape>;

/** One microservice by its operations and by its instances, in one statement. */
export async function readDashboardService(db: Db, engineId: string, view: ServiceView): Promise<DashboardService> {
  const { instanceId, version, host, at, served, called, machine, operations } = engineSamples;
  const rows = await db
    .select({ instanceId, version, host, at, served, called, machine, operations, silent })
    .from(engineSamples)
    .where(
      and(
        samplesOf(engineId),
        eq(engineSamples.application, view.application),
        eq(engineSamples.service, view.service),
        eq(engineSamples.environment, view.environment),
      ),
    );
  const heard = rows.filter((row) => !row.silent).flatMap((row) => row.operations);
  const byName = Map.groupBy(heard, ({ name }) => name);
  const byInstance = Map.groupBy(rows, (row) => row.instanceId);
  return {
    operations: [...byName]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, samples]) => ({
        name: name.replace(/^(Consumer|Provider)\./, ""),
        direction: isCalled({ name }) ? ("called" as const) : ("served" as const),
        timeouts: samples.reduce((sum, one) => sum + one.timeouts, 0),
        rejected: samples.reduce((sum, one) => sum + one.rejected, 0),
        ...presentFigures(sumFigures(samples)),
      })),
    instances: [...byInstance].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, parts]) => instanceOf(id, parts)),
  };
}

type Part = Pick<typeof engineSamples.$inferSelect, "version" | "host" | "at" | "served" | "called" | "machine"> & {
  silent: boolean;
};

/** What one instance has told, be it at once or piece by piece; of the process what it said last. */
function instanceOf(instanceId: string, parts: readonly Part[]): DashboardInstance {
  const [last] = [...parts].sort((a, b) => b.at.getTime() - a.at.getTime());
  const { version, host, at, machine } = last!;
  return {
    instanceId,
    version,
    host,
    lastAt: at,
    silent: parts.every((part) => part.silent),
    ...presentMachine(machine),
    ...figuresOf(parts.filter((part) => !part.silent)),
  };
}

const presentMachine = ({ memory, ...rest }: MachineSample) => ({
  ...rest,
  memory: Object.entries(memory).map(([name, bytes]) => ({ name, bytes })),
});
