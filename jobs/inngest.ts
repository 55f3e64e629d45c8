import type { Ctx } from "@flyloft/functions/kernel";
import { Inngest, type InngestFunction } from "inngest";
import { serve } from "inngest/hono";
import { Hono } from "hono";
import { asSystem, type Schedule, type Steps, type Workflow } from "./steps.ts";
import { schedules, workflows } from "./workflows.ts";

export type EngineSettings = {
  baseUrl?: string;
  eventKey?: string;
  signingKey?: string;
  signingKeyFallback?: string;
  serveOrigin?: string;
};

type Tools = {
  run(id: string, work: () => Promise<unknown>): Promise<unknown>;
  sleep(id: string, duration: string): Promise<void>;
  waitForEvent(id: string, options: { event: string; timeout: string; if: string }): Promise<{ data: unknown } | null>;
};

const stepsOver = (tools: Tools): Steps => ({
  run: (id, work) => tools.run(id, work) as never,
  sleep: (id, duration) => tools.sleep(id, duration),
  waitFor: async (id, event, { key, timeout }) => {
    const found = await tools.waitForEvent(id, {
      event: event.name,
      timeout,
      if: `event.data.${key} == async.data.${key}`,
    });
    return (found?.data ?? null) as never;
  },
});

type Project = { accountId: string; projectId: string };

/**
 * The step functions behind one address. The context of a request is only known when it comes, so functions are built
 * around a slot that each request fills; building them is cheap and holds no state.
 */
export function jobsDoor(settings: EngineSettings) {
  const client = new Inngest({
    id: "flyloft",
    isDev: false,
    ...(settings.baseUrl && { baseUrl: settings.baseUrl }),
    ...(settings.eventKey && { eventKey: settings.eventKey }),
    ...(settings.signingKey && { signingKey: settings.signingKey }),
    ...(settings.signingKeyFallback && { signingKeyFallback: settings.signingKeyFallback }),
  });
  return async (request: Request, ctx: Ctx): Promise<Response> => {
    const functions = [
      ...workflows.map((workflow) => asFunction(client, workflow, ctx)),
      ...schedules.map((schedule) => onSchedule(client, schedule, ctx)),
    ];
    const handler = serve({ client, functions, ...(settings.serveOrigin && { serveOrigin: settings.serveOrigin }) });
    return new Hono().all("*", (c) => handler(c)).fetch(request);
  };
}

function asFunction(client: Inngest, { id, on, oneAtATimePer, run }: Workflow, ctx: Ctx): InngestFunction.Any {
  return client.createFunction(
    {
      id,
      triggers: [{ event: on.name }],
      retries: 10,
      ...(oneAtATimePer && { concurrency: [{ key: `event.data.${oneAtATimePer}`, limit: 1 }] }),
    },
    async ({ event, step }) => {
      const { project, ...data } = event.data as { project: Project };
      await run(asSystem(ctx, project), on.data.parse(data), stepsOver(step as never));
    },
  );
}

function onSchedule(client: Inngest, { id, cron, run }: Schedule, ctx: Ctx): InngestFunction.Any {
  return client.createFunction({ id, triggers: [{ cron }], retries: 3 }, async ({ step }) =>
    run(ctx, stepsOver(step as never)),
  );
}
