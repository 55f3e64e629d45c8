import {
  DomainError,
  type JobEngine,
  type JobHistory,
  type JobRun,
  jobStates,
  type JobState,
  notFound,
} from "@flyloft/functions/kernel";
import { z } from "zod";
import { defineEngine } from "./define.ts";
import { dateOf, type EngineAnswer, requestTo } from "./request.ts";

const lacks = (what: string) =>
  new DomainError("blocked", `Inngest's REST API cannot ${what}: look into Inngest's own dashboard`);

/** An Inngest server or Inngest's cloud, by its public REST API (v1): runs of an event, one run, cancelling. */
export const inngest = defineEngine({
  kind: "inngest",
  settings: z.object({
    baseUrl: z.url().default("https://api.inngest.com"),
    signingKey: z.string().optional(),
    signingKeyFallback: z.string().optional(),
  }),
  open(settings): JobEngine {
    const ask = requestTo(settings);
    const dataOf = async (path: string) => {
      const answer = await ask("GET", path);
      return answer.status === 404 ? null : found(answer);
    };

    /** Whose a run is, only its event tells. */
    async function withEvent(row: Row): Promise<JobHistory> {
      const event = (await dataOf(`/v1/events/${encode(String(row.event_id))}`)) as Row | null;
      return historyOf(row, event ?? {});
    }

    return {
      async listRuns({ projectId, eventId, state }, { first, before }) {
        if (!eventId) throw lacks("list runs otherwise than by their event");
        const rows = (await dataOf(`/v1/events/${encode(eventId)}/runs`)) as Row[] | null;
        const all: JobRun[] = await Promise.all((rows ?? []).map(withEvent));
        const mine = all
          .filter((run) => run.projectId === projectId && (!state || run.state === state))
          .sort((a, b) => (a.id < b.id ? 1 : -1));
        const rest = mine.filter(({ id }) => !before || id < before);
        return { runs: rest.slice(0, first), hasNextPage: rest.length > first, total: async () => mine.length };
      },
      async getRun(id) {
        const row = (await dataOf(`/v1/runs/${encode(id)}`)) as Row | null;
        return row && withEvent(row);
      },
      async cancel(id) {
        const { status } = await ask("DELETE", `/v1/runs/${encode(id)}`);
        if (status === 404) throw notFound("job_run", id);
      },
      rerun: () => Promise.reject(lacks("run something again")),
      stats: () => Promise.reject(lacks("tell the depth of its queue")),
    };
  },
});

type Row = Record<string, unknown>;
const encode = encodeURIComponent;

function found({ status, body }: EngineAnswer): unknown {
  if (status < 300) return body.data;
  throw new DomainError("unavailable", `The job engine answered ${status}`);
}

function stateOf(status: unknown): JobState {
  const word = String(status).toLowerCase();
  return jobStates.find((one) => one === word) ?? "queued";
}

function historyOf(row: Row, event: Row): JobHistory {
  const data = (event.data ?? {}) as Row;
  const { projectId } = (data.project ?? {}) as { projectId?: string };
  const state = stateOf(row.status);
  const output = row.output === undefined || row.output === null ? null : JSON.stringify(row.output);
  return {
    id: String(row.run_id),
    projectId: projectId ?? null,
    workflow: String(row.function_id),
    event: String(event.name ?? ""),
    about: Object.fromEntries(
      Object.entries(data).filter(([, one]) => typeof one === "string" && one.length <= 64),
    ) as Record<string, string>,
    state,
    why: dateOf(row.ended_at) ? state : "Inngest's REST API does not tell what a run waits for",
    note: null,
    error: state === "failed" ? (output?.slice(0, 2_000) ?? null) : null,
    nextAt: null,
    createdAt: dateOf(row.run_started_at) ?? new Date(0),
    startedAt: dateOf(row.run_started_at),
    endedAt: dateOf(row.ended_at),
    input: capped(JSON.stringify(data)),
    output: state === "failed" ? null : capped(output),
    // Its REST API has no address for them.
    steps: [],
    attempts: [],
  };
}

const shownCharacters = 65_536;
const capped = (text: string | null) =>
  text === null ? null : { text: text.slice(0, shownCharacters), truncated: text.length > shownCharacters };
