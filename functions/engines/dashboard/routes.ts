import { get, type Route } from "../../kernel/routes.ts";
import { getDashboard, getDashboardService, listDashboardFigures } from "./get-dashboard.ts";

export const dashboardRoutes: Route[] = [
  get("/engines/:engineId/dashboard", getDashboard),
  get("/engines/:engineId/dashboard/service", getDashboardService),
  get("/dashboard-figures", listDashboardFigures),
];
