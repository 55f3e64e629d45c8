export * from "./get-dashboard.ts";
export { type Figures } from "./figures.ts";
export * from "./intake-routes.ts";
export { type Card as DashboardCard, type Dashboard, dashboardSorts } from "./read-dashboard.ts";
export type { DashboardInstance, DashboardOperation, DashboardService } from "./read-service.ts";
