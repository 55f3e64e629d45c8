import { z } from "zod";
import { engineLimits } from "./engine/settings.ts";

const Env = z.object({
  DATABASE_URL: z.string().min(1),
  PUBLIC_URL: z.url(),
  BLOB_ENDPOINT: z.url(),
  BLOB_REGION: z.string().default("local"),
  BLOB_BUCKET: z.string().min(1),
  BLOB_ACCESS_KEY_ID: z.string().min(1),
  BLOB_SECRET_ACCESS_KEY: z.string().min(1),
  /** `id:base64` of 32 bytes, the newest first; see `kernel/secrets.ts`. */
  SECRET_KEYS: z.string().min(1),
  /** Whose API tells about runs: the platform's own executor's, or that of an Inngest server. */
  JOB_ENGINE: z.enum(["embedded", "inngest"]).default("embedded"),
  INNGEST_BASE_URL: z.url().optional(),
  INNGEST_EVENT_KEY: z.string().optional(),
  INNGEST_SIGNING_KEY: z.string().optional(),
  INNGEST_SIGNING_KEY_FALLBACK: z.string().optional(),
  INNGEST_SERVE_ORIGIN: z.url().optional(),
  INNGEST_ENABLE_UNAUTHED_SYNC: z.string().default("false"),
  INNGEST_DEV: z.string().default("0"),
  /** Where the built console lies; on the edge it is a binding instead. */
  CONSOLE_DIR: z.string().optional(),
  /** JSON; replaces single limits, see `kernel/context.ts`. */
  LIMITS: z.string().default("{}"),
  /** Addresses and ranges of proxies in front, separated by commas: only their `X-Forwarded-For` is believed. */
  TRUSTED_PROXIES: z.string().default(""),
  /** JSON: where users may sign in besides, see `identity/oidc/provider.ts`. */
  OPENID_PROVIDERS: z.string().default("[]"),
  /**
   * Microservice engines are reached at `<id>.<this domain>`, where the control plane on the edge serves them too. Its cron trigger,
   * each minute, ends the leases of those that nobody asks.
   */
  ENGINES_DOMAIN: z.string().optional(),
  /** What those engines allow, as for the process that serves engines; see `engine/settings.ts`. */
  ENGINE_LIMITS: engineLimits,
  HOST: z.string().default("127.0.0.1"),
  PORT: z.coerce.number().int().default(4800),
  /** 0 behind a pool that hands connections on after each transaction and knows no prepared statements. */
  DATABASE_PREPARE: z.enum(["0", "1"]).default("1"),
  DATABASE_CONNECTIONS: z.coerce.number().int().min(1).default(10),
  DEVELOPMENT: z.enum(["0", "1"]).default("0"),
});
export type Env = z.output<typeof Env>;

/** The one place where raw configuration becomes values. On the edge it arrives with the first request, not before. */
export function readEnv(raw: Record<string, unknown>): Env {
  const text = Object.fromEntries(Object.entries(raw).filter(([, value]) => typeof value === "string" && value !== ""));
  const parsed = Env.safeParse(text);
  if (parsed.success) return parsed.data;
  throw new Error(`The configuration is not usable:\n${z.prettifyError(parsed.error)}`);
}
