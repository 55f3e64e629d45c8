import { get, post, type Route } from "../kernel/routes.ts";
import { cancelJobRun, rerunJobRun } from "./change-job-run.ts";
import { getJobRun, getJobStats, listJobRuns } from "./list-job-runs.ts";

export const jobRoutes: Route[] = [
  get("/job-runs", listJobRuns),
  get("/job-runs/:runId", getJobRun),
  post("/job-runs/:runId/cancel", cancelJobRun, 200),
  post("/job-runs/:runId/rerun", rerunJobRun),
  get("/job-stats", getJobStats),
];
