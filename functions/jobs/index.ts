export * from "./change-job-run.ts";
export * from "./list-job-runs.ts";
export * from "./routes.ts";
export * from "./load-runs.ts";
