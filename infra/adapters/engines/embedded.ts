import {
  conflict,
  invalid,
  type JobEngine,
  type JobFilter,
  type JobHistory,
  type JobRun,
} from "@flyloft/functions/kernel";
import { notFound } from "@flyloft/functions/kernel";
import { z } from "zod";
import { defineEngine } from "./define.ts";
import { attemptOf, runOf, statsOf, stepOf, textOf } from "./embedded-answers.ts";
import { requestTo } from "./request.ts";

/** The platform's own executor, by the addresses that its HTTP server has beside those of Inngest. */
export const embedded = defineEngine({
  kind: "embedded",
  settings: z.object({
    baseUrl: z.url().optional(),
    signingKey: z.string().optional(),
    signingKeyFallback: z.string().optional(),
  }),
  open(settings): JobEngine {
    const ask = requestTo(settings);
    return {
      async listRuns(filter, { first, before }) {
        const query = queryOf(filter);
        const { body } = await ask(
          "GET",
          `/v1/runs?${query}&limit=${first}${before ? `&before=${encode(before)}` : ""}`,
        );
        return {
          runs: rows(body.data).map(runOf),
          hasNextPage: body.more === true,
          total: async () => Number((await ask("GET", `/v1/runs?${query}&limit=0&total=1`)).body.total),
        };
      },
      async getRun(id) {
        const { status, body } = await ask("GET", `/v1/runs/${encode(id)}/history`);
        return status === 404 ? null : historyOf(body.data as Row);
      },
      async cancel(id) {
        const { status } = await ask("DELETE", `/v1/runs/${encode(id)}`);
        if (status === 404) throw notFound("job_run", id);
      },
      async rerun(id, fromStepId) {
        const step = fromStepId === undefined ? {} : { from_step: fromStepId };
        const { status, body } = await ask("POST", `/v1/runs/${encode(id)}/rerun`, step);
        if (status === 404 && body.missing === "step") throw invalid("fromStepId", "This run has no such step");
        if (status === 404) throw notFound("job_run", id);
        if (status !== 201) throw conflict(String(body.error));
        return String((body.data as Row).id);
      },
      stats: async (projectId) =>
        statsOf((await ask("GET", `/v1/stats?project=${encode(projectId)}`)).body.data as Row),
    };
  },
});

type Row = Record<string, unknown>;
const encode = encodeURIComponent;
const rows = (value: unknown) => (Array.isArray(value) ? (value as Row[]) : []);

function queryOf({ projectId, state, workflow, mentions = [], since, eventId }: JobFilter): string {
  const query = new URLSearchParams({ project: projectId });
  if (state) query.set("status", state);
  if (workflow) query.set("function", workflow);
  if (since) query.set("since", since.toISOString());
  if (eventId) query.set("event", eventId);
  for (const one of mentions) query.append("mention", one);
  return query.toString();
}

const historyOf = (row: Row): JobHistory => ({
  ...(runOf(row) satisfies JobRun),
  input: textOf(row.input),
  output: textOf(row.output),
  steps: rows(row.steps).map(stepOf),
  attempts: rows(row.attempts).map(attemptOf),
});
