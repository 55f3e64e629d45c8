import { z } from "zod";
import { authorize } from "../../kernel/authorize.ts";
import type { Ctx } from "../../kernel/context.ts";
import { idOf, search } from "../../kernel/fields.ts";
import { defineQuery } from "../../kernel/verb.ts";
import { eachSecond } from "./each-second.ts";
import { figureMeanings } from "./figures.ts";
import { type Dashboard, dashboardShape, dashboardSorts, type DashboardView, readDashboard } from "./read-dashboard.ts";
import { type DashboardService, readDashboardService, serviceShape, type ServiceView } from "./read-service.ts";

const engineId = idOf("the engine");
const name = z.string().max(160);

/** DSH-01 to DSH-03. */
export const getDashboard = defineQuery({
  name: "getDashboard",
  title: "How the microservices of an engine are doing",
  action: "cse:dashboard:get",
  input: z.object({
    engineId,
    application: name.optional().describe("Only those of this application"),
    environment: name.optional().describe("Only those of this environment; empty is one too"),
    search: search.describe("Only those whose name contains this"),
    sort: z.enum(dashboardSorts).default("name").describe("Which come first: the busiest, the slowest, the worst"),
    first: z.int().min(1).max(500).default(100).describe("How many at most"),
  }),
  on: ["engine", "engineId"],
  output: dashboardShape,
  run: ({ db }, { engineId, ...view }) => readDashboard(db, engineId, view),
});

export const getDashboardService = defineQuery({
  name: "getDashboardService",
  title: "How one microservice is doing, by its operations and by its instances",
  action: "cse:dashboard:get",
  input: z.object({
    engineId,
    application: name.describe("Its application"),
    service: name.describe("Its name"),
    environment: name.default("").describe("Its environment"),
  }),
  on: ["engine", "engineId"],
  output: serviceShape,
  run: ({ db }, { engineId, ...view }) => readDashboardService(db, engineId, view),
});

/** DSH-03: "view example". */
export const listDashboardFigures = defineQuery({
  name: "listDashboardFigures",
  title: "What the figures of the dashboard mean",
  action: "cse:dashboard:get",
  input: z.object({}),
  on: ["project"],
  lists: { wholly: "The meaning of a figure is no resource that a policy can name" },
  output: z.array(z.object({ figure: z.string(), meaning: z.string() })),
  run: async () => figureMeanings,
});

const seen = (ctx: Ctx, engineId: string) =>
  authorize(ctx.db, ctx.actor, "cse:dashboard:get", { kind: "engine", id: engineId });

/** DSH-02: the dashboard, every second that it changes. Refuses before the stream begins. */
export async function followDashboard(
  ctx: Ctx,
  { engineId, ...view }: DashboardView & { engineId: string },
): Promise<AsyncIterableIterator<Dashboard>> {
  await seen(ctx, engineId);
  return eachSecond(() => readDashboard(ctx.db, engineId, view));
}

export async function followDashboardService(
  ctx: Ctx,
  { engineId, ...view }: ServiceView & { engineId: string },
): Promise<AsyncIterableIterator<DashboardService>> {
  await seen(ctx, engineId);
  return eachSecond(() => readDashboardService(ctx.db, engineId, view));
}
