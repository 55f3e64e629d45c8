import type { EngineSettings } from "@flyloft/jobs/inngest";
import type { Env } from "./env.ts";

export const jobsSettings = (env: Env): EngineSettings => ({
  baseUrl: env.INNGEST_BASE_URL,
  eventKey: env.INNGEST_EVENT_KEY,
  signingKey: env.INNGEST_SIGNING_KEY,
  signingKeyFallback: env.INNGEST_SIGNING_KEY_FALLBACK,
  serveOrigin: env.INNGEST_SERVE_ORIGIN,
});
